/** A piece of the file, sent by itself. `end` is exclusive. */
export interface Block {
  readonly index: number;
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The storage takes at most this many blocks for one blob. */
export const MAX_BLOCKS = 50_000;

/** The storage wants every id of one blob to have the same length, encoded as base64. */
export function blockId(index: number): string {
  return btoa(`block-${String(index).padStart(6, "0")}`);
}

export function planBlocks(sizeBytes: number, blockSizeBytes: number): Block[] {
  if (blockSizeBytes <= 0) throw new RangeError("blocks need a size");
  const count = Math.ceil(sizeBytes / blockSizeBytes);
  if (count > MAX_BLOCKS) throw new RangeError(`${count} blocks are more than the storage takes`);
  return Array.from({ length: count }, (_, index) => ({
    index,
    id: blockId(index),
    start: index * blockSizeBytes,
    end: Math.min((index + 1) * blockSizeBytes, sizeBytes),
  }));
}

/** Which of the planned blocks the storage has, whole: whatever was sent under another name or plan does not count. */
export function blocksThere(planned: readonly Block[], there: readonly { readonly id: string; readonly sizeBytes: number }[]): Block[] {
  const sizes = new Map(there.map(({ id, sizeBytes }) => [id, sizeBytes]));
  return planned.filter(({ id, start, end }) => sizes.get(id) === end - start);
}

/** The order of the ids is the order of the bytes. */
export function blockListXml(blocks: readonly Block[]): string {
  const ids = blocks.map(({ id }) => `<Latest>${id}</Latest>`).join("");
  return `<?xml version="1.0" encoding="utf-8"?><BlockList>${ids}</BlockList>`;
}

export function withQuery(url: string, query: Readonly<Record<string, string>>): string {
  const extra = new URLSearchParams(query).toString();
  return `${url}${url.includes("?") ? "&" : "?"}${extra}`;
}
