import { useState, type SubmitEvent } from "react";
import { Link } from "react-router";

import type { Send } from "@/api/http";
import { sentenceOf } from "@/api/problem";
import type { Challenge } from "@/api/types";
import { Button } from "@/components/Button";
import { errorOf, textsOf } from "@/components/Field";
import { NewPasswordField } from "@/components/NewPasswordField";
import { useAttempt } from "@/components/useAttempt";
import { useSessionKeeper } from "@/session/session";

import { AccountFrame, Alert } from "./AccountFrame";
import { FinishSignIn } from "./FinishSignIn";
import { useLinkToken } from "./linkToken";
import { resetPassword } from "./requests";

/** Behind the link of a letter: another password, and signed in with it. */
export function ResetPage({ send, onDone }: { send: Send; onDone: () => void }) {
  const token = useLinkToken();
  const keeper = useSessionKeeper();
  const attempt = useAttempt();
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { password = "" } = textsOf(event.currentTarget);
    await attempt.run(async () => {
      const due = keeper.enter(await resetPassword(send, { token, password }));
      if (due === null) onDone();
      else setChallenge(due);
    });
  };
  if (challenge !== null) return <FinishSignIn send={send} challenge={challenge} onDone={onDone} onRestart={onDone} />;
  if (attempt.problem?.code === "link_invalid" || token === "") {
    return (
      <AccountFrame title="This link does not work" lead="It works once, for an hour.">
        <Link to="/forgotten-password" className="flex h-11 w-full items-center justify-center rounded-lg bg-brand text-sm font-medium text-on-brand shadow-sm hover:opacity-90">
          Ask for another one
        </Link>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title="Choose a new password" lead="You will be signed out everywhere else.">
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        {attempt.problem !== null && attempt.problem.errors.length === 0 && <Alert>{sentenceOf(attempt.problem)}</Alert>}
        <NewPasswordField error={errorOf(attempt.problem, "password")} />
        <Button look="primary" type="submit" disabled={attempt.busy} className="h-11 w-full">
          {attempt.busy ? "Saving…" : "Set the password and sign in"}
        </Button>
      </form>
    </AccountFrame>
  );
}
