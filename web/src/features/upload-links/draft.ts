import type { UploadLinkDraft } from "@/api/types";

const HOUR_MS = 3_600_000;
const GB = 1_000_000_000;

/** The link that a form asks for. An hour short, so that one for as long as is allowed is not refused because the clock of this computer is ahead. */
export function draftOf(texts: Record<string, string>, tags: readonly string[], now: Date): UploadLinkDraft {
  const orNull = (text: string | undefined) => (text === undefined || text === "" ? null : text);
  return {
    note: (texts.note ?? "").trim(),
    message: (texts.message ?? "").trim(),
    expiresAt: new Date(now.getTime() + (Number(texts.days) * 24 - 1) * HOUR_MS).toISOString(),
    maxFiles: Number(texts.maxFiles),
    maxBytes: Math.round(Number(texts.maxGigabytes) * GB),
    password: orNull(texts.password),
    siteId: orNull(texts.siteId),
    typeId: orNull(texts.typeId),
    discipline: orNull(texts.discipline),
    tags: [...tags],
    fields: null,
    titleRule: orNull((texts.titleRule ?? "").trim()) ?? "{file}",
  };
}
