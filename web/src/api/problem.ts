/** Why a request failed: what the API said (RFC 9457), or what kept it from saying anything. */
export interface Problem {
  /** 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly requestId: string | null;
  readonly errors: readonly FieldProblem[];
  /** Seconds the API asks to wait before the next try. */
  readonly retryAfter: number | null;
  /** The whole answer to what is in conflict with something: some tell all sides of it. */
  readonly sides?: unknown;
}

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

const NO_ANSWER = { status: 0, detail: null, requestId: null, errors: [], retryAfter: null } as const;

export const OFFLINE: Problem = {
  ...NO_ANSWER,
  code: "no_connection",
  title: "PetroConnect cannot be reached",
  detail: "Check the connection and try again.",
};

export const TIMED_OUT: Problem = {
  ...NO_ANSWER,
  code: "timed_out",
  title: "PetroConnect took too long to answer",
  detail: "Try again in a moment.",
};

export const ABORTED: Problem = { ...NO_ANSWER, code: "aborted", title: "The request was stopped" };

function textOr<T>(value: unknown, fallback: T): string | T {
  return typeof value === "string" && value !== "" ? value : fallback;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((row) => ({
    field: textOr(row.field, ""),
    code: textOr(row.code, "invalid"),
    message: textOr(row.message, "Not valid"),
  }));
}

function secondsOf(header: string | null): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** Reads the problem out of a failed answer, also when a proxy in between answered with something else. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const row = isRecord(body) ? body : {};
  return {
    status: response.status,
    code: textOr(row.code, `http_${response.status}`),
    title: textOr(row.title, "The service did not answer as expected"),
    // Something in between says nothing that helps.
    detail: textOr(row.detail, row.code === undefined && response.status >= 500 ? TIMED_OUT.detail : null),
    requestId: textOr(row.requestId, response.headers.get("X-Request-Id")),
    errors: fieldProblems(row.errors),
    retryAfter: secondsOf(response.headers.get("Retry-After")),
    ...(response.status === 409 && { sides: row }),
  };
}

/** A problem on its way up to whoever shows it. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value.status === "number" && typeof value.code === "string" && typeof value.title === "string";
}

/** Of one thing that was asked for by its address: it is not there for this person, or the address was never one. */
export function isMissing({ status }: Problem): boolean {
  return status === 404 || status === 422;
}

/** It says nothing about what was asked for: the same may well succeed a moment later. */
export function isPassing({ status }: Problem): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** Any thrown thing as a problem; what is no problem was a defect of the page. */
export function asProblem(value: unknown): Problem {
  if (isProblem(value)) return value;
  if (value instanceof Refused) return value.problem;
  return {
    ...NO_ANSWER,
    code: "page_error",
    title: "Something went wrong in the page",
    detail: value instanceof Error ? value.message : null,
  };
}

/** What people are told in one sentence. */
export function sentenceOf(problem: Problem): string {
  if (problem.status === 429) {
    const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60));
    return `Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
  }
  return problem.detail ?? problem.title;
}
