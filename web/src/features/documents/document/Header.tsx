import { useEffect, useRef, useState, type ReactNode } from "react";

import { useSiteNames } from "@/api/sites";
import { Button } from "@/components/Button";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { CopyButton } from "@/components/CopyButton";
import { DownloadIcon } from "@/components/icons";
import { Menu, type MenuItem } from "@/components/Menu";
import { PersonName } from "@/components/PersonName";
import { formatBytes, formatFully, formatMoment, kindOf } from "@/format/format";
import { useMay } from "@/session/session";

import { useTypeAsItWasQuery } from "./properties/requests";
import { RevisionBadge } from "./RevisionBadge";
import type { OneDocument, Revision } from "./types";
import { useSteps } from "./useSteps";

interface Props {
  readonly document: OneDocument;
  /** The one that is shown; undefined while it is being read. */
  readonly revision: Revision | undefined;
  readonly number: number;
  readonly further: ReactNode;
}

/** What the document is called, where it stands, and what is done with it most. */
export function Header({ document, revision, number, further }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever comes from a list has left the link that had the focus.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className="flex flex-wrap items-start gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        {document.number !== null && <NumberLine number={document.number} />}
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight wrap-anywhere outline-none">
          {document.title}
        </h1>
        <div className="mt-2 flex min-h-6 flex-wrap items-center gap-x-2 gap-y-1.5 text-sm">
          {revision && <RevisionBadge revision={revision} reviewRequired={document.reviewRequired} />}
          <Sorted document={document} />
        </div>
        {document.tags.length > 0 && (
          <ul aria-label="Tags" className="mt-2 flex flex-wrap gap-1.5">
            {document.tags.map((tag) => (
              <li key={tag} className="max-w-full truncate rounded-md bg-raised px-1.5 py-0.5 text-xs text-quiet">
                {tag}
              </li>
            ))}
          </ul>
        )}
        {revision && <FileLine revision={revision} />}
      </div>
      <Actions document={document} revision={revision} number={number} further={further} />
    </header>
  );
}

function NumberLine({ number }: { number: string }) {
  return (
    <p className="mb-1 flex flex-wrap items-center gap-2">
      <span className="font-mono text-sm text-quiet wrap-anywhere">{number}</span>
      <CopyButton text={number} label="Copy the number" look="quiet" className="min-h-8 px-2 text-xs" />
    </p>
  );
}

/** What it is sorted by. */
function Sorted({ document: { typeId, typeVersion, discipline, siteId } }: { document: OneDocument }) {
  const siteName = useSiteNames(siteId !== null);
  const { data: type } = useTypeAsItWasQuery({ id: typeId ?? "", version: typeVersion ?? 0 }, { skip: typeId === null || typeVersion === null });
  const words = [type?.name, discipline, siteId === null ? "No site" : siteName(siteId)].filter((word) => word != null);
  return <span className="min-w-0 text-quiet wrap-anywhere">{words.join(" · ")}</span>;
}

function FileLine({ revision }: { revision: Revision }) {
  const now = new Date();
  return (
    <p className="mt-2 text-sm text-quiet wrap-anywhere">
      Revision {revision.number} · {revision.fileName} · {formatBytes(revision.sizeBytes)} {kindOf(revision.detectedType, revision.fileName)} · by <PersonName id={revision.createdBy} />,{" "}
      <time dateTime={revision.createdAt} title={formatFully(revision.createdAt)}>
        {formatMoment(revision.createdAt, now)}
      </time>
    </p>
  );
}

function Actions({ document, revision, number, further }: Props) {
  const steps = useSteps(document);
  const mayDelete = useMay("documents:delete");
  const [leaving, setLeaving] = useState(false);
  const isTrashed = document.trashedAt !== null;
  const items: readonly MenuItem[] = mayDelete && !isTrashed ? [{ label: "Move to the trash…", run: () => setLeaving(true), grave: true }] : [];
  return (
    <div className="flex flex-wrap items-center gap-2">
      {!isTrashed && further}
      {revision?.state === "ready" && (
        <Button look="primary" onClick={() => void steps.download(number)}>
          <DownloadIcon className="size-4" />
          {revision.inForce ? "Download" : `Download revision ${number}`}
        </Button>
      )}
      <Menu label="More about this document" items={items} />
      {leaving && (
        <ConfirmDialog title="Move to the trash?" confirmLabel="Move to trash" onConfirm={() => void steps.trash()} onClose={() => setLeaving(false)}>
          <p className="wrap-anywhere">“{document.title}” will no longer be listed nor found. It is kept with all its revisions, and can be restored.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
