import { useEffect, useId, useRef, useState, type SubmitEvent } from "react";

import { useDocumentTypeNames, useReadDocumentTypeQuery } from "@/api/documentTypes";
import { useSiteNames } from "@/api/sites";
import type { Role } from "@/api/types";
import { Button } from "@/components/Button";
import { PersonName } from "@/components/PersonName";

import type { OneDocument } from "../types";
import { draftOf, type Draft } from "./draft";
import { differencesOf, merged, type Difference, type Side } from "./merge";
import { rolesInWords } from "@/format/roles";
import { shownUnit } from "@/format/units";

interface Props {
  readonly base: OneDocument;
  readonly mine: Draft;
  readonly theirs: OneDocument;
  readonly onSettle: (wanted: Draft) => void;
  readonly onDrop: () => void;
}

const NAMES: Readonly<Record<string, string>> = { title: "Title", number: "Number", siteId: "Site", typeId: "Type", discipline: "Discipline", tags: "Tags", addedRoles: "Must also read it" };

/** Two people changed the same document: both versions side by side, and for each difference the choice. */
export function ConflictForm({ base, mine, theirs, onSettle, onDrop }: Props) {
  const stored = draftOf(theirs);
  const differences = differencesOf(draftOf(base), mine, stored);
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => lead.current?.focus(), []);
  const { data: type } = useReadDocumentTypeQuery(theirs.typeId ?? "", { skip: theirs.typeId === null });
  const labelOf = (name: string) => NAMES[name] ?? type?.fields.find(({ key }) => `fields.${key}` === name)?.label ?? name.replace("fields.", "");
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSettle(merged(stored, differences, sides));
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <p ref={lead} tabIndex={-1} role="alert" className="rounded-xl bg-warn-soft p-3 text-sm text-warn">
        Somebody changed this document while you did. Nothing is lost: choose what to keep.
      </p>
      {differences.length === 0 && <p className="text-sm text-quiet">They stored what you typed: there is nothing left to choose.</p>}
      {differences.map((difference) => (
        <Choice
          key={difference.name}
          label={labelOf(difference.name)}
          difference={difference}
          side={sides[difference.name] ?? difference.suggested}
          onChoose={(side) => setSides({ ...sides, [difference.name]: side })}
        />
      ))}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onDrop}>Drop mine</Button>
        <Button look="primary" type="submit">
          Save this
        </Button>
      </div>
    </form>
  );
}

function Choice({ label, difference, side, onChoose }: { label: string; difference: Difference; side: Side; onChoose: (side: Side) => void }) {
  const id = useId();
  const row = (value: Side, word: string) => (
    <label className="flex min-w-0 cursor-pointer items-start gap-2.5 px-3 py-2.5 text-sm has-checked:bg-brand-soft">
      <input type="radio" name={id} aria-label={`${word}: ${label}`} className="mt-1 shrink-0 accent-brand" checked={side === value} onChange={() => onChoose(value)} />
      <span className="min-w-0">
        <span className="block text-xs text-quiet">{word}</span>
        <span className="wrap-anywhere">
          <Value name={difference.name} value={difference[value]} />
        </span>
      </span>
    </label>
  );
  return (
    <fieldset>
      <legend className="text-sm font-medium">
        {label}
        {difference.both && <span className="ml-2 text-xs font-normal text-warn">changed by both</span>}
      </legend>
      <div className="mt-1 grid divide-y divide-line rounded-lg border border-line sm:grid-cols-2 sm:divide-x sm:divide-y-0 lg:grid-cols-1 lg:divide-x-0 lg:divide-y">
        {row("mine", "Yours")}
        {row("theirs", "Stored now")}
      </div>
    </fieldset>
  );
}

function Value({ name, value }: { name: string; value: Difference["mine"] }) {
  const siteName = useSiteNames(name === "siteId");
  const typeName = useDocumentTypeNames(name === "typeId");
  if (value === null || value === undefined || value === "") return <em className="text-quiet">nothing</em>;
  if (name === "addedRoles") return rolesInWords(value as readonly Role[]);
  if (Array.isArray(value)) return value.length === 0 ? <em className="text-quiet">none</em> : value.join(", ");
  if (typeof value === "object" && "value" in value) return `${value.value}${value.unit === null ? "" : ` ${shownUnit(value.unit)}`}`;
  if (typeof value !== "string") return null;
  if (name === "siteId") return siteName(value);
  if (name === "typeId") return typeName(value);
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value) ? <PersonName id={value} /> : value;
}
