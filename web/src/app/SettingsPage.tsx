import { NavLink, Navigate, Route, Routes } from "react-router";

import type { Me, Permission } from "@/api/types";
import { ApiKeysPage } from "@/features/api-keys/ApiKeysPage";
import { OrganisationPage } from "@/features/organisation/OrganisationPage";
import { SitesPage } from "@/features/sites/SitesPage";

const TABS: readonly { to: string; label: string; needs: Permission }[] = [
  { to: "/settings/organisation", label: "Organisation", needs: "organisation:write" },
  { to: "/settings/sites", label: "Sites", needs: "sites:write" },
  { to: "/settings/api-keys", label: "API keys", needs: "api-keys:read" },
];

/** What administrators set for everybody. */
export function SettingsPage({ user }: { user: Me }) {
  const tabs = TABS.filter(({ needs }) => user.permissions.includes(needs));
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-4xl">
      <h1 id="page-title" className="text-2xl font-semibold tracking-tight">
        Settings
      </h1>
      <nav aria-label="Settings" className="mt-4 mb-5 flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map(({ to, label }) => (
          <NavLink
            key={to}
            to={to}
            className={({ isActive }) =>
              `flex min-h-11 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap transition-colors ${isActive ? "border-brand text-brand" : "border-transparent text-quiet hover:text-ink"}`
            }
          >
            {label}
          </NavLink>
        ))}
      </nav>
      <Routes>
        <Route path="organisation" element={<OrganisationPage id={user.organisation.id} />} />
        <Route path="sites" element={<SitesPage />} />
        <Route path="api-keys" element={<ApiKeysPage />} />
        <Route path="*" element={<Navigate to="/settings/organisation" replace />} />
      </Routes>
    </section>
  );
}
