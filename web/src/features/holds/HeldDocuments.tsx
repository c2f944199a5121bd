import { useState } from "react";
import { Link } from "react-router";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import type { HeldDocument, Hold } from "@/api/types";
import { Button, IconButton } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { CloseIcon } from "@/components/icons";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { useMay } from "@/session/session";

import { AddDialog } from "./AddDialog";
import { useListHeldDocumentsInfiniteQuery, useReleaseDocumentMutation } from "./requests";
import { STORAGE } from "./words";

const LIVE_MS = 2_000;

/** The documents of a case, as far as the reader sees their sites. */
export function HeldDocuments({ hold }: { hold: Hold }) {
  const list = useListHeldDocumentsInfiniteQuery(hold.id);
  const documents = list.currentData?.pages.flatMap((page) => page.items);
  const moving = hold.state === "closing" || (documents?.some(({ storage }) => storage === "pending" || storage === "lifting") ?? false);
  useListHeldDocumentsInfiniteQuery(hold.id, { pollingInterval: moving ? LIVE_MS * (list.currentData?.pages.length ?? 1) : 0, skipPollingIfUnfocused: true });
  const mayChange = useMay("holds:write") && hold.state === "open";
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<HeldDocument | null>(null);
  const [release] = useReleaseDocumentMutation();
  const say = useToast();
  const letGo = async (document: HeldDocument) => {
    try {
      await release({ id: hold.id, documentId: document.id }).unwrap();
      say(document.holds.length > 1 ? `“${document.title}” was taken out. Other cases go on holding it.` : `“${document.title}” is no longer held.`);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <div className="space-y-3">
      {mayChange && <Button onClick={() => setAdding(true)}>Add documents…</Button>}
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {documents === undefined && !list.isError && <Skeleton label="Loading documents" />}
      {documents?.length === 0 && <p className="text-sm text-quiet">None.</p>}
      {documents !== undefined && documents.length > 0 && (
        <ul aria-label="Held documents" className="divide-y divide-line rounded-xl border border-line">
          {documents.map((document) => (
            <li key={document.id} className="flex items-center gap-3 px-3 py-2.5 text-sm">
              <div className="min-w-0 flex-1">
                <Link to={`/documents/${document.id}`} className="font-medium break-words hover:text-brand hover:underline">
                  {document.title}
                </Link>
                <p className="text-xs text-quiet">
                  {STORAGE[document.storage]}
                  {document.holds.length > 1 && ` · in ${document.holds.length} cases`}
                  {document.trashedAt !== null && " · in the trash"}
                </p>
              </div>
              {mayChange && (
                <IconButton label={`Take ${document.title} out of the case`} onClick={() => setLeaving(document)}>
                  <CloseIcon className="size-4" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {adding && <AddDialog hold={hold} held={new Set(documents?.map(({ id }) => id))} onClose={() => setAdding(false)} />}
      {leaving && (
        <ConfirmDialog title="Take it out of the case?" confirmLabel="Take it out" onConfirm={() => void letGo(leaving)} onClose={() => setLeaving(null)}>
          <p className="break-words">“{leaving.title}” {leaving.holds.length > 1 ? "stays held by other cases." : "can be deleted from then on."}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
