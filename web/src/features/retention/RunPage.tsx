import { useParams } from "react-router";

import { useDocumentTypeNames } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import type { RetentionRow, RetentionRun } from "@/api/types";
import { Awaited } from "@/components/Awaited";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";

import { useListRetentionRowsInfiniteQuery, useReadRetentionRunQuery } from "./requests";
import { OUTCOMES, sentenceOf, STATES } from "./words";

const LIVE_MS = 1_500;

function isOver({ state }: Pick<RetentionRun, "state">): boolean {
  return state !== "queued" && state !== "running";
}

/** What one run did, or would do. */
export function RunPage() {
  const { runId = "" } = useParams();
  const first = useReadRetentionRunQuery(runId);
  const run = first.currentData;
  useReadRetentionRunQuery(runId, { pollingInterval: run === undefined || isOver(run) ? 0 : LIVE_MS, skipPollingIfUnfocused: true });
  return (
    <>
      <BackLink to="/settings/retention">Retention</BackLink>
      <Awaited query={first} what="run" gone="There is no such run, or the address is not whole." />
      {run !== undefined && <Loaded run={run} />}
    </>
  );
}

function Loaded({ run }: { run: RetentionRun }) {
  const typeName = useDocumentTypeNames();
  const [word, mood] = STATES[run.state];
  const outcomes = (Object.keys(OUTCOMES) as RetentionRow["outcome"][]).filter((outcome) => (run.outcomes[outcome] ?? 0) > 0);
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-xl font-semibold tracking-tight">
          {run.dryRun ? "Dry run" : "Run"} of {formatMoment(run.createdAt, new Date())}
        </h2>
        <span role="status">
          <Badge mood={mood}>{word}</Badge>
        </span>
      </div>
      <Section title="Result" lead={`What was due on ${formatFully(run.asOf)}. ${run.lookedAt === 1 ? "1 document was" : `${run.lookedAt} documents were`} looked at.`}>
        {outcomes.length === 0 && <p className="text-sm text-quiet">{isOver(run) ? "Nothing was due." : "Nothing yet."}</p>}
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-3">
          {outcomes.map((outcome) => (
            <div key={outcome} className="rounded-xl bg-raised p-3">
              <dt className="text-xs text-quiet">{OUTCOMES[outcome][0]}</dt>
              <dd className="text-2xl font-semibold tabular-nums">{run.outcomes[outcome]}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {outcomes.length > 0 && (
        <Section title="Documents">
          <Rows runId={run.id} over={isOver(run)} />
        </Section>
      )}
      <Section title="Policies" lead="As they were when it began.">
        <ul aria-label="Policies" className="space-y-2 text-sm">
          {run.policies.map((policy, index) => (
            <li key={index}>
              <p className="font-medium break-words">{policy.name}</p>
              <p className="break-words text-quiet">{sentenceOf(policy, typeName)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** Read once the run is over: until then they change under the reader. */
function Rows({ runId, over }: { runId: string; over: boolean }) {
  const list = useListRetentionRowsInfiniteQuery(runId, { skip: !over });
  const rows = list.data?.pages.flatMap((page) => page.items);
  if (!over) return <p className="text-sm text-quiet">They are listed here when the run is over.</p>;
  if (list.isError) return <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />;
  if (rows === undefined) return <Skeleton label="Loading documents" />;
  return (
    <>
      <ul aria-label="Documents" className="divide-y divide-line rounded-xl border border-line">
        {rows.map((row) => (
          <li key={row.documentId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 text-sm">
            <div className="min-w-48 flex-1">
              <p className="font-medium break-words">{row.title}</p>
              <p className="text-xs break-words text-quiet">
                {row.policy.name} · due <time dateTime={row.dueAt} title={formatFully(row.dueAt)}>{formatMoment(row.dueAt, new Date())}</time>
                {row.holds.length > 0 && ` · ${row.holds.length === 1 ? "1 case" : `${row.holds.length} cases`}`}
              </p>
            </div>
            <Badge mood={OUTCOMES[row.outcome][1]}>{OUTCOMES[row.outcome][0]}</Badge>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}
