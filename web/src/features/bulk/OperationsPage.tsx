import { Link } from "react-router";

import type { Problem } from "@/api/problem";
import type { BulkOperation } from "@/api/types";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { Empty } from "@/components/Empty";
import { LinkButton } from "@/components/LinkButton";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";
import { useMay } from "@/session/session";

import { useListBulkOperationsInfiniteQuery } from "./requests";
import { countOf, isOver, STATES, TITLES } from "./words";

const LIVE_MS = 3_000;

/** What was done to many documents at once, the newest first. */
export function OperationsPage() {
  const list = useListBulkOperationsInfiniteQuery(undefined);
  const operations = list.data?.pages.flatMap((page) => page.items);
  const moving = operations?.some((operation) => !isOver(operation)) ?? false;
  useListBulkOperationsInfiniteQuery(undefined, { pollingInterval: moving ? LIVE_MS * (list.data?.pages.length ?? 1) : 0, skipPollingIfUnfocused: true });
  const mayWrite = useMay("documents:write");
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-4xl">
      <BackLink to="/documents">Documents</BackLink>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h1 id="page-title" className="mr-auto text-2xl font-semibold tracking-tight">
          Bulk operations
        </h1>
        {mayWrite && (
          <LinkButton look="plain" to="/bulk/import">
            Import from CSV
          </LinkButton>
        )}
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {operations === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading bulk operations" />
        </div>
      )}
      {operations?.length === 0 && <Empty title="None yet">Choose documents in the list, and do something to all of them at once.</Empty>}
      {operations !== undefined && operations.length > 0 && (
        <ul aria-label="Bulk operations" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {operations.map((operation) => (
            <Row key={operation.id} operation={operation} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </section>
  );
}

function Row({ operation: { id, action, dryRun, state, total, createdAt } }: { operation: BulkOperation }) {
  const [word, mood] = STATES[state];
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 hover:bg-raised">
      <div className="min-w-48 flex-1">
        <Link to={`/bulk/${id}`} className="font-medium after:absolute after:inset-0 hover:text-brand">
          {TITLES[action.type]}
        </Link>
        <p className="text-sm text-quiet">
          {total === null ? "" : `${countOf(total)} · `}
          <time dateTime={createdAt} title={formatFully(createdAt)}>
            {formatMoment(createdAt, new Date())}
          </time>
        </p>
      </div>
      {dryRun && <Badge mood="calm">Trial</Badge>}
      <Badge mood={mood}>{word}</Badge>
    </li>
  );
}
