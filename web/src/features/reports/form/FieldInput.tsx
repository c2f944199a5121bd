import { useState, type ReactNode } from "react";

import { Field, SelectField, TextField } from "@/components/Field";
import { shownUnit } from "@/format/units";
import { isGroup } from "@/reports/expressions";
import type { Json } from "@/reports/receipt";

import { AttachmentField } from "../files/AttachmentField";
import type { FormField } from "../types";
import { momentAt } from "./payload";

interface Props {
  readonly field: FormField;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
  /** What stands against it now. */
  readonly error: string | undefined;
  /** What the reviewer said about it. */
  readonly mark: string | undefined;
  readonly zone: string;
  /** The id of a datalist of activity codes. */
  readonly codes: string;
}

/** One field as its definition describes it; what is emptied is null. */
export function FieldInput({ mark, ...props }: Props) {
  return (
    <div className={`min-w-0 ${props.field.widget === "prose" ? "sm:col-span-full" : ""}`}>
      <Input {...props} />
      {mark !== undefined && <p className="mt-1 rounded-lg bg-warn-soft px-3 py-2 text-sm whitespace-pre-line text-warn">{mark}</p>}
    </div>
  );
}

function Input({ field, value, onChange, error, zone, codes }: Omit<Props, "mark">): ReactNode {
  const common = { label: field.label, hint: field.help ?? undefined, error };
  const text = typeof value === "string" ? value : "";
  const give = (typed: string) => onChange(typed === "" ? null : typed);
  if (field.widget === "prose") return <TextField {...common} rows={3} maxLength={4000} value={text} onChange={(event) => give(event.target.value)} />;
  if (field.widget === "date") return <Field {...common} type="date" value={text} onChange={(event) => give(event.target.value)} />;
  if (field.widget === "moment") return <Field {...common} type="datetime-local" value={text.slice(0, 16)} onChange={(event) => onChange(event.target.value === "" ? null : momentAt(zone, event.target.value))} />;
  if (field.widget === "quantity") return <Quantity key={field.pointer} {...common} field={field} value={value} onChange={onChange} />;
  if (field.widget === "number" || field.widget === "count") return <Figure {...common} whole={field.widget === "count"} value={typeof value === "number" ? value : null} onChange={onChange} />;
  if (field.widget === "toggle") return <Choice {...common} options={[["true", "Yes"], ["false", "No"]]} value={typeof value === "boolean" ? String(value) : ""} onChange={(chosen) => onChange(chosen === "" ? null : chosen === "true")} />;
  if (field.widget === "choice") return <Choice {...common} options={(field.choices ?? []).map((one) => [one, one.replaceAll("_", " ")])} value={text} onChange={give} />;
  if (field.widget === "attachment") return <AttachmentField {...common} value={value} onChange={onChange} />;
  return <Field {...common} maxLength={200} autoComplete="off" list={field.widget === "activityCode" ? codes : undefined} value={text} onChange={(event) => give(event.target.value)} />;
}

interface Common {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

function Choice({ options, onChange, ...common }: Common & { options: readonly (readonly [string, string])[]; value: string; onChange: (value: string) => void }) {
  return (
    <SelectField {...common} onChange={(event) => onChange(event.target.value)}>
      <option value="">–</option>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </SelectField>
  );
}

/** A number as it is typed; what is no number yet is kept in the box and null in the report. */
function useFigure(value: number | null, onChange: (value: number | null) => void, whole = false) {
  const [typed, setTyped] = useState(value === null ? "" : String(value));
  const parsed = parse(typed, whole);
  const shown = parsed === value || (value === null && typed !== "" && parsed === null) ? typed : value === null ? "" : String(value);
  const change = (text: string) => {
    setTyped(text);
    onChange(parse(text, whole));
  };
  return { shown, change, broken: shown.trim() !== "" && parse(shown, whole) === null };
}

function parse(text: string, whole: boolean): number | null {
  const clean = text.trim().replace(",", ".");
  const figure = Number(clean);
  return clean === "" || !Number.isFinite(figure) || (whole && !Number.isInteger(figure)) ? null : figure;
}

function Figure({ value, onChange, whole, error, ...common }: Common & { value: number | null; onChange: (value: Json) => void; whole: boolean }) {
  const { shown, change, broken } = useFigure(value, onChange, whole);
  return <Field {...common} inputMode="decimal" autoComplete="off" value={shown} error={broken ? "This is no number" : error} onChange={(event) => change(event.target.value)} />;
}

function Quantity({ field, value, onChange, error, label, hint }: Common & { field: FormField; value: Json | undefined; onChange: (value: Json) => void }) {
  const units = field.units ?? [];
  const held = isGroup(value) ? value : null;
  const figure = typeof held?.value === "number" ? held.value : null;
  const [chosen, setChosen] = useState(typeof held?.unit === "string" ? held.unit : (units[0] ?? ""));
  const unit = typeof held?.unit === "string" ? held.unit : chosen;
  const { shown, change, broken } = useFigure(figure, (given) => onChange(given === null ? null : { value: given, unit }));
  const swap = (other: string) => {
    setChosen(other);
    if (figure !== null) onChange({ value: figure, unit: other });
  };
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <Field label={label} hint={hint} error={broken ? "This is no number" : error} inputMode="decimal" autoComplete="off" value={shown} onChange={(event) => change(event.target.value)} />
      </div>
      <select aria-label={`Unit of ${label}`} className="mt-6 h-11 w-24 rounded-lg border border-line bg-surface px-2 text-sm text-ink" value={unit} onChange={(event) => swap(event.target.value)}>
        {units.map((one) => (
          <option key={one} value={one}>
            {shownUnit(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
