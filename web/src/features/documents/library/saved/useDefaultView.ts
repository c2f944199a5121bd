import { useEffect, useEffectEvent, useRef } from "react";

import { viewOfSaved, type View } from "../view";
import { useListViewsInfiniteQuery } from "./requests";

/** Opens the person's default view where the address asks for nothing: once, when the library is entered. */
export function useDefaultView(wanted: boolean, onOpen: (view: View) => void): void {
  const asked = useRef(wanted);
  const { data } = useListViewsInfiniteQuery(undefined, { skip: !wanted });
  const open = useEffectEvent(onOpen);
  useEffect(() => {
    if (data === undefined || !asked.current) return;
    asked.current = false;
    const id = data.pages[0]?.defaultId;
    const saved = data.pages.flatMap((page) => page.items).find((view) => view.id === id);
    if (saved && !saved.query.trashed) open(viewOfSaved(saved.query));
  }, [data]);
}
