import { useState } from "react";

import { asProblem, sentenceOf } from "@/api/problem";
import type { Hold, ListedDocument } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { DocumentChooser } from "@/components/DocumentChooser";
import { useToast } from "@/components/Toasts";

import { useHoldDocumentMutation } from "./requests";

interface Props {
  readonly hold: Hold;
  /** Ids of those that are known to be in the case. */
  readonly held: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** Finds documents and puts them into a case, one by one. */
export function AddDialog({ hold, held, onClose }: Props) {
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
      <DocumentChooser
        actionsFor={(document) =>
          held.has(document.id) ? (
            <span className="text-xs text-quiet">in the case</span>
          ) : (
            <Button disabled={busy !== null} onClick={() => void add(document)}>
              Add <span className="sr-only">{document.title}</span>
            </Button>
          )
        }
      />
      <p className="mt-3 text-xs text-quiet">Many at once: choose them in the list of documents, and put them under hold there.</p>
    </Dialog>
  );
}
