import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";

import type { Problem } from "@/api/problem";
import { useAllSites } from "@/api/sites";
import type { DueReport, Site } from "@/api/types";
import { Badge } from "@/components/Badge";
import { CheckField } from "@/components/CheckField";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { ReportTabs } from "@/components/ReportTabs";
import { Section } from "@/components/Section";
import { SELECT } from "@/components/select";
import { SiteField } from "@/components/SiteField";
import { Skeleton } from "@/components/Skeleton";
import { SpanField } from "@/components/SpanField";
import { formatAgo, formatThere, lastDays } from "@/format/days";
import { formatDay } from "@/format/format";
import { REPORT_TYPES, reportType } from "@/format/reportTypes";

import { useListDueReportsInfiniteQuery } from "./requests";
import { STATES } from "./words";

const SPANS = [7, 14, 35] as const;

/** What sites owe, how it stands, and since when it is missing. Site, type and "only missing" are in the address. */
export function DueReportsPage() {
  const [params, setParams] = useSearchParams();
  const [days, setDays] = useState<number>(SPANS[0]);
  const span = useMemo(() => lastDays(days, new Date()), [days]);
  const siteId = params.get("siteId") ?? "";
  const type = params.get("type") ?? "";
  const missing = params.get("missing") === "true";
  const list = useListDueReportsInfiniteQuery({ ...span, siteId, type, missing });
  const rows = list.data?.pages.flatMap((page) => page.items);
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <>
      <ReportTabs />
      <h1 className="sr-only">Due reports</h1>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <SiteField value={siteId} onChange={(id) => choose("siteId", id)} />
        <select aria-label="Type" className={SELECT} value={type} onChange={(event) => choose("type", event.target.value)}>
          <option value="">All types</option>
          {REPORT_TYPES.map((kind) => (
            <option key={kind} value={kind}>
              {reportType(kind)}
            </option>
          ))}
        </select>
        <SpanField days={days} choices={SPANS} onChange={setDays} />
        <CheckField label="Only missing" checked={missing} onChange={(event) => choose("missing", event.target.checked ? "true" : "")} />
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {rows === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading what is owed" />
        </div>
      )}
      {rows?.length === 0 && !list.hasNextPage && (
        <Empty title={missing ? "Nothing is missing" : "Nothing is owed"}>{missing ? "Every report that was due has been submitted." : "No plan asks for reports on these days."}</Empty>
      )}
      {rows !== undefined && <Days rows={rows} />}
      <MoreButton list={list} />
    </>
  );
}

function Days({ rows }: { rows: readonly DueReport[] }) {
  const { sites } = useAllSites();
  const byId = useMemo(() => new Map(sites?.map((site) => [site.id, site])), [sites]);
  const days = [...new Set(rows.map(({ day }) => day))];
  return (
    <div className="space-y-5">
      {days.map((day) => {
        const owed = rows.filter((row) => row.day === day);
        const open = owed.filter((row) => row.missingSince !== null).length;
        return (
          <Section key={day} title={formatDay(day)} lead={open === 0 ? undefined : `${open} of ${owed.length} missing`}>
            <ul aria-label={`Reports of ${day}`} className="divide-y divide-line rounded-xl border border-line">
              {owed.map((row) => (
                <Row key={`${row.siteId} ${row.type} ${row.subject}`} row={row} site={byId.get(row.siteId)} />
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}

function Row({ row, site }: { row: DueReport; site: Site | undefined }) {
  const [word, mood] = STATES[row.state];
  const wasLate = row.isLate && row.state === "done";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5 text-sm">
      <div className="min-w-48 flex-1">
        <p className="font-medium break-words">
          {reportType(row.type)}
          {row.subject !== null && ` · ${row.subject}`}
        </p>
        <p className="text-xs break-words text-quiet">
          {site?.name ?? `…${row.siteId.slice(-6)}`} · due <time dateTime={row.dueAt}>{formatThere(row.dueAt, site?.timeZone)}</time>
          {row.submittedAt !== null && (
            <>
              {" · submitted "}
              <time dateTime={row.submittedAt}>{formatThere(row.submittedAt, site?.timeZone)}</time>
            </>
          )}
        </p>
      </div>
      {row.missingSince !== null && <span className="text-xs text-bad tabular-nums">for {formatAgo(row.missingSince, new Date())}</span>}
      {wasLate && <Badge mood="warn">Was late</Badge>}
      <Badge mood={mood}>{word}</Badge>
    </li>
  );
}
