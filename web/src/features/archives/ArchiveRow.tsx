import { useState } from "react";

import { asProblem, sentenceOf } from "@/api/problem";
import type { Archive } from "@/api/types";
import { startDownload } from "@/browser/download";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Facts } from "@/components/Facts";
import { PersonName } from "@/components/PersonName";
import { ProgressBar } from "@/components/ProgressBar";
import { useToast } from "@/components/Toasts";
import { formatBytes, formatFully, formatMoment } from "@/format/format";

import { useCancelArchiveMutation, useSignArchivePartMutation } from "./requests";
import { isOver, STATES } from "./words";

const SHOWN = 12;

/** One archive: how far it is, what is in it, and its parts as long as they can be had. */
export function ArchiveRow({ archive }: { archive: Archive }) {
  const [word, mood] = STATES[archive.state];
  const [cancelling, setCancelling] = useState(false);
  const [cancel] = useCancelArchiveMutation();
  const say = useToast();
  const over = isOver(archive);
  const stop = async () => {
    try {
      await cancel(archive.id).unwrap();
      say("The archive is no longer being written.");
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <li className="rounded-2xl border border-line bg-surface p-4 shadow-sm">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="mr-auto font-semibold">
          Archive of <time dateTime={archive.createdAt} title={formatFully(archive.createdAt)}>{formatMoment(archive.createdAt, new Date())}</time>
        </h2>
        <span role="status">
          <Badge mood={mood}>{word}</Badge>
        </span>
        {!over && <Button onClick={() => setCancelling(true)}>Stop…</Button>}
      </div>
      {!over && <Progress archive={archive} />}
      {archive.failure !== null && (
        <p className="mt-2 text-sm break-words text-bad">
          It failed: {archive.failure}
          {archive.failedAt !== "" && ` (${archive.failedAt})`}
        </p>
      )}
      <div className="mt-3">
        <Facts
          rows={[
            ["Asked for by", <PersonName key="by" id={archive.createdBy} />],
            ["Documents", archive.total === null ? String(archive.done) : `${archive.done.toLocaleString()} of ${archive.total.toLocaleString()}`],
            ["Files", formatBytes(archive.fileBytes)],
            archive.dataAsOf === null ? null : ["Complete up to", formatFully(archive.dataAsOf)],
            archive.state !== "finished" ? null : ["To be had until", archive.expiresAt === null ? "It has expired" : formatFully(archive.expiresAt)],
          ]}
        />
      </div>
      {archive.state === "finished" && archive.expiresAt !== null && <Parts archive={archive} />}
      {cancelling && (
        <ConfirmDialog title="Stop writing this archive?" confirmLabel="Stop" onConfirm={() => void stop()} onClose={() => setCancelling(false)}>
          <p>What was written of it is deleted.</p>
        </ConfirmDialog>
      )}
    </li>
  );
}

function Progress({ archive: { percent, parts, writing } }: { archive: Archive }) {
  return (
    <>
      <ProgressBar label="Progress" percent={percent ?? 0} className="mt-3 h-2" />
      <p className="mt-1 text-xs text-quiet tabular-nums">
        {percent ?? 0}% · {parts === 1 ? "1 part" : `${parts} parts`} written, {formatBytes(writing)} in the next
      </p>
    </>
  );
}

function Parts({ archive }: { archive: Archive }) {
  const [shown, setShown] = useState(SHOWN);
  const [sign] = useSignArchivePartMutation();
  const say = useToast();
  const download = async (part: number) => {
    try {
      startDownload((await sign({ id: archive.id, part }).unwrap()).url);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <div className="mt-3">
      <p className="mb-2 text-sm text-quiet">
        {archive.parts === 1 ? "1 part" : `${archive.parts} parts`}, {formatBytes(archive.sizeBytes)}. Each download is on record.
      </p>
      <ul aria-label="Parts" className="flex flex-wrap gap-2">
        <li>
          <Button onClick={() => void download(0)}>Manifest</Button>
        </li>
        {Array.from({ length: Math.min(shown, archive.parts) }, (_, index) => index + 1).map((part) => (
          <li key={part}>
            <Button onClick={() => void download(part)}>Part {part}</Button>
          </li>
        ))}
        {shown < archive.parts && (
          <li>
            <Button look="quiet" onClick={() => setShown(shown + SHOWN)}>
              More parts
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}
