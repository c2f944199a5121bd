import { useState } from "react";

/** One row of a list that a form edits; `row` tells it from the others as long as the form is open. */
export type Rowed<T> = T & { readonly row: number };

export interface Rows<T> {
  readonly rows: readonly Rowed<T>[];
  readonly add: (value: T) => void;
  readonly change: (row: number, change: Partial<T>) => void;
  readonly remove: (row: number) => void;
  /** One place up or down. */
  readonly move: (row: number, by: -1 | 1) => void;
  readonly reset: (values: readonly T[]) => void;
}

/** A list that a form edits as a whole. */
export function useRows<T extends object>(first: readonly T[]): Rows<T> {
  const [held, setHeld] = useState(() => numbered(first, 0));
  const { rows, next } = held;
  return {
    rows,
    add: (value) => setHeld({ rows: [...rows, { ...value, row: next }], next: next + 1 }),
    change: (row, change) => setHeld({ rows: rows.map((one) => (one.row === row ? { ...one, ...change } : one)), next }),
    remove: (row) => setHeld({ rows: rows.filter((one) => one.row !== row), next }),
    move: (row, by) => setHeld({ rows: moved(rows, rows.findIndex((one) => one.row === row), by), next }),
    reset: (values) => setHeld(numbered(values, next)),
  };
}

function numbered<T extends object>(values: readonly T[], from: number): { rows: readonly Rowed<T>[]; next: number } {
  return { rows: values.map((value, index) => ({ ...value, row: from + index })), next: from + values.length };
}

function moved<T>(all: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const other = index + by;
  const one = all[index];
  const two = all[other];
  if (one === undefined || two === undefined) return all;
  return all.map((value, at) => (at === index ? two : at === other ? one : value));
}
