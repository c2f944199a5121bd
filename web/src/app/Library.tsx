import { useCallback } from "react";
import { useNavigate } from "react-router";

import type { Document } from "@/api/types";
import { Menu } from "@/components/Menu";
import { BulkBar, type Chosen } from "@/features/bulk/BulkBar";
import { useBulkActions } from "@/features/bulk/useBulkActions";
import { LibraryPage } from "@/features/documents/library/LibraryPage";
import type { Selection } from "@/features/documents/library/selection";
import { DropZone } from "@/features/uploads/DropZone";
import { UploadButton } from "@/features/uploads/UploadButton";
import { useMay } from "@/session/session";
import { useUploadQueue } from "@/uploads/queue";

function chosenOf(selection: Selection): Chosen {
  return selection.kind === "some" ? { ids: [...selection.ids] } : { query: selection.criteria };
}

/** The library with what other features add to it: uploads, and work on many documents. */
export function Library({ trashed }: { trashed: boolean }) {
  const queue = useUploadQueue();
  const navigate = useNavigate();
  const mayWrite = useMay("documents:write");
  const actions = useBulkActions(trashed);
  const settle = useCallback((document: Document) => queue.settle(document), [queue]);
  const further = [
    ...(actions.length > 0 ? [{ label: "Bulk operations", run: () => void navigate("/bulk") }] : []),
    ...(mayWrite ? [{ label: "Import from CSV", run: () => void navigate("/bulk/import") }] : []),
  ];
  return (
    <>
      {mayWrite && !trashed && <DropZone />}
      <LibraryPage
        trashed={trashed}
        uploadButton={mayWrite && !trashed && <UploadButton />}
        menu={<Menu label="More" items={further} />}
        onSeen={settle}
        bulk={
          actions.length === 0
            ? undefined
            : ({ selection, chooseAll, clear }, canMeanAll) => <BulkBar chosen={chosenOf(selection)} trashed={trashed} canMeanAll={canMeanAll} onAll={chooseAll} onClear={clear} />
        }
      />
    </>
  );
}
