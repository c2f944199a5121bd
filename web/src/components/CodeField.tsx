import { Field } from "./Field";

/** The six digits of an authenticator app, where browsers and keyboards of phones know what to do. */
export function CodeField({ error }: { error?: string | undefined }) {
  return (
    <Field
      label="Code"
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      maxLength={16}
      pattern="\s*([0-9]\s*){6}"
      title="Six digits"
      placeholder="123456"
      hint="The six digits that your authenticator app shows now."
      error={error}
    />
  );
}

/** The digits without the spaces people read them with. */
export function digitsOf(code: string): string {
  return code.replace(/\s/g, "");
}
