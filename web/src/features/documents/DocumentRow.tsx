import type { ReactNode } from "react";

import type { Document } from "@/api/types";
import { StateBadge } from "@/components/StateBadge";
import { formatBytes, formatFully, formatMoment, kindOf } from "@/format/format";

/** One document: a row on a desk, a card on a phone. */
export function DocumentRow({ document, now, actions }: { document: Document; now: Date; actions: ReactNode }) {
  const when = document.trashedAt ?? document.createdAt;
  const { newest } = document;
  const file = document.current ?? newest;
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 px-4 py-3 hover:bg-raised md:grid-cols-[auto_minmax(0,1fr)_7.5rem_6rem_9rem_auto] md:gap-x-4">
      <span aria-hidden="true" className="flex h-9 w-12 items-center justify-center rounded-lg bg-brand-soft text-[0.65rem] font-bold tracking-wide text-brand">
        {kindOf(file.detectedType, file.fileName)}
      </span>
      <div className="min-w-0">
        <p className="truncate font-medium" title={document.title}>
          {document.title}
        </p>
        {document.title !== file.fileName && (
          <p className="truncate text-xs text-quiet" title={file.fileName}>
            {file.fileName}
          </p>
        )}
        {document.current && newest.number !== file.number && (
          <p className="text-xs text-quiet">
            Revision {file.number} is current; the state is that of revision {newest.number}.
          </p>
        )}
        {newest.rejection && <p className="mt-1 text-sm text-bad">{newest.rejection.message}</p>}
      </div>
      <div className="order-5 col-span-2 col-start-2 flex items-center gap-3 text-xs text-quiet md:hidden">
        <StateBadge state={newest.state} />
        <span>{formatBytes(file.sizeBytes)}</span>
        <time dateTime={when}>{formatMoment(when, now)}</time>
      </div>
      <div className="hidden md:block">
        <StateBadge state={newest.state} />
      </div>
      <span className="hidden text-right text-sm text-quiet tabular-nums md:block">{formatBytes(file.sizeBytes)}</span>
      <time dateTime={when} title={formatFully(when)} className="hidden text-sm whitespace-nowrap text-quiet md:block">
        {formatMoment(when, now)}
      </time>
      <div className="flex justify-end md:min-w-20">{actions}</div>
    </li>
  );
}
