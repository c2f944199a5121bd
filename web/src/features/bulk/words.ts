import type { BulkAction, BulkOperation, BulkResult, Permission } from "@/api/types";
import type { Mood } from "@/components/Badge";

export type ActionType = BulkAction["type"];
type Outcome = BulkResult["outcome"];

/** What may be begun over chosen documents, with what it needs; `trashed`: over those in the trash. */
export const ACTIONS: readonly { readonly type: ActionType; readonly word: string; readonly needs: Permission; readonly trashed: boolean }[] = [
  { type: "tag", word: "Tags", needs: "documents:write", trashed: false },
  { type: "move", word: "Site", needs: "documents:write", trashed: false },
  { type: "discipline", word: "Discipline", needs: "documents:write", trashed: false },
  { type: "hold", word: "Legal hold", needs: "holds:write", trashed: false },
  { type: "acknowledge", word: "Acknowledge", needs: "documents:acknowledge", trashed: false },
  { type: "trash", word: "Trash", needs: "documents:delete", trashed: false },
  { type: "hold", word: "Legal hold", needs: "holds:write", trashed: true },
  { type: "restore", word: "Restore", needs: "documents:delete", trashed: true },
];

export const TITLES: Record<BulkOperation["action"]["type"], string> = {
  tag: "Change tags",
  move: "Move to a site",
  discipline: "Set the discipline",
  hold: "Put under legal hold",
  trash: "Move to the trash",
  restore: "Restore from the trash",
  acknowledge: "Acknowledge",
  import: "Import from CSV",
  migrate: "Take on the newest version of a type",
};

export const STATES: Record<BulkOperation["state"], readonly [word: string, mood: Mood]> = {
  queued: ["Waiting", "brand"],
  running: ["Running", "brand"],
  finished: ["Finished", "good"],
  failed: ["Failed", "bad"],
  cancelled: ["Cancelled", "calm"],
};

export const OUTCOMES: readonly Outcome[] = ["done", "unchanged", "refused"];
const DONE: Record<Outcome, readonly [word: string, mood: Mood]> = { done: ["Done", "good"], unchanged: ["Nothing to do", "calm"], refused: ["Refused", "bad"] };
const TRIED: Record<Outcome, readonly [word: string, mood: Mood]> = { done: ["Would be done", "good"], unchanged: ["Nothing to do", "calm"], refused: ["Would be refused", "bad"] };

export function outcomeWords(outcome: Outcome, dryRun: boolean): readonly [word: string, mood: Mood] {
  return (dryRun ? TRIED : DONE)[outcome];
}

export function isOver({ state }: Pick<BulkOperation, "state">): boolean {
  return state !== "queued" && state !== "running";
}

/** Values as people read them: a list of tags, a number with its unit, nothing. */
export function wordsOfValue(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(wordsOfValue).join(", ");
  if (typeof value === "object" && "value" in value) {
    const unit = "unit" in value && typeof value.unit === "string" ? ` ${value.unit}` : "";
    return `${wordsOfValue(value.value)}${unit}`;
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
}

export function countOf(count: number): string {
  return count === 1 ? "1 document" : `${count.toLocaleString()} documents`;
}
