import type { Problem } from "@/api/problem";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";

import { useListRevisionsInfiniteQuery } from "../requests";
import type { OneDocument, Review, Revision } from "../types";
import { Round } from "./Round";

/** What came before the round on show, the newest first: withdrawn rounds of its revision, and the reviews of earlier ones. */
function roundsOf(revisions: readonly Revision[], current: number | undefined): readonly { readonly number: number; readonly review: Review }[] {
  return revisions.flatMap(({ number, review, earlierReviews }) => {
    const shown = number === current || review === null ? [] : [review];
    return [...shown, ...[...earlierReviews].reverse()].map((one) => ({ number, review: one }));
  });
}

export function FormerRounds({ document, current }: { document: OneDocument; current: Revision | undefined }) {
  const list = useListRevisionsInfiniteQuery(document.id);
  const former = list.data && roundsOf(list.data.pages.flatMap((page) => page.items), current?.number);
  if (list.isError) return <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />;
  if (former === undefined || (former.length === 0 && !list.hasNextPage)) return null;
  return (
    <Section title="Earlier rounds">
      {former.length === 0 && <p className="text-sm text-quiet">None among the revisions looked through so far.</p>}
      <ol className="space-y-4">
        {former.map(({ number, review }) => (
          <li key={`${number} ${review.begunAt}`}>
            <h3 className="text-sm font-semibold">Revision {number}</h3>
            <Round review={review} />
          </li>
        ))}
      </ol>
      <MoreButton list={list} />
    </Section>
  );
}
