import { useState, type ReactNode } from "react";

import { asProblem } from "@/api/problem";
import type { Document, DocumentState } from "@/api/types";
import { startDownload } from "@/browser/download";
import { IconButton } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { DownloadIcon, TrashIcon } from "@/components/icons";
import { useToast } from "@/components/Toasts";
import { useMay } from "@/session/session";

import { DocumentList } from "./DocumentList";
import { useLazyReadDocumentQuery, useRestoreDocumentMutation, useSignDownloadMutation, useTrashDocumentMutation, type Sort } from "./requests";
import { useDocuments } from "./useDocuments";

const SORTS: readonly (readonly [Sort, string])[] = [
  ["-createdAt", "Newest first"],
  ["createdAt", "Oldest first"],
  ["-updatedAt", "Last changed"],
  ["title", "Title A–Z"],
  ["-title", "Title Z–A"],
];
const STATES: readonly (readonly [DocumentState | "", string])[] = [
  ["", "All states"],
  ["ready", "Ready"],
  ["verifying", "Verifying"],
  ["awaiting_upload", "Uploading"],
  ["rejected", "Rejected"],
];
const SELECT = "h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink";

interface Props {
  /** The button that starts an upload, if this person may. */
  readonly uploadButton: ReactNode;
  readonly onSeen: (document: Document) => void;
}

export function DocumentsPage({ uploadButton, onSeen }: Props) {
  const [sort, setSort] = useState<Sort>("-createdAt");
  const [state, setState] = useState<DocumentState | "">("");
  const [leaving, setLeaving] = useState<Document | null>(null);
  const list = useDocuments({ sort, state, trashed: false }, onSeen);
  const mayDelete = useMay("documents:delete");
  const act = useActions();

  const actionsFor = (document: Document) => (
    <>
      {document.approved && (
        <IconButton label={`Download ${document.title}`} onClick={() => void act.download(document)}>
          <DownloadIcon />
        </IconButton>
      )}
      {mayDelete && (
        <IconButton label={`Move ${document.title} to the trash`} onClick={() => setLeaving(document)}>
          <TrashIcon />
        </IconButton>
      )}
    </>
  );

  return (
    <section aria-labelledby="page-title">
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <h1 id="page-title" className="mr-auto text-2xl font-semibold tracking-tight">
          Documents
        </h1>
        <label>
          <span className="sr-only">State</span>
          <select className={SELECT} value={state} onChange={(event) => setState(event.target.value as DocumentState | "")}>
            {STATES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="sr-only">Order</span>
          <select className={SELECT} value={sort} onChange={(event) => setSort(event.target.value as Sort)}>
            {SORTS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {uploadButton}
      </div>
      <DocumentList
        {...list}
        onMore={list.more}
        onRetry={list.retry}
        actionsFor={actionsFor}
        empty={<Empty filtered={state !== ""} uploadButton={uploadButton} />}
      />
      {leaving && (
        <ConfirmDialog title="Move to the trash?" confirmLabel="Move to trash" onConfirm={() => void act.trash(leaving)} onClose={() => setLeaving(null)}>
          <p>
            “{leaving.title}” will no longer be listed. It is kept, and can be restored from the trash.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function useActions() {
  const say = useToast();
  const [sign] = useSignDownloadMutation();
  const [trash] = useTrashDocumentMutation();
  const [restore] = useRestoreDocumentMutation();
  const [read] = useLazyReadDocumentQuery();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      const problem = asProblem(error);
      say(problem.code === "stale_version" ? "Somebody changed this document just now. Look at it again." : problem.title);
    }
  };
  return {
    download: (document: Document) => attempt(async () => startDownload((await sign(document.id).unwrap()).url)),
    trash: (document: Document) =>
      attempt(async () => {
        await trash(document).unwrap();
        const undo = () =>
          void attempt(async () => {
            await restore(await read(document.id).unwrap()).unwrap();
          });
        say(`“${document.title}” is in the trash.`, { label: "Undo", run: undo });
      }),
  };
}

function Empty({ filtered, uploadButton }: { filtered: boolean; uploadButton: ReactNode }) {
  return (
    <div className="rounded-2xl border border-dashed border-line bg-surface px-6 py-16 text-center">
      <p className="text-lg font-medium">{filtered ? "No document is in this state" : "No documents yet"}</p>
      <p className="mx-auto mt-1 max-w-sm text-sm text-quiet">
        {filtered ? "Choose another state to see the others." : "Reports, logs, certificates: what is uploaded is checked and kept exactly as it is."}
      </p>
      {!filtered && <div className="mt-6 flex justify-center">{uploadButton}</div>}
    </div>
  );
}
