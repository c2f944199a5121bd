import type { Put, PutAnswer } from "./types";

/** No byte for this long: the connection is dead even if nobody said so. */
const STALL_MS = 60_000;

function secondsOf(header: string | null): number | null {
  const seconds = Number.parseInt(header ?? "", 10);
  return Number.isNaN(seconds) ? null : seconds;
}

function answerOf(xhr: XMLHttpRequest): PutAnswer {
  return {
    status: xhr.status,
    code: xhr.getResponseHeader("x-ms-error-code"),
    retryAfterSeconds: secondsOf(xhr.getResponseHeader("Retry-After")),
  };
}

/** PUT through XMLHttpRequest: `fetch` cannot say how much of a body has gone out. */
export const putThroughXhr: Put = ({ url, body, headers, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const xhr = new XMLHttpRequest();
    let stall: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(stall);
      stall = setTimeout(() => xhr.abort(), STALL_MS);
    };
    const onAbort = () => xhr.abort();
    xhr.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.upload.addEventListener("progress", ({ loaded }) => {
      watch();
      onProgress(loaded);
    });
    xhr.addEventListener("loadend", () => {
      clearTimeout(stall);
      signal.removeEventListener("abort", onAbort);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve(answerOf(xhr));
    });
    signal.addEventListener("abort", onAbort, { once: true });
    watch();
    xhr.send(body);
  });
