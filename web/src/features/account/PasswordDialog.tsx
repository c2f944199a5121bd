import type { SubmitEvent } from "react";

import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, PasswordField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly email: string;
  readonly confirmLabel: string;
  readonly look?: "primary" | "danger";
  readonly onClose: () => void;
  readonly onPassword: (password: string) => Promise<void>;
}

/** Something that an unattended computer must not do for whoever finds it. */
export function PasswordDialog({ title, onClose, ...form }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <ProofForm onClose={onClose} {...form} />
    </Dialog>
  );
}

export function ProofForm({ lead, email, confirmLabel, look = "primary", onClose, onPassword }: Omit<Props, "title">) {
  const attempt = useAttempt();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { password = "" } = textsOf(event.currentTarget);
    void attempt.run(() => onPassword(password));
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <p className="text-sm text-quiet">{lead}</p>
      <FormProblem problem={attempt.problem} fields={["password"]} />
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <PasswordField label="Your password" name="password" autoComplete="current-password" required error={errorOf(attempt.problem, "password")} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onClose}>Cancel</Button>
        <Button look={look} type="submit" disabled={attempt.busy}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
