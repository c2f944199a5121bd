import { useState } from "react";

function tokenOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return ""; // Half of a link: as good as none.
  }
}

/** The token of a letter's link: behind `#`, where no server sees it. It stays in the address until it is used, so that the page can be loaded again. */
export function useLinkToken(): string {
  const [token] = useState(() => tokenOf(window.location.hash));
  return token;
}
