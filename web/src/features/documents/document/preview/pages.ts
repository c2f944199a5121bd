import type { Revision } from "../types";

/** Steps of the zoom; 1 is as wide as there is room. */
export const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3] as const;

export function zoomed(zoom: number, by: 1 | -1): number {
  const at = ZOOMS.findIndex((step) => step >= zoom);
  return ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + by))] ?? 1;
}

/** How many pages can be turned: those with a picture, and those with a text where pictures end sooner. */
export function pageCount({ preview, text }: Pick<Revision, "preview" | "text">): number {
  return Math.max(preview.state === "ready" ? preview.pages : 0, text.state === "ready" ? text.pages : 0);
}

/** The page an address asks for, within those there are. */
export function pageOf(asked: string | null, count: number): number {
  const page = asked !== null && /^[0-9]{1,5}$/.test(asked) ? Number(asked) : 1;
  return Math.max(1, Math.min(page, count));
}

/** Where a key leads; null for keys that turn no page. */
export function turned(key: string, page: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "PageDown":
      return Math.min(page + 1, count);
    case "ArrowLeft":
    case "PageUp":
      return Math.max(page - 1, 1);
    case "Home":
      return 1;
    case "End":
      return count;
    default:
      return null;
  }
}
