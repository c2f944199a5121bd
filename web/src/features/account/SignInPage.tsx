import { useState, type SubmitEvent } from "react";

import type { Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { Field, PasswordField, textsOf } from "@/components/Field";
import type { EndReason } from "@/session/keeper";
import { useSessionKeeper } from "@/session/session";

import { AccountFrame, Alert } from "./AccountFrame";

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

export function SignInPage({ reason }: { reason: EndReason }) {
  const keeper = useSessionKeeper();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email = "", password = "" } = textsOf(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const found = await keeper.signIn(email.trim(), password);
    if (found !== null) {
      setProblem(found);
      setBusy(false);
    }
  };

  const hint = REASONS[reason];
  return (
    <AccountFrame title="PetroConnect" lead="The operations record">
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        {hint !== undefined && problem === null && <p className="rounded-lg bg-brand-soft p-3 text-sm text-brand">{hint}</p>}
        {problem !== null && <Alert>{wordsOf(problem)}</Alert>}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required maxLength={254} />
        <PasswordField label="Password" name="password" autoComplete="current-password" required />
        <Button look="primary" type="submit" disabled={busy} className="mt-2 h-11 w-full">
          {busy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
    </AccountFrame>
  );
}
