import { Badge } from "@/components/Badge";
import { ControlBadge } from "@/components/ControlBadge";
import { StateBadge } from "@/components/StateBadge";

import type { Revision } from "./types";
import { wasGivenUp } from "./words";

/** One word for where a revision stands: its file first, and once that is whole, its review. */
export function RevisionBadge({ revision, reviewRequired }: { revision: Pick<Revision, "state" | "status" | "inForce" | "rejection">; reviewRequired: boolean }) {
  if (wasGivenUp(revision)) return <Badge mood="calm">Given up</Badge>;
  if (revision.state !== "ready") return <StateBadge state={revision.state} />;
  if (revision.inForce && !reviewRequired) return <Badge mood="good">In force</Badge>;
  return <ControlBadge status={revision.status} />;
}
