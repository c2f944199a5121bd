import { describe, expect, it } from "vitest";

import type { Journal } from "@/features/uploads/engine/journal";
import { UploadQueue } from "@/features/uploads/engine/queue";
import type { Document, Ports, PutRequest, Target, UploadSnapshot } from "@/features/uploads/engine/types";

const BLOCK = 10;

function documentIn(state: Document["newest"]["state"], number = 1): Document {
  const newest = { number, state, rejection: null, fileName: "f", sizeBytes: 1, sha256: "0", contentType: "a/b", detectedType: null };
  return {
    id: "D", title: "f", number: null, siteId: null, typeId: null, typeVersion: null, discipline: null, tags: [], fields: {}, approved: null, shown: null, status: "draft", reviewRequired: false, inReview: null, acknowledgementRoles: [], addedAcknowledgementRoles: [], isHeld: false, holds: null, newest, current: state === "ready" ? newest : null,
    createdAt: "", createdBy: "", updatedAt: "", trashedAt: null, etag: '"1"',
  };
}

interface World {
  queue: UploadQueue;
  puts: PutRequest[];
  keys: string[];
  discarded: string[];
  freshUrls: number;
  saved: number[][];
}

/** A storage that answers each PUT with the next of `statuses`, then with 201; small files go up whole. */
function world({ statuses = [], expired = [], hold }: { statuses?: number[]; expired?: string[]; hold?: Promise<void> } = {}): World {
  const made: World = { queue: null as unknown as UploadQueue, puts: [], keys: [], discarded: [], freshUrls: 0, saved: [] };
  const target = (url: string, size: number): Target => ({ method: size > BLOCK ? "blocks" : "single", url, blockSizeBytes: size > BLOCK ? BLOCK : 0, expiresAt: "2100-01-01T00:00:00Z" });
  let size = 0;
  const ports: Ports = {
    backend: {
      announce: (draft, key) => {
        made.keys.push(key);
        size = draft.sizeBytes;
        return Promise.resolve({ document: documentIn("awaiting_upload"), upload: target("https://blob.test/1?sig=1", size), duplicates: [] });
      },
      freshTarget: () => {
        made.freshUrls += 1;
        return Promise.resolve(target(`https://blob.test/1?sig=${made.freshUrls + 1}`, size));
      },
      complete: () => Promise.resolve(documentIn("verifying")),
      get: () => Promise.resolve(documentIn("awaiting_upload")),
      announceRevision: (id, { sizeBytes }, key) => {
        made.keys.push(`${id} ${key}`);
        size = sizeBytes;
        return Promise.resolve({ document: documentIn("awaiting_upload", 2), upload: target("https://blob.test/1?sig=1", size), duplicates: [] });
      },
      discard: ({ id }) => {
        made.discarded.push(id);
        return Promise.resolve();
      },
    },
    put: async (request) => {
      made.puts.push(request);
      await hold;
      if (request.signal.aborted) throw request.signal.reason as Error;
      if (expired.some((sig) => request.url.includes(sig))) return { status: 403, code: "AuthenticationFailed", retryAfterSeconds: null };
      return { status: statuses.shift() ?? 201, code: null, retryAfterSeconds: null };
    },
    hash: () => Promise.resolve("a".repeat(64)),
    sleep: () => Promise.resolve(),
    online: () => Promise.resolve(),
    now: () => 0,
    random: () => 0.5,
    newId: (() => {
      let next = 0;
      return () => `id-${next++}`;
    })(),
  };
  const journal: Journal = { find: () => null, save: (_, { done }) => made.saved.push([...done]), remove: () => undefined };
  made.queue = new UploadQueue({ ports, journal, onDocument: () => undefined });
  return made;
}

function fileOf(bytes: number): File {
  return new File([new Uint8Array(bytes)], "log.las");
}

async function until(queue: UploadQueue, check: (upload: UploadSnapshot) => boolean): Promise<UploadSnapshot> {
  for (let turn = 0; turn < 500; turn += 1) {
    const found = queue.getSnapshot()[0];
    if (found && check(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`never happened: ${JSON.stringify(queue.getSnapshot()[0])}`);
}

const blocksOf = ({ puts }: World) => puts.filter(({ url }) => url.includes("comp=block&"));
const listsOf = ({ puts }: World) => puts.filter(({ url }) => url.includes("comp=blocklist"));

describe("an upload", () => {
  it("sends a small file whole, with one announcement", async () => {
    const made = world();
    made.queue.add([fileOf(8)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.puts).toHaveLength(1);
    expect(made.puts[0]?.headers).toMatchObject({ "x-ms-blob-type": "BlockBlob" });
    expect(made.keys).toHaveLength(1);
  });

  it("sends a large file in blocks and lists them in the order of the file", async () => {
    const made = world();
    made.queue.add([fileOf(35)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(blocksOf(made)).toHaveLength(4);
    expect(blocksOf(made).map(({ body }) => (body as Blob).size)).toEqual([10, 10, 10, 5]);
    const ids = blocksOf(made).map(({ url }) => new URL(url).searchParams.get("blockid") ?? "");
    expect(new Set(ids.map((id) => id.length)).size).toBe(1);
    const body = listsOf(made)[0]?.body;
    const list = typeof body === "string" ? body : "";
    expect(ids.map((id) => list.indexOf(id))).toEqual([...ids.map((id) => list.indexOf(id))].sort((a, b) => a - b));
    expect(ids.every((id) => list.includes(id))).toBe(true);
  });

  it("tries a part again when the storage is busy or the connection breaks", async () => {
    const made = world({ statuses: [503, 0, 500] });
    made.queue.add([fileOf(8)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.puts).toHaveLength(4);
  });

  it("gets a fresh URL when the one it has is refused, and goes on", async () => {
    const made = world({ expired: ["sig=1"] });
    made.queue.add([fileOf(35)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.freshUrls).toBeGreaterThanOrEqual(1);
    expect(blocksOf(made).filter(({ url }) => url.includes("sig=2"))).toHaveLength(4);
  });

  it("pauses, keeps what is done, and goes on", async () => {
    let release: () => void = () => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const made = world({ hold });
    made.queue.add([fileOf(35)]);
    const { id } = await until(made.queue, () => made.puts.length > 0);
    made.queue.pause(id);
    expect(made.queue.getSnapshot()[0]?.paused).toBe(true);
    release();
    made.queue.resume(id);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.keys).toHaveLength(1);
  });

  it("takes the announced document back when it is cancelled", async () => {
    const made = world({ hold: new Promise(() => undefined) });
    made.queue.add([fileOf(35)]);
    const { id } = await until(made.queue, () => made.puts.length > 0);
    made.queue.cancel(id);
    expect(made.queue.getSnapshot()).toEqual([]);
    expect(made.discarded).toEqual(["D"]);
  });

  it("hears what became of its document", async () => {
    const made = world();
    made.queue.add([fileOf(8)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    made.queue.settle(documentIn("ready"));
    expect(made.queue.getSnapshot()[0]?.phase).toBe("ready");
  });

  it("remembers each finished block", async () => {
    const made = world();
    made.queue.add([fileOf(35)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.saved.at(-1)).toHaveLength(4);
  });
});
