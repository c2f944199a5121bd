import type { ShareLinkDraft } from "../types";

/** The texts of the form. */
export interface LinkTexts {
  readonly note: string;
  readonly revision: string;
  readonly access: string;
  readonly days: string;
  readonly maxUses: string;
  readonly password: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** An hour short, so that a link for as long as is allowed is not refused because the clock of this computer is ahead. */
function after(days: number, now: Date): string {
  return new Date(now.getTime() + (days * DAY_MINUTES - 60) * MINUTE_MS).toISOString();
}

export function draftOfLink({ note, revision, access, days, maxUses, password }: LinkTexts, now: Date): ShareLinkDraft {
  return {
    note: note.trim(),
    revision: revision === "latest" ? "latest" : Number(revision),
    access: access === "view" ? "view" : "download",
    expiresAt: after(Number(days), now),
    maxUses: maxUses === "" ? null : Number(maxUses),
    password: password === "" ? null : password,
  };
}
