import { useEffect, useRef } from "react";
import { NavLink } from "react-router";

import type { Permission } from "@/api/types";
import { useMe } from "@/session/session";

const TABS: readonly (readonly [to: string, label: string, needs: Permission])[] = [
  ["/reports", "All reports", "reports:read"],
  ["/due-reports", "Due reports", "reports:read"],
  ["/figures", "Figures", "reports:read"],
  ["/months", "Months", "reports:read"],
  ["/wells", "Wells", "sites:read"],
  ["/exports", "Exports", "exports:request"],
];

/** The pages about field reports. */
export function ReportTabs() {
  const permissions = useMe()?.permissions ?? [];
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>("[aria-current=page]");
    // On a phone the one that is open may be out of sight.
    if (nav.current && current && nav.current.scrollWidth > nav.current.clientWidth) nav.current.scrollLeft = current.offsetLeft - nav.current.clientWidth / 3;
  }, []);
  return (
    <nav ref={nav} aria-label="Reports" className="relative mb-5 flex gap-1 overflow-x-auto border-b border-line">
      {TABS.filter(([, , needs]) => permissions.includes(needs)).map(([to, label]) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) => `flex min-h-10 items-center whitespace-nowrap border-b-2 px-3 text-sm font-medium ${isActive ? "border-brand text-brand" : "border-transparent text-quiet hover:text-ink"}`}
        >
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
