import type { FileFacts, OneDocument } from "./types";

/** The revision that is shown when nobody asked for another: what the API gives this reader, else the newest that is whole, else the newest. */
export function shownByDefault({ shown, current, newest }: OneDocument): number {
  return shown?.revision ?? (current ?? newest).number;
}

/** The revision an address asks for; the one shown by default where it asks for none or for nonsense. */
export function shownNumber(document: OneDocument, asked: string | null): number {
  const number = asked === null || !/^[0-9]{1,4}$/.test(asked) ? 0 : Number(asked);
  return number >= 1 && number <= document.newest.number ? number : shownByDefault(document);
}

/** What is to be known about the revision that is looked at, beside what it says itself. */
export type Standing =
  | { readonly kind: "in-force" }
  /** It is in force, and this later one is whole but not approved. */
  | { readonly kind: "in-force-with-later"; readonly later: number }
  /** Another one is in force. */
  | { readonly kind: "not-in-force"; readonly inForce: number }
  /** None is in force: it is still to be approved. */
  | { readonly kind: "none-in-force" }
  /** None is whole yet. */
  | { readonly kind: "nothing-yet" };

export function standingOf({ approved, current }: OneDocument, shown: number): Standing {
  if (current === null) return { kind: "nothing-yet" };
  if (approved === null) return { kind: "none-in-force" };
  if (approved.number !== shown) return { kind: "not-in-force", inForce: approved.number };
  return current.number > shown ? { kind: "in-force-with-later", later: current.number } : { kind: "in-force" };
}

/** The newest revision while it is not one that can be looked at: on its way, or refused. */
export function unsettled({ newest }: OneDocument): FileFacts | null {
  return newest.state === "ready" ? null : newest;
}

/** Whether a further revision can be begun now. */
export function takesFurther({ newest, trashedAt }: OneDocument): boolean {
  return trashedAt === null && (newest.state === "ready" || newest.state === "rejected");
}

/** What uploading a file would be called now; null while none is taken. */
export function furtherLabel(document: OneDocument): string | null {
  if (takesFurther(document)) return "New revision";
  return document.trashedAt === null && document.newest.state === "awaiting_upload" ? "Go on with the upload" : null;
}
