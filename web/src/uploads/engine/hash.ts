import { fileChanged } from "./failure";
import type { HashMessage } from "./hash.worker";
import type { Ports } from "./types";

/** SHA-256 in a worker of its own, which ends with the work or when the signal aborts. */
export const hashInWorker: Ports["hash"] = (file, { signal, onProgress }) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL("./hash.worker.ts", import.meta.url), { type: "module" });
    const end = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener("abort", onAbort);
      settle();
    };
    const onAbort = () => end(() => reject(signal.reason as Error));
    signal.addEventListener("abort", onAbort, { once: true });
    worker.addEventListener("error", () => end(() => reject(new Error("The worker that reads the file could not be started"))));
    worker.addEventListener("message", ({ data }: MessageEvent<HashMessage>) => {
      if (data.kind === "progress") onProgress(data.bytes);
      else if (data.kind === "done") end(() => resolve(data.sha256));
      else end(() => reject(data.name === "NotReadableError" || data.name === "NotFoundError" ? fileChanged() : new Error(data.message)));
    });
    worker.postMessage(file);
  });
