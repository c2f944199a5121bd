import type { BodyOf, DocumentDraft, DocumentState, Upload as Target } from "@/api/types";

export type { DocumentDraft, Target };

/** What is said about a file before it comes. */
export type FileDraft = BodyOf<"create_revision">;

/** What the engine knows of a document: somebody who is signed in learns more about it, a guest does not. */
export interface Subject {
  readonly id: string;
  readonly newest: {
    readonly number: number;
    readonly state: DocumentState;
    readonly sha256: string;
    readonly rejection: { readonly code: string; readonly message: string } | null;
  };
}

export interface StoredBlock {
  readonly id: string;
  readonly sizeBytes: number;
}

/** What the storage has of an upload that was not handed over yet, and where the rest goes. */
export interface Standing {
  readonly upload: Target;
  /** Of what was put, or put together from blocks; null before that. */
  readonly wholeBytes: number | null;
  readonly committed: readonly StoredBlock[];
  readonly uncommitted: readonly StoredBlock[];
}

export interface Announced {
  readonly document: Subject;
  /** Null when its bytes are there already. */
  readonly standing: Standing | null;
}

export type Phase =
  | "waiting"
  | "hashing"
  | "announcing"
  | "sending"
  | "completing"
  | "verifying"
  | "ready"
  | "rejected"
  | "failed"
  | "cancelled";

/** Why an upload stopped. `code` is the API's, the storage's, or one of the engine's own. */
export interface Failure {
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  /** Whether trying again, with nothing changed by the person, can help. */
  readonly retryable: boolean;
}

/** What can be seen of one upload at a moment. Never changed, only replaced. */
export interface UploadSnapshot {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly phase: Phase;
  readonly paused: boolean;
  readonly hashedBytes: number;
  readonly sentBytes: number;
  /** Bytes a second over the last seconds; null until there is something to measure. */
  readonly bytesPerSecond: number | null;
  readonly secondsLeft: number | null;
  /** True while a part is waiting to be tried again. */
  readonly retrying: boolean;
  readonly document: Subject | null;
  readonly failure: Failure | null;
}

export interface PutRequest {
  readonly url: string;
  readonly body: Blob | string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

export interface PutAnswer {
  /** 0 when no answer came. */
  readonly status: number;
  /** The storage's own word for what was wrong. */
  readonly code: string | null;
  readonly retryAfterSeconds: number | null;
}

/** Sends bytes to the storage. Rejects only when `signal` aborts. */
export type Put = (request: PutRequest) => Promise<PutAnswer>;

/** What the engine needs of the API. Rejects with a problem: `{status, code, title, detail, requestId}`. */
export interface Backend {
  /** `uploadId` is for those whose documents are named by who sends them. */
  announce(draft: DocumentDraft, idempotencyKey: string, uploadId: string): Promise<Announced>;
  /** A further revision of this document. */
  announceRevision(documentId: string, file: FileDraft, idempotencyKey: string): Promise<Announced>;
  freshTarget(documentId: string): Promise<Target>;
  /** Rejects with `not_awaiting_upload` once it was handed over or given up. */
  standing(documentId: string): Promise<Standing>;
  complete(documentId: string): Promise<Subject>;
  get(documentId: string): Promise<Subject>;
  /** Takes back what was announced last. Best effort: the person does not wait for it. */
  discard(document: Subject): Promise<void>;
}

export interface HashOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (hashedBytes: number) => void;
}

/** Everything from outside, so that tests can stand in for it. */
export interface Ports {
  readonly backend: Backend;
  readonly put: Put;
  /** SHA-256 of the file as 64 hex digits. */
  readonly hash: (file: File, options: HashOptions) => Promise<string>;
  /** Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Resolves at once while there is a network, else when it comes back. */
  readonly online: (signal: AbortSignal) => Promise<void>;
  readonly now: () => number;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly newId: () => string;
}
