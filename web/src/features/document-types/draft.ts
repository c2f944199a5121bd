import type { DocumentType, DocumentTypeDraft, FieldSpec, FieldType, Unit } from "@/api/types";

/** A field as a form holds it: texts as they were typed. */
export interface FieldDraft {
  /** As the type has it already; null: new here, so that everything about it can still be chosen. */
  readonly saved: FieldSpec | null;
  readonly key: string;
  /** The key follows the label until somebody types one. */
  readonly keyTyped: boolean;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly maxLength: string;
  readonly pattern: string;
  readonly unit: Unit | "";
  readonly minimum: string;
  readonly maximum: string;
  readonly earliest: string;
  readonly latest: string;
  /** One in a line. */
  readonly options: string;
}

/** A type as a form holds it, but for its fields. */
export type TypeDraft = Omit<Required<DocumentTypeDraft>, "fields">;

export const NEW_TYPE: TypeDraft = { code: "", name: "", numberPattern: "{type}-{year}-{seq:4}", manualNumbers: false, reviewRequired: false, acknowledgementRequired: false, acknowledgementRoles: ["operator"] };
export const NEW_FIELD: FieldDraft = {
  saved: null,
  key: "",
  keyTyped: false,
  label: "",
  type: "text",
  required: false,
  maxLength: "",
  pattern: "",
  unit: "",
  minimum: "",
  maximum: "",
  earliest: "",
  latest: "",
  options: "",
};

export function draftOf({ code, name, numberPattern, manualNumbers, reviewRequired, acknowledgementRequired, acknowledgementRoles }: DocumentType): TypeDraft {
  return { code, name, numberPattern, manualNumbers, reviewRequired, acknowledgementRequired, acknowledgementRoles: [...acknowledgementRoles] };
}

function textOf(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

export function fieldDraftOf(spec: FieldSpec): FieldDraft {
  return {
    saved: spec,
    key: spec.key,
    keyTyped: true,
    label: spec.label,
    type: spec.type,
    required: spec.required ?? false,
    maxLength: textOf(spec.maxLength),
    pattern: textOf(spec.pattern),
    unit: spec.unit ?? "",
    minimum: textOf(spec.minimum),
    maximum: textOf(spec.maximum),
    earliest: textOf(spec.earliest),
    latest: textOf(spec.latest),
    options: (spec.options ?? []).join("\n"),
  };
}

function numberOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}

/** The field as the API takes it: only what belongs to its kind. */
export function specOf(draft: FieldDraft): FieldSpec {
  const { type } = draft;
  const options = draft.options.split("\n").map((option) => option.trim());
  return {
    key: draft.key.trim(),
    label: draft.label.trim(),
    type,
    required: draft.required,
    maxLength: type === "text" ? numberOf(draft.maxLength) : null,
    pattern: type === "text" && draft.pattern !== "" ? draft.pattern : null,
    unit: type === "number" && draft.unit !== "" ? draft.unit : null,
    minimum: type === "number" ? numberOf(draft.minimum) : null,
    maximum: type === "number" ? numberOf(draft.maximum) : null,
    earliest: type === "date" && draft.earliest !== "" ? draft.earliest : null,
    latest: type === "date" && draft.latest !== "" ? draft.latest : null,
    options: type === "choice" ? options.filter((option) => option !== "") : null,
  };
}

const LONGEST_KEY = 40;

/** A key that says what the label says: "Test pressure (bar)" is testPressureBar. Another number behind it if it is taken. */
export function keyFor(label: string, taken: readonly string[]): string {
  const words = label.normalize("NFD").replace(/\p{M}/gu, "").split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map((word, index) => (index === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())).join("");
  const key = joined.replace(/^[^a-z]+/, "").slice(0, LONGEST_KEY);
  if (key === "" || !taken.includes(key)) return key;
  for (let number = 2; ; number += 1) {
    const other = `${key.slice(0, LONGEST_KEY - String(number).length)}${number}`;
    if (!taken.includes(other)) return other;
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Only what is to be otherwise than it was: what somebody else changes meanwhile stays as they left it. */
export function changesTo(before: DocumentType, draft: TypeDraft, fields: readonly FieldSpec[]): Partial<DocumentTypeDraft> {
  const changed = Object.entries(draft).filter(([name, value]) => !same(value, before[name as keyof TypeDraft]));
  const ordered = (all: readonly FieldSpec[]) => all.map((field) => specOf(fieldDraftOf(field)));
  return { ...Object.fromEntries(changed), ...(same(ordered(before.fields), ordered(fields)) ? {} : { fields: [...fields] }) };
}
