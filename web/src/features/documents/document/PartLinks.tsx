import { useEffect, useRef } from "react";
import { NavLink, useLocation, useSearchParams } from "react-router";

import type { OneDocument } from "./types";

export interface Part {
  /** Below the address of the document; empty for the document itself. */
  readonly path: string;
  readonly label: string;
}

/** The parts of the page there are for this document and this person. */
export function partsFor(document: Pick<OneDocument, "reviewRequired" | "acknowledgementRoles">, mayShare: boolean): readonly Part[] {
  return [
    { path: "", label: "Document" },
    { path: "revisions", label: "Revisions" },
    ...(document.reviewRequired ? [{ path: "review", label: "Review" }] : []),
    ...(document.acknowledgementRoles.length > 0 ? [{ path: "reading", label: "Reading" }] : []),
    ...(mayShare ? [{ path: "sharing", label: "Sharing" }] : []),
    { path: "keeping", label: "Keeping" },
    { path: "activity", label: "Activity" },
  ];
}

/** The address of a part of the page. */
export function addressOf(id: string, path: string): string {
  return path === "" ? `/documents/${id}` : `/documents/${id}/${path}`;
}

export function PartLinks({ id, parts }: { id: string; parts: readonly Part[] }) {
  const [query] = useSearchParams();
  const search = query.toString();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label="Parts of the document" className="relative flex gap-1 overflow-x-auto border-b border-line">
      {parts.map(({ path, label }) => (
        <NavLink
          key={path}
          end
          to={{ pathname: addressOf(id, path), search }}
          className={({ isActive }) =>
            `flex min-h-11 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap transition-colors ${isActive ? "border-brand text-brand" : "border-transparent text-quiet hover:text-ink"}`
          }
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
