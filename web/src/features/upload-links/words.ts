import type { UploadLink, UploadUsePage } from "@/api/types";
import type { Mood } from "@/components/Badge";

export const STATES: Record<UploadLink["state"], readonly [word: string, mood: Mood]> = {
  active: ["Works", "good"],
  expired: ["Expired", "calm"],
  used_up: ["Used up", "calm"],
  suspended: ["Suspended", "warn"],
  revoked: ["Revoked", "calm"],
};

export const OUTCOMES: Record<UploadUsePage["items"][number]["outcome"], readonly [word: string, mood: Mood]> = {
  announced: ["Began a file", "brand"],
  completed: ["Sent a file", "good"],
  password_wrong: ["Wrong password", "warn"],
};

export function nameOf({ note }: Pick<UploadLink, "note">): string {
  return note === "" ? "A link without a note" : note;
}
