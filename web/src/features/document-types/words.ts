import type { FieldSpec, FieldType } from "@/api/types";
import { formatDay } from "@/format/format";
import { shownUnit } from "@/format/units";

export const FIELD_TYPES: readonly (readonly [FieldType, string])[] = [
  ["text", "Text"],
  ["number", "Number"],
  ["date", "Date"],
  ["choice", "Choice"],
  ["user", "Person"],
  ["link", "Link"],
];

export function wordOfType(type: FieldType): string {
  return FIELD_TYPES.find(([value]) => value === type)?.[1] ?? type;
}

function between(low: string | null, high: string | null): string | null {
  if (low !== null && high !== null) return `${low} to ${high}`;
  if (low !== null) return `from ${low}`;
  return high === null ? null : `up to ${high}`;
}

/** What a field holds, in one line: "Number in bar, 0 to 1500, required". */
export function wordsOfField(field: FieldSpec): string {
  const textual = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value));
  const day = (value: string | null | undefined) => (value === null || value === undefined ? null : formatDay(value));
  const unit = field.unit ?? null;
  const options = field.options ?? [];
  const parts = [
    `${wordOfType(field.type)}${unit === null ? "" : ` in ${shownUnit(unit)}`}`,
    between(textual(field.minimum), textual(field.maximum)),
    between(day(field.earliest), day(field.latest)),
    field.maxLength ? `at most ${field.maxLength} characters` : null,
    field.pattern ? `as ${field.pattern}` : null,
    options.length > 0 ? `of ${options.length === 1 ? "1 option" : `${options.length} options`}` : null,
    field.required ? "required" : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
