import { useState, type ReactNode } from "react";

import { Dialog } from "@/components/Dialog";
import { PersonName } from "@/components/PersonName";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatBytes, formatFully, kindOf } from "@/format/format";

import { RevisionBadge } from "../RevisionBadge";
import type { OneDocument, Revision } from "../types";
import { useRevision } from "../useDocument";

interface Props {
  readonly document: OneDocument;
  readonly one: number;
  readonly other: number;
  readonly onClose: () => void;
}

/** The facts of two revisions side by side. */
export function CompareDialog({ document, one, other, onClose }: Props) {
  const [left, setLeft] = useState(Math.min(one, other));
  const [right, setRight] = useState(Math.max(one, other));
  const a = useRevision({ id: document.id, number: left });
  const b = useRevision({ id: document.id, number: right });
  const problem = a.problem ?? b.problem;
  return (
    <Dialog title="Compare revisions" onClose={onClose}>
      <div className="mb-4 grid grid-cols-2 gap-3">
        <NumberField label="Revision" value={left} most={document.newest.number} onChange={setLeft} />
        <NumberField label="with revision" value={right} most={document.newest.number} onChange={setRight} />
      </div>
      {problem && <ProblemNote problem={problem} onRetry={() => [a, b].forEach(({ retry }) => retry())} />}
      {a.revision && b.revision ? <Table a={a.revision} b={b.revision} reviewRequired={document.reviewRequired} /> : !problem && <Skeleton label="Loading the revisions" />}
    </Dialog>
  );
}

function NumberField({ label, value, most, onChange }: { label: string; value: number; most: number; onChange: (value: number) => void }) {
  return (
    <label className="block text-sm font-medium">
      {label}
      <input
        type="number"
        min={1}
        max={most}
        value={value}
        onChange={({ target }) => {
          const number = target.valueAsNumber;
          if (Number.isInteger(number) && number >= 1 && number <= most) onChange(number);
        }}
        className="mt-1 block h-11 w-full rounded-lg border border-line bg-surface px-3 text-base"
      />
    </label>
  );
}

type Row = readonly [name: string, a: ReactNode, b: ReactNode, differs: boolean];

function rowsOf(a: Revision, b: Revision, reviewRequired: boolean): readonly Row[] {
  const row = (name: string, of: (revision: Revision) => string): Row => [name, of(a), of(b), of(a) !== of(b)];
  return [
    ["Status", <RevisionBadge key="a" revision={a} reviewRequired={reviewRequired} />, <RevisionBadge key="b" revision={b} reviewRequired={reviewRequired} />, false],
    row("File", ({ fileName }) => fileName),
    row("Kind", ({ detectedType, fileName }) => kindOf(detectedType, fileName)),
    row("Size", ({ sizeBytes }) => `${formatBytes(sizeBytes)} (${sizeBytes.toLocaleString()} bytes)`),
    row("SHA-256", ({ sha256 }) => sha256),
    row("Pages", ({ preview, text }) => String(preview.total ?? text.total ?? "not known")),
    row("Uploaded", ({ createdAt }) => formatFully(createdAt)),
    ["By", <PersonName key="a" id={a.createdBy} />, <PersonName key="b" id={b.createdBy} />, a.createdBy !== b.createdBy],
  ];
}

function Table({ a, b, reviewRequired }: { a: Revision; b: Revision; reviewRequired: boolean }) {
  return (
    <>
      <p role="status" className={`mb-3 rounded-lg p-3 text-sm ${a.sha256 === b.sha256 ? "bg-good-soft text-good" : "bg-warn-soft text-warn"}`}>
        {a.sha256 === b.sha256 ? "Both hold the very same file." : `The files differ${a.sizeBytes === b.sizeBytes ? ", at the same size" : ` by ${formatBytes(Math.abs(a.sizeBytes - b.sizeBytes))}`}.`}
      </p>
      <table className="w-full table-fixed text-left text-sm">
        <thead>
          <tr className="text-quiet">
            <th scope="col" className="w-20 font-medium">
              <span className="sr-only">Fact</span>
            </th>
            <th scope="col" className="py-1 font-medium">
              Revision {a.number}
            </th>
            <th scope="col" className="py-1 font-medium">
              Revision {b.number}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rowsOf(a, b, reviewRequired).map(([name, one, other, differs]) => (
            <tr key={name} className={differs ? "font-medium" : ""}>
              <th scope="row" className="py-2 pr-2 align-top font-normal text-quiet">
                {name}
                {differs && <span className="sr-only"> (differs)</span>}
              </th>
              <td className="py-2 pr-2 align-top wrap-anywhere [&>span]:whitespace-normal">{one}</td>
              <td className={`py-2 align-top wrap-anywhere [&>span]:whitespace-normal ${differs ? "text-warn" : ""}`}>{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
