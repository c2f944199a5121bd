import { asProblem, sentenceOf } from "@/api/problem";
import type { Document } from "@/api/types";
import { startDownload } from "@/browser/download";
import { useToast } from "@/components/Toasts";

import { useLazyReadListedQuery, useRestoreDocumentMutation, useSignDownloadMutation, useTrashDocumentMutation } from "./requests";

export interface Actions {
  readonly download: (document: Document) => void;
  readonly trash: (document: Document) => void;
  readonly restore: (document: Document) => void;
}

/** What is done to one document from its row, each told in a message. */
export function useActions(): Actions {
  const say = useToast();
  const [sign] = useSignDownloadMutation();
  const [trash] = useTrashDocumentMutation();
  const [restore] = useRestoreDocumentMutation();
  const [read] = useLazyReadListedQuery();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      const problem = asProblem(error);
      say(problem.code === "stale_version" ? "Somebody changed this document just now. Look at it again." : sentenceOf(problem));
    }
  };
  const undo = (document: Document) =>
    void attempt(async () => {
      await restore(await read(document.id).unwrap()).unwrap();
    });
  return {
    download: (document) => void attempt(async () => startDownload((await sign(document.id).unwrap()).url)),
    trash: (document) =>
      void attempt(async () => {
        await trash(document).unwrap();
        say(`“${document.title}” is in the trash.`, { label: "Undo", run: () => undo(document) });
      }),
    restore: (document) =>
      void attempt(async () => {
        await restore(document).unwrap();
        say(`“${document.title}” is back among the documents.`);
      }),
  };
}
