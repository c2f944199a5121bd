import { ControlBadge } from "@/components/ControlBadge";
import { StateBadge } from "@/components/StateBadge";
import { formatFully, formatMoment } from "@/format/format";

import { DocumentMark } from "./DocumentMark";
import { DocumentName, Tags } from "./DocumentName";
import type { ListProps } from "./list";

/** The documents of a phone. */
export function DocumentCards({ documents, choosing, now, siteName, typeName, actionsFor }: ListProps) {
  return (
    <ul aria-label="Documents" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
      {documents.map((document) => {
        const { id, title, newest, status, updatedAt, typeId, siteId } = document;
        const chosen = choosing?.isChosen(id) ?? false;
        const facts = [typeId === null ? null : typeName(typeId), siteId === null ? null : siteName(siteId)].filter((fact) => fact !== null);
        return (
          <li key={id} className={`px-4 py-3 ${chosen ? "bg-brand-soft" : ""}`}>
            <div className="flex items-start gap-3">
              {choosing ? (
                <label className="flex shrink-0 cursor-pointer flex-col items-center gap-2 pb-2">
                  <DocumentMark document={document} />
                  <input type="checkbox" aria-label={`Choose ${title}`} className="size-5 accent-brand" checked={chosen} onChange={(event) => choosing.choose([id], event.target.checked)} />
                </label>
              ) : (
                <DocumentMark document={document} />
              )}
              <div className="min-w-0 flex-1">
                <DocumentName document={document} />
                {facts.length > 0 && <p className="mt-0.5 text-xs break-words text-quiet">{facts.join(" · ")}</p>}
              </div>
              <div className="-mt-1 -mr-2 flex shrink-0 flex-col min-[26rem]:flex-row">{actionsFor(document)}</div>
            </div>
            <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-quiet">
              <StateBadge state={newest.state} />
              {document.typeId !== null && document.current && <ControlBadge status={status} />}
              <time dateTime={updatedAt} title={formatFully(updatedAt)}>
                {formatMoment(updatedAt, now)}
              </time>
              <Tags tags={document.tags} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
