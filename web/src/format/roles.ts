import type { Role } from "@/api/types";

/** Everybody of a role. */
export const ROLES: readonly (readonly [Role, string])[] = [
  ["operator", "Operators"],
  ["engineer", "Engineers"],
  ["viewer", "Viewers"],
  ["admin", "Admins"],
];

/** "Operators and viewers". */
export function rolesInWords(roles: readonly Role[]): string {
  const words = ROLES.filter(([role]) => roles.includes(role)).map(([, word], index) => (index === 0 ? word : word.toLowerCase()));
  const last = words.pop();
  return words.length === 0 ? (last ?? "Nobody") : `${words.join(", ")} and ${last}`;
}
