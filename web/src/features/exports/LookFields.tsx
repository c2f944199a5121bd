import { useId } from "react";

import type { Problem } from "@/api/problem";
import { CheckField } from "@/components/CheckField";
import { errorOf, Field, SelectField } from "@/components/Field";

import { OWN_ZONE, type Look } from "./selection";
import { FORMATS, UNITS, type Format, type Units } from "./words";

const ZONES = Intl.supportedValuesOf("timeZone");

interface Props {
  readonly value: Look;
  readonly onChange: (value: Look) => void;
  readonly problem: Problem | null;
  /** What stands on the file where no title is given. */
  readonly untitled: string;
}

/** What the file looks like. */
export function LookFields({ value, onChange, problem, untitled }: Props) {
  const zones = useId();
  return (
    <>
      <SelectField label="Units" value={value.units} onChange={(event) => onChange({ ...value, units: event.target.value as Units })}>
        {Object.entries(UNITS).map(([units, word]) => (
          <option key={units} value={units}>
            {word}
          </option>
        ))}
      </SelectField>
      <SelectField label="Times" value={value.zone === null ? "site" : "zone"} onChange={(event) => onChange({ ...value, zone: event.target.value === "site" ? null : OWN_ZONE })}>
        <option value="site">Clock of each report&apos;s site</option>
        <option value="zone">One time zone for all</option>
      </SelectField>
      {value.zone !== null && (
        <>
          <Field label="Time zone" list={zones} required maxLength={64} autoComplete="off" spellCheck={false} hint="A place that keeps the same time, such as Europe/Oslo." value={value.zone} onChange={(event) => onChange({ ...value, zone: event.target.value })} error={errorOf(problem, "zone")} />
          <datalist id={zones}>
            {ZONES.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
      <Field label="Title" hint={untitled} maxLength={120} autoComplete="off" value={value.title} onChange={(event) => onChange({ ...value, title: event.target.value })} error={errorOf(problem, "title")} />
      {value.format === "csv" && <CheckField label="For Excel" hint="Begins with a byte order mark, by which Excel knows the letters" checked={value.bom} onChange={(event) => onChange({ ...value, bom: event.target.checked })} />}
    </>
  );
}

export function FormatField({ value, onChange }: { value: Format; onChange: (format: Format) => void }) {
  return (
    <SelectField label="Format" hint={FORMATS[value][1]} value={value} onChange={(event) => onChange(event.target.value as Format)}>
      {Object.entries(FORMATS).map(([format, [word]]) => (
        <option key={format} value={format}>
          {word}
        </option>
      ))}
    </SelectField>
  );
}
