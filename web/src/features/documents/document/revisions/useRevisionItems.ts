import type { MenuItem } from "@/components/Menu";
import { useMay } from "@/session/session";

import { takesFurther } from "../standing";
import type { OneDocument, Revision } from "../types";
import { useSteps } from "../useSteps";

/** A step that asks first, or shows something. */
export type Step = { readonly kind: "compare"; readonly one: number; readonly other: number } | { readonly kind: "roll-back" | "give-up"; readonly revision: Revision };

/** What can be done with each revision, as far as this person may and its state allows. */
export function useRevisionItems(document: OneDocument, open: (step: Step) => void): (revision: Revision) => readonly MenuItem[] {
  const mayWrite = useMay("documents:write");
  const steps = useSteps(document);
  const changes = mayWrite && document.trashedAt === null;
  const base = document.approved ?? document.current;
  return (revision) => {
    const { number, state } = revision;
    const isReady = state === "ready";
    const items: (MenuItem | false)[] = [
      isReady && { label: "Download", run: () => void steps.download(number) },
      base !== null && base.number !== number && { label: `Compare with revision ${base.number}`, run: () => open({ kind: "compare", one: base.number, other: number }) },
      changes && isReady && takesFurther(document) && document.current?.number !== number && { label: "Roll back to this…", run: () => open({ kind: "roll-back", revision }) },
      changes && isReady && revision.text.state !== "pending" && { label: "Read its text anew", run: () => void steps.reprocess(number, ["text"]) },
      changes && isReady && revision.preview.state !== "pending" && { label: "Make its pictures anew", run: () => void steps.reprocess(number, ["preview"]) },
      changes && state === "awaiting_upload" && { label: "Give it up…", run: () => open({ kind: "give-up", revision }), grave: true },
    ];
    return items.filter((item) => item !== false);
  };
}
