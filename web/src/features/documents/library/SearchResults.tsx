import { useMemo, type ReactNode } from "react";
import { Link } from "react-router";

import { useDocumentTypeNames } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import { useSiteNames } from "@/api/sites";
import type { Document, Hit } from "@/api/types";
import { Button } from "@/components/Button";
import { CheckField } from "@/components/CheckField";
import { ControlBadge } from "@/components/ControlBadge";
import { Empty } from "@/components/Empty";
import { Marked } from "@/components/Marked";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { StateBadge } from "@/components/StateBadge";

import { DocumentMark } from "./DocumentMark";
import type { Bulk } from "./list";
import { useSearchDocumentsInfiniteQuery } from "./requests";
import { useChoosing, type Choosing } from "./selection";
import { criteriaOf, filtersIn, searchOf, type View } from "./view";

interface Props {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly bulk: Bulk | undefined;
  readonly actionsFor: (document: Document) => ReactNode;
}

/** What was found, the best first. */
export function SearchResults({ view, onView, bulk, actionsFor }: Props) {
  const query = useMemo(() => searchOf(view), [view]);
  const list = useSearchDocumentsInfiniteQuery(query);
  const hits = list.currentData?.pages.flatMap((page) => page.items);
  const ids = useMemo(() => list.currentData?.pages.flatMap((page) => page.items.map(({ document }) => document.id)) ?? [], [list.currentData]);
  const choosing = useChoosing({ ...criteriaOf(view), q: view.search }, ids);
  const isComplete = list.currentData?.pages.every((page) => page.isComplete) ?? true;
  const siteName = useSiteNames(hits?.some(({ document }) => document.siteId !== null) ?? false);
  const typeName = useDocumentTypeNames(hits?.some(({ document }) => document.typeId !== null) ?? false);
  const problem = list.isError ? (list.error as Problem) : undefined;
  const said = hits === undefined ? "" : `${hits.length}${list.hasNextPage ? " or more" : ""} ${hits.length === 1 && !list.hasNextPage ? "document" : "documents"} found`;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
        <p role="status" className="text-sm text-quiet">
          {said}
          {said !== "" && !isComplete && ", perhaps not all: name more words to narrow it down"}
        </p>
        <CheckField label="Drafts and superseded revisions, too" checked={view.everywhere} onChange={(event) => onView({ ...view, everywhere: event.target.checked })} />
      </div>
      {/* Everything that is found is looked for anew in what is in force: not what only drafts and superseded revisions say. */}
      {bulk?.(choosing, list.hasNextPage && !view.everywhere && ids.every(choosing.isChosen))}
      {bulk && ids.length > 1 && (
        <CheckField label="Choose all on show" checked={ids.every(choosing.isChosen)} onChange={(event) => (event.target.checked ? choosing.choose(ids, true) : choosing.clear())} />
      )}
      {problem && <ProblemNote problem={problem} onRetry={() => void list.refetch()} />}
      {hits === undefined && !problem && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Searching" />
        </div>
      )}
      {hits?.length === 0 && <Nothing view={view} onView={onView} />}
      {hits !== undefined && hits.length > 0 && (
        <ol aria-label="Found" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {hits.map((hit) => (
            <Found
              key={hit.document.id}
              hit={hit}
              choosing={bulk ? choosing : null}
              facts={[hit.document.typeId === null ? null : typeName(hit.document.typeId), hit.document.siteId === null ? null : siteName(hit.document.siteId)]}
              actions={actionsFor(hit.document)}
            />
          ))}
        </ol>
      )}
      <MoreButton list={list} />
    </>
  );
}

const PARTS: Record<Hit["matches"][number]["part"], string> = { number: "Number", title: "Title", tags: "Tags", file_name: "File", fields: "Field" };
const STANDINGS: Record<Hit["pages"][number]["standing"], string> = { in_force: "", draft: ", a draft", superseded: ", superseded" };

interface FoundProps {
  readonly hit: Hit;
  readonly choosing: Choosing | null;
  readonly facts: readonly (string | null)[];
  readonly actions: ReactNode;
}

function Found({ hit, choosing, facts, actions }: FoundProps) {
  const { document, matches, pages, pageCount } = hit;
  const titled = matches.find(({ part }) => part === "title");
  const numbered = matches.find(({ part }) => part === "number");
  const others = matches.filter((match) => match !== titled && match !== numbered);
  const further = pageCount - pages.length;
  const known = facts.filter((fact) => fact !== null);
  return (
    <li className={`flex items-start gap-3 px-4 py-4 ${choosing?.isChosen(document.id) ? "bg-brand-soft" : ""}`}>
      {choosing && (
        <input type="checkbox" aria-label={`Choose ${document.title}`} className="mt-2 size-4 shrink-0 accent-brand" checked={choosing.isChosen(document.id)} onChange={(event) => choosing.choose([document.id], event.target.checked)} />
      )}
      <DocumentMark document={document} />
      <div className="min-w-0 flex-1">
        {document.number !== null && <p className="font-mono text-xs break-words text-quiet">{numbered ? <Marked snippet={numbered.snippet} /> : document.number}</p>}
        <Link to={`/documents/${document.id}`} className="font-medium break-words hover:text-brand hover:underline">
          {titled ? <Marked snippet={titled.snippet} /> : document.title}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-quiet">
          {document.newest.state === "ready" ? <ControlBadge status={document.status} /> : <StateBadge state={document.newest.state} />}
          {known.length > 0 && <span className="break-words">{known.join(" · ")}</span>}
        </p>
        {others.map(({ part, key, snippet }) => (
          <p key={`${part}:${key ?? ""}`} className="mt-1.5 text-sm break-words text-quiet">
            {key ?? PARTS[part]}: <Marked snippet={snippet} />
          </p>
        ))}
        {pages.map((page) => (
          <p key={`${page.revision}:${page.number}`} className="mt-1.5 text-sm break-words">
            <Link to={`/documents/${document.id}?revision=${page.revision}&page=${page.number}`} className="font-medium text-brand hover:underline">
              On page {page.number}
              {page.label !== "" && ` (${page.label})`} of revision {page.revision}
              {STANDINGS[page.standing]}
            </Link>
            {page.snippet && (
              <span className="block text-quiet">
                <Marked snippet={page.snippet} />
              </span>
            )}
          </p>
        ))}
        {further > 0 && <p className="mt-1.5 text-xs text-quiet">and on {further === 1 ? "one more page" : `${further} more pages`}</p>}
      </div>
      <div className="-mt-1 -mr-2 flex shrink-0 flex-col sm:flex-row">{actions}</div>
    </li>
  );
}

function Nothing({ view, onView }: { view: View; onView: (view: View) => void }) {
  const narrowed = filtersIn(view).length > 0;
  return (
    <Empty title="Nothing was found">
      <p>Every word must occur. {narrowed ? "Take a filter away, or try other words." : "Try fewer or other words."}</p>
      {!view.everywhere && (
        <Button className="mt-4" onClick={() => onView({ ...view, everywhere: true })}>
          Look into drafts and superseded revisions, too
        </Button>
      )}
    </Empty>
  );
}
