import type { AnswerOf } from "@/api/types";

export type Shared = AnswerOf<"read_shared">;

/** A link that was opened: what it leads to, and what gets the pages without another use. */
export interface Opened {
  readonly shared: Shared;
  readonly passed: string;
}

const KEY = "shared.look";

/** Kept by the tab, so that loading the page anew is no second use. */
export function keepLook(token: string, opened: Opened): void {
  sessionStorage.setItem(KEY, JSON.stringify({ token, opened }));
}

export function keptLook(token: string): Opened | null {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return null;
  const found = JSON.parse(kept) as { readonly token: string; readonly opened: Opened };
  return found.token === token ? found.opened : null;
}

export function forgetLook(): void {
  sessionStorage.removeItem(KEY);
}
