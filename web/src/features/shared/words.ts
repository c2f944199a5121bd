import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { formatBytes, formatFully, kindOf } from "@/format/format";

/** What a failure means to somebody who knows nothing of accounts. */
export function wordsOf(problem: Problem): string {
  if (problem.code === "link_password_wrong") return "This is not the password. Ask the person who sent you the link.";
  if (problem.code === "too_many_attempts") {
    const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60));
    return `Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
  }
  return problem.detail ?? problem.title;
}

/** The link works no more, or what is behind `#` was cut off. */
export const isEnded = (problem: Problem): boolean => problem.code === "link_invalid" || problem.code === "invalid";

export const pagesOf = (count: number): string => (count === 1 ? "The first page" : `The first ${count} pages`);

/** What a link leads to, in lines; of a file that is not given away its size says nothing. */
export function factsOf(shared: AnswerOf<"read_shared">): readonly (readonly [name: string, value: string])[] {
  const { fileName, sizeBytes, revision, mayDownload, pagesToView, expiresAt } = shared;
  const gives = mayDownload ? ["Size", `${formatBytes(sizeBytes)} ${kindOf(null, fileName)}`] : ["To look at", pagesOf(pagesToView)];
  return [["File", fileName], gives as [string, string], ["Revision", String(revision)], ["Link works until", formatFully(expiresAt)]];
}
