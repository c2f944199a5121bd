/** What must be remembered to go on with an upload after the browser was closed. What has come of it, the storage knows. */
export interface JournalEntry {
  readonly documentId: string;
  readonly savedAt: number;
}

export interface Journal {
  find(key: string): JournalEntry | null;
  save(key: string, entry: JournalEntry): void;
  remove(key: string): void;
}

/** The same bytes under the same name are the same upload: of a new document, or of a further revision of `documentId`. */
export function journalKey(file: File, sha256: string, documentId: string | null): string {
  return `${documentId === null ? "" : `${documentId}:`}${sha256}:${file.size}:${file.name}`;
}

/** The storage drops blocks that were never made a blob after a week. */
const LIFETIME_MS = 6 * 24 * 3600 * 1000;
const STORAGE_PREFIX = "petroconnect.upload.";

function isEntry(value: unknown): value is JournalEntry {
  const row = value as Partial<JournalEntry> | null;
  return typeof row === "object" && row !== null && typeof row.documentId === "string" && typeof row.savedAt === "number";
}

function parsed(text: string | null): JournalEntry | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

/** Kept per person, so that somebody else at the same computer does not go on with it. A full or forbidden storage only costs the memory. */
export class StoredJournal implements Journal {
  private readonly prefix: string;

  constructor(
    private readonly storage: Storage,
    userId: string,
    private readonly now: () => number,
  ) {
    this.prefix = `${STORAGE_PREFIX}${userId}.`;
  }

  find(key: string): JournalEntry | null {
    const entry = parsed(this.storage.getItem(this.prefix + key));
    if (entry === null) return null;
    if (this.now() - entry.savedAt < LIFETIME_MS) return entry;
    this.remove(key);
    return null;
  }

  save(key: string, entry: JournalEntry): void {
    try {
      this.storage.setItem(this.prefix + key, JSON.stringify(entry));
    } catch {
      this.remove(key);
    }
  }

  remove(key: string): void {
    this.storage.removeItem(this.prefix + key);
  }
}

/** Where nothing needs to be remembered: announcing the same file again answers the upload there is. */
export const NO_JOURNAL: Journal = { find: () => null, save: () => undefined, remove: () => undefined };
