import { isConnectionLoss } from "./failure";
import type { Journal } from "./journal";
import { Slots } from "./slots";
import type { Ports, Subject, UploadSnapshot } from "./types";
import { Upload, type Shared } from "./upload";

export interface QueueOptions {
  readonly ports: Ports;
  readonly journal: Journal;
  /** Hears of every document announced or handed over. */
  readonly onDocument: (document: Subject) => void;
}

/** Hashing is bound by the processor: one file at a time. */
const HASHING = 1;
/** The next small file need not wait for the end of a large one. */
const SENDING = 3;
/** Browsers open six connections to an origin; two stay free for the page. */
const PUTS = 4;
const NOTIFY_MS = 150;

const BUSY: ReadonlySet<UploadSnapshot["phase"]> = new Set(["waiting", "hashing", "announcing", "sending", "completing"]);

/** Whether closing the page now would lose work of this upload. */
export function isUnfinished({ phase }: UploadSnapshot): boolean {
  return BUSY.has(phase) || phase === "failed";
}

/** Whether it moves by itself. */
export function isActive({ phase, paused }: UploadSnapshot): boolean {
  return BUSY.has(phase) && !paused;
}

/** All uploads of the page, newest last. */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private snapshots: readonly UploadSnapshot[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly shared: Shared;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: QueueOptions) {
    this.shared = {
      ports: options.ports,
      journal: options.journal,
      hashing: new Slots(HASHING),
      sending: new Slots(SENDING),
      puts: new Slots(PUTS),
      changed: (urgency) => (urgency === "now" ? this.notify() : this.notifySoon()),
      onDocument: options.onDocument,
    };
  }

  getSnapshot = (): readonly UploadSnapshot[] => this.snapshots;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Each file becomes a new document, or with `documentId` the next revision of that one. Answers the ids of the uploads, made by `newId`. */
  add(files: Iterable<File>, documentId: string | null = null, newId = this.options.ports.newId): readonly string[] {
    const added = Array.from(files, (file) => new Upload(newId(), file, documentId, this.shared));
    this.uploads = [...this.uploads, ...added];
    for (const upload of added) void upload.run();
    this.notify();
    return added.map(({ id }) => id);
  }

  pause(id: string): void {
    this.find(id)?.pause();
  }

  resume(id: string): void {
    this.find(id)?.resume();
  }

  cancel(id: string): void {
    this.find(id)?.cancel();
    this.dismiss(id);
  }

  /** Takes a settled one off the list. */
  dismiss(id: string): void {
    this.uploads = this.uploads.filter((upload) => upload.id !== id);
    this.notify();
  }

  pauseAll(): void {
    for (const upload of this.uploads) upload.pause();
  }

  cancelAll(): void {
    for (const upload of this.uploads) upload.cancel();
    this.uploads = [];
    this.notify();
  }

  dismissSettled(): void {
    this.uploads = this.uploads.filter((upload) => isUnfinished(upload.snapshot()) || upload.snapshot().phase === "verifying");
    this.notify();
  }

  /** Goes on with what a lost connection or an ended session stopped. */
  retryInterrupted(): void {
    for (const upload of this.uploads) {
      const { failure } = upload.snapshot();
      if (isConnectionLoss(failure) || failure?.code === "unauthenticated") upload.resume();
    }
  }

  /** Tells the upload this document came from what became of it. */
  settle(document: Subject): void {
    for (const upload of this.uploads) upload.settle(document);
  }

  private find(id: string): Upload | undefined {
    return this.uploads.find((upload) => upload.id === id);
  }

  private notifySoon(): void {
    this.timer ??= setTimeout(() => this.notify(), NOTIFY_MS);
  }

  private notify(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.snapshots = this.uploads.map((upload) => upload.snapshot());
    for (const listener of this.listeners) listener();
  }
}
