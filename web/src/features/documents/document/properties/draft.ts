import type { FieldSpec, Role } from "@/api/types";

import type { DocumentChange, OneDocument } from "../types";

/** A number as it is typed, with its unit beside it. */
export interface Quantity {
  readonly value: string;
  readonly unit: string | null;
}

/** What is typed into the field of one key: a text for everything but numbers. Empty is no value. */
export type Typed = string | Quantity;

/** The properties of a document as somebody edits them. */
export interface Draft {
  readonly title: string;
  readonly number: string;
  readonly siteId: string | null;
  readonly typeId: string | null;
  readonly discipline: string | null;
  readonly tags: readonly string[];
  /** Roles that must read it besides those its type asks. */
  readonly addedRoles: readonly Role[];
  readonly fields: Readonly<Record<string, Typed>>;
}

type Properties = Pick<OneDocument, "title" | "number" | "siteId" | "typeId" | "discipline" | "tags" | "fields" | "addedAcknowledgementRoles">;

function isQuantity(value: unknown): value is { value: number; unit?: string | null } {
  return typeof value === "object" && value !== null && "value" in value && typeof value.value === "number";
}

/** A stored value as it is typed. */
function typedOf(value: unknown): Typed {
  if (isQuantity(value)) return { value: String(value.value), unit: value.unit ?? null };
  return typeof value === "string" ? value : "";
}

export function isBlank(typed: Typed | undefined): boolean {
  return typed === undefined || (typeof typed === "string" ? typed : typed.value).trim() === "";
}

export function draftOf({ title, number, siteId, typeId, discipline, tags, fields, addedAcknowledgementRoles }: Properties): Draft {
  const typed = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typedOf(value)]));
  return { title, number: number ?? "", siteId, typeId, discipline, tags, addedRoles: addedAcknowledgementRoles, fields: typed };
}

/** The values of a draft that the fields of a type take, each in the form of its field; and the keys of those it has no place for. */
export function fitting(draft: Draft, specs: readonly FieldSpec[]): { readonly fields: Record<string, Typed>; readonly lost: readonly string[] } {
  const fields: Record<string, Typed> = {};
  const lost: string[] = [];
  for (const [key, typed] of Object.entries(draft.fields)) {
    if (isBlank(typed)) continue;
    const spec = specs.find((one) => one.key === key);
    const isNumber = typeof typed !== "string";
    const unfit = spec === undefined || isNumber !== (spec.type === "number") || (spec.type === "choice" && !(spec.options ?? []).includes(typed as string));
    if (unfit) lost.push(key);
    else fields[key] = typed;
  }
  return { fields, lost };
}

/** A draft's values as the API takes them; blank ones are left out, which is how a value is taken away. */
function sentFields(fields: Draft["fields"]): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const [key, typed] of Object.entries(fields)) {
    if (isBlank(typed)) continue;
    if (typeof typed === "string") sent[key] = typed.trim();
    else sent[key] = typed.unit === null ? Number(typed.value) : { value: Number(typed.value), unit: typed.unit };
  }
  return sent;
}

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

/** Keys in one order, as two objects may have come by them in different ones. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sorted = <T extends string>(texts: readonly T[]): T[] => [...texts].sort();

/** Only what differs, so that nobody's change to another property is written over. null: nothing does. */
export function changeOf(before: Draft, after: Draft): DocumentChange | null {
  const change: { -readonly [Name in keyof DocumentChange]: DocumentChange[Name] } = {};
  if (after.title.trim() !== before.title) change.title = after.title.trim();
  if (after.number.trim() !== before.number && after.number.trim() !== "") change.number = after.number.trim();
  if (after.siteId !== before.siteId) change.siteId = after.siteId;
  if (after.typeId !== before.typeId) change.typeId = after.typeId;
  if (after.discipline !== before.discipline) change.discipline = after.discipline;
  if (!same(sorted(after.tags), sorted(before.tags))) change.tags = sorted(after.tags);
  if (!same(sorted(after.addedRoles), sorted(before.addedRoles))) change.addedAcknowledgementRoles = sorted(after.addedRoles);
  // The values always go along with another type: which of them fit it was decided here.
  if (after.typeId !== before.typeId || !same(sentFields(after.fields), sentFields(before.fields))) change.fields = sentFields(after.fields);
  return Object.keys(change).length === 0 ? null : change;
}
