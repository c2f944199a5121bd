import type { SubmitEvent } from "react";

import { Button } from "@/components/Button";
import { errorOf, PasswordField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { NewPasswordField } from "@/components/NewPasswordField";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";

import { useChangePasswordMutation } from "./requests";

export function PasswordForm({ email }: { email: string }) {
  const [change] = useChangePasswordMutation();
  const attempt = useAttempt();
  const say = useToast();
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { currentPassword = "", password = "" } = textsOf(form);
    if (!(await attempt.run(() => change({ currentPassword, password }).unwrap()))) return;
    form.reset();
    say("Your password was changed. All other sessions were ended.");
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="max-w-sm space-y-4">
      <FormProblem problem={attempt.problem} fields={["currentPassword", "password"]} />
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <PasswordField label="Current password" name="currentPassword" autoComplete="current-password" required error={errorOf(attempt.problem, "currentPassword")} />
      <NewPasswordField error={errorOf(attempt.problem, "password")} />
      <Button look="primary" type="submit" disabled={attempt.busy}>
        {attempt.busy ? "Changing…" : "Change the password"}
      </Button>
    </form>
  );
}
