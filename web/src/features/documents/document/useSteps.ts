import { asProblem, sentenceOf } from "@/api/problem";
import { startDownload } from "@/browser/download";
import { useToast } from "@/components/Toasts";

import {
  useBringBackMutation,
  useGiveUpMutation,
  useLazyOpenDocumentQuery,
  useMoveToTrashMutation,
  usePurgeMutation,
  useReprocessMutation,
  useRollBackMutation,
  useSignRevisionMutation,
} from "./requests";
import type { OneDocument, Part } from "./types";

/** Single steps with a document: each says what came of it. Answers whether it was done. */
export function useSteps(document: OneDocument) {
  const say = useToast();
  const [sign] = useSignRevisionMutation();
  const [trash] = useMoveToTrashMutation();
  const [bringBack] = useBringBackMutation();
  const [purge] = usePurgeMutation();
  const [giveUp] = useGiveUpMutation();
  const [rollBack] = useRollBackMutation();
  const [reprocess] = useReprocessMutation();
  const [read] = useLazyOpenDocumentQuery();
  const { id } = document;
  const attempt = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work();
      if (done !== undefined) say(done);
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === "stale_version") void read(id);
      say(problem.code === "stale_version" ? "Somebody changed this document just now. Look at it again." : sentenceOf(problem));
      return false;
    }
  };
  const restore = () => attempt(async () => bringBack(await read(id).unwrap()).unwrap(), "The document is back among the others.");
  return {
    download: (number: number) => attempt(async () => startDownload((await sign({ id, number }).unwrap()).url)),
    trash: () =>
      attempt(async () => {
        await trash(document).unwrap();
        say("The document is in the trash.", { label: "Undo", run: () => void restore() });
      }),
    restore,
    purge: () => attempt(() => purge(document).unwrap(), `“${document.title}” is deleted for good.`),
    giveUp: (number: number) => attempt(() => giveUp({ id, number }).unwrap(), `Revision ${number} is awaited no longer.`),
    rollBack: (number: number) => attempt(() => rollBack({ id, number }).unwrap(), `A new revision with the file of revision ${number} is being verified.`),
    reprocess: (number: number, parts: Part[]) => attempt(() => reprocess({ id, number, parts }).unwrap(), parts.includes("preview") ? "The pictures are being made anew." : "The text is being read anew."),
  };
}

export type Steps = ReturnType<typeof useSteps>;
