import { useState } from "react";

import { useAllDocumentTypes, useReadDisciplinesQuery } from "@/api/documentTypes";
import { useAllSites } from "@/api/sites";
import { Field, SelectField } from "@/components/Field";

import { FieldFilter } from "./FieldFilter";
import { useTyped } from "./useTyped";
import { IN_FORCE, STATES, STATUSES, type Filter, type View } from "./view";

interface Props {
  readonly id: string;
  readonly view: View;
  readonly onChange: (change: Partial<View>) => void;
}

/** Everything a list can be narrowed by. */
export function FilterPanel({ id, view, onChange }: Props) {
  const { types } = useAllDocumentTypes();
  const { sites } = useAllSites();
  const { data: held } = useReadDisciplinesQuery(undefined);
  const [fieldKey, setFieldKey] = useState("");
  const select = (filter: Filter, label: string, options: readonly (readonly [string, string])[]) => (
    <SelectField label={label} value={view[filter]} onChange={(event) => onChange({ [filter]: event.target.value })}>
      <option value="">Any</option>
      {/* What the address asks for stays chosen while its name is on the way, and when it has none any more. */}
      {view[filter] !== "" && !options.some(([value]) => value === view[filter]) && <option value={view[filter]}>{view[filter].slice(-6)}</option>}
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </SelectField>
  );
  const day = (filter: Filter, label: string) => <Field label={label} type="date" value={view[filter]} onChange={(event) => onChange({ [filter]: event.target.value })} />;
  return (
    <div id={id} role="group" aria-label="Filters" className="mb-4 grid grid-cols-2 gap-3 rounded-2xl border border-line bg-surface p-4 shadow-sm sm:gap-4 md:grid-cols-4">
      {select("typeId", "Type", types?.map(({ id: value, name, status }) => [value, status === "retired" ? `${name} (retired)` : name]) ?? [])}
      <FieldFilter typeId={view.typeId} value={view.field} chosenKey={fieldKey} onKey={setFieldKey} onChange={(field) => onChange({ field })} />
      {select("status", "Status", STATUSES)}
      {select("inForce", "In force", IN_FORCE)}
      {select("state", "State of the file", STATES)}
      {select("siteId", "Site", sites?.map((site) => [site.id, site.name]) ?? [])}
      {select("discipline", "Discipline", held?.disciplines.map(({ code, name }) => [code, `${code} · ${name}`]) ?? [])}
      <Text label="Tag" value={view.tag} maxLength={50} onGive={(tag) => onChange({ tag })} />
      <Text label="Number begins with" value={view.number} maxLength={60} onGive={(number) => onChange({ number })} />
      {day("updatedFrom", "Changed from")}
      {day("updatedTo", "Changed until")}
      {day("createdFrom", "Added from")}
      {day("createdTo", "Added until")}
    </div>
  );
}

function Text({ label, value, maxLength, onGive }: { label: string; value: string; maxLength: number; onGive: (text: string) => void }) {
  const [typed, type] = useTyped(value, onGive);
  return <Field label={label} value={typed} maxLength={maxLength} autoComplete="off" spellCheck={false} onChange={(event) => type(event.target.value)} />;
}
