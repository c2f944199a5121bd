import { useEffect } from "react";

const APP = "PetroConnect";

/** What the browser calls the tab, in its list of tabs, its history, and to a screen reader; undefined leaves it to another. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    if (name === undefined) return;
    document.title = name === APP ? APP : `${name} · ${APP}`;
    return () => {
      document.title = APP;
    };
  }, [name]);
}
