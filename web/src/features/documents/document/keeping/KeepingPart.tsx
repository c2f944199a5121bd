import type { Problem } from "@/api/problem";
import { Facts } from "@/components/Facts";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { formatFully } from "@/format/format";

import type { Keeping, OneDocument } from "../types";
import { counted, STORAGE } from "../words";
import { Holds } from "./Holds";
import { useReadKeepingQuery } from "./requests";

/** Why the document is kept, and until when. */
export function KeepingPart({ document }: { document: OneDocument }) {
  const { data, error, refetch } = useReadKeepingQuery(document.id);
  if (data === undefined && error !== undefined) return <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Section title="Why it is kept">
        {data === undefined ? (
          <Skeleton label="Loading why it is kept" />
        ) : (
          <>
            <p className="mb-4 text-sm wrap-anywhere">{data.explanation}</p>
            <Facts
              rows={[
                ["Kept until", data.keptUntil === null ? (data.heldBy > 0 ? "The last hold is lifted" : "For good, as things are") : formatFully(data.keptUntil)],
                fateRow("To the trash", data.trash),
                fateRow("Deleted for good", data.delete),
                ["Legal holds", data.heldBy === 0 ? "None" : `${counted(data.heldBy, "case", "cases")}. ${STORAGE[data.storage]}`],
              ]}
            />
          </>
        )}
      </Section>
      {data && <Holds document={document} keeping={data} />}
    </div>
  );
}

const SINCE = { createdAt: "it was created", approvedAt: "it was approved", trashedAt: "it was moved to the trash" } as const;

function fateRow(name: string, fate: Keeping["trash"]): readonly [string, string] | null {
  if (fate === null) return null;
  const { policy, dueAt } = fate;
  return [name, `${formatFully(dueAt)}, by “${policy.name}”: ${counted(policy.days, "day", "days")} since ${SINCE[policy.event]}`];
}
