import { describe, expect, it } from "vitest";

import type { Journal, JournalEntry } from "@/uploads/engine/journal";
import { UploadQueue } from "@/uploads/engine/queue";
import type { Ports, PutRequest, Standing, StoredBlock, Subject, Target, UploadSnapshot } from "@/uploads/engine/types";

const BLOCK = 10;

const SHA256 = "a".repeat(64);

function documentIn(state: Subject["newest"]["state"], number = 1): Subject {
  return { id: "D", newest: { number, state, sha256: SHA256, rejection: null } };
}

interface World {
  queue: UploadQueue;
  puts: PutRequest[];
  keys: string[];
  discarded: string[];
  freshUrls: number;
  saved: JournalEntry[];
  standings: number;
}

/** A storage that answers each PUT with the next of `statuses`, then with 201; small files go up whole. */
interface Given {
  statuses?: number[];
  expired?: string[];
  hold?: Promise<void>;
  /** What was remembered of an upload begun before, and what the storage has of it. */
  before?: { blocks?: StoredBlock[]; whole?: number; size: number };
  /** The document is awaited no longer, and in this state. */
  handedOver?: Subject["newest"]["state"];
}

function world({ statuses = [], expired = [], hold, before, handedOver }: Given = {}): World {
  const made: World = { queue: null as unknown as UploadQueue, puts: [], keys: [], discarded: [], freshUrls: 0, saved: [], standings: 0 };
  const target = (url: string, size: number): Target => ({ method: size > BLOCK ? "blocks" : "single", url, blockSizeBytes: size > BLOCK ? BLOCK : 0, expiresAt: "2100-01-01T00:00:00Z" });
  let size = before?.size ?? 0;
  const standing = (url: string, blocks: StoredBlock[] = [], whole: number | null = null): Standing => ({ upload: target(url, size), wholeBytes: whole, committed: [], uncommitted: blocks });
  const ports: Ports = {
    backend: {
      announce: (draft, key) => {
        made.keys.push(key);
        size = draft.sizeBytes;
        return Promise.resolve({ document: documentIn("awaiting_upload"), standing: standing("https://blob.test/1?sig=1") });
      },
      freshTarget: () => {
        made.freshUrls += 1;
        return Promise.resolve(target(`https://blob.test/1?sig=${made.freshUrls + 1}`, size));
      },
      standing: () => {
        made.standings += 1;
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- problems are what the engine understands
        if (handedOver !== undefined) return Promise.reject({ status: 409, code: "not_awaiting_upload", title: "", detail: null, requestId: null, errors: [], retryAfter: null });
        const there = made.puts.filter(({ url }) => url.includes("comp=block&")).map(({ url, body }) => ({ id: new URL(url).searchParams.get("blockid") ?? "", sizeBytes: (body as Blob).size }));
        return Promise.resolve(standing("https://blob.test/1?sig=9", [...(before?.blocks ?? []), ...there], before?.whole ?? null));
      },
      complete: () => Promise.resolve(documentIn("verifying")),
      get: () => Promise.resolve(documentIn(handedOver ?? "awaiting_upload")),
      announceRevision: (id, { sizeBytes }, key) => {
        made.keys.push(`${id} ${key}`);
        size = sizeBytes;
        return Promise.resolve({ document: documentIn("awaiting_upload", 2), standing: standing("https://blob.test/1?sig=1") });
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
    hash: () => Promise.resolve(SHA256),
    sleep: () => Promise.resolve(),
    online: () => Promise.resolve(),
    now: () => 0,
    random: () => 0.5,
    newId: (() => {
      let next = 0;
      return () => `id-${next++}`;
    })(),
  };
  const journal: Journal = { find: () => (before === undefined ? null : { documentId: "D", savedAt: 0 }), save: (_, entry) => made.saved.push(entry), remove: () => undefined };
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

  it("makes a file the next revision of a document", async () => {
    const made = world({ handedOver: "ready" });
    made.queue.add([fileOf(8)], "D");
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.keys).toEqual([expect.stringMatching(/^D id-/)]);
  });

  it("goes on with a revision that waits for the very file, announced elsewhere", async () => {
    const made = world();
    made.queue.add([fileOf(8)], "D");
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.keys).toEqual([]);
  });

  it("hears what became of its document", async () => {
    const made = world();
    made.queue.add([fileOf(8)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    made.queue.settle(documentIn("ready"));
    expect(made.queue.getSnapshot()[0]?.phase).toBe("ready");
  });

  it("remembers its document as soon as it is announced", async () => {
    const made = world({ hold: new Promise(() => undefined) });
    made.queue.add([fileOf(35)]);
    await until(made.queue, () => made.puts.length > 0);
    expect(made.saved.map(({ documentId }) => documentId)).toEqual(["D"]);
  });
});

const idOf = (index: number) => btoa(`block-${String(index).padStart(6, "0")}`);

describe("an upload that was begun before", () => {
  it("sends only the blocks that the storage does not have whole", async () => {
    const blocks = [{ id: idOf(0), sizeBytes: 10 }, { id: idOf(1), sizeBytes: 7 }, { id: idOf(3), sizeBytes: 5 }, { id: btoa("somebody's own"), sizeBytes: 10 }];
    const made = world({ before: { blocks, size: 35 } });
    made.queue.add([fileOf(35)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.keys).toEqual([]);
    expect(blocksOf(made).map(({ url }) => new URL(url).searchParams.get("blockid"))).toEqual([idOf(1), idOf(2)]);
    const list = listsOf(made)[0]?.body as string;
    expect([0, 1, 2, 3].map((index) => list.includes(idOf(index)))).toEqual([true, true, true, true]);
  });

  it("sends nothing when all of it is there, and hands it over", async () => {
    const made = world({ before: { whole: 35, size: 35 } });
    made.queue.add([fileOf(35)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.puts).toEqual([]);
  });

  it("sends a small one again when it did not arrive", async () => {
    const made = world({ before: { size: 8 } });
    made.queue.add([fileOf(8)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.puts).toHaveLength(1);
    expect(made.keys).toEqual([]);
  });

  it("is not announced a second time when it was handed over already", async () => {
    const made = world({ before: { size: 8 }, handedOver: "verifying" });
    made.queue.add([fileOf(8)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect([made.keys, made.puts]).toEqual([[], []]);
  });

  it("begins anew when it was given up", async () => {
    const made = world({ before: { size: 8 }, handedOver: "rejected" });
    made.queue.add([fileOf(8)]);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.keys).toHaveLength(1);
  });

  it("asks the storage after a broken connection instead of sending all again", async () => {
    const statuses = [201, 201, ...Array.from({ length: 40 }, () => 0)];
    const made = world({ statuses });
    made.queue.add([fileOf(35)]);
    const { id } = await until(made.queue, ({ phase }) => phase === "failed");
    const sent = blocksOf(made).length;
    statuses.length = 0;
    made.queue.resume(id);
    await until(made.queue, ({ phase }) => phase === "verifying");
    expect(made.standings).toBe(1);
    expect(blocksOf(made)).toHaveLength(sent);
  });
});
