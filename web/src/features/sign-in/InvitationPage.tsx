import { useCallback, useState, type SubmitEvent } from "react";

import type { Send } from "@/api/http";
import { isMissing, isPassing, sentenceOf } from "@/api/problem";
import type { AnswerOf, Challenge } from "@/api/types";
import { useBehind } from "@/browser/useBehind";
import { Button } from "@/components/Button";
import { errorOf, Field, textsOf } from "@/components/Field";
import { NewPasswordField } from "@/components/NewPasswordField";
import { Skeleton } from "@/components/Skeleton";
import { useAttempt } from "@/components/useAttempt";
import { useSessionKeeper } from "@/session/session";

import { AccountFrame, Alert } from "./AccountFrame";
import { FinishSignIn } from "./FinishSignIn";
import { useLinkToken } from "./linkToken";
import { MicrosoftLogo, Or } from "./MicrosoftLink";
import { acceptInvitation, acceptWithMicrosoft, readInvitation } from "./requests";
import { useMethods } from "./useMethods";

type Invitation = AnswerOf<"read_invitation">;

export function InvitationPage({ send, onDone }: { send: Send; onDone: () => void }) {
  const token = useLinkToken();
  const { found: invitation, problem, again } = useBehind(useCallback((signal: AbortSignal) => readInvitation(send, token, signal), [send, token]));
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  if (problem !== null && isPassing(problem)) {
    return (
      <AccountFrame title="The invitation could not be read" lead={sentenceOf(problem)}>
        <Button look="primary" className="w-full" onClick={again}>
          Try again
        </Button>
      </AccountFrame>
    );
  }
  if (problem !== null) {
    return (
      <AccountFrame title="This invitation does not work" lead={isMissing(problem) ? "The address may have been cut off: open it again from the letter." : sentenceOf(problem)}>
        <p className="text-sm text-quiet">A link works once and for 7 days. Ask the person who invited you to send another one.</p>
        <Button className="mt-6 w-full" onClick={onDone}>
          Go to sign-in
        </Button>
      </AccountFrame>
    );
  }
  if (invitation === null) {
    return (
      <AccountFrame title="PetroConnect" lead="Reading the invitation…">
        <Skeleton label="Reading the invitation" />
      </AccountFrame>
    );
  }
  if (challenge !== null) return <FinishSignIn send={send} challenge={challenge} onDone={onDone} onRestart={onDone} />;
  return (
    <AccountFrame title={`Welcome to ${invitation.organisationName}`} lead={invitation.email}>
      <AcceptForm send={send} token={token} invitation={invitation} onDone={onDone} onChallenge={setChallenge} />
      <MicrosoftInstead send={send} token={token} />
    </AccountFrame>
  );
}

interface AcceptProps {
  readonly send: Send;
  readonly token: string;
  readonly invitation: Invitation;
  readonly onDone: () => void;
  readonly onChallenge: (challenge: Challenge) => void;
}

function AcceptForm({ send, token, invitation, onDone, onChallenge }: AcceptProps) {
  const keeper = useSessionKeeper();
  const attempt = useAttempt();
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = "", password = "" } = textsOf(event.currentTarget);
    await attempt.run(async () => {
      const due = keeper.enter(await acceptInvitation(send, { token, name: name.trim(), password }));
      if (due === null) onDone();
      else onChallenge(due);
    });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      {attempt.problem !== null && attempt.problem.errors.length === 0 && <Alert>{sentenceOf(attempt.problem)}</Alert>}
      <input type="hidden" name="email" autoComplete="username" value={invitation.email} readOnly />
      <Field label="Your name" name="name" autoComplete="name" required maxLength={120} defaultValue={invitation.name} error={errorOf(attempt.problem, "name")} />
      <NewPasswordField label="Password" error={errorOf(attempt.problem, "password")} />
      <Button look="primary" type="submit" disabled={attempt.busy} className="h-11 w-full">
        {attempt.busy ? "Joining…" : "Join"}
      </Button>
    </form>
  );
}

function MicrosoftInstead({ send, token }: { send: Send; token: string }) {
  const methods = useMethods(send);
  const attempt = useAttempt();
  if (!methods.includes("entra")) return null;
  const leave = async () => window.location.assign((await acceptWithMicrosoft(send, token)).url);
  return (
    <>
      <Or />
      {attempt.problem !== null && <Alert>{sentenceOf(attempt.problem)}</Alert>}
      <Button className="h-11 w-full gap-3" disabled={attempt.busy} onClick={() => void attempt.run(leave)}>
        <MicrosoftLogo />
        Join with a Microsoft account
      </Button>
    </>
  );
}
