import { useDeferredValue, useEffect, useState, type ReactNode } from "react";

import { useOfferDocumentsQuery } from "@/api/offers";
import type { Problem } from "@/api/problem";
import type { ListedDocument } from "@/api/types";

import { ProblemNote } from "./ProblemNote";
import { Skeleton } from "./Skeleton";

const LIVE_MS = 2_000;

interface Props {
  readonly actionsFor: (document: ListedDocument) => ReactNode;
  /** Hears of every state a document is seen in. */
  readonly onSeen?: ((document: ListedDocument) => void) | undefined;
}

/** Documents found by words, or the last ones changed, each with what can be done with it. */
export function DocumentChooser({ actionsFor, onSeen }: Props) {
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed.trim());
  const { currentData, error, refetch } = useOfferDocumentsQuery(words);
  const moving = currentData?.some(({ newest }) => newest.state === "verifying") ?? false;
  useOfferDocumentsQuery(words, { pollingInterval: moving ? LIVE_MS : 0, skipPollingIfUnfocused: true });
  useEffect(() => {
    if (onSeen) currentData?.forEach(onSeen);
  }, [currentData, onSeen]);
  return (
    <>
      <input
        type="search"
        aria-label="Find documents"
        placeholder="Words, numbers, page text"
        maxLength={1000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="mb-3 h-11 w-full rounded-lg border border-line bg-surface px-3 text-base"
      />
      {error !== undefined && <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />}
      {currentData === undefined && error === undefined && <Skeleton label="Looking for documents" />}
      {currentData?.length === 0 && <p className="text-sm text-quiet">Nothing was found.</p>}
      <ul aria-label="Documents" className="divide-y divide-line">
        {currentData?.map((document) => (
          <li key={document.id} className="flex items-center gap-3 py-2 text-sm">
            <div className="min-w-0 flex-1">
              {document.number !== null && <p className="font-mono text-xs text-quiet">{document.number}</p>}
              <p className="font-medium break-words">{document.title}</p>
              <p className="truncate text-xs text-quiet">{(document.current ?? document.newest).fileName}</p>
            </div>
            {actionsFor(document)}
          </li>
        ))}
      </ul>
    </>
  );
}
