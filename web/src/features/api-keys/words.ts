import type { ApiKey, Permission } from "@/api/types";
import type { Mood } from "@/components/Badge";

export const STATES: Record<ApiKey["state"], readonly [word: string, mood: Mood]> = {
  active: ["Active", "good"],
  expired: ["Expired", "warn"],
  revoked: ["Revoked", "calm"],
};

const WORDS: Partial<Record<Permission, string>> = {
  "documents:read": "Read documents",
  "documents:write": "Upload and change documents",
  "documents:delete": "Move documents to the trash",
  "document-types:read": "Read document types",
  "document-types:write": "Change document types",
  "sites:read": "Read sites",
  "sites:write": "Add and change sites",
  "users:read": "Read people",
  "organisation:read": "Read the organisation",
  "api-keys:read": "Read API keys",
};

/** The API gives these to no key: a stolen one must not be able to make itself a successor. */
const FOR_PEOPLE_ONLY: ReadonlySet<Permission> = new Set<Permission>(["users:write", "api-keys:write", "organisation:write"]);

/** What somebody with these permissions may give to a key. */
export function grantable(permissions: readonly Permission[]): readonly Permission[] {
  return permissions.filter((permission) => !FOR_PEOPLE_ONLY.has(permission));
}

export function wordOf(permission: Permission): string {
  return WORDS[permission] ?? permission;
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
