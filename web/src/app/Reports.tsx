import type { ExportOrder } from "@/api/types";
import { ExportButton } from "@/features/exports/ExportButton";
import { ReportsPage } from "@/features/reports/list/ReportsPage";
import type { ReportQuery } from "@/features/reports/types";
import { useMay } from "@/session/session";

/** The list of reports with what other features add to it: an export of what it shows. */
export function Reports() {
  const mayExport = useMay("exports:request");
  return <ReportsPage exportOf={mayExport ? (query) => <ExportButton label="Export" filter={filterOf(query)} note={noteOf(query)} /> : undefined} />;
}

function filterOf({ type, siteId, state, subject, dayFrom, dayTo, awaiting }: ReportQuery): ExportOrder["filter"] {
  const open = awaiting === true ? (["submitted", "in_review"] as const) : [];
  return {
    types: typeof type === "string" ? [type] : [],
    siteIds: typeof siteId === "string" ? [siteId] : [],
    states: state == null ? [...open] : [state],
    subject: subject ?? null,
    firstDay: dayFrom ?? null,
    lastDay: dayTo ?? null,
  };
}

function noteOf({ mine, awaiting }: ReportQuery): string | undefined {
  if (mine !== true && awaiting !== true) return undefined;
  return "The list shows some people's reports only; an export holds everybody's.";
}
