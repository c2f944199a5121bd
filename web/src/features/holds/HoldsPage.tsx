import { useState } from "react";
import { Link, useNavigate } from "react-router";

import type { Problem } from "@/api/problem";
import type { Hold } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatMoment } from "@/format/format";
import { useMay } from "@/session/session";

import { HoldDialog } from "./HoldDialog";
import { useListHoldsInfiniteQuery, type State } from "./requests";
import { STATES } from "./words";

const SELECT = "mr-auto h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink";

export function HoldsPage() {
  const [state, setState] = useState<State>("open");
  const list = useListHoldsInfiniteQuery(state);
  const holds = list.currentData?.pages.flatMap((page) => page.items);
  const [adding, setAdding] = useState(false);
  const mayWrite = useMay("holds:write");
  const navigate = useNavigate();
  return (
    <>
      <p className="mb-4 max-w-prose text-sm text-quiet">A case keeps its documents, whatever becomes of them otherwise: nobody deletes them for good, not even a retention policy. A document can be in several cases.</p>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <select aria-label="State" className={SELECT} value={state} onChange={(event) => setState(event.target.value as State)}>
          <option value="open">Open</option>
          <option value="closing">Letting go</option>
          <option value="closed">Closed</option>
          <option value="">All</option>
        </select>
        {mayWrite && (
          <Button look="primary" onClick={() => setAdding(true)}>
            Open a case
          </Button>
        )}
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {holds === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading cases" />
        </div>
      )}
      {holds?.length === 0 && <Empty title={state === "open" ? "No open cases" : "None in this state"}>A dispute, an investigation, an audit: whatever must not be lost.</Empty>}
      {holds !== undefined && holds.length > 0 && (
        <ul aria-label="Legal holds" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {holds.map((hold) => (
            <Row key={hold.id} hold={hold} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {adding && <HoldDialog hold={null} onClose={() => setAdding(false)} onSaved={(hold) => void navigate(`/settings/holds/${hold.id}`)} />}
    </>
  );
}

function Row({ hold }: { hold: Hold }) {
  const [word, mood] = STATES[hold.state];
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 hover:bg-raised">
      <div className="min-w-0 flex-1">
        <Link to={`/settings/holds/${hold.id}`} className="font-medium break-words after:absolute after:inset-0 hover:text-brand">
          {hold.name}
        </Link>
        <p className="line-clamp-2 text-sm break-words text-quiet">{hold.reason}</p>
        <p className="text-xs text-quiet">opened {formatMoment(hold.createdAt, new Date())}</p>
      </div>
      <Badge mood={mood}>{word}</Badge>
    </li>
  );
}
