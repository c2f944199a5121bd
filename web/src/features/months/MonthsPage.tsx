import { useState } from "react";
import { Link } from "react-router";

import type { Problem } from "@/api/problem";
import { useSiteNames } from "@/api/sites";
import type { ProductionMonth } from "@/api/types";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { Empty } from "@/components/Empty";
import { MoreButton } from "@/components/MoreButton";
import { PersonName } from "@/components/PersonName";
import { ProblemNote } from "@/components/ProblemNote";
import { ReportTabs } from "@/components/ReportTabs";
import { SELECT } from "@/components/select";
import { SiteField } from "@/components/SiteField";
import { Skeleton } from "@/components/Skeleton";
import { formatDay, formatMoment } from "@/format/format";
import { useMay } from "@/session/session";

import { CloseDialog } from "./CloseDialog";
import { useListMonthsInfiniteQuery } from "./requests";
import { FIGURES, saidOf } from "./sheet";

/** Months of wells that were closed, and those reopened since. */
export function MonthsPage() {
  const [siteId, setSiteId] = useState("");
  const [month, setMonth] = useState("");
  const [state, setState] = useState<ProductionMonth["state"] | "">("");
  const list = useListMonthsInfiniteQuery({ siteId, month: /^\d{4}-\d\d$/.test(month) ? month : "", state });
  const months = list.currentData?.pages.flatMap((page) => page.items);
  const [closing, setClosing] = useState(false);
  const mayClose = useMay("reports:review");
  const narrowed = siteId !== "" || month !== "" || state !== "";
  return (
    <>
      <ReportTabs />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-2xl font-semibold tracking-tight">Months</h1>
        {mayClose && (
          <Button look="primary" onClick={() => setClosing(true)}>
            Close a month
          </Button>
        )}
      </div>
      <div role="group" aria-label="Filters" className="mb-4 flex flex-wrap items-center gap-3">
        <SiteField value={siteId} onChange={setSiteId} />
        <input type="month" aria-label="Month" className={SELECT} value={month} onChange={(event) => setMonth(event.target.value)} />
        <select aria-label="State" className={SELECT} value={state} onChange={(event) => setState(event.target.value as ProductionMonth["state"] | "")}>
          <option value="">Closed and reopened</option>
          <option value="closed">Closed</option>
          <option value="reopened">Reopened</option>
        </select>
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {months === undefined && !list.isError && (
        <div className="rounded-2xl border border-line bg-surface p-4">
          <Skeleton label="Loading months" />
        </div>
      )}
      {months?.length === 0 && <Empty title={narrowed ? "No month matches" : "No month was closed yet"}>{narrowed ? "Try fewer filters." : "A month of a well is closed when every day has an approved report, and they add up to the office's sheet."}</Empty>}
      {months !== undefined && months.length > 0 && (
        <ul aria-label="Months" className="space-y-4">
          {months.map((one) => (
            <Row key={`${one.siteId} ${one.well} ${one.month}`} month={one} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
      {closing && <CloseDialog onClose={() => setClosing(false)} />}
    </>
  );
}

function Row({ month }: { month: ProductionMonth }) {
  const nameOfSite = useSiteNames();
  const { siteId, well, state, closedAt, closedBy, reopenedAt, reports } = month;
  return (
    <li className="rounded-2xl border border-line bg-surface p-4 shadow-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="min-w-0 flex-1 basis-40 font-semibold wrap-anywhere">
          {month.month} · {well}
        </h2>
        <Badge mood={state === "closed" ? "good" : "warn"}>{state === "closed" ? "Closed" : "Reopened"}</Badge>
      </div>
      <p className="text-sm wrap-anywhere text-quiet">
        {nameOfSite(siteId)} · closed by <PersonName id={closedBy} />, {formatMoment(closedAt, new Date())}
        {reopenedAt !== null && ` · reopened ${formatMoment(reopenedAt, new Date())}`}
      </p>
      <details className="mt-2 text-sm">
        <summary className="min-h-6 cursor-pointer text-quiet">Figures and reports</summary>
        <Figures month={month} />
        <ul aria-label={`Reports of ${month.month}, ${well}`} className="mt-3 flex flex-wrap gap-x-3 gap-y-1">
          {reports.map(({ day, reportId }) => (
            <li key={reportId}>
              <Link to={`/reports/${reportId}`} className="inline-block min-h-6 text-brand hover:underline">
                {formatDay(day)}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Figures({ month }: { month: ProductionMonth }) {
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full max-w-xl text-left tabular-nums">
        <thead>
          <tr className="border-b border-line text-xs text-quiet">
            <th scope="col" className="py-1 pr-3 font-medium">
              Figure
            </th>
            <th scope="col" className="py-1 pr-3 text-right font-medium">
              Sheet
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Sum of the days
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {FIGURES.map(([name, label]) => {
            const [sheet, days] = saidOf(month, name);
            return (
              <tr key={name}>
                <th scope="row" className="py-1 pr-3 font-normal">
                  {label}
                </th>
                <td className="py-1 pr-3 text-right">{sheet}</td>
                <td className="py-1 text-right">{days}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
