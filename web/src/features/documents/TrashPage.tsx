import { asProblem } from "@/api/problem";
import type { Document } from "@/api/types";
import { Button } from "@/components/Button";
import { RestoreIcon } from "@/components/icons";
import { useToast } from "@/components/Toasts";
import { useMay } from "@/session/session";

import { DocumentList } from "./DocumentList";
import { useRestoreDocumentMutation } from "./requests";
import { useDocuments } from "./useDocuments";

export function TrashPage() {
  const list = useDocuments({ sort: "-updatedAt", state: "", trashed: true });
  const mayRestore = useMay("documents:delete");
  const say = useToast();
  const [restore] = useRestoreDocumentMutation();
  const bringBack = async (document: Document) => {
    try {
      await restore(document).unwrap();
      say(`“${document.title}” is back among the documents.`);
    } catch (error) {
      say(asProblem(error).title);
    }
  };
  return (
    <section aria-labelledby="page-title">
      <h1 id="page-title" className="mb-5 text-2xl font-semibold tracking-tight">
        Trash
      </h1>
      <DocumentList
        {...list}
        onMore={list.more}
        onRetry={list.retry}
        actionsFor={(document) =>
          mayRestore && (
            <Button aria-label={`Restore ${document.title}`} onClick={() => void bringBack(document)}>
              <RestoreIcon className="size-4" />
              Restore
            </Button>
          )
        }
        empty={
          <div className="rounded-2xl border border-dashed border-line bg-surface px-6 py-16 text-center">
            <p className="text-lg font-medium">The trash is empty</p>
            <p className="mt-1 text-sm text-quiet">Documents moved here are kept and can be restored.</p>
          </div>
        }
      />
    </section>
  );
}
