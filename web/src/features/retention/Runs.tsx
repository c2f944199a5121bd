import { Link, useNavigate } from "react-router";

import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import type { RetentionRunRow } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { formatFully, formatMoment } from "@/format/format";
import { useMay } from "@/session/session";

import { useBeginRetentionRunMutation, useListRetentionRunsInfiniteQuery } from "./requests";
import { STATES } from "./words";

/** The reports, and the way to another one. */
export function Runs({ hasPolicies }: { hasPolicies: boolean }) {
  const list = useListRetentionRunsInfiniteQuery(undefined);
  const runs = list.data?.pages.flatMap((page) => page.items);
  const mayRun = useMay("retention:write");
  const [begin, { isLoading }] = useBeginRetentionRunMutation();
  const navigate = useNavigate();
  const say = useToast();
  const dryRun = async () => {
    try {
      const run = await begin({ dryRun: true }).unwrap();
      void navigate(`/settings/retention/runs/${run.id}`);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  return (
    <div className="space-y-3">
      {mayRun && (
        <Button disabled={isLoading || !hasPolicies} onClick={() => void dryRun()}>
          Begin a dry run
        </Button>
      )}
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {runs === undefined && !list.isError && <Skeleton label="Loading runs" />}
      {runs?.length === 0 && <p className="text-sm text-quiet">None yet.</p>}
      {runs !== undefined && runs.length > 0 && (
        <ul aria-label="Runs" className="divide-y divide-line rounded-xl border border-line">
          {runs.map((run) => (
            <Row key={run.id} run={run} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </div>
  );
}

function Row({ run }: { run: RetentionRunRow }) {
  const [word, mood] = STATES[run.state];
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 hover:bg-raised">
      <Link to={`/settings/retention/runs/${run.id}`} className="min-w-40 flex-1 text-sm font-medium after:absolute after:inset-0 hover:text-brand">
        {run.dryRun ? "Dry run" : "Run"} of <time dateTime={run.createdAt} title={formatFully(run.createdAt)}>{formatMoment(run.createdAt, new Date())}</time>
      </Link>
      <span className="text-xs text-quiet">{run.lookedAt === 1 ? "1 document" : `${run.lookedAt} documents`} looked at</span>
      <Badge mood={mood}>{word}</Badge>
    </li>
  );
}
