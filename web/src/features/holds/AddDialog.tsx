import { useDeferredValue, useState } from "react";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import type { Hold, ListedDocument } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";

import { useHoldDocumentMutation, useOfferDocumentsQuery } from "./requests";

interface Props {
  readonly hold: Hold;
  /** Ids of those that are known to be in the case. */
  readonly held: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** Finds documents and puts them into a case, one by one. */
export function AddDialog({ hold, held, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed.trim());
  const { currentData, error, refetch } = useOfferDocumentsQuery(words);
  const [put] = useHoldDocumentMutation();
  const [busy, setBusy] = useState<string | null>(null);
  const say = useToast();
  const add = async (document: ListedDocument) => {
    setBusy(document.id);
    try {
      await put({ id: hold.id, documentId: document.id }).unwrap();
    } catch (failure) {
      say(sentenceOf(asProblem(failure)));
    }
    setBusy(null);
  };
  return (
    <Dialog title="Add documents" onClose={onClose}>
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
            </div>
            {held.has(document.id) ? (
              <span className="text-xs text-quiet">in the case</span>
            ) : (
              <Button disabled={busy !== null} onClick={() => void add(document)}>
                Add<span className="sr-only"> {document.title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-quiet">Many at once: choose them in the list of documents, and put them under hold there.</p>
    </Dialog>
  );
}
