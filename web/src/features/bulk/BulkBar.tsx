import { useState } from "react";
import { useNavigate } from "react-router";

import type { BulkCriteria } from "@/api/types";
import { Button } from "@/components/Button";
import { ActionDialog } from "./ActionDialog";
import { useBulkActions } from "./useBulkActions";
import { countOf, type ActionType } from "./words";

/** Some documents by id, or whatever a list shows. */
export type Chosen = { readonly ids: readonly string[] } | { readonly query: BulkCriteria };

interface Props {
  readonly chosen: Chosen;
  readonly trashed: boolean;
  /** Every document on show is chosen, and the list goes on or is narrowed down: everything can be meant. */
  readonly canMeanAll: boolean;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

/** The most documents that can be named one by one. */
const MOST = 1000;

/** What can be done to the chosen documents; nothing while none is chosen. */
export function BulkBar({ chosen, trashed, canMeanAll, onAll, onClear }: Props) {
  const offered = useBulkActions(trashed);
  const [open, setOpen] = useState<ActionType | null>(null);
  const navigate = useNavigate();
  const count = "ids" in chosen ? chosen.ids.length : null;
  if (count === 0) return null;
  const tooMany = count !== null && count > MOST;
  return (
    <div role="region" aria-label="Chosen documents" className="mb-4 rounded-2xl border border-brand/40 bg-surface p-3 shadow-md md:sticky md:top-18 md:z-5">
      <div className="flex flex-wrap items-center gap-2">
        <p aria-live="polite" className="mr-auto text-sm font-medium">
          {count === null ? "Everything that matches is chosen" : `${countOf(count)} chosen`}
        </p>
        {canMeanAll && count !== null && (
          <Button look="quiet" onClick={onAll}>
            Choose everything that matches
          </Button>
        )}
        <Button look="quiet" onClick={onClear}>
          Choose none
        </Button>
      </div>
      {tooMany && <p className="mt-1 text-sm text-bad">At most {MOST.toLocaleString()} can be chosen one by one. Narrow the list down, and choose everything that matches.</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        {offered.map(({ type, word }) => (
          <Button key={type} disabled={tooMany} onClick={() => setOpen(type)}>
            {word}…
          </Button>
        ))}
      </div>
      {open !== null && <ActionDialog type={open} chosen={chosen} onClose={() => setOpen(null)} onBegun={(id) => void navigate(`/bulk/${id}`)} />}
    </div>
  );
}
