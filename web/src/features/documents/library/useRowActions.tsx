import { useState, type ReactNode } from "react";

import type { Document } from "@/api/types";
import { IconButton } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { DownloadIcon, RestoreIcon, TrashIcon } from "@/components/icons";
import { useMay } from "@/session/session";

import { useActions } from "./useActions";

interface RowActions {
  /** The buttons of one document: what this person may do with it. */
  readonly actionsFor: (document: Document) => ReactNode;
  /** What is asked before one of them does its work. */
  readonly question: ReactNode;
}

export function useRowActions(trashed: boolean): RowActions {
  const mayDelete = useMay("documents:delete");
  const [leaving, setLeaving] = useState<Document | null>(null);
  const act = useActions();
  const actionsFor = (document: Document) => (
    <>
      {document.approved && !trashed && (
        <IconButton label={`Download ${document.title}`} onClick={() => act.download(document)}>
          <DownloadIcon />
        </IconButton>
      )}
      {mayDelete && !trashed && (
        <IconButton label={`Move ${document.title} to the trash`} onClick={() => setLeaving(document)}>
          <TrashIcon />
        </IconButton>
      )}
      {mayDelete && trashed && (
        <IconButton label={`Restore ${document.title}`} onClick={() => act.restore(document)}>
          <RestoreIcon />
        </IconButton>
      )}
    </>
  );
  const question = leaving && (
    <ConfirmDialog title="Move to the trash?" confirmLabel="Move to trash" onConfirm={() => act.trash(leaving)} onClose={() => setLeaving(null)}>
      <p className="break-words">“{leaving.title}” will no longer be listed. It is kept, and can be restored from the trash.</p>
    </ConfirmDialog>
  );
  return { actionsFor, question };
}
