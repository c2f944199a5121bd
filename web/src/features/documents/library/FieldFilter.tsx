import { useReadDocumentTypeQuery } from "@/api/documentTypes";
import type { FieldSpec } from "@/api/types";
import { Field, SelectField } from "@/components/Field";

import { useTyped } from "./useTyped";

interface Props {
  readonly typeId: string;
  /** `key:value`, or empty. */
  readonly value: string;
  readonly onChange: (field: string) => void;
  /** The field the person chose before there is a value to look for. */
  readonly chosenKey: string;
  readonly onKey: (key: string) => void;
}

export function splitField(field: string): readonly [key: string, value: string] {
  const colon = field.indexOf(":");
  return colon < 0 ? [field, ""] : [field.slice(0, colon), field.slice(colon + 1)];
}

/** One custom field of the chosen type, and what it must hold. */
export function FieldFilter({ typeId, value, onChange, chosenKey, onKey }: Props) {
  const { data: type } = useReadDocumentTypeQuery(typeId, { skip: typeId === "" });
  const offered = type?.fields.filter((field) => field.type !== "user") ?? [];
  const [keyInUse, held] = splitField(value);
  const key = keyInUse === "" ? chosenKey : keyInUse;
  const spec = offered.find((field) => field.key === key);
  const hint = typeId === "" ? "Choose a type first" : offered.length === 0 ? "The type has no fields to look in" : undefined;
  const give = (text: string) => onChange(text === "" ? "" : `${key}:${text}`);
  return (
    <div className="space-y-3">
      <SelectField
        label="Field"
        value={spec === undefined ? "" : key}
        disabled={offered.length === 0}
        hint={hint}
        onChange={(event) => {
          onKey(event.target.value);
          onChange("");
        }}
      >
        <option value="">Any</option>
        {offered.map((field) => (
          <option key={field.key} value={field.key}>
            {field.label}
          </option>
        ))}
      </SelectField>
      {spec !== undefined && <Value key={key} spec={spec} value={held} onGive={give} />}
    </div>
  );
}

function Value({ spec, value, onGive }: { spec: FieldSpec; value: string; onGive: (text: string) => void }) {
  const [typed, type] = useTyped(value, onGive);
  if (spec.type === "choice") {
    return (
      <SelectField label={spec.label} value={value} onChange={(event) => onGive(event.target.value)}>
        <option value="">Any</option>
        {spec.options?.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </SelectField>
    );
  }
  if (spec.type === "date") return <Field label={spec.label} type="date" value={value} onChange={(event) => onGive(event.target.value)} />;
  const hint = spec.type === "number" ? (spec.unit === null ? "The number as it was entered" : `As it was entered, or with a unit: 12.5 ${spec.unit}`) : "Exactly this";
  return <Field label={spec.label} value={typed} maxLength={400} autoComplete="off" hint={hint} onChange={(event) => type(event.target.value)} />;
}
