import { Badge } from "@/components/Badge";
import { PersonName } from "@/components/PersonName";
import { formatFully, formatMoment } from "@/format/format";

import type { Review, Reviewer } from "../types";
import { DECISIONS } from "../words";
import { isOver, isOverdue, outcomeOf } from "./stage";

/** One round of review: who was asked, until when, and what each said. */
export function Round({ review }: { review: Review }) {
  const now = new Date();
  return (
    <div className="mb-4">
      <p className="text-sm text-quiet">
        <strong className="font-medium text-ink">{outcomeOf(review)}</strong> · begun by <PersonName id={review.begunBy} />,{" "}
        <time dateTime={review.begunAt} title={formatFully(review.begunAt)}>
          {formatMoment(review.begunAt, now)}
        </time>
        {review.withdrawnAt !== null && (
          <>
            , withdrawn <time dateTime={review.withdrawnAt}>{formatMoment(review.withdrawnAt, now)}</time>
          </>
        )}
      </p>
      <ul aria-label="Reviewers" className="mt-2 divide-y divide-line rounded-xl border border-line">
        {review.reviewers.map((reviewer) => (
          <Line key={reviewer.userId} reviewer={reviewer} now={now} over={isOver(review)} />
        ))}
      </ul>
    </div>
  );
}

function Line({ reviewer, now, over }: { reviewer: Reviewer; now: Date; over: boolean }) {
  const { decision, decidedAt, dueAt, comment } = reviewer;
  const late = isOverdue(reviewer, now) && !over;
  const [word, mood] = decision === null ? (["Waiting", late ? "bad" : "calm"] as const) : DECISIONS[decision];
  const moment = decidedAt ?? dueAt;
  return (
    <li className="px-3 py-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="mr-auto min-w-0 font-medium wrap-anywhere first-letter:uppercase">
          <PersonName id={reviewer.userId} />
        </span>
        {moment !== null && (
          <time dateTime={moment} title={formatFully(moment)} className={`text-xs ${late ? "font-medium text-bad" : "text-quiet"}`}>
            {decidedAt === null && (late ? "was due " : "due ")}
            {formatMoment(moment, now)}
          </time>
        )}
        <Badge mood={mood}>{over && decision === null ? "Not asked any more" : word}</Badge>
      </div>
      {comment !== null && <p className="mt-1 whitespace-pre-wrap text-quiet wrap-anywhere">{comment}</p>}
    </li>
  );
}
