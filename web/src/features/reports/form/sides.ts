import type { Problem } from "@/api/problem";
import { isGroup, isList } from "@/reports/expressions";
import type { Json } from "@/reports/receipt";

import type { Attachment, Payload } from "../types";

export interface Side {
  readonly payload: Payload;
  readonly attachments: readonly Attachment[];
  readonly reasons: Readonly<Record<string, string>>;
}

/** All sides of a report that two people changed in the same places, as the server tells them (docs/offline.md). */
export interface Sides {
  readonly edition: number;
  readonly mine: Side;
  readonly theirs: Side;
  /** Brought together, with theirs where they differ; null when that would be no report. */
  readonly merged: Side | null;
  readonly conflicts: readonly { readonly part: string; readonly address: string; readonly mine: Json; readonly theirs: Json }[];
}

const CODES = ["edit_conflict", "edition_unknown", "submit_stale"];

/** The sides that a refusal tells. */
export function sidesOf(problem: Problem | null): Sides | null {
  return problem !== null && CODES.includes(problem.code) && problem.sides !== undefined ? (problem.sides as Sides) : null;
}

/** What others wrote, and mine where nobody else wrote anything. */
export function withTheirs({ merged, theirs }: Sides): Side {
  return merged ?? theirs;
}

/** Mine wherever I wrote something, and what others wrote elsewhere. */
export function withMine({ merged, mine, conflicts }: Sides): Side {
  if (merged === null) return mine;
  const kept = conflicts.reduce<Json>((held, one) => put(held, [one.part, ...one.address.split("/").slice(1)], one.mine) ?? null, merged as unknown as Json);
  return kept as unknown as Side;
}

/** The value with another one at an address; a row that is null is taken out, `{order}` puts rows in an order. */
function put(held: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json | undefined {
  if (step === undefined) return isList(held) && isGroup(value) && isList(value.order) ? inOrder(held, value.order) : value;
  if (!isList(held)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const group = isGroup(held) ? held : {};
    return { ...group, [name]: put(group[name], rest, value) };
  }
  const isIt = (row: Json) => isGroup(row) && typeof row.id === "string" && `id:${row.id}` === step;
  if (rest.length === 0 && value === null) return held.filter((row) => !isIt(row));
  if (!held.some(isIt)) return rest.length === 0 ? [...held, value] : held;
  return held.map((row) => (isIt(row) ? (put(row, rest, value) ?? null) : row));
}

function inOrder(rows: readonly Json[], order: readonly Json[]): readonly Json[] {
  const placeOf = (row: Json) => (isGroup(row) ? order.indexOf(row.id ?? null) : -1);
  return [...rows].sort((one, other) => placeOf(one) - placeOf(other));
}
