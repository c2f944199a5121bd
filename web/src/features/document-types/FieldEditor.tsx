import type { FieldType, Unit } from "@/api/types";
import { CheckField } from "@/components/CheckField";
import { Field, SelectField, TextField } from "@/components/Field";

import type { FieldDraft } from "./draft";
import { shownUnit, unitsByKind } from "@/format/units";
import { FIELD_TYPES } from "./words";

interface Props {
  readonly field: FieldDraft;
  readonly onChange: (values: Partial<FieldDraft>) => void;
  readonly errorOf: (part: string) => string | undefined;
}

const LARGEST = 1e15;

/** One field: what it is called, what it holds, and what it must keep to. */
export function FieldEditor({ field, onChange, errorOf }: Props) {
  const fixed = field.saved !== null;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Label" required maxLength={80} autoComplete="off" value={field.label} onChange={(event) => onChange({ label: event.target.value })} error={errorOf("label")} />
      <Field
        label="Key"
        required
        maxLength={40}
        pattern="[a-z][a-zA-Z0-9_]*"
        title="A small letter, then letters, digits and _"
        autoComplete="off"
        spellCheck={false}
        readOnly={fixed}
        value={field.key}
        onChange={(event) => onChange({ key: event.target.value, keyTyped: true })}
        hint={fixed ? "Fixed: documents have values under it" : "Its name for machines; it cannot be changed later"}
        error={errorOf("key")}
      />
      <SelectField label="Holds" value={field.type} disabled={field.saved?.type === "user"} onChange={(event) => onChange({ type: event.target.value as FieldType })} hint={hintOfType(field)} error={errorOf("type")}>
        {FIELD_TYPES.filter(([type]) => type !== "user" || field.saved === null || field.saved.type === "user").map(([type, word]) => (
          <option key={type} value={type}>
            {word}
          </option>
        ))}
      </SelectField>
      <Constraints field={field} onChange={onChange} errorOf={errorOf} />
      <div className="sm:col-span-2">
        <CheckField label="Required" checked={field.required} onChange={(event) => onChange({ required: event.target.checked })} />
      </div>
    </div>
  );
}

/** Values of another kind are converted when documents are brought up to the newest version; names of people are not. */
function hintOfType({ saved, type }: FieldDraft): string | undefined {
  if (saved?.type === "user") return "Fixed: people do not become anything else";
  return saved !== null && saved.type !== type ? "Values are converted when documents are brought up to this version" : undefined;
}

function Constraints({ field, onChange, errorOf }: Props) {
  const text = (name: "maxLength" | "pattern" | "minimum" | "maximum" | "earliest" | "latest") => ({
    value: field[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    error: errorOf(name),
  });
  switch (field.type) {
    case "text":
      return (
        <>
          <Field label="At most" type="number" min={1} max={2000} placeholder="200" hint="Characters; 200 if empty" {...text("maxLength")} />
          <Field label="Looks like" maxLength={100} spellCheck={false} autoComplete="off" hint="Such as [A-Z]{2}-\d{4}: letters, \d digit, \w letter or digit, [classes], each with ? * + {n}. Empty: anything" {...text("pattern")} />
        </>
      );
    case "number":
      return (
        <>
          <UnitField field={field} onChange={onChange} error={errorOf("unit")} />
          <div className="grid grid-cols-2 gap-3">
            <Field label="From" type="number" step="any" min={-LARGEST} max={LARGEST} {...text("minimum")} />
            <Field label="To" type="number" step="any" min={-LARGEST} max={LARGEST} {...text("maximum")} />
          </div>
        </>
      );
    case "date":
      return (
        <>
          <Field label="Earliest" type="date" {...text("earliest")} />
          <Field label="Latest" type="date" {...text("latest")} />
        </>
      );
    case "choice":
      return <TextField label="Options" required rows={4} value={field.options} onChange={(event) => onChange({ options: event.target.value })} hint="One in a line, up to 200" error={errorOf("options")} />;
    case "user":
      return <p className="self-center text-sm text-quiet">Somebody of the organisation.</p>;
    case "link":
      return <p className="self-center text-sm text-quiet">An address that begins with https://.</p>;
  }
}

function UnitField({ field, onChange, error }: { field: FieldDraft; onChange: Props["onChange"]; error: string | undefined }) {
  const { saved } = field;
  // What was stored with a unit goes on measuring the same; mere numbers may get a unit.
  const kinds = unitsByKind(saved?.type === "number" ? (saved.unit ?? null) : null);
  return (
    <SelectField label="Unit" value={field.unit} onChange={(event) => onChange({ unit: event.target.value as Unit | "" })} hint="What a number comes in that names no unit" error={error}>
      {(saved?.type !== "number" || saved.unit == null) && <option value="">None</option>}
      {kinds.map(([kind, units]) => (
        <optgroup key={kind} label={kind}>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {shownUnit(unit)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
