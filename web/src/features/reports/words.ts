import type { ReportState } from "@/api/types";
import type { Mood } from "@/components/Badge";
import { REPORT_STATES } from "@/format/reportTypes";
import { shownUnit } from "@/format/units";
import { isGroup, isList } from "@/reports/expressions";
import type { Json } from "@/reports/receipt";

import type { Change, Definition, FormField, FormSection, Payload } from "./types";

export const STATES: Readonly<Record<ReportState, readonly [word: string, mood: Mood]>> = {
  draft: [REPORT_STATES.draft, "calm"],
  submitted: [REPORT_STATES.submitted, "brand"],
  in_review: [REPORT_STATES.in_review, "brand"],
  changes_requested: [REPORT_STATES.changes_requested, "warn"],
  approved: [REPORT_STATES.approved, "good"],
  final: [REPORT_STATES.final, "good"],
};

/** "daily_drilling" as people read it, until its definition has come. */
export function wordOfType(type: string, known?: readonly { readonly type: string; readonly label: string }[]): string {
  const word = type.replaceAll("_", " ");
  return known?.find((one) => one.type === type)?.label ?? word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a field holds; nothing is not 0, and shown as a dash. */
export function textOf(value: Json | undefined): string {
  if (isEmpty(value)) return "–";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (isGroup(value) && "unit" in value) return `${textOf(value.value)} ${shownUnit(textOf(value.unit))}`;
  if (isList(value)) return value.map(textOf).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : momentOf(String(value));
}

/** A moment as the clock on the wall showed it; its offset is told only where hours come twice. */
function momentOf(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? `${text.slice(0, 10)} ${text.slice(11, 16)}` : text;
}

export function isEmpty(value: Json | undefined): boolean {
  return value === null || value === undefined || value === "" || (isGroup(value) && "unit" in value && (value.value === null || value.value === undefined));
}

/** Name of a field within its group or row: the last step of its pointer. */
export function nameOf(field: FormField): string {
  return field.pointer.slice(field.pointer.lastIndexOf("/") + 1);
}

export function groupOf(payload: Payload, section: FormSection): Payload {
  const held = payload[section.pointer.slice(1)];
  return isGroup(held) ? held : {};
}

export type Row = Payload & { readonly id: string };

export function rowsOf(payload: Payload, section: FormSection): readonly Row[] {
  const held = payload[section.pointer.slice(1)];
  return isList(held) ? held.filter((row): row is Row => isGroup(row) && typeof row.id === "string") : [];
}

/** Names a field in a way that survives rows being moved, as marks do. */
export function addressOf(section: FormSection, row: Row | null, field: FormField): string {
  return row === null ? field.pointer : `${section.pointer}/id:${row.id}/${nameOf(field)}`;
}

/** An address in words: "Time log, row 2: Remark". */
export function placeOf(definition: Definition, payload: Payload, address: string): string {
  const [, top = "", second, third] = address.split("/");
  const section = definition.sections.find(({ pointer }) => pointer === `/${top}`);
  if (section === undefined) return address;
  const labelOf = (name: string | undefined) => section.fields.find((field) => nameOf(field) === name)?.label ?? name;
  if (second === undefined) return section.label;
  if (!second.startsWith("id:")) return `${section.label}: ${labelOf(second)}`;
  const index = rowsOf(payload, section).findIndex(({ id }) => `id:${id}` === second);
  const row = `${section.label}, ${index < 0 ? "a row that is gone" : `row ${index + 1}`}`;
  return third === undefined ? row : `${row}: ${labelOf(third)}`;
}

export const CHANGES: Readonly<Record<Change["kind"], string>> = { changed: "Changed", added: "Added", removed: "Removed", moved: "Moved" };
