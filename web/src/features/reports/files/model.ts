import type { Json } from "@/reports/receipt";
import type { UploadSnapshot } from "@/uploads/engine/types";
import { detailOf, percentOf } from "@/uploads/words";

import type { Attachment, AttachmentState, Definition, FormField, Payload } from "../types";
import { groupOf, nameOf, rowsOf } from "../words";

/** A file of a report as its author sees it. `told` is how it stands, in one line. */
export interface ReportFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** `moving` by itself; `stopped` can be tried again; `missing` has to be chosen once more; `refused` for good; `unknown` until it is asked. */
  readonly state: "moving" | "ready" | "refused" | "stopped" | "missing" | "unknown";
  readonly told: string;
  /** Of the upload; null when there is none. */
  readonly percent: number | null;
  readonly retryable: boolean;
  /** Of the document, once it is ready. */
  readonly revision: number;
}

const MISSING = "It did not arrive. Choose the same file once more.";
const PHASES: Partial<Record<UploadSnapshot["phase"], ReportFile["state"]>> = { ready: "ready", rejected: "refused", failed: "stopped" };

function fileOfUpload(upload: UploadSnapshot): ReportFile {
  const { id, fileName, sizeBytes, phase, paused, failure, document } = upload;
  const state = paused ? "stopped" : (PHASES[phase] ?? "moving");
  return { id, name: fileName, sizeBytes, state, told: detailOf(upload), percent: percentOf(upload), retryable: paused || (phase === "failed" && failure?.retryable !== false), revision: document?.newest.number ?? 1 };
}

function fileOfState({ id, name, sizeBytes }: Attachment, known: AttachmentState | undefined, asked: boolean): ReportFile {
  const file = { id, name, sizeBytes, percent: null, retryable: false, revision: known?.revision ?? 1 };
  if (known === undefined) return asked ? { ...file, state: "missing", told: MISSING } : { ...file, state: "unknown", told: "" };
  if (known.state === "ready") return { ...file, state: "ready", told: "" };
  if (known.state === "rejected") return { ...file, state: "refused", told: known.rejection?.message ?? "The file was refused." };
  return known.state === "verifying" ? { ...file, state: "moving", told: "Verifying" } : { ...file, state: "missing", told: MISSING };
}

/** What the draft names and what is being sent, each once. `states` is what the server says of them; undefined until it has. */
export function filesOf(kept: readonly Attachment[], uploads: readonly UploadSnapshot[], states: readonly AttachmentState[] | undefined): readonly ReportFile[] {
  const older = kept.filter(({ id }) => !uploads.some((upload) => upload.id === id));
  return [...older.map((one) => fileOfState(one, states?.find(({ id }) => id === one.id), states !== undefined)), ...uploads.map(fileOfUpload)];
}

/** What a draft says of its files: those of which the server has heard and which it did not refuse. */
export function attachmentsOf(kept: readonly Attachment[], uploads: readonly UploadSnapshot[]): readonly Attachment[] {
  const sent = uploads.flatMap(({ document, phase, fileName, sizeBytes }) => (document === null || phase === "rejected" ? [] : [{ id: document.id, name: fileName, sizeBytes, sha256: document.newest.sha256 }]));
  return [...kept.filter(({ id }) => !uploads.some((upload) => upload.id === id && upload.document !== null)), ...sent];
}

export function isAttachment(field: FormField): boolean {
  return field.widget === "attachment";
}

/** The files that fields of a payload name. */
export function namedIn(definition: Definition, payload: Payload): ReadonlySet<string> {
  const named = definition.sections.flatMap((section) => {
    const held = section.table ? rowsOf(payload, section) : [groupOf(payload, section)];
    return section.fields.filter(isAttachment).flatMap((field) => held.map((one) => one[nameOf(field)]));
  });
  return new Set(named.filter((id): id is string => typeof id === "string" && id !== ""));
}

/** The payload without a file in any of its fields. */
export function withoutFile(definition: Definition, payload: Payload, id: string): Payload {
  const emptied = <T extends Payload>(held: T, names: readonly string[]): T => ({ ...held, ...Object.fromEntries(names.filter((name) => held[name] === id).map((name) => [name, null])) });
  let without: Record<string, Json | undefined> = { ...payload };
  for (const section of definition.sections) {
    const names = section.fields.filter(isAttachment).map(nameOf);
    if (names.length === 0) continue;
    const held = section.table ? rowsOf(payload, section).map((row) => emptied(row, names)) : emptied(groupOf(payload, section), names);
    without = { ...without, [section.pointer.slice(1)]: held };
  }
  return without;
}
