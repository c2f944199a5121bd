import type { ControlStatus } from "@/api/types";

import { Badge, type Mood } from "./Badge";

export const CONTROL_WORDS: Record<ControlStatus, readonly [word: string, mood: Mood]> = {
  draft: ["Draft", "calm"],
  in_review: ["In review", "brand"],
  changes_requested: ["Changes requested", "warn"],
  approved: ["Approved", "good"],
  superseded: ["Superseded", "calm"],
};

/** Where a revision stands in its review. */
export function ControlBadge({ status }: { status: ControlStatus }) {
  const [word, mood] = CONTROL_WORDS[status];
  return <Badge mood={mood}>{word}</Badge>;
}
