import { useState } from "react";

import type { Problem } from "@/api/problem";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { HashCode } from "@/components/HashCode";
import { PersonName } from "@/components/PersonName";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { formatMoment } from "@/format/format";
import type { Json } from "@/reports/receipt";

import { useCompareReportRevisionsQuery, useListReportRevisionsQuery } from "../requests";
import type { Change, Definition, Payload, RevisionRow } from "../types";
import { CHANGES, placeOf, textOf } from "../words";

interface Props {
  readonly id: string;
  readonly definition: Definition;
  readonly payload: Payload;
}

/** What was submitted, and what each revision has otherwise than the one before. */
export function RevisionsPart({ id, definition, payload }: Props) {
  const { data, error, refetch } = useListReportRevisionsQuery(id);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Section title="Revisions" lead="Each submit is kept for good, with a receipt that proves what was sent.">
      {error !== undefined && <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />}
      {data === undefined && error === undefined && <Skeleton label="Loading revisions" />}
      <ol className="divide-y divide-line">
        {data?.items.map((revision) => (
          <li key={revision.number} className="py-3 first:pt-0 last:pb-0">
            <Head revision={revision} />
            {revision.number > 1 && (
              <Button className="mt-2" aria-expanded={open === revision.number} onClick={() => setOpen(open === revision.number ? null : revision.number)}>
                {open === revision.number ? "Hide changes" : `Changes since revision ${revision.number - 1}`}
              </Button>
            )}
            {open === revision.number && <Differences id={id} number={revision.number} definition={definition} payload={payload} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Head({ revision }: { revision: RevisionRow }) {
  const { review } = revision;
  return (
    <div className="space-y-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">Revision {revision.number}</span>
        {review?.decision === "approve" && !review.reopened && <Badge mood="good">Approved</Badge>}
        {review?.decision === "request_changes" && <Badge mood="warn">Sent back</Badge>}
        {review?.reopened === true && <Badge mood="warn">Reopened</Badge>}
      </p>
      <p className="text-quiet">
        submitted by <PersonName id={revision.submittedBy} />, {formatMoment(revision.receivedAt, new Date())}
      </p>
      {revision.warned.map((warned) => (
        <p key={warned.rule + warned.text} className="max-w-prose rounded-lg bg-warn-soft px-3 py-2 text-warn">
          {warned.text} <span className="block text-ink">Reason: {warned.reason}</span>
        </p>
      ))}
      <div className="flex flex-wrap items-center gap-2 text-xs text-quiet">
        Receipt <HashCode sha256={revision.receipt} of={`revision ${revision.number}`} />
      </div>
    </div>
  );
}

function Differences({ id, number, definition, payload }: Props & { number: number }) {
  const { data, error, refetch } = useCompareReportRevisionsQuery({ id, number });
  if (error !== undefined) return <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton label="Comparing" />;
  const count = data.payload.length + data.attachments.length + data.reasons.length;
  if (count === 0) return <p className="mt-3 text-sm text-quiet">Nothing was changed.</p>;
  const reasons = data.reasons.map((change) => ({ ...change, place: `Reason for ${change.address.slice(1)}` }));
  const files = data.attachments.map((change) => ({ ...change, place: `Attachment ${nameOfFile(change)}`, before: null, after: null }));
  const fields = data.payload.map((change) => ({ ...change, place: placeOf(definition, payload, change.address) }));
  return (
    <ul aria-label={`Changes of revision ${number}`} className="mt-3 space-y-2">
      {[...fields, ...reasons, ...files].map((change) => (
        <li key={change.place + change.kind} className="rounded-lg border border-line px-3 py-2 text-sm">
          <p className="text-xs text-quiet">
            {CHANGES[change.kind]}: {change.place}
          </p>
          {change.kind === "changed" && change.before !== change.after && (
            <p className="mt-1 grid gap-x-4 gap-y-1 break-words whitespace-pre-line sm:grid-cols-2">
              <del className="rounded bg-bad-soft px-2 py-0.5 text-bad">{textOf(change.before as Json)}</del>
              <ins className="rounded bg-good-soft px-2 py-0.5 text-good no-underline">{textOf(change.after as Json)}</ins>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOfFile({ before, after }: Change): string {
  const held = (after ?? before) as { readonly name?: string } | null;
  return held?.name ?? "";
}
