import { newId } from "@/reports/ids";
import type { Json } from "@/reports/receipt";

import type { FormField, FormSection, Payload } from "../types";
import { groupOf, nameOf, rowsOf, type Row } from "../words";

/** The payload with another value in one field; `row` names the row of a table. */
export function withField(payload: Payload, section: FormSection, row: Row | null, field: FormField, value: Json): Payload {
  const top = section.pointer.slice(1);
  if (row === null) return { ...payload, [top]: { ...groupOf(payload, section), [nameOf(field)]: value } };
  return { ...payload, [top]: rowsOf(payload, section).map((one) => (one.id === row.id ? { ...one, [nameOf(field)]: value } : one)) };
}

/** With a further row, in which fields may be filled in. */
export function withRow(payload: Payload, section: FormSection, filled: Readonly<Record<string, Json>> = {}): Payload {
  return { ...payload, [section.pointer.slice(1)]: [...rowsOf(payload, section), { id: newId(), ...filled }] };
}

export function withoutRow(payload: Payload, section: FormSection, id: string): Payload {
  return { ...payload, [section.pointer.slice(1)]: rowsOf(payload, section).filter((row) => row.id !== id) };
}

/** Where a field is in the payload now, as findings say it. */
export function pointerOf(section: FormSection, index: number | null, field: FormField): string {
  return index === null ? field.pointer : `${section.pointer}/${index}/${nameOf(field)}`;
}

function offsetAt(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(moment);
  const said = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
  return said === null ? 0 : (said[1] === "-" ? -1 : 1) * (Number(said[2]) * 60 + Number(said[3]));
}

/** The clock on the wall of a zone with its offset; of an hour that comes twice, the first. */
export function momentAt(zone: string, local: string): string {
  const wall = Date.parse(`${local}:00Z`);
  const offsets = [offsetAt(zone, wall - 86_400_000), offsetAt(zone, wall + 86_400_000)].filter((offset) => offsetAt(zone, wall - offset * 60_000) === offset);
  const offset = offsets.length === 0 ? offsetAt(zone, wall) : Math.max(...offsets);
  const minutes = Math.abs(offset);
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
