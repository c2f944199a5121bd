import { useState } from "react";

import type { EnrolledSession, NewSecret } from "@/api/types";
import { Button } from "@/components/Button";
import { FormProblem } from "@/components/FormProblem";
import { NewFactor } from "@/components/NewFactor";
import { RecoveryCodes } from "@/components/RecoveryCodes";
import { useAttempt } from "@/components/useAttempt";
import { useSessionKeeper } from "@/session/session";

import { AccountFrame } from "./AccountFrame";
import { isOver, TookTooLong, type StepProps } from "./step";
import { beginEnrolment, finishEnrolment } from "./requests";

/** Setting up the second factor that the organisation asks for. The session begins on this page once the recovery codes are kept. */
export function EnrolmentSteps({ send, challenge: { challenge }, onDone, onRestart }: StepProps) {
  const keeper = useSessionKeeper();
  const attempt = useAttempt();
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const [enrolled, setEnrolled] = useState<EnrolledSession | null>(null);

  if (enrolled !== null) {
    const enter = () => {
      keeper.enter(enrolled);
      onDone?.();
    };
    return (
      <AccountFrame title="Keep your recovery codes" lead="The second factor is set up.">
        <RecoveryCodes codes={enrolled.recoveryCodes} onKept={enter} />
      </AccountFrame>
    );
  }
  if (isOver(attempt.problem)) return <TookTooLong onRestart={onRestart} />;
  if (secret === null || attempt.problem?.code === "enrolment_missing") {
    return (
      <AccountFrame title="Set up a second factor" lead="Your organisation asks for more than a password.">
        <div className="space-y-4">
          <p className="text-sm text-quiet">You need an authenticator app on your phone. It shows a code of six digits, which you enter whenever you sign in.</p>
          <FormProblem problem={attempt.problem} fields={[]} />
          <Button look="primary" className="h-11 w-full" disabled={attempt.busy} onClick={() => void attempt.run(async () => setSecret(await beginEnrolment(send, challenge)))}>
            {attempt.busy ? "Getting ready…" : "I have an app"}
          </Button>
        </div>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title="Set up a second factor" lead="Your organisation asks for more than a password.">
      <NewFactor secret={secret} attempt={attempt} onConfirm={(code) => void attempt.run(async () => setEnrolled(await finishEnrolment(send, { challenge, code })))} />
    </AccountFrame>
  );
}
