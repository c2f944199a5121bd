import type { Problem } from "@/api/problem";

/** What a failed download means to somebody who knows nothing of accounts. */
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
