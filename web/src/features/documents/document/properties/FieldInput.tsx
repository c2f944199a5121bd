import { useId } from "react";

import { usePersonName } from "@/api/people";
import type { FieldSpec } from "@/api/types";
import { Button } from "@/components/Button";
import { Field, SelectField } from "@/components/Field";
import { PersonField } from "@/components/PersonField";
import { useMay, useMe } from "@/session/session";

import type { Typed } from "./draft";
import { shownUnit, unitsLike } from "@/format/units";

interface Props {
  readonly spec: FieldSpec;
  readonly value: Typed | undefined;
  readonly onChange: (value: Typed) => void;
  readonly error: string | undefined;
}

const DEFAULT_LENGTH = 200;

/** The field of one key, of the kind its type says. */
export function FieldInput({ spec, value, onChange, error }: Props) {
  const text = typeof value === "string" ? value : "";
  const common = { label: spec.required ? `${spec.label} (needed)` : spec.label, required: spec.required, error };
  switch (spec.type) {
    case "number":
      return <NumberInput spec={spec} value={value} onChange={onChange} error={error} />;
    case "date":
      return <Field {...common} type="date" min={spec.earliest ?? undefined} max={spec.latest ?? undefined} value={text} onChange={(event) => onChange(event.target.value)} />;
    case "choice":
      return (
        <SelectField {...common} value={text} onChange={(event) => onChange(event.target.value)}>
          <option value="">None</option>
          {(spec.options ?? []).map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </SelectField>
      );
    case "user":
      return <UserInput spec={spec} value={text} onChange={onChange} error={error} />;
    case "link":
      return <Field {...common} type="url" placeholder="https://" maxLength={2000} value={text} onChange={(event) => onChange(event.target.value)} />;
    case "text":
      return <Field {...common} maxLength={spec.maxLength ?? DEFAULT_LENGTH} hint={spec.pattern == null ? undefined : `Looks like ${spec.pattern}`} value={text} onChange={(event) => onChange(event.target.value)} />;
  }
}

function rangeOf({ minimum, maximum, unit }: FieldSpec): string | undefined {
  const suffix = unit == null ? "" : ` ${shownUnit(unit)}`;
  if (minimum != null && maximum != null) return `${minimum} to ${maximum}${suffix}`;
  if (minimum != null) return `At least ${minimum}${suffix}`;
  return maximum == null ? undefined : `At most ${maximum}${suffix}`;
}

function NumberInput({ spec, value, onChange, error }: Props) {
  const now = typeof value === "object" ? value : { value: "", unit: spec.unit ?? null };
  const label = spec.required ? `${spec.label} (needed)` : spec.label;
  return (
    <div className={spec.unit == null ? "" : "grid grid-cols-[1fr_7rem] items-start gap-2"}>
      <Field label={label} type="number" step="any" inputMode="decimal" required={spec.required} hint={rangeOf(spec)} error={error} value={now.value} onChange={(event) => onChange({ ...now, value: event.target.value })} />
      {spec.unit != null && (
        <SelectField label="Unit" aria-label={`Unit of ${spec.label}`} value={now.unit ?? spec.unit} onChange={(event) => onChange({ ...now, unit: event.target.value })}>
          {unitsLike(spec.unit).map((unit) => (
            <option key={unit} value={unit}>
              {shownUnit(unit)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

/** Who may not read the directory can still name themselves, and leave somebody as they are. */
function UserInput({ spec, value, onChange, error }: Props & { value: string }) {
  const id = useId();
  const me = useMe();
  const mayFind = useMay("users:read");
  const name = usePersonName(value === "" ? null : value);
  const label = spec.required ? `${spec.label} (needed)` : spec.label;
  if (value !== "" || !mayFind) {
    return (
      <div role="group" aria-labelledby={id}>
        <p id={id} className="text-sm font-medium">
          {label}
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-2 text-sm">
          <span className="mr-auto">{name}</span>
          {value !== "" && <Button onClick={() => onChange("")}>Remove</Button>}
          {!mayFind && me !== null && value !== me.id && <Button onClick={() => onChange(me.id)}>Name me</Button>}
        </div>
        {error !== undefined && <p className="mt-1 text-xs text-bad">{error}</p>}
      </div>
    );
  }
  return <PersonField label={label} error={error} onChoose={(person) => onChange(person.id)} />;
}
