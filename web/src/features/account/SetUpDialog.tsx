import { useState } from "react";

import type { NewSecret } from "@/api/types";
import { Dialog } from "@/components/Dialog";
import { NewFactor } from "@/components/NewFactor";
import { RecoveryCodes } from "@/components/RecoveryCodes";
import { useAttempt } from "@/components/useAttempt";

import { ProofForm } from "./PasswordDialog";
import { useBeginSecondFactorMutation, useConfirmSecondFactorMutation } from "./requests";

/** Password, then the secret, then the recovery codes. Nothing changes before the secret is confirmed. */
export function SetUpDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const [begin] = useBeginSecondFactorMutation();
  const [confirm] = useConfirmSecondFactorMutation();
  const attempt = useAttempt();
  const [secret, setSecret] = useState<NewSecret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <CodesDialog codes={codes} onClose={onClose} />;
  return (
    <Dialog title="Set up a second factor" onClose={onClose}>
      {secret === null ? (
        <ProofForm
          lead="You need an authenticator app on your phone. What you have now goes on working until the new one is confirmed."
          email={email}
          confirmLabel="Go on"
          onClose={onClose}
          onPassword={async (password) => setSecret(await begin(password).unwrap())}
        />
      ) : (
        <NewFactor secret={secret} attempt={attempt} onConfirm={(code) => void attempt.run(async () => setCodes((await confirm(code).unwrap()).recoveryCodes))} />
      )}
    </Dialog>
  );
}

export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog title="Keep your recovery codes" onClose={onClose}>
      <RecoveryCodes codes={codes} onKept={onClose} />
    </Dialog>
  );
}
