import { isProblem } from "@/api/problem";

import type { Failure, PutAnswer } from "./types";

/** Thrown inside the engine to end the current run of an upload. */
export class UploadFailure extends Error {
  constructor(
    readonly failure: Failure,
    /** What the storage answered, where that was the cause. */
    readonly answer: PutAnswer | null = null,
  ) {
    super(failure.title);
    this.name = "UploadFailure";
  }
}

const NO_CONNECTION = "no_connection";

/** Statuses that say nothing about the request itself: the same one may succeed in a moment. */
export function isPassing(status: number): boolean {
  return status === 0 || status === 408 || status === 425 || status === 429 || status >= 500;
}

const LOST: Failure = {
  code: NO_CONNECTION,
  title: "The connection was lost",
  detail: "What was sent so far is kept. Try again to go on from there.",
  requestId: null,
  retryable: true,
};

export function storageFailure(answer: PutAnswer): UploadFailure {
  if (answer.status === 0) return new UploadFailure(LOST, answer);
  const failure = {
    code: "storage_refused",
    title: "The storage did not take the file",
    detail: `It answered ${answer.code ?? answer.status}.`,
    requestId: null,
    retryable: true,
  };
  return new UploadFailure(failure, answer);
}

/** A create-only URL refuses the second try of a PUT whose first answer was lost, and every other use it is not for. */
export function isRefusal(error: unknown): boolean {
  return error instanceof UploadFailure && (error.answer?.status === 403 || error.answer?.status === 409);
}

/** The storage, or the API asked about it, does not have the bytes it should have: they must be sent again. */
export function areBytesMissing(error: unknown): boolean {
  if (error instanceof UploadFailure) return error.answer?.code === "InvalidBlockList";
  return isProblem(error) && (error.code === "upload_missing" || error.code === "size_mismatch");
}

/** It was handed over, by this page or in its place, or given up. */
export function isNotAwaited(error: unknown): boolean {
  return isProblem(error) && error.code === "not_awaiting_upload";
}

export function fileChanged(): UploadFailure {
  return new UploadFailure({
    code: "file_unreadable",
    title: "The file can no longer be read",
    detail: "It was changed, moved or deleted after it was chosen. Choose it again.",
    requestId: null,
    retryable: false,
  });
}

/** Whatever was thrown, in the words shown to the person. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UploadFailure) return error.failure;
  if (isProblem(error)) {
    return {
      code: error.code,
      title: error.title,
      detail: error.detail,
      requestId: error.requestId,
      retryable: isPassing(error.status) || error.status === 401 || error.status === 409,
    };
  }
  return {
    code: "page_error",
    title: "Something went wrong in the page",
    detail: error instanceof Error ? error.message : null,
    requestId: null,
    retryable: true,
  };
}

/** Worth another try by itself as soon as there is a network again. */
export function isConnectionLoss(failure: Failure | null): boolean {
  return failure?.code === NO_CONNECTION || failure?.code === "timed_out";
}
