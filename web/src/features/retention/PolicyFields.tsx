import { useState } from "react";

import type { DocumentTypeRow, RetentionPolicy } from "@/api/types";
import { Field, SelectField } from "@/components/Field";

import { ACTIONS, EVENTS, sentenceOf, type Action, type Event } from "./words";

interface Props {
  readonly policy: RetentionPolicy;
  readonly types: readonly DocumentTypeRow[];
  readonly onChange: (change: Partial<RetentionPolicy>) => void;
  readonly errorOf: (part: string) => string | undefined;
}

const MOST_DAYS = 36_500;
const UNITS: readonly (readonly [days: number, word: string])[] = [
  [1, "days"],
  [365, "years of 365 days"],
];

/** One policy, with what it comes to in words. */
export function PolicyFields({ policy, types, onChange, errorOf }: Props) {
  const { name, typeId, event, days, action } = policy;
  const nameOf = (id: string) => types.find((type) => type.id === id)?.name ?? "…";
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Name" required maxLength={120} autoComplete="off" value={name} onChange={({ target }) => onChange({ name: target.value })} error={errorOf("name")} />
      <SelectField label="For" value={typeId ?? ""} onChange={({ target }) => onChange({ typeId: target.value === "" ? null : target.value })} error={errorOf("typeId")}>
        <option value="">Every type without a policy of its own</option>
        {typeId !== null && !types.some(({ id }) => id === typeId) && <option value={typeId}>…</option>}
        {types.map((type) => (
          <option key={type.id} value={type.id}>
            {type.status === "retired" ? `${type.name} (retired)` : type.name}
          </option>
        ))}
      </SelectField>
      <SelectField label="Do this" value={action} onChange={({ target }) => onChange({ action: target.value as Action })} error={errorOf("action")}>
        {ACTIONS.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </SelectField>
      <Period days={days} onChange={(next) => onChange({ days: next })} error={errorOf("days")} />
      <SelectField label="After" value={event} onChange={({ target }) => onChange({ event: target.value as Event })} hint="Until it happens, the policy says nothing" error={errorOf("event")}>
        {EVENTS.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </SelectField>
      <p aria-live="polite" className={`rounded-lg p-3 text-sm break-words sm:col-span-2 ${action === "delete" ? "bg-bad-soft text-bad" : "bg-raised text-quiet"}`}>
        {sentenceOf(policy, nameOf)}
      </p>
    </div>
  );
}

/** A number of days, counted in years where people think in years. */
function Period({ days, onChange, error }: { days: number; onChange: (days: number) => void; error: string | undefined }) {
  const [unit, setUnit] = useState(days > 0 && days % 365 === 0 ? 365 : 1);
  const choose = (next: number) => {
    setUnit(next);
    onChange(Math.max(1, Math.round(days / next)) * next);
  };
  return (
    <div className="grid grid-cols-[1fr_1.4fr] items-start gap-2">
      <Field label="When this long" type="number" required min={1} max={Math.floor(MOST_DAYS / unit)} step={1} value={days === 0 ? "" : days / unit} onChange={({ target }) => onChange(Number(target.value) * unit)} error={error} />
      <SelectField label="Counted in" value={unit} onChange={({ target }) => choose(Number(target.value))}>
        {UNITS.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
