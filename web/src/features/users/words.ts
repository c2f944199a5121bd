import type { Role, UserStatus } from "@/api/types";

export const ROLES: readonly (readonly [Role, string, string])[] = [
  ["operator", "Operator", "Writes reports and uploads documents at a site"],
  ["engineer", "Engineer", "Reviews and approves, controls documents"],
  ["viewer", "Viewer", "Reads what is in scope"],
  ["admin", "Admin", "People, roles, sites and settings"],
];

export const STATUSES: Record<UserStatus, readonly [word: string, look: string]> = {
  invited: ["Invited", "bg-warn-soft text-warn"],
  active: ["Active", "bg-good-soft text-good"],
  deactivated: ["Deactivated", "bg-raised text-quiet"],
  deleted: ["Deleted", "bg-bad-soft text-bad"],
};
