import { useState } from "react";

import type { Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatFully } from "@/format/format";
import { rolesInWords } from "@/format/roles";

import { useReadTypeVersionQuery } from "./requests";
import { wordsOfField } from "./words";

const SHOWN = 10;

/** The versions of a type, the newest first, each to be looked at. */
export function Versions({ id, newest }: { id: string; newest: number }) {
  const [shown, setShown] = useState(SHOWN);
  const [open, setOpen] = useState<number | null>(null);
  const versions = Array.from({ length: Math.min(shown, newest) }, (_, index) => newest - index);
  return (
    <>
      <ul aria-label="Versions" className="flex flex-wrap gap-2">
        {versions.map((version) => (
          <li key={version}>
            <Button onClick={() => setOpen(version)}>
              Version {version}
              {version === newest && " (now)"}
            </Button>
          </li>
        ))}
        {shown < newest && (
          <li>
            <Button look="quiet" onClick={() => setShown(shown + SHOWN)}>
              Earlier ones
            </Button>
          </li>
        )}
      </ul>
      {open !== null && <VersionDialog id={id} version={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function VersionDialog({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const { currentData: held, error, refetch } = useReadTypeVersionQuery({ id, version });
  const yes = (on: boolean) => (on ? "Yes" : "No");
  const rows: readonly (readonly [string, string])[] = held
    ? [
        ["Written", formatFully(held.createdAt)],
        ["Code", held.code],
        ["Name", held.name],
        ["Numbers", held.numberPattern],
        ["Numbers by hand", yes(held.manualNumbers)],
        ["Review", yes(held.reviewRequired)],
        ["Acknowledgement", held.acknowledgementRequired ? `By ${rolesInWords(held.acknowledgementRoles).toLowerCase()}` : "No"],
      ]
    : [];
  return (
    <Dialog title={`Version ${version}`} onClose={onClose}>
      {error !== undefined && <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />}
      {held === undefined && error === undefined && <Skeleton label="Loading the version" />}
      {held !== undefined && (
        <>
          <dl className="grid gap-x-4 gap-y-0.5 rounded-lg bg-raised p-3 text-sm sm:grid-cols-[9rem_1fr]">
            {rows.map(([term, value]) => (
              <div key={term} className="contents">
                <dt className="text-quiet">{term}</dt>
                <dd className="mb-1 break-words sm:mb-0">{value}</dd>
              </div>
            ))}
          </dl>
          <h3 className="mt-4 text-sm font-semibold">Fields</h3>
          {held.fields.length === 0 && <p className="mt-1 text-sm text-quiet">None.</p>}
          <ul aria-label="Fields" className="mt-1 divide-y divide-line text-sm">
            {held.fields.map((field) => (
              <li key={field.key} className="py-2">
                <p className="font-medium break-words">
                  {field.label} <span className="font-mono text-xs font-normal text-quiet">{field.key}</span>
                </p>
                <p className="break-words text-quiet">{wordsOfField(field)}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
