import { useState, type ReactNode } from "react";

import { Button, IconButton } from "@/components/Button";
import { FileButton } from "@/components/FileButton";
import { CloseIcon } from "@/components/icons";
import { ProgressBar } from "@/components/ProgressBar";
import { formatBytes, kindOf } from "@/format/format";

import { usePreviewAttachmentQuery } from "../requests";
import { useFiles } from "./files";
import type { ReportFile } from "./model";

/** What a file looks like, or else what kind it is. */
export function FileMark({ name, picture }: { name: string; picture: string | undefined }) {
  const [broken, setBroken] = useState<string | null>(null);
  if (picture !== undefined && broken !== picture) {
    return <img src={picture} alt="" decoding="async" onError={() => setBroken(picture)} className="size-16 shrink-0 rounded-lg border border-line bg-white object-cover" />;
  }
  return (
    <span aria-hidden="true" className="flex size-16 shrink-0 items-center justify-center rounded-lg bg-brand-soft text-xs font-bold tracking-wide text-brand">
      {kindOf(null, name)}
    </span>
  );
}

/** The thumbnail that was made of a file which is there; undefined while there is none. */
export function useThumbnail(file: { readonly id: string; readonly revision: number } | null): string | undefined {
  const { currentData } = usePreviewAttachmentQuery({ id: file?.id ?? "", number: file?.revision ?? 1 }, { skip: file === null });
  return currentData?.thumbnail?.url;
}

/** One file of a report that is being written, with what can be done about it. */
export function FileCard({ file, children }: { file: ReportFile; children?: ReactNode }) {
  const { pictures, retry, again, remove } = useFiles();
  const { id, name, sizeBytes, state, told, percent, retryable } = file;
  const own = pictures.get(id);
  const made = useThumbnail(own === undefined && state === "ready" ? file : null);
  const bad = state === "refused" || state === "stopped" || state === "missing";
  return (
    <div className="flex items-start gap-3 rounded-xl border border-line bg-surface p-2">
      <FileMark name={name} picture={own ?? made} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium" title={name}>
          {name}
        </p>
        <p className={`text-xs wrap-anywhere ${bad ? "text-bad" : state === "ready" ? "text-good" : "text-quiet"}`}>{state === "ready" ? `Stored · ${formatBytes(sizeBytes)}` : told}</p>
        {state === "moving" && percent !== null && <ProgressBar label={`Upload of ${name}`} percent={percent} className="mt-1.5 h-1.5" />}
        <div className="mt-1 flex flex-wrap gap-2 empty:hidden">
          {retryable && <Button onClick={() => retry(id)}>Try again</Button>}
          {state === "missing" && (
            <FileButton label={`Choose ${name} again`} onFiles={([chosen]) => chosen && again(id, chosen)}>
              Choose again
            </FileButton>
          )}
          {children}
        </div>
      </div>
      <IconButton label={`Remove ${name}`} onClick={() => remove(id)}>
        <CloseIcon className="size-4" />
      </IconButton>
    </div>
  );
}
