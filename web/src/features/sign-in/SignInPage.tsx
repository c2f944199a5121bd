import { useState, type SubmitEvent } from "react";
import { Link, useLocation } from "react-router";

import type { Send } from "@/api/http";
import { sentenceOf, type Problem } from "@/api/problem";
import type { Challenge } from "@/api/types";
import { Button } from "@/components/Button";
import { Field, PasswordField, textsOf } from "@/components/Field";
import { Notice } from "@/components/Notice";
import { useAttempt } from "@/components/useAttempt";
import type { EndReason } from "@/session/keeper";
import { useSessionKeeper } from "@/session/session";

import { AccountFrame, Alert } from "./AccountFrame";
import { FinishSignIn } from "./FinishSignIn";
import { MicrosoftLink } from "./MicrosoftLink";
import { signIn } from "./requests";
import { useMethods } from "./useMethods";
import { wordsOfCode } from "./words";

const REASONS: Partial<Record<EndReason, string>> = {
  expired: "Your session has ended. Sign in to go on.",
  revoked: "Your session was ended for safety. Sign in again, and tell your administrator if you do not know why.",
  "left-elsewhere": "You signed out in another tab.",
};

function wordsOf(problem: Problem): string {
  if (problem.code === "invalid_credentials") return "E-mail address or password is wrong.";
  if (problem.status === 422) return "Enter a complete e-mail address and your password.";
  return sentenceOf(problem);
}

export function SignInPage({ send, reason }: { send: Send; reason: EndReason }) {
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  if (challenge !== null) return <FinishSignIn send={send} challenge={challenge} onRestart={() => setChallenge(null)} />;
  return (
    <AccountFrame title="PetroConnect" lead="The operations record">
      <PasswordForm send={send} reason={reason} onChallenge={setChallenge} />
    </AccountFrame>
  );
}

function PasswordForm({ send, reason, onChallenge }: { send: Send; reason: EndReason; onChallenge: (challenge: Challenge) => void }) {
  const keeper = useSessionKeeper();
  const methods = useMethods(send);
  const { pathname, search } = useLocation();
  const cameBackWith = pathname === "/sign-in" ? new URLSearchParams(search).get("error") : null;
  const attempt = useAttempt();

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email = "", password = "" } = textsOf(event.currentTarget);
    await attempt.run(async () => {
      const challenge = keeper.enter(await signIn(send, { email: email.trim(), password }));
      if (challenge !== null) onChallenge(challenge);
    });
  };

  const hint = REASONS[reason];
  return (
    <>
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        {cameBackWith !== null && attempt.problem === null && !attempt.busy && <Alert>{wordsOfCode(cameBackWith)}</Alert>}
        {hint !== undefined && attempt.problem === null && <Notice>{hint}</Notice>}
        {attempt.problem !== null && <Alert>{wordsOf(attempt.problem)}</Alert>}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required maxLength={254} />
        <PasswordField label="Password" name="password" autoComplete="current-password" required />
        <Button look="primary" type="submit" disabled={attempt.busy} className="mt-2 h-11 w-full">
          {attempt.busy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      <p className="mt-4 text-center text-sm">
        <Link to="/forgotten-password" className="inline-block rounded-lg px-2 py-1 text-brand hover:underline">
          Forgotten your password?
        </Link>
      </p>
      {methods.includes("entra") && <MicrosoftLink returnTo={pathname === "/sign-in" ? "/" : pathname + search} />}
    </>
  );
}
