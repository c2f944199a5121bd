import type { BulkImportDraft, BulkPreview } from "@/api/types";

/** What a column may say; custom fields are `fields.` and their key. */
export const TARGETS: readonly (readonly [target: string, word: string])[] = [
  ["number", "Number"],
  ["title", "Title"],
  ["site", "Site (code or id)"],
  ["type", "Type (code or id)"],
  ["discipline", "Discipline (code)"],
  ["tags", "Tags (by ; or ,)"],
];

export type KeyKind = BulkImportDraft["key"]["is"];

/** How a table is read, as the form holds it. An empty target: the column is left out. */
export interface Reading {
  readonly key: { readonly column: string; readonly is: KeyKind };
  readonly targets: Readonly<Record<string, string>>;
  readonly blank: BulkImportDraft["blank"];
}

const FIELD = /^fields\.[a-z][a-zA-Z0-9_]{0,39}$/;

/** As the API suggests it; else by the first column, as a number. */
export function suggested({ columns, mapping, key }: BulkPreview): Reading {
  return {
    key: key ?? { column: columns[0] ?? "", is: "number" },
    targets: Object.fromEntries(columns.map((column) => [column, mapping[column] ?? ""])),
    blank: "keep",
  };
}

/** The columns that are read, without the one that says which document a line is about. */
export function mappingOf({ key, targets }: Reading): Record<string, string> {
  return Object.fromEntries(Object.entries(targets).filter(([column, target]) => target !== "" && column !== key.column));
}

/** What keeps this from being tried; null: nothing. */
export function faultOf(reading: Reading): string | null {
  const chosen = Object.values(mappingOf(reading));
  if (chosen.length === 0) return "Choose what at least one column says.";
  const twice = chosen.find((target, index) => chosen.indexOf(target) !== index);
  if (twice !== undefined) return `Two columns say ${wordOf(twice)}.`;
  const broken = chosen.find((target) => target.startsWith("fields.") && !FIELD.test(target));
  return broken === undefined ? null : `“${broken.slice("fields.".length)}” is no key of a field.`;
}

function wordOf(target: string): string {
  return TARGETS.find(([value]) => value === target)?.[1].toLowerCase() ?? target.replace(/^fields\./, "the field ");
}
