import { useId, useState } from "react";

import { useAllSites } from "@/api/sites";

import { ProblemNote } from "./ProblemNote";
import { Skeleton } from "./Skeleton";

/** null: all sites. */
export type SiteScope = readonly string[] | null;

interface Props {
  readonly value: SiteScope;
  readonly onChange: (scope: SiteScope) => void;
  readonly error: string | undefined;
}

const MANY = 8;

/** All sites, or some of them. */
export function SiteScopeField({ value, onChange, error }: Props) {
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-error`}>
      <legend className="text-sm font-medium">Sites</legend>
      <div className="mt-1 divide-y divide-line rounded-lg border border-line">
        <Choice label="All sites" hint="Those to come as well" checked={value === null} onChoose={() => onChange(null)} name={id} />
        <Choice label="Chosen sites" hint="Only what belongs to these" checked={value !== null} onChoose={() => onChange(value ?? [])} name={id} />
        {value !== null && <Chosen chosen={value} onChange={onChange} />}
      </div>
      <span id={`${id}-error`} className="mt-1 block text-xs text-bad">
        {error}
      </span>
    </fieldset>
  );
}

function Choice({ label, hint, checked, onChoose, name }: { label: string; hint: string; checked: boolean; onChoose: () => void; name: string }) {
  return (
    <label className="flex cursor-pointer items-start gap-3 px-3 py-2.5 text-sm has-checked:bg-brand-soft">
      <input type="radio" name={name} className="mt-1 accent-brand" checked={checked} onChange={onChoose} />
      <span className="font-medium">
        {label}
        <span className="block text-xs font-normal text-quiet">{hint}</span>
      </span>
    </label>
  );
}

function Chosen({ chosen, onChange }: { chosen: readonly string[]; onChange: (scope: SiteScope) => void }) {
  const { sites, problem, retry } = useAllSites();
  const [search, setSearch] = useState("");
  if (problem) return <ProblemNote problem={problem} onRetry={retry} />;
  if (sites === undefined) {
    return (
      <div className="p-3">
        <Skeleton label="Loading sites" />
      </div>
    );
  }
  if (sites.length === 0) return <p className="p-3 text-sm text-quiet">There are no sites yet. Add them in the settings.</p>;
  const wanted = search.trim().toLocaleLowerCase();
  const shown = sites.filter(({ name, code }) => `${name} ${code}`.toLocaleLowerCase().includes(wanted));
  const set = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <div className="p-3">
      {sites.length > MANY && (
        <input
          type="search"
          aria-label="Find a site"
          placeholder="Find a site"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="mb-2 h-10 w-full rounded-lg border border-line bg-surface px-3 text-sm"
        />
      )}
      <ul aria-label="Sites" className="max-h-48 overflow-y-auto">
        {shown.map((site) => (
          <li key={site.id}>
            <label className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-2 text-sm hover:bg-raised">
              <input type="checkbox" className="size-4 accent-brand" checked={chosen.includes(site.id)} onChange={(event) => set(site.id, event.target.checked)} />
              <span className="min-w-0 flex-1 truncate">{site.name}</span>
              <span className="text-xs text-quiet">{site.status === "suspended" ? "suspended" : site.code}</span>
            </label>
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="mt-2 text-xs text-quiet">
        {chosen.length === 0 ? "None chosen: nothing that belongs to a site is seen." : `${chosen.length} of ${sites.length} chosen`}
      </p>
    </div>
  );
}
