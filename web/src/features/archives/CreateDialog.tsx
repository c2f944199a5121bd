import { useState, type SubmitEvent } from "react";

import { Button } from "@/components/Button";
import { CodeField, digitsOf } from "@/components/CodeField";
import { Dialog } from "@/components/Dialog";
import { errorOf, PasswordField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";
import { useMe } from "@/session/session";

import { useCreateArchiveMutation } from "./requests";

/** Who takes everything away says once more who they are. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const [create] = useCreateArchiveMutation();
  const [byCode, setByCode] = useState(false);
  const attempt = useAttempt();
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { code = "", password = "" } = textsOf(event.currentTarget);
    if (await attempt.run(() => create(byCode ? { code: digitsOf(code) } : { password }).unwrap())) onClose();
  };
  const wrong = attempt.problem?.code === "proof_wrong" ? "This is not right." : undefined;
  return (
    <Dialog title="Make an archive" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="space-y-4">
        <p className="text-sm text-quiet">Whoever has the archive has everything. So prove once more who you are: with your password, or with a code of your authenticator app.</p>
        <FormProblem problem={wrong === undefined ? attempt.problem : null} fields={["code", "password"]} />
        <input type="hidden" name="email" autoComplete="username" value={me?.email ?? ""} readOnly />
        {byCode ? <CodeField error={wrong ?? errorOf(attempt.problem, "code")} /> : <PasswordField label="Your password" name="password" autoComplete="current-password" required error={wrong ?? errorOf(attempt.problem, "password")} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="quiet" className="mr-auto" onClick={() => setByCode(!byCode)}>
            {byCode ? "Use the password" : "Use a code"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {attempt.busy ? "Beginning…" : "Make it"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
