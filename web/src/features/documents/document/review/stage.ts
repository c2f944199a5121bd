import type { OneDocument, Review, Revision } from "../types";

export type Stage = "draft" | "under-way" | "changes-requested" | "approved";

/** Where the revision stands that a review is, was or could be about. */
export function stageOf({ inReview }: Pick<OneDocument, "inReview">, { number, status }: Pick<Revision, "number" | "status">): Stage {
  if (inReview === number) return "under-way";
  if (status === "changes_requested") return "changes-requested";
  return status === "approved" ? "approved" : "draft";
}

/** Whether this reviewer's approval is the last one missing. */
export function isLastMissing({ reviewers }: Review, userId: string): boolean {
  return reviewers.every((reviewer) => (reviewer.userId === userId ? reviewer.decision === null : reviewer.decision === "approve"));
}

export function isOverdue({ dueAt, decision }: Review["reviewers"][number], now: Date): boolean {
  return decision === null && dueAt !== null && Date.parse(dueAt) < now.getTime();
}

/** Whether nobody is waited for any longer. */
export function isOver({ reviewers, withdrawnAt }: Review): boolean {
  return withdrawnAt !== null || reviewers.some(({ decision }) => decision === "request_changes");
}

/** What became of a round, in words. */
export function outcomeOf({ reviewers, withdrawnAt }: Review): string {
  if (withdrawnAt !== null) return "Withdrawn";
  if (reviewers.some(({ decision }) => decision === "request_changes")) return "Changes requested";
  const approved = reviewers.filter(({ decision }) => decision === "approve").length;
  return approved === reviewers.length ? "Approved" : `${approved} of ${reviewers.length} have approved`;
}

/** The end of a day in the reader's time: whoever is asked "by Friday" has the whole Friday. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
