import { isProblem } from "@/api/problem";

import { blocksThere, planBlocks, type Block } from "./blocks";
import { begin, standingOf } from "./begin";
import { areBytesMissing, failureOf, isRefusal } from "./failure";
import { journalKey, type Journal } from "./journal";
import { Progress } from "./progress";
import { patiently } from "./retry";
import { sendBlocks, sendWhole, type SendContext } from "./send";
import type { Slots } from "./slots";
import { TargetSource } from "./target";
import type { Failure, Phase, Ports, Standing, Subject, UploadSnapshot } from "./types";

/** What all uploads of a queue share. */
export interface Shared {
  readonly ports: Ports;
  readonly journal: Journal;
  readonly hashing: Slots;
  readonly sending: Slots;
  /** Places for requests to the storage, of all uploads together. */
  readonly puts: Slots;
  /** `soon` may be late by some tenths of a second: it is only progress. */
  readonly changed: (urgency: "now" | "soon") => void;
  readonly onDocument: (document: Subject) => void;
}

const ENDED: ReadonlySet<Phase> = new Set(["verifying", "ready", "rejected", "cancelled"]);

/**
 * The life of one upload. `run` goes through the steps and remembers what each gave, so going on after a pause,
 * a failure or a lost connection is running again: steps that are done are passed over.
 */
export class Upload {
  private phase: Phase = "waiting";
  private paused = false;
  private failure: Failure | null = null;
  private stop: AbortController | null = null;
  private sha256: string | null = null;
  private document: Subject | null = null;
  private target: TargetSource | null = null;
  private sent = false;
  /** The last run broke off: what the storage has may be more than we heard of. */
  private doubtful = false;
  private hashedBytes = 0;
  private idempotencyKey: string;
  private readonly progress: Progress;

  constructor(
    readonly id: string,
    readonly file: File,
    /** Whose next revision the file is; null: it begins a document of its own. */
    private readonly revisionOf: string | null,
    private readonly shared: Shared,
  ) {
    this.idempotencyKey = shared.ports.newId();
    this.progress = new Progress(file.size, shared.ports.now);
  }

  /** Starts, or goes on where the last run ended. */
  async run(): Promise<void> {
    if (this.stop !== null || ENDED.has(this.phase)) return;
    const stop = new AbortController();
    this.stop = stop;
    this.paused = false;
    this.failure = null;
    this.progress.begin();
    this.enter("waiting");
    try {
      await this.steps(stop.signal);
      if (!stop.signal.aborted) this.handedOver();
    } catch (error) {
      if (!stop.signal.aborted) this.fail(error);
    } finally {
      if (this.stop === stop) this.stop = null;
    }
  }

  /** Stops sending and keeps what is done. */
  pause(): void {
    if (this.stop === null || this.phase === "completing") return;
    this.paused = true;
    this.doubtful = true;
    this.halt();
    this.progress.begin();
    this.shared.changed("now");
  }

  resume(): void {
    if (this.paused || this.phase === "failed") void this.run();
  }

  /** Gives the upload up for good and takes the announced document back. */
  cancel(): void {
    if (ENDED.has(this.phase)) return;
    this.halt();
    this.paused = false;
    this.enter("cancelled");
    this.forgetJournal();
    if (this.document !== null) void this.shared.ports.backend.discard(this.document).catch(() => undefined);
  }

  /** Hears what became of the document after it was handed over. */
  settle(document: Subject): void {
    if (document.id !== this.document?.id || document.newest.number !== this.document.newest.number || this.phase !== "verifying") return;
    this.document = document;
    const { state } = document.newest;
    if (state === "ready" || state === "rejected") this.enter(state);
  }

  snapshot(): UploadSnapshot {
    const moving = this.phase === "sending" && !this.paused;
    return {
      id: this.id,
      fileName: this.file.name,
      sizeBytes: this.file.size,
      phase: this.phase,
      paused: this.paused,
      hashedBytes: this.hashedBytes,
      sentBytes: this.progress.sentBytes(),
      bytesPerSecond: moving ? this.progress.bytesPerSecond() : null,
      secondsLeft: moving ? this.progress.secondsLeft() : null,
      retrying: moving && this.progress.isRetrying(),
      document: this.document,
      failure: this.failure,
    };
  }

  private async steps(signal: AbortSignal): Promise<void> {
    const { hashing, sending } = this.shared;
    this.sha256 ??= await hashing.hold(signal, () => this.digest(signal));
    const sha256 = this.sha256;
    await sending.hold(signal, async () => {
      if (this.document === null) await this.begin(sha256, signal);
      else if (this.doubtful) await this.ask(this.document.id, signal);
      this.doubtful = false;
      if (this.document !== null) await this.transfer(this.document.id, signal);
    });
  }

  private async digest(signal: AbortSignal): Promise<string> {
    this.enter("hashing");
    const onProgress = (bytes: number) => {
      this.hashedBytes = bytes;
      this.shared.changed("soon");
    };
    return this.shared.ports.hash(this.file, { signal, onProgress });
  }

  private async begin(sha256: string, signal: AbortSignal): Promise<void> {
    this.enter("announcing");
    const { ports, journal } = this.shared;
    const of = { id: this.id, file: this.file, sha256, revisionOf: this.revisionOf, idempotencyKey: this.idempotencyKey };
    const { document, standing } = await begin(ports, journal, of, signal);
    this.document = document;
    this.adopt(standing);
    journal.save(journalKey(this.file, sha256, this.revisionOf), { documentId: document.id, savedAt: ports.now() });
    this.shared.onDocument(document);
  }

  private async ask(documentId: string, signal: AbortSignal): Promise<void> {
    this.adopt(await standingOf(this.shared.ports, documentId, signal));
  }

  /** Believes the storage about what is there, whatever was heard of it before. */
  private adopt(standing: Standing | null): void {
    this.progress.forget();
    this.sent = standing === null || standing.wholeBytes === this.file.size;
    if (standing === null || this.document === null) return;
    const { upload, committed, uncommitted } = standing;
    this.target = new TargetSource(upload, this.document.id, this.shared.ports);
    if (this.sent) {
      this.progress.finished(0, this.file.size);
    } else if (upload.method === "blocks") {
      const planned = planBlocks(this.file.size, upload.blockSizeBytes);
      for (const { index, start, end } of blocksThere(planned, [...committed, ...uncommitted])) this.progress.finished(index, end - start);
    }
  }

  /** Sends and hands over; sends everything once more if the storage turns out not to have it. */
  private async transfer(documentId: string, signal: AbortSignal): Promise<void> {
    for (let again = false; ; again = true) {
      try {
        if (!this.sent && this.target !== null) await this.send(this.target, signal);
        this.sent = true;
        await this.complete(documentId, signal);
        return;
      } catch (error) {
        if (!areBytesMissing(error) || again) throw error;
        await this.ask(documentId, signal);
      }
    }
  }

  private async send(target: TargetSource, signal: AbortSignal): Promise<void> {
    this.enter("sending");
    const context = this.context(target, signal);
    const { method, blockSizeBytes } = target.plan;
    if (method === "blocks") {
      const done = new Set(this.progress.doneParts());
      await sendBlocks(context, blockSizeBytes, done, (block) => this.blockDone(block));
      return;
    }
    try {
      await sendWhole(context);
    } catch (error) {
      // The first try may have arrived although its answer did not: "complete" knows.
      if (!isRefusal(error)) throw error;
    }
    this.progress.finished(0, this.file.size);
  }

  private context(target: TargetSource, signal: AbortSignal): SendContext {
    return {
      ports: this.shared.ports,
      file: this.file,
      target,
      signal,
      puts: this.shared.puts,
      onProgress: (part, bytes) => {
        this.progress.moved(part, bytes);
        this.shared.changed("soon");
      },
      onRetrying: (part, retrying) => {
        this.progress.setRetrying(part, retrying);
        this.shared.changed("soon");
      },
    };
  }

  private blockDone({ index, start, end }: Block): void {
    this.progress.finished(index, end - start);
    this.shared.changed("soon");
  }

  private async complete(documentId: string, signal: AbortSignal): Promise<void> {
    this.enter("completing");
    const { ports } = this.shared;
    this.document = await patiently(ports, signal, () => ports.backend.complete(documentId));
    this.forgetJournal();
  }

  private handedOver(): void {
    this.enter("verifying");
    if (this.document === null) return;
    this.shared.onDocument(this.document);
    this.settle(this.document);
  }

  private fail(error: unknown): void {
    // The document is gone: the next try begins with a new one.
    if (isProblem(error) && error.status === 404) this.startOver();
    this.failure = failureOf(error);
    this.doubtful = true;
    this.enter("failed");
  }

  private startOver(): void {
    this.forgetJournal();
    this.idempotencyKey = this.shared.ports.newId();
    this.target = null;
    this.document = null;
    this.sent = false;
    this.progress.forget();
  }

  private forgetJournal(): void {
    if (this.sha256 !== null) this.shared.journal.remove(journalKey(this.file, this.sha256, this.revisionOf));
  }

  private halt(): void {
    this.stop?.abort(new Error("stopped"));
    this.stop = null;
  }

  private enter(phase: Phase): void {
    if (this.phase === "cancelled") return;
    this.phase = phase;
    this.shared.changed("now");
  }
}
