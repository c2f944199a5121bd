import { useState } from "react";

/** The token of a letter's link: behind `#`, where no server sees it, and gone from the address once it was read. */
export function useLinkToken(): string {
  const [token] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  return token;
}
