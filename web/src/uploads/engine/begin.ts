import { isProblem } from "@/api/problem";

import { isNotAwaited, isPassing } from "./failure";
import { journalKey, type Journal } from "./journal";
import { patiently } from "./retry";
import type { Announced, FileDraft, Ports, Standing } from "./types";

/** A file that is about to be sent, and what it becomes. */
export interface Beginning {
  readonly id: string;
  readonly file: File;
  readonly sha256: string;
  /** Whose next revision it is; null: it begins a document of its own. */
  readonly revisionOf: string | null;
  readonly idempotencyKey: string;
}

/** Goes on with what was begun before, here or elsewhere, or announces anew. Rejects with a problem. */
export async function begin(ports: Ports, journal: Journal, of: Beginning, signal: AbortSignal): Promise<Announced> {
  return (await remembered(ports, journal, of, signal)) ?? (await awaited(ports, of, signal)) ?? (await announced(ports, of, signal));
}

/** What the storage has of an upload; null when it was handed over, or given up. */
export async function standingOf(ports: Ports, documentId: string, signal: AbortSignal): Promise<Standing | null> {
  try {
    return await patiently(ports, signal, () => ports.backend.standing(documentId));
  } catch (error) {
    if (isNotAwaited(error)) return null;
    throw error;
  }
}

function announced({ backend, ...waiting }: Ports, { id, file, sha256, revisionOf, idempotencyKey }: Beginning, signal: AbortSignal): Promise<Announced> {
  const draft: FileDraft = { fileName: file.name, sizeBytes: file.size, sha256, contentType: file.type || "application/octet-stream" };
  return patiently(waiting, signal, () => (revisionOf === null ? backend.announce(draft, idempotencyKey, id) : backend.announceRevision(revisionOf, draft, idempotencyKey)));
}

/** An upload begun before the page was closed; null if there is none, or it came to nothing. */
async function remembered(ports: Ports, journal: Journal, { file, sha256, revisionOf }: Beginning, signal: AbortSignal): Promise<Announced | null> {
  const key = journalKey(file, sha256, revisionOf);
  const entry = journal.find(key);
  if (entry === null) return null;
  try {
    const standing = await standingOf(ports, entry.documentId, signal);
    const document = await patiently(ports, signal, () => ports.backend.get(entry.documentId));
    const isTheSame = document.newest.sha256 === sha256 && document.newest.state !== "rejected";
    if (isTheSame) return { document, standing };
  } catch (error) {
    if (!isProblem(error) || isPassing(error.status) || error.status === 401) throw error;
  }
  journal.remove(key);
  return null;
}

/** A revision that was announced elsewhere and waits for this very file; null if none does. */
async function awaited(ports: Ports, { sha256, revisionOf }: Beginning, signal: AbortSignal): Promise<Announced | null> {
  if (revisionOf === null) return null;
  const document = await patiently(ports, signal, () => ports.backend.get(revisionOf));
  if (document.newest.state !== "awaiting_upload" || document.newest.sha256 !== sha256) return null;
  return { document, standing: await standingOf(ports, revisionOf, signal) };
}
