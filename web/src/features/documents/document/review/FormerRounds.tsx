import type { Problem } from "@/api/problem";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";

import { useListRevisionsInfiniteQuery } from "../requests";
import type { OneDocument } from "../types";
import { Round } from "./Round";

/** The reviews of earlier revisions, the newest first. */
export function FormerRounds({ document, but }: { document: OneDocument; but: number | null }) {
  const list = useListRevisionsInfiniteQuery(document.id);
  const former = list.data?.pages.flatMap((page) => page.items).filter(({ number, review }) => number !== but && review !== null);
  if (list.isError) return <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />;
  if (former === undefined || (former.length === 0 && !list.hasNextPage)) return null;
  return (
    <Section title="Earlier rounds">
      {former.length === 0 && <p className="text-sm text-quiet">None among the revisions looked through so far.</p>}
      <ol className="space-y-4">
        {former.map(
          ({ number, review }) =>
            review && (
              <li key={number}>
                <h3 className="text-sm font-semibold">Revision {number}</h3>
                <Round review={review} />
              </li>
            ),
        )}
      </ol>
      <MoreButton list={list} />
    </Section>
  );
}
