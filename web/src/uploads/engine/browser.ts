import { hashInWorker } from "./hash";
import type { Backend, Ports } from "./types";
import { putThroughXhr } from "./xhr";

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

function online(signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const end = (settle: () => void) => {
      ended.abort();
      settle();
    };
    window.addEventListener("online", () => end(resolve), { signal: ended.signal });
    signal.addEventListener("abort", () => end(() => reject(signal.reason as Error)), { signal: ended.signal });
  });
}

/** The engine's ports as a browser fills them. */
export function browserPorts(backend: Backend): Ports {
  return {
    backend,
    put: putThroughXhr,
    hash: hashInWorker,
    sleep,
    online,
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
  };
}
