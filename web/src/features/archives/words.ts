import type { Archive } from "@/api/types";
import type { Mood } from "@/components/Badge";

export const STATES: Record<Archive["state"], readonly [word: string, mood: Mood]> = {
  queued: ["Waiting", "brand"],
  running: ["Being written", "brand"],
  finished: ["Finished", "good"],
  failed: ["Failed", "bad"],
  cancelled: ["Cancelled", "calm"],
};

export function isOver({ state }: Pick<Archive, "state">): boolean {
  return state !== "queued" && state !== "running";
}
