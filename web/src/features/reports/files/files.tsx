import { createContext, use, useEffect, useState, type ReactNode } from "react";

import { useLookAgain } from "@/components/useLookAgain";
import { useUploadQueue, useUploads } from "@/uploads/queue";

import { useListReportAttachmentsQuery } from "../requests";
import type { Attachment } from "../types";
import { subjectOf } from "./backend";
import { filesOf, type ReportFile } from "./model";

export interface Files {
  readonly files: readonly ReportFile[];
  /** Pictures of what was chosen on this page, by id. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Sends files; answers their ids, by which fields name them. */
  readonly add: (chosen: readonly File[]) => readonly string[];
  /** Sends the bytes of a file that is known and did not arrive. */
  readonly again: (id: string, file: File) => void;
  readonly retry: (id: string) => void;
  readonly remove: (id: string) => void;
}

const FilesContext = createContext<Files | null>(null);

export function useFiles(): Files {
  const files = use(FilesContext);
  if (files === null) throw new Error("FilesProvider is missing");
  return files;
}

interface Props {
  readonly reportId: string;
  readonly kept: readonly Attachment[];
  /** Takes a file out of the draft. */
  readonly onRemove: (id: string) => void;
  readonly children: ReactNode;
}

/** The files of a report that is being written. */
export function FilesProvider({ reportId, kept, onRemove, children }: Props) {
  const queue = useUploadQueue();
  const uploads = useUploads();
  const states = useStates(reportId, kept);
  const { pictures, picture } = usePictures();
  const files = filesOf(kept, uploads, states);
  const again = (id: string, file: File) => {
    queue.dismiss(id);
    queue.add([file], null, () => id);
    picture([[id, file]]);
  };
  const add = (chosen: readonly File[]) => {
    const ids = queue.add(chosen);
    picture(chosen.map((file, index) => [ids[index] ?? "", file]));
    return ids;
  };
  return <FilesContext value={{ files, pictures, add, again, retry: (id) => queue.resume(id), remove: onRemove }}>{children}</FilesContext>;
}

/** What the server says of the files, asked again while some are verified. */
function useStates(reportId: string, kept: readonly Attachment[]) {
  const queue = useUploadQueue();
  const uploads = useUploads();
  const verifying = uploads.filter(({ phase }) => phase === "verifying").length;
  const first = useListReportAttachmentsQuery(reportId, { skip: kept.length === 0 && verifying === 0 });
  const items = first.currentData?.items;
  const moving = items?.filter(({ id, state }) => state === "verifying" && kept.some((one) => one.id === id)).length ?? 0;
  const pause = useLookAgain(verifying + moving > 0, `${verifying} ${moving}`, first.startedTimeStamp);
  useListReportAttachmentsQuery(reportId, { skip: pause === 0, pollingInterval: pause, skipPollingIfUnfocused: true });
  useEffect(() => {
    for (const one of items ?? []) queue.settle(subjectOf(one));
  }, [items, queue]);
  return items;
}

function usePictures() {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map());
  const [made] = useState<string[]>([]);
  useEffect(() => () => made.forEach((url) => URL.revokeObjectURL(url)), [made]);
  const picture = (chosen: readonly (readonly [id: string, file: File])[]) => {
    const seen = chosen.filter(([, { type }]) => type.startsWith("image/")).map(([id, file]) => [id, URL.createObjectURL(file)] as const);
    made.push(...seen.map(([, url]) => url));
    setPictures((all) => new Map([...all, ...seen]));
  };
  return { pictures, picture };
}
