import { useId } from "react";

import { Field } from "./Field";

const ZONES = Intl.supportedValuesOf("timeZone");

/** An IANA time zone; typing narrows the choice. */
export function TimeZoneField({ value, error }: { value: string; error: string | undefined }) {
  const id = useId();
  return (
    <>
      <Field label="Time zone" name="timeZone" list={id} required maxLength={64} autoComplete="off" spellCheck={false} defaultValue={value} hint="A place that keeps the same time, such as Europe/Oslo." error={error} />
      <datalist id={id}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

/** Where this browser is. */
export function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
