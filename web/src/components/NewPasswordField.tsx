import { PasswordField } from "./Field";

/** Whatever else the organisation asks of passwords, the API says when it is not enough. */
const MIN_LENGTH = 12;

export function NewPasswordField({ label = "New password", error }: { label?: string; error: string | undefined }) {
  return (
    <PasswordField
      label={label}
      name="password"
      autoComplete="new-password"
      required
      minLength={MIN_LENGTH}
      hint={`At least ${MIN_LENGTH} characters. Several unrelated words are good.`}
      error={error}
    />
  );
}
