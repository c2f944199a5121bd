import type { ApiKey, Permission } from "@/api/types";
import type { Mood } from "@/components/Badge";

export const STATES: Record<ApiKey["state"], readonly [word: string, mood: Mood]> = {
  active: ["Active", "good"],
  expired: ["Expired", "warn"],
  revoked: ["Revoked", "calm"],
};

/** What a key may be given: all permissions but those for people only, which the API gives to no key. */
export const PERMISSIONS: readonly (readonly [Permission, string])[] = [
  ["documents:read", "Read documents"],
  ["documents:write", "Upload and change documents"],
  ["documents:delete", "Move documents to the trash"],
  ["sites:read", "Read sites"],
  ["sites:write", "Add and change sites"],
  ["users:read", "Read people"],
  ["organisation:read", "Read the organisation"],
  ["api-keys:read", "Read API keys"],
];

export function wordOf(permission: Permission): string {
  return PERMISSIONS.find(([known]) => known === permission)?.[1] ?? permission;
}

export const LIVES: readonly (readonly [days: number, word: string])[] = [
  [7, "A week"],
  [30, "30 days"],
  [90, "90 days"],
  [180, "Half a year"],
  [365, "A year"],
];

export const OVERLAPS: readonly (readonly [hours: number, word: string])[] = [
  [0, "End it at once"],
  [1, "An hour"],
  [24, "A day"],
  [72, "Three days"],
  [168, "A week"],
];
