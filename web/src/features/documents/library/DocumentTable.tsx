import { useEffect, useRef, type ReactNode } from "react";

import type { Document } from "@/api/types";
import { ControlBadge } from "@/components/ControlBadge";
import { StateBadge } from "@/components/StateBadge";
import { formatFully, formatMoment } from "@/format/format";

import { DocumentMark } from "./DocumentMark";
import { DocumentName, Tags } from "./DocumentName";
import type { ListProps } from "./list";
import type { Sort, View } from "./view";

const HEAD = "px-2 py-2 text-left text-xs font-medium text-quiet";
const CELL = "px-2 py-3 align-top";

/** The documents of a desk. What a narrower window has no room for is said under the title. */
export function DocumentTable(props: ListProps) {
  const { documents, view, onView, choosing } = props;
  const ids = documents.map(({ id }) => id);
  return (
    <div className="overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
      <table aria-label="Documents" className="w-full table-fixed text-sm">
        <thead className="border-b border-line bg-raised">
          <tr>
            {choosing && (
              <th scope="col" className="w-11 py-2 pl-4">
                <ChooseLoaded ids={ids} choosing={choosing} />
              </th>
            )}
            <th scope="col" className="w-18 py-2 pl-4">
              <span className="sr-only">Kind</span>
            </th>
            <SortedHead by="number" view={view} onView={onView} className="hidden w-36 xl:table-cell">
              Number
            </SortedHead>
            <SortedHead by="title" view={view} onView={onView}>
              Title
            </SortedHead>
            <th scope="col" className={`${HEAD} w-28`}>
              Type
            </th>
            <th scope="col" className={`${HEAD} w-36`}>
              Status
            </th>
            <th scope="col" className={`${HEAD} hidden w-28 xl:table-cell`}>
              State
            </th>
            <th scope="col" className={`${HEAD} hidden w-28 lg:table-cell`}>
              Site
            </th>
            <th scope="col" className={`${HEAD} hidden w-36 xl:table-cell`}>
              Tags
            </th>
            <SortedHead by="updatedAt" view={view} onView={onView} className="w-28">
              Updated
            </SortedHead>
            <th scope="col" className="w-24 py-2 pr-4">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {documents.map((document) => (
            <Row key={document.id} document={document} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ document, choosing, now, siteName, typeName, actionsFor }: ListProps & { document: Document }) {
  const { id, title, newest, status, updatedAt } = document;
  const chosen = choosing?.isChosen(id) ?? false;
  return (
    <tr className={chosen ? "bg-brand-soft" : "hover:bg-raised"}>
      {choosing && (
        <td className="py-3 pl-4 align-top">
          <input type="checkbox" aria-label={`Choose ${title}`} className="mt-2 size-4 accent-brand" checked={chosen} onChange={(event) => choosing.choose([id], event.target.checked)} />
        </td>
      )}
      <td className="py-3 pl-4 align-top">
        <DocumentMark document={document} />
      </td>
      <td className={`${CELL} hidden font-mono text-xs break-words xl:table-cell`}>{document.number}</td>
      <th scope="row" className={`${CELL} text-left font-normal`}>
        <DocumentName document={document} numberLook="xl:hidden" />
        <div className="mt-1 xl:hidden">
          <Tags tags={document.tags} />
        </div>
      </th>
      <td className={CELL}>{document.typeId === null ? <None /> : <Words text={typeName(document.typeId)} />}</td>
      <td className={CELL}>
        <span className="flex flex-col items-start gap-1">
          {newest.state === "ready" || document.current ? <ControlBadge status={status} /> : <None />}
          <span className="xl:hidden">
            <StateBadge state={newest.state} />
          </span>
        </span>
      </td>
      <td className={`${CELL} hidden xl:table-cell`}>
        <StateBadge state={newest.state} />
      </td>
      <td className={`${CELL} hidden lg:table-cell`}>{document.siteId === null ? <None /> : <Words text={siteName(document.siteId)} />}</td>
      <td className={`${CELL} hidden xl:table-cell`}>
        <Tags tags={document.tags} />
      </td>
      <td className={`${CELL} text-quiet`}>
        <time dateTime={updatedAt} title={formatFully(updatedAt)}>
          {formatMoment(updatedAt, now)}
        </time>
      </td>
      <td className="py-2 pr-4 align-top">
        <div className="flex justify-end">{actionsFor(document)}</div>
      </td>
    </tr>
  );
}

function Words({ text }: { text: string }) {
  return (
    <span className="line-clamp-2 break-words" title={text}>
      {text}
    </span>
  );
}

function None() {
  return <span className="text-quiet">–</span>;
}

interface SortedHeadProps {
  readonly by: "number" | "title" | "updatedAt";
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Pressed once: what people look for first, up for words and down for times; pressed again: the other way round. */
function SortedHead({ by, view, onView, className = "", children }: SortedHeadProps) {
  const up = view.sort === by;
  const down = view.sort === `-${by}`;
  const first: Sort = by === "updatedAt" ? "-updatedAt" : by;
  const other: Sort = by === "updatedAt" ? "updatedAt" : `-${by}`;
  return (
    <th scope="col" aria-sort={up ? "ascending" : down ? "descending" : "none"} className={`${HEAD} ${className}`}>
      <button type="button" className="-mx-1 inline-flex min-h-8 items-center gap-1 rounded px-1 hover:text-ink" onClick={() => onView({ ...view, sort: view.sort === first ? other : first })}>
        {children}
        <span aria-hidden="true" className="w-2">
          {up ? "↑" : down ? "↓" : ""}
        </span>
      </button>
    </th>
  );
}

/** Every document on show, or none of them. */
function ChooseLoaded({ ids, choosing }: { ids: readonly string[]; choosing: NonNullable<ListProps["choosing"]> }) {
  const box = useRef<HTMLInputElement>(null);
  const chosen = ids.filter(choosing.isChosen).length;
  const some = chosen > 0 && chosen < ids.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return <input ref={box} type="checkbox" aria-label="Choose all on show" className="size-4 align-middle accent-brand" checked={chosen > 0 && chosen === ids.length} onChange={(event) => (event.target.checked ? choosing.choose(ids, true) : choosing.clear())} />;
}
