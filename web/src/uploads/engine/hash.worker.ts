/// <reference lib="webworker" />
import { createSHA256 } from "hash-wasm";

/** Large enough to keep the loop out of the way, small enough that memory stays flat for any file. */
const SLICE_BYTES = 4 * 1024 * 1024;

export type HashMessage =
  | { readonly kind: "progress"; readonly bytes: number }
  | { readonly kind: "done"; readonly sha256: string }
  | { readonly kind: "failed"; readonly name: string; readonly message: string };

const scope = self as unknown as DedicatedWorkerGlobalScope;
const post = (message: HashMessage) => scope.postMessage(message);

function read(file: File, start: number): Promise<ArrayBuffer> {
  return file.slice(start, start + SLICE_BYTES).arrayBuffer();
}

async function digest(file: File): Promise<string> {
  const hasher = await createSHA256();
  hasher.init();
  let next = read(file, 0);
  for (let start = 0; start < file.size; start += SLICE_BYTES) {
    const bytes = await next;
    // The next slice is read while this one is hashed.
    next = read(file, start + SLICE_BYTES);
    hasher.update(new Uint8Array(bytes));
    post({ kind: "progress", bytes: start + bytes.byteLength });
  }
  await next;
  return hasher.digest("hex");
}

scope.addEventListener("message", ({ data }: MessageEvent<File>) => {
  digest(data).then(
    (sha256) => post({ kind: "done", sha256 }),
    (error: unknown) => {
      const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
      post({ kind: "failed", name, message });
    },
  );
});
