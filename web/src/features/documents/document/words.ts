import type { Mood } from "@/components/Badge";

import type { Decision, Derived, FileFacts, Keeping, ShareLink } from "./types";

/** Why a text or pictures could not be made, in the words the API has for it. */
const REASONS: Readonly<Record<string, string>> = {
  encrypted: "the file is locked with a password",
  damaged: "the file is damaged",
  timed_out: "it took too long",
  too_large: "the file is too large",
  too_many_parts: "it has too many parts",
  entities: "it refers to itself without end",
  out_of_memory: "it needs too much memory",
  output_too_large: "there is too much of it",
  archive_bomb: "it unpacks to far more than files hold",
  crashed: "the program that reads it gave up",
};

export function reasonOf({ reason }: Derived): string {
  if (reason === null) return "something went wrong";
  return REASONS[reason] ?? reason.replaceAll("_", " ");
}

const CAPS: Readonly<Record<string, string>> = {
  pages: "the first pages only",
  page: "long pages are cut",
  total: "the beginning only",
  time: "as far as it came in time",
  source: "the beginning of the file only",
  damaged: "what could be read of a damaged file",
};

/** What was left out of a text or of pictures; empty where they are whole. */
export function capsOf({ truncated }: Derived): string {
  return truncated.map((cap) => CAPS[cap] ?? cap).join(", ");
}

export const DECISIONS: Readonly<Record<Decision, readonly [word: string, mood: Mood]>> = {
  approve: ["Approved", "good"],
  request_changes: ["Wants changes", "warn"],
};

export const LINK_STATES: Readonly<Record<ShareLink["state"], readonly [word: string, mood: Mood]>> = {
  active: ["Works", "good"],
  expired: ["Expired", "calm"],
  used_up: ["Used up", "calm"],
  suspended: ["Suspended", "warn"],
  revoked: ["Revoked", "bad"],
};

export const STORAGE: Readonly<Record<Keeping["storage"], string>> = {
  none: "The storage keeps no hold of its own.",
  pending: "The storage is being told; that takes seconds.",
  in_place: "The storage refuses to delete its files, too.",
  lifting: "The storage is letting go; that takes seconds.",
};

export function wasGivenUp({ rejection }: Pick<FileFacts, "rejection">): boolean {
  return rejection?.code === "given_up" || rejection?.code === "never_uploaded";
}

/** "1 time", "3 times". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}
