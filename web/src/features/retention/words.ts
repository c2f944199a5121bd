import type { RetentionPolicy, RetentionRow, RetentionRunRow } from "@/api/types";
import type { Mood } from "@/components/Badge";

export type Event = RetentionPolicy["event"];
export type Action = RetentionPolicy["action"];
type Outcome = RetentionRow["outcome"];
type State = RetentionRunRow["state"];

export const EVENTS: readonly (readonly [Event, string])[] = [
  ["createdAt", "it was added"],
  ["approvedAt", "its revision came into force"],
  ["trashedAt", "it was moved to the trash"],
];
export const ACTIONS: readonly (readonly [Action, string])[] = [
  ["trash", "Move to the trash"],
  ["delete", "Delete for good"],
];
export const STATES: Record<State, readonly [word: string, mood: Mood]> = {
  queued: ["Waiting", "brand"],
  running: ["Running", "brand"],
  finished: ["Finished", "good"],
  failed: ["Failed", "bad"],
  cancelled: ["Cancelled", "calm"],
};
export const OUTCOMES: Record<Outcome, readonly [word: string, mood: Mood]> = {
  would_trash: ["Would be moved to the trash", "warn"],
  would_delete: ["Would be deleted", "bad"],
  trashed: ["Moved to the trash", "warn"],
  deleting: ["Being deleted", "bad"],
  deleted: ["Deleted", "bad"],
  kept_by_hold: ["Kept by a legal hold", "brand"],
  kept_busy: ["Kept: a revision is on its way", "calm"],
};

const YEAR = 365;

/** Whole years where it is so, else days. */
export function wordsOfDays(days: number): string {
  const [count, unit] = days % YEAR === 0 ? [days / YEAR, "year"] : [days, "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** What a policy comes to: "Documents of the type Certificate are deleted for good 10 years after they were added." */
export function sentenceOf(policy: Pick<RetentionPolicy, "typeId" | "event" | "days" | "action">, typeName: (id: string) => string): string {
  const which = policy.typeId === null ? "Documents of every type without a policy of its own" : `Documents of the type ${typeName(policy.typeId)}`;
  const what = policy.action === "trash" ? "are moved to the trash" : "are deleted for good";
  const since: Record<Event, string> = { createdAt: "they were added", approvedAt: "their revision in force was approved", trashedAt: "they were moved to the trash" };
  return `${which} ${what} ${wordsOfDays(policy.days)} after ${since[policy.event]}. A legal hold keeps them longer.`;
}
