import { useState, type SubmitEvent } from "react";
import { useSearchParams } from "react-router";

import type { Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { textsOf } from "@/components/Field";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";

import { useListRevisionsInfiniteQuery } from "../requests";
import type { OneDocument } from "../types";
import { useSteps } from "../useSteps";
import { CompareDialog } from "./CompareDialog";
import { RevisionRow } from "./RevisionRow";
import { useRevisionItems, type Step } from "./useRevisionItems";

interface Props {
  readonly document: OneDocument;
  /** The number of the one that is looked at. */
  readonly shown: number;
}

/** As many as one page holds: from here on somebody may want to go to one by its number. */
const MANY = 50;

/** Every file the document ever had, the newest first. */
export function RevisionsPart({ document, shown }: Props) {
  const list = useListRevisionsInfiniteQuery(document.id);
  const revisions = list.data?.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<Step | null>(null);
  const itemsFor = useRevisionItems(document, setOpen);
  const now = new Date();
  return (
    <section aria-label="Revisions">
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <p className="mr-auto text-sm text-quiet">{document.newest.number === 1 ? "One revision so far." : `${document.newest.number.toLocaleString()} revisions so far. None is ever changed.`}</p>
        {document.newest.number > MANY && <GoTo newest={document.newest.number} />}
        {document.newest.number > 1 && <Button onClick={() => setOpen({ kind: "compare", one: document.newest.number, other: shown === document.newest.number ? shown - 1 : shown })}>Compare…</Button>}
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {revisions === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading revisions" />
        </div>
      )}
      {revisions !== undefined && (
        <ul aria-label="Revisions" className="divide-y divide-line rounded-2xl border border-line bg-surface shadow-sm">
          {revisions.map((revision) => (
            <RevisionRow key={revision.number} revision={revision} shown={revision.number === shown} reviewRequired={document.reviewRequired} now={now} items={itemsFor(revision)} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      <Dialogs document={document} open={open} onClose={() => setOpen(null)} />
    </section>
  );
}

/** Straight to one of many, without loading those before it. */
function GoTo({ newest }: { newest: number }) {
  const [query, setQuery] = useSearchParams();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { revision = "" } = textsOf(event.currentTarget);
    const next = new URLSearchParams(query);
    next.set("revision", revision);
    setQuery(next);
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-2">
      <input name="revision" type="number" aria-label="Number of a revision" placeholder="No." required min={1} max={newest} className="h-10 w-24 rounded-lg border border-line bg-surface px-3 text-sm" />
      <Button type="submit">Look at it</Button>
    </form>
  );
}

function Dialogs({ document, open, onClose }: { document: OneDocument; open: Step | null; onClose: () => void }) {
  const steps = useSteps(document);
  switch (open?.kind) {
    case undefined:
      return null;
    case "compare":
      return <CompareDialog document={document} one={open.one} other={open.other} onClose={onClose} />;
    case "roll-back":
      return (
        <ConfirmDialog title={`Roll back to revision ${open.revision.number}?`} confirmLabel={`Make it revision ${document.newest.number + 1}`} look="primary" onConfirm={() => void steps.rollBack(open.revision.number)} onClose={onClose}>
          <p className="wrap-anywhere">
            Revision {document.newest.number + 1} is made with the very file of revision {open.revision.number} (“{open.revision.fileName}”), and verified as any other. Nothing is taken away: all revisions in between stay.
          </p>
          <p className="mt-2">{document.reviewRequired ? "It is a draft until a review approves it; until then what is in force stays so." : "As soon as it is ready it is in force."}</p>
        </ConfirmDialog>
      );
    case "give-up":
      return (
        <ConfirmDialog title={`Give up revision ${open.revision.number}?`} confirmLabel="Give it up" onConfirm={() => void steps.giveUp(open.revision.number)} onClose={onClose}>
          <p className="wrap-anywhere">“{open.revision.fileName}” is awaited no longer, and what has arrived of it is dropped. The number is not given again.</p>
        </ConfirmDialog>
      );
  }
}

