import type { HeldDocument, Hold } from "@/api/types";
import type { Mood } from "@/components/Badge";

export const STATES: Record<Hold["state"], readonly [word: string, mood: Mood]> = {
  open: ["Open", "brand"],
  closing: ["Letting go", "warn"],
  closed: ["Closed", "calm"],
};

export const STORAGE: Record<HeldDocument["storage"], string> = {
  none: "Not held in the storage",
  pending: "The storage follows in seconds",
  in_place: "The storage refuses to delete it, too",
  lifting: "The storage lets go in seconds",
};
