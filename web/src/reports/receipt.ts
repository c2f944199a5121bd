import { sha256 } from "hash-wasm";

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface Submit {
  readonly reportId: string;
  readonly revision: number;
  readonly definition: { readonly type: string; readonly version: number };
  readonly payload: Json;
  readonly attachments: readonly Attachment[];
  /** The author's reasons for warnings, by the id of the rule. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** SHA-256 over canonical JSON: what the server answers when it has got exactly this. The same as shared/reports/receipt.py. */
export function receipt(submit: Submit): Promise<string> {
  const { reportId, revision, definition, payload, reasons } = submit;
  const attachments = [...submit.attachments].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return sha256(canonical({ attachments: attachments.map((attachment) => ({ ...attachment })), definition, payload, reasons, reportId, revision }));
}

/** RFC 8785. JSON.stringify already writes numbers and text as it asks; names are sorted by UTF-16 code units, as `sort` does. */
export function canonical(value: Json): string {
  if (typeof value === "string") return text(value);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("JSON has no such number");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(",")}]`;
  const named = Object.entries(value as Readonly<Record<string, Json | undefined>>).filter(([, inner]) => inner !== undefined);
  named.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${named.map(([name, inner]) => `${text(name)}:${canonical(inner as Json)}`).join(",")}}`;
}

function text(value: string): string {
  if (/[\uD800-\uDFFF]/u.test(value)) throw new RangeError("half a character");
  return JSON.stringify(value);
}
