import { blockListXml, planBlocks, withQuery, type Block } from "./blocks";
import { fileChanged, isPassing, storageFailure } from "./failure";
import { MAX_RETRIES, waitToRetry } from "./retry";
import type { Slots } from "./slots";
import type { TargetSource } from "./target";
import type { Ports, PutAnswer } from "./types";

export interface SendContext {
  readonly ports: Ports;
  readonly file: File;
  readonly target: TargetSource;
  readonly signal: AbortSignal;
  /** Places for requests under way, shared by all uploads. */
  readonly puts: Slots;
  /** Bytes of part `part` sent so far. */
  readonly onProgress: (part: number, bytes: number) => void;
  readonly onRetrying: (part: number, retrying: boolean) => void;
}

interface Part {
  readonly index: number;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: () => Blob | string;
}

/** Lanes of one upload; the places in `puts` bound all of them together. */
const LANES = 4;
/** Refusals in a row, each with another URL, after which it is not the URL's age. */
const MAX_REFUSALS = 2;
const COMMIT = -1;

function isTaken({ status }: PutAnswer): boolean {
  return status >= 200 && status <= 299;
}

/** The browser reports a file changed under it as a lost connection; reading a byte tells the two apart. */
async function assertReadable(file: File): Promise<void> {
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw fileChanged();
  }
}

async function putOnce(context: SendContext, part: Part, url: string): Promise<PutAnswer> {
  const answer = await context.ports.put({
    url: withQuery(url, part.query),
    body: part.body(),
    headers: part.headers,
    signal: context.signal,
    // The list of blocks is not part of the file.
    onProgress: (bytes) => part.index !== COMMIT && context.onProgress(part.index, bytes),
  });
  if (!isTaken(answer) && part.index !== COMMIT) context.onProgress(part.index, 0);
  return answer;
}

/** Sends one part until the storage has it. Ends with an UploadFailure, or with the signal's reason. */
async function putPart(context: SendContext, part: Part): Promise<void> {
  const { target, signal, file } = context;
  let retries = 0;
  let refusals = 0;
  for (;;) {
    const { target: where, generation } = await target.current(signal);
    const answer = await putOnce(context, part, where.url);
    if (isTaken(answer)) return;
    if (answer.status === 403 && refusals < MAX_REFUSALS) {
      refusals += 1;
      await target.renew(generation, signal);
      continue;
    }
    if (!isPassing(answer.status) || retries >= MAX_RETRIES) throw storageFailure(answer);
    if (answer.status === 0) await assertReadable(file);
    await pause(context, part.index, retries, answer.retryAfterSeconds);
    // Some browsers hide a refusal behind a lost connection: after a few of those, a fresh URL is worth asking for.
    if (answer.status === 0 && retries === 2) await target.renew(generation, signal);
    retries += 1;
    refusals = 0;
  }
}

async function pause({ ports, signal, onRetrying }: SendContext, part: number, attempt: number, asked: number | null): Promise<void> {
  onRetrying(part, true);
  try {
    await waitToRetry(ports, attempt, asked, signal);
  } finally {
    onRetrying(part, false);
  }
}

/** The whole file in one request, which creates the blob and can never replace one. */
export async function sendWhole(context: SendContext): Promise<void> {
  const headers = { "x-ms-blob-type": "BlockBlob", "Content-Type": context.file.type || "application/octet-stream" };
  await context.puts.hold(context.signal, () => putPart(context, { index: 0, query: {}, headers, body: () => context.file }));
}

/** The file in blocks, several at once; blocks in `done` are there already. Ends with the list that makes them a blob. */
export async function sendBlocks(
  context: SendContext,
  blockSizeBytes: number,
  done: ReadonlySet<number>,
  onBlock: (block: Block) => void,
): Promise<void> {
  const blocks = planBlocks(context.file.size, blockSizeBytes);
  const waiting = blocks.filter(({ index }) => !done.has(index));
  const stop = new AbortController();
  const lanes: SendContext = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
  const runLane = async () => {
    for (let block = waiting.shift(); block !== undefined; block = waiting.shift()) {
      await sendBlock(lanes, block);
      onBlock(block);
    }
  };
  const running = Array.from({ length: Math.min(LANES, waiting.length) }, runLane);
  try {
    await Promise.all(running);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(running);
    throw error;
  }
  await commit(context, blocks);
}

async function sendBlock(context: SendContext, block: Block): Promise<void> {
  const part = {
    index: block.index,
    query: { comp: "block", blockid: block.id },
    headers: {},
    body: () => context.file.slice(block.start, block.end),
  };
  await context.puts.hold(context.signal, () => putPart(context, part));
}

async function commit(context: SendContext, blocks: readonly Block[]): Promise<void> {
  const type = context.file.type || "application/octet-stream";
  await putPart(context, {
    index: COMMIT,
    query: { comp: "blocklist" },
    headers: { "Content-Type": "application/xml", "x-ms-blob-content-type": type },
    body: () => blockListXml(blocks),
  });
}
