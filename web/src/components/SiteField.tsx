import { useAllSites } from "@/api/sites";

import { SELECT } from "./select";

/** One of the sites that the person sees, or all (""). */
export function SiteField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { sites } = useAllSites();
  return (
    <select aria-label="Site" className={SELECT} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">All sites</option>
      {sites?.map((site) => (
        <option key={site.id} value={site.id}>
          {site.name}
        </option>
      ))}
      {sites !== undefined && value !== "" && !sites.some(({ id }) => id === value) && <option value={value}>Another site</option>}
    </select>
  );
}
