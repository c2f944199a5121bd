import { useEffect, useRef, useState, type SubmitEvent } from "react";

import { sentenceOf } from "@/api/problem";
import { Button } from "@/components/Button";
import { CodeField, digitsOf } from "@/components/CodeField";
import { errorOf, Field, textsOf } from "@/components/Field";
import { useAttempt } from "@/components/useAttempt";
import { useSessionKeeper } from "@/session/session";

import { AccountFrame, Alert } from "./AccountFrame";
import { isOver, TookTooLong, type StepProps } from "./step";
import { verifySecondFactor } from "./requests";

export function SecondFactorForm({ send, challenge: { challenge }, onDone, onRestart }: StepProps) {
  const keeper = useSessionKeeper();
  const attempt = useAttempt();
  const [recovering, setRecovering] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), [recovering]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { code = "", recoveryCode = "" } = textsOf(event.currentTarget);
    const proof = recovering ? { recoveryCode: recoveryCode.trim() } : { code: digitsOf(code) };
    const done = await attempt.run(async () => keeper.enter(await verifySecondFactor(send, { challenge, ...proof })));
    if (done) onDone?.();
  };
  const change = () => {
    attempt.forget();
    setRecovering(!recovering);
  };
  if (isOver(attempt.problem)) return <TookTooLong onRestart={onRestart} />;
  return (
    <AccountFrame title="One more step" lead={recovering ? "Sign in with one of the recovery codes you kept." : "Your account asks for a second factor."}>
      <form ref={form} onSubmit={(event) => void submit(event)} className="space-y-4">
        {attempt.problem !== null && attempt.problem.errors.length === 0 && <Alert>{sentenceOf(attempt.problem)}</Alert>}
        {recovering ? (
          <Field
            label="Recovery code"
            name="recoveryCode"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            maxLength={64}
            hint="Each works once."
            error={errorOf(attempt.problem, "recoveryCode")}
          />
        ) : (
          <CodeField error={errorOf(attempt.problem, "code")} />
        )}
        <Button look="primary" type="submit" disabled={attempt.busy} className="h-11 w-full">
          {attempt.busy ? "Signing in…" : "Sign in"}
        </Button>
        <div className="flex flex-wrap justify-center gap-2">
          <Button look="quiet" onClick={change}>
            {recovering ? "Use the authenticator app" : "Use a recovery code"}
          </Button>
          <Button look="quiet" onClick={onRestart}>
            Begin again
          </Button>
        </div>
      </form>
    </AccountFrame>
  );
}
