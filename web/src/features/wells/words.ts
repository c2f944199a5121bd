import type { Well } from "@/api/types";
import type { Mood } from "@/components/Badge";
import { formatDay } from "@/format/format";

export type WellRole = Well["roles"][number]["role"];

export const STATUSES: Readonly<Record<Well["status"], readonly [word: string, mood: Mood]>> = {
  active: ["Active", "good"],
  suspended: ["Suspended", "warn"],
  abandoned: ["Abandoned", "calm"],
};

export const ROLES: Readonly<Record<WellRole, string>> = { producer: "Producer", injector: "Injector" };

/** "Producer from Jan 1, 2025, Injector from May 4, 2026". */
export function rolesOf({ roles }: Pick<Well, "roles">): string {
  return roles.length === 0 ? "No role yet" : roles.map(({ from, role }) => `${ROLES[role]} from ${formatDay(from)}`).join(", ");
}
