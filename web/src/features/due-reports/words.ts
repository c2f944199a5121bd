import type { DueReport } from "@/api/types";
import type { Mood } from "@/components/Badge";

export const STATES: Record<DueReport["state"], readonly [word: string, mood: Mood]> = {
  expected: ["Not due yet", "calm"],
  missing: ["Missing", "bad"],
  draft: ["Draft", "warn"],
  submitted: ["Submitted", "brand"],
  late: ["Submitted late", "warn"],
  done: ["Approved", "good"],
};
