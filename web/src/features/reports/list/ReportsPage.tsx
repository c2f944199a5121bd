import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";

import type { Problem } from "@/api/problem";
import { useAllSites, useSiteNames } from "@/api/sites";
import { Badge } from "@/components/Badge";
import { Empty } from "@/components/Empty";
import { Field, SelectField } from "@/components/Field";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { ReportTabs } from "@/components/ReportTabs";
import { Skeleton } from "@/components/Skeleton";
import { formatDay, formatMoment } from "@/format/format";
import { useMay } from "@/session/session";

import { useListReportsInfiniteQuery, useListReportTypesQuery } from "../requests";
import type { ReportHead, ReportQuery } from "../types";
import { STATES, wordOfType } from "../words";
import { NewReportButton } from "./NewReportButton";

const SORTS = [
  ["-day", "Newest day first"],
  ["day", "Oldest day first"],
  ["-updatedAt", "Changed last"],
  ["updatedAt", "Changed first"],
] as const;
const FILTERS = ["type", "siteId", "state", "subject", "dayFrom", "dayTo"] as const;

/** What the address asks for: it can be kept, sent and gone back to. */
function useView() {
  const [search, setSearch] = useSearchParams();
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === "") next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const query: Record<string, unknown> = { sort: search.get("sort") ?? "-day" };
  for (const name of FILTERS) {
    const value = search.get(name);
    if (value !== null) query[name] = value;
  }
  for (const name of ["mine", "awaiting"]) if (search.get(name) === "true") query[name] = true;
  return { search, change, query: query as ReportQuery, narrowed: [...search.keys()].some((name) => name !== "sort") };
}

interface Props {
  /** A way to export what the list shows. */
  readonly exportOf?: ((query: ReportQuery) => ReactNode) | undefined;
}

export function ReportsPage({ exportOf }: Props) {
  const { search, change, query, narrowed } = useView();
  const mayWrite = useMay("reports:write");
  const list = useListReportsInfiniteQuery(query);
  const reports = list.currentData?.pages.flatMap((page) => page.items);
  return (
    <>
      <ReportTabs />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-2xl font-semibold tracking-tight">Reports</h1>
        {exportOf?.(query)}
        {mayWrite && <NewReportButton />}
      </div>
      <Filters search={search} change={change} />
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {reports === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading reports" />
        </div>
      )}
      {reports?.length === 0 && <Empty title={narrowed ? "No report matches" : "No reports yet"}>{narrowed ? "Try fewer filters." : "Drilling, production, observations, inspections: what crews write of their day."}</Empty>}
      {reports !== undefined && reports.length > 0 && <Rows reports={reports} />}
      <MoreButton list={list} />
    </>
  );
}

function Filters({ search, change }: { search: URLSearchParams; change: (name: string, value: string) => void }) {
  const { sites } = useAllSites();
  const { data: types } = useListReportTypesQuery(undefined);
  const mayReview = useMay("reports:review");
  const select = (name: string, label: string, options: readonly (readonly [string, string])[], none = "Any") => (
    <SelectField label={label} value={search.get(name) ?? ""} onChange={(event) => change(name, event.target.value)}>
      {none !== "" && <option value="">{none}</option>}
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </SelectField>
  );
  const check = (name: string, label: string) => (
    <label className="flex min-h-10 items-center gap-2 text-sm font-medium">
      <input type="checkbox" className="size-4 accent-brand" checked={search.get(name) === "true"} onChange={(event) => change(name, event.target.checked ? "true" : "")} />
      {label}
    </label>
  );
  return (
    <div role="group" aria-label="Filters" className="mb-4 grid grid-cols-2 gap-3 rounded-2xl border border-line bg-surface p-4 shadow-sm sm:gap-4 md:grid-cols-4">
      {select("type", "Type", types?.items.map(({ type, label }) => [type, label]) ?? [])}
      {select("siteId", "Site", sites?.map(({ id, name }) => [id, name]) ?? [])}
      {select("state", "State", Object.entries(STATES).map(([state, [word]]) => [state, word]))}
      <SelectField label="Order" value={search.get("sort") ?? "-day"} onChange={(event) => change("sort", event.target.value)}>
        {SORTS.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </SelectField>
      <Field label="From" type="date" value={search.get("dayFrom") ?? ""} onChange={(event) => change("dayFrom", event.target.value)} />
      <Field label="Until" type="date" value={search.get("dayTo") ?? ""} onChange={(event) => change("dayTo", event.target.value)} />
      <Field label="Well, wellbore or tag" value={search.get("subject") ?? ""} maxLength={200} autoComplete="off" onChange={(event) => change("subject", event.target.value)} />
      <div className="flex flex-col justify-end">
        {check("mine", "Mine")}
        {mayReview && check("awaiting", "Waits for a decision")}
      </div>
    </div>
  );
}

function Rows({ reports }: { reports: readonly ReportHead[] }) {
  const nameOfSite = useSiteNames();
  const { data: types } = useListReportTypesQuery(undefined);
  return (
    <ul aria-label="Reports" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
      {reports.map((report) => {
        const [word, mood] = STATES[report.state];
        return (
          <li key={report.id} className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 hover:bg-raised">
            <div className="min-w-0 flex-1 basis-60">
              <Link to={`/reports/${report.id}`} className="font-medium break-words after:absolute after:inset-0 hover:text-brand">
                {wordOfType(report.type, types?.items)}
                {report.subject !== null && ` · ${report.subject}`}
              </Link>
              <p className="text-sm text-quiet">
                {formatDay(report.day)} · {nameOfSite(report.siteId)}
              </p>
            </div>
            {report.warnings > 0 && <Badge mood="warn">{report.warnings === 1 ? "1 warning" : `${report.warnings} warnings`}</Badge>}
            <Badge mood={mood}>{word}</Badge>
            <span className="text-xs text-quiet">{formatMoment(report.updatedAt, new Date())}</span>
          </li>
        );
      })}
    </ul>
  );
}
