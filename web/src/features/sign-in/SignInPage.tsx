import { useId, useState, type SubmitEvent } from "react";

import type { Problem } from "@/api/problem";
import { Button, IconButton } from "@/components/Button";
import { EyeIcon, Logo } from "@/components/icons";
import type { EndReason } from "@/session/keeper";
import { useSessionKeeper } from "@/session/session";

const REASONS: Partial<Record<EndReason, string>> = {
  expired: "Your session has ended. Sign in to go on.",
  revoked: "Your session was ended for safety. Sign in again, and tell your administrator if you do not know why.",
  "left-elsewhere": "You signed out in another tab.",
};

function wordsOf(problem: Problem): string {
  if (problem.code === "invalid_credentials") return "E-mail address or password is wrong.";
  if (problem.code === "too_many_attempts") {
    const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60));
    return `Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
  }
  if (problem.status === 422) return "Enter a complete e-mail address and your password.";
  return problem.detail ?? problem.title;
}

const FIELD = "mt-1 block h-11 w-full rounded-lg border border-line bg-surface px-3 text-base text-ink placeholder:text-quiet/60";

export function SignInPage({ reason }: { reason: EndReason }) {
  const keeper = useSessionKeeper();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [visible, setVisible] = useState(false);
  const errorId = useId();

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const textOf = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    setBusy(true);
    setProblem(null);
    const found = await keeper.signIn(textOf("email").trim(), textOf("password"));
    if (found !== null) {
      setProblem(found);
      setBusy(false);
    }
  };

  const hint = REASONS[reason];
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <div className="w-full max-w-sm">
        <div className="mb-8 flex flex-col items-center gap-3 text-center">
          <Logo className="size-12" />
          <h1 className="text-2xl font-semibold tracking-tight">PetroConnect</h1>
          <p className="text-sm text-quiet">The operations record</p>
        </div>
        <form onSubmit={(event) => void submit(event)} className="rounded-2xl border border-line bg-surface p-6 shadow-sm">
          {hint !== undefined && problem === null && <p className="mb-4 rounded-lg bg-brand-soft p-3 text-sm text-brand">{hint}</p>}
          {problem !== null && (
            <p id={errorId} role="alert" className="mb-4 rounded-lg bg-bad-soft p-3 text-sm text-bad">
              {wordsOf(problem)}
            </p>
          )}
          <label className="block text-sm font-medium">
            E-mail
            <input name="email" type="email" autoComplete="username" required maxLength={254} className={FIELD} aria-describedby={problem ? errorId : undefined} />
          </label>
          <label className="mt-4 block text-sm font-medium" htmlFor="password">
            Password
          </label>
          <div className="relative">
            <input
              id="password"
              name="password"
              type={visible ? "text" : "password"}
              autoComplete="current-password"
              required
              maxLength={128}
              className={`${FIELD} pr-11`}
            />
            <IconButton label={visible ? "Hide password" : "Show password"} aria-pressed={visible} onClick={() => setVisible(!visible)} className="absolute top-1 right-1">
              <EyeIcon />
            </IconButton>
          </div>
          <Button look="primary" type="submit" disabled={busy} className="mt-6 h-11 w-full">
            {busy ? "Signing in…" : "Sign in"}
          </Button>
        </form>
      </div>
    </main>
  );
}
