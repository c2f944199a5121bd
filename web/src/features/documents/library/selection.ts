import { useCallback, useMemo, useState } from "react";

import type { Criteria } from "./view";

/** What was chosen: some documents, or whatever the list would show if it were read to its end. */
export type Selection = { readonly kind: "some"; readonly ids: ReadonlySet<string> } | { readonly kind: "all"; readonly criteria: Criteria };

const NONE: Selection = { kind: "some", ids: new Set() };

export interface Choosing {
  readonly selection: Selection;
  readonly isChosen: (id: string) => boolean;
  readonly choose: (ids: readonly string[], on: boolean) => void;
  /** Everything that matches, also what was not loaded. */
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

/** Chosen documents of one list, of which `loaded` are on show. Another list begins with none: nobody acts on what they no longer see. */
export function useChoosing(criteria: Criteria, loaded: readonly string[]): Choosing {
  const list = JSON.stringify(criteria);
  const [held, setHeld] = useState<{ readonly list: string; readonly selection: Selection }>({ list, selection: NONE });
  const selection = held.list === list ? held.selection : NONE;
  const set = useCallback((next: Selection) => setHeld({ list, selection: next }), [list]);
  return useMemo(
    () => ({
      selection,
      isChosen: (id) => selection.kind === "all" || selection.ids.has(id),
      choose: (ids, on) => {
        const next = new Set(selection.kind === "some" ? selection.ids : loaded);
        for (const id of ids) {
          if (on) next.add(id);
          else next.delete(id);
        }
        set({ kind: "some", ids: next });
      },
      chooseAll: () => set({ kind: "all", criteria: JSON.parse(list) as Criteria }),
      clear: () => set(NONE),
    }),
    [selection, set, list, loaded],
  );
}
