import { useEffect, useRef } from "react";
import { NavLink, Navigate, Route, Routes, useLocation } from "react-router";

import type { Me } from "@/api/types";

import { groupsFor } from "./settings";

/** What is set for everybody. A list at the side of a desk, a row to be pushed along on a phone. */
export function SettingsPage({ user }: { user: Me }) {
  const groups = groupsFor(user);
  const parts = groups.flatMap((group) => group.parts);
  return (
    <section aria-labelledby="page-title">
      <h1 id="page-title" className="text-2xl font-semibold tracking-tight">
        Settings
      </h1>
      <div className="mt-4 md:grid md:grid-cols-[12rem_minmax(0,1fr)] md:gap-8">
        <Parts groups={groups} />
        <div className="max-w-4xl min-w-0">
          <Routes>
            {parts.flatMap(({ name, pages }) => Object.entries(pages(user)).map(([path, page]) => <Route key={name + path} path={name + path} element={page} />))}
            <Route path="*" element={<Navigate to={`/settings/${parts[0]?.name ?? ""}`} replace />} />
          </Routes>
        </div>
      </div>
    </section>
  );
}

function Parts({ groups }: { groups: ReturnType<typeof groupsFor> }) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>("[aria-current=page]");
    // On a phone the one that is open may be out of sight.
    if (nav.current && current && nav.current.scrollWidth > nav.current.clientWidth) nav.current.scrollLeft = current.offsetLeft - nav.current.clientWidth / 3;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label="Settings" className="relative mb-5 flex gap-1 overflow-x-auto border-b border-line md:mb-0 md:block md:space-y-5 md:overflow-visible md:border-0">
      {groups.map(({ title, parts }) => (
        <div key={title} role="group" aria-label={title} className="flex gap-1 md:block">
          <p aria-hidden="true" className="mb-1 hidden px-3 text-xs font-semibold text-quiet md:block">
            {title}
          </p>
          {parts.map(({ name, label }) => (
            <NavLink
              key={name}
              to={`/settings/${name}`}
              className={({ isActive }) =>
                `flex min-h-11 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap transition-colors md:min-h-10 md:rounded-lg md:border-0 ${isActive ? "border-brand text-brand md:bg-brand-soft" : "border-transparent text-quiet hover:text-ink md:hover:bg-raised"}`
              }
            >
              {label}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
