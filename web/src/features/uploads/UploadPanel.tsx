import { Button, IconButton } from "@/components/Button";
import { CloseIcon, PauseIcon, PlayIcon } from "@/components/icons";
import { ProgressBar } from "@/components/ProgressBar";
import { isActive, isUnfinished } from "@/uploads/engine/queue";
import type { UploadSnapshot } from "@/uploads/engine/types";
import { useUploadQueue, useUploads } from "@/uploads/queue";
import { detailOf, percentOf } from "@/uploads/words";

function Bar({ upload }: { upload: UploadSnapshot }) {
  const percent = percentOf(upload);
  const look = upload.phase === "ready" ? "bg-good" : upload.phase === "failed" || upload.phase === "rejected" ? "bg-bad" : upload.phase === "hashing" ? "bg-quiet" : "bg-brand";
  return <ProgressBar label={upload.fileName} percent={percent} className="mt-2 h-1.5" look={`${look} ${upload.phase === "verifying" ? "animate-pulse" : ""}`} />;
}

function Row({ upload }: { upload: UploadSnapshot }) {
  const queue = useUploadQueue();
  const bad = upload.phase === "failed" || upload.phase === "rejected";
  return (
    <li className="px-4 py-3">
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <p className="truncate text-sm font-medium" title={upload.fileName}>
            {upload.fileName}
          </p>
          <p className={`text-xs ${bad ? "text-bad" : upload.phase === "ready" ? "text-good" : "text-quiet"}`}>{detailOf(upload)}</p>
        </div>
        {isActive(upload) && upload.phase !== "completing" && (
          <IconButton label={`Pause ${upload.fileName}`} onClick={() => queue.pause(upload.id)}>
            <PauseIcon className="size-4" />
          </IconButton>
        )}
        {(upload.paused || (upload.phase === "failed" && upload.failure?.retryable !== false)) && (
          <IconButton label={`${upload.paused ? "Resume" : "Retry"} ${upload.fileName}`} onClick={() => queue.resume(upload.id)}>
            <PlayIcon className="size-4" />
          </IconButton>
        )}
        {isUnfinished(upload) ? (
          <IconButton label={`Cancel ${upload.fileName}`} onClick={() => queue.cancel(upload.id)}>
            <CloseIcon className="size-4" />
          </IconButton>
        ) : (
          <IconButton label={`Dismiss ${upload.fileName}`} onClick={() => queue.dismiss(upload.id)}>
            <CloseIcon className="size-4" />
          </IconButton>
        )}
      </div>
      <Bar upload={upload} />
    </li>
  );
}

/** All uploads of this page with what becomes of them; nothing while there are none. */
export function UploadPanel() {
  const uploads = useUploads();
  const queue = useUploadQueue();
  if (uploads.length === 0) return null;
  const active = uploads.filter((upload) => isUnfinished(upload)).length;
  const summary = active === 0 ? "Uploads finished" : `${active} ${active === 1 ? "upload" : "uploads"} under way`;
  return (
    <aside aria-label="Uploads" className="fixed right-4 bottom-4 z-20 w-[min(24rem,calc(100vw-2rem))] overflow-hidden rounded-2xl border border-line bg-surface shadow-xl">
      <div className="flex items-center justify-between gap-2 border-b border-line bg-raised px-4 py-2">
        <p aria-live="polite" className="text-sm font-semibold">
          {summary}
        </p>
        {active === 0 && (
          <Button look="quiet" className="min-h-8 px-2" onClick={() => queue.dismissSettled()}>
            Clear
          </Button>
        )}
      </div>
      <UploadRows className="max-h-[40dvh] overflow-y-auto" />
    </aside>
  );
}

export function UploadRows({ className = "" }: { className?: string }) {
  const uploads = useUploads();
  return (
    <ul className={`divide-y divide-line ${className}`}>
      {uploads.map((upload) => (
        <Row key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}
