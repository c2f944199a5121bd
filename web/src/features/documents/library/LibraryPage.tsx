import { useCallback, useId, useMemo, useState, type ReactNode } from "react";
import { useNavigate, useSearchParams } from "react-router";

import { useDocumentTypeNames } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import { useSiteNames } from "@/api/sites";
import type { Document } from "@/api/types";
import { useMedia } from "@/browser/media";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { FilterIcon } from "@/components/icons";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";

import { DocumentCards } from "./DocumentCards";
import { DocumentTable } from "./DocumentTable";
import { FilterChips } from "./FilterChips";
import { FilterPanel } from "./FilterPanel";
import type { Bulk, ListProps } from "./list";
import { useDefaultView } from "./saved/useDefaultView";
import { ViewsDialog } from "./saved/ViewsDialog";
import { SearchBox } from "./SearchBox";
import { SearchResults } from "./SearchResults";
import { useChoosing } from "./selection";
import { useRowActions } from "./useRowActions";
import { useDocuments } from "./useDocuments";
import { changed, cleared, criteriaOf, filtersIn, isPlain, paramsOf, queryOf, SORTS, viewOf, type Sort, type View } from "./view";

const SELECT = "h-10 min-w-0 rounded-lg border border-line bg-surface px-3 text-sm text-ink";
const DESK = "(min-width: 48rem)";

interface Props {
  readonly trashed: boolean;
  /** The button that starts an upload, if this person may. */
  readonly uploadButton?: ReactNode;
  /** Further ways from here. */
  readonly menu?: ReactNode;
  readonly onSeen?: (document: Document) => void;
  /** What is done to several documents at once; without it none can be chosen. */
  readonly bulk?: Bulk | undefined;
}

/** The view that the address says, and the way to another one. */
function useView(trashed: boolean): readonly [View, (view: View) => void] {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const view = useMemo(() => viewOf(params, trashed), [params, trashed]);
  const setView = useCallback(
    (next: View) => {
      // A saved view may be one of the trash, which has an address of its own.
      if (next.trashed === trashed) setParams((before) => paramsOf(next, before));
      else void navigate(`${next.trashed ? "/trash" : "/documents"}?${paramsOf(next).toString()}`);
    },
    [setParams, navigate, trashed],
  );
  return [view, setView];
}

export function LibraryPage({ trashed, uploadButton, menu, onSeen, bulk }: Props) {
  const [view, setView] = useView(trashed);
  const [entered] = useState(() => !trashed && isPlain(view));
  useDefaultView(entered && isPlain(view), setView);
  const { actionsFor, question } = useRowActions(trashed);
  return (
    <section aria-labelledby="page-title">
      <Toolbar view={view} onView={setView} uploadButton={uploadButton} menu={menu} />
      <FilterChips view={view} onView={setView} />
      {view.search === "" ? (
        <Listed view={view} onView={setView} uploadButton={uploadButton} onSeen={onSeen} bulk={bulk} actionsFor={actionsFor} />
      ) : (
        <SearchResults view={view} onView={setView} bulk={bulk} actionsFor={actionsFor} />
      )}
      {question}
    </section>
  );
}

interface ListedProps extends Pick<ListProps, "view" | "onView" | "actionsFor"> {
  readonly uploadButton: ReactNode;
  readonly onSeen: Props["onSeen"];
  readonly bulk: Props["bulk"];
}

function Listed({ view, onView, uploadButton, onSeen, bulk, actionsFor }: ListedProps) {
  const query = useMemo(() => queryOf(view), [view]);
  const list = useDocuments(query, onSeen);
  const ids = useMemo(() => list.documents?.map(({ id }) => id) ?? [], [list.documents]);
  const choosing = useChoosing(criteriaOf(view), ids);
  return (
    <>
      {view.sort.endsWith("number") && <p className="mb-3 text-sm text-quiet">In the order of their numbers, only documents that have one are listed.</p>}
      {bulk?.(choosing, list.hasMore && ids.every(choosing.isChosen))}
      {list.problem && (
        <div className="mb-4">
          <ProblemNote problem={list.problem} onRetry={list.retry} />
        </div>
      )}
      {list.documents === undefined && !list.problem && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading documents" />
        </div>
      )}
      {list.documents?.length === 0 && <Nothing view={view} filtered={filtersIn(view).length > 0} onClear={() => onView(cleared(view))} uploadButton={uploadButton} />}
      {list.documents !== undefined && list.documents.length > 0 && <List documents={list.documents} view={view} onView={onView} choosing={bulk ? choosing : null} actionsFor={actionsFor} />}
      <More list={list} shown={ids.length} />
    </>
  );
}

function Toolbar({ view, onView, uploadButton, menu }: { view: View; onView: (view: View) => void; uploadButton: ReactNode; menu: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const panel = useId();
  const count = filtersIn(view).length;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-3">
        <h1 id="page-title" className="mr-auto text-2xl font-semibold tracking-tight">
          {view.trashed ? "Trash" : "Documents"}
        </h1>
        {uploadButton}
        {menu}
      </div>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SearchBox value={view.search} trashed={view.trashed} onSearch={(search) => onView({ ...view, search })} />
        <Button aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          <FilterIcon className="size-4" />
          Filters{count > 0 && ` (${count})`}
        </Button>
        <Button onClick={() => setChoosing(true)}>Views</Button>
        {view.search === "" && (
          <select aria-label="Order" className={SELECT} value={view.sort} onChange={(event) => onView({ ...view, sort: event.target.value as Sort })}>
            {SORTS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </div>
      {choosing && <ViewsDialog view={view} onOpen={onView} onClose={() => setChoosing(false)} />}
      {open && <FilterPanel id={panel} view={view} onChange={(change) => onView(changed(view, change))} />}
    </>
  );
}

function List({ documents, view, onView, choosing, actionsFor }: Pick<ListProps, "documents" | "view" | "onView" | "choosing" | "actionsFor">) {
  const Shape = useMedia(DESK) ? DocumentTable : DocumentCards;
  const siteName = useSiteNames(documents.some(({ siteId }) => siteId !== null));
  const typeName = useDocumentTypeNames(documents.some(({ typeId }) => typeId !== null));
  return <Shape documents={documents} view={view} onView={onView} now={new Date()} choosing={choosing} siteName={siteName} typeName={typeName} actionsFor={actionsFor} />;
}

function More({ list, shown }: { list: { hasMore: boolean; loadingMore: boolean; more: () => void; problem: Problem | undefined }; shown: number }) {
  if (!list.hasMore) return null;
  return (
    <div className="mt-4 flex flex-col items-center gap-1">
      <Button onClick={list.more} disabled={list.loadingMore}>
        {list.loadingMore ? "Loading…" : "Load more"}
      </Button>
      <p aria-live="polite" className="text-xs text-quiet">
        {shown} shown, there are more
      </p>
    </div>
  );
}

function Nothing({ view, filtered, onClear, uploadButton }: { view: View; filtered: boolean; onClear: () => void; uploadButton: ReactNode }) {
  if (filtered) {
    return (
      <Empty title="No document matches">
        <p>Take a filter away to see more.</p>
        <Button className="mt-4" onClick={onClear}>
          Clear all filters
        </Button>
      </Empty>
    );
  }
  if (view.trashed) return <Empty title="The trash is empty">Documents moved here are kept and can be restored.</Empty>;
  return (
    <Empty title="No documents yet">
      <p>Reports, logs, certificates: what is uploaded is checked and kept exactly as it is.</p>
      <div className="mt-6 flex justify-center">{uploadButton}</div>
    </Empty>
  );
}
