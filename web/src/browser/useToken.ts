import { useSyncExternalStore } from "react";

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

/** What stands behind `#`, where no server sees it; another one when another link is put into the address bar. */
export function useToken(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash.slice(1));
}
