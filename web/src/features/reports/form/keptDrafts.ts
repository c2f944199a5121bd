import type { Attachment, Payload } from "../types";

/** A report as its author has it here (docs/offline.md). */
export interface Draft {
  readonly payload: Payload;
  readonly reasons: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
  /** The newest edition of which the server told this page. */
  readonly basedOn: number;
  /** Ids of the edits since then, in their order. */
  readonly unconfirmed: readonly string[];
}

interface Kept {
  readonly draft: Draft;
  readonly savedAt: number;
}

/** The server brings a draft together with what others wrote for so long. */
const LIFETIME_MS = 90 * 24 * 3600 * 1000;

function isKept(value: unknown): value is Kept {
  const { draft, savedAt } = (value ?? {}) as { draft?: Partial<Draft> | null; savedAt?: unknown };
  return typeof savedAt === "number" && typeof draft?.payload === "object" && typeof draft.reasons === "object" && Array.isArray(draft.attachments) && typeof draft.basedOn === "number" && Array.isArray(draft.unconfirmed);
}

/** What one person wrote of one report and has not saved, on this device: a page that is loaded again, left, or ended with its session loses nothing. */
export class KeptDraft {
  private readonly key: string;

  constructor(
    private readonly storage: () => Storage,
    userId: string,
    reportId: string,
    private readonly now: () => number = Date.now,
  ) {
    this.key = `petroconnect.report.${userId}.${reportId}`;
  }

  find(): Kept | null {
    try {
      const kept: unknown = JSON.parse(this.storage().getItem(this.key) ?? "null");
      if (isKept(kept) && this.now() - kept.savedAt < LIFETIME_MS) return kept;
      this.remove();
    } catch {
      // What cannot be read is as good as not kept.
    }
    return null;
  }

  /** Whether it is kept: a storage may be full, or forbidden. */
  save(draft: Draft): boolean {
    try {
      this.storage().setItem(this.key, JSON.stringify({ draft, savedAt: this.now() }));
      return true;
    } catch {
      return false;
    }
  }

  remove(): void {
    try {
      this.storage().removeItem(this.key);
    } catch {
      // A forbidden storage kept nothing.
    }
  }
}
