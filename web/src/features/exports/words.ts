import type { Export, ExportOrder, ExportSchedule } from "@/api/types";
import type { Mood } from "@/components/Badge";
import { formatDay } from "@/format/format";
import { REPORT_STATES, reportType } from "@/format/reportTypes";

export type Format = Export["format"];
export type Units = Export["units"];
export type Wanted = Export["filter"];

export const STATES: Readonly<Record<Export["state"], readonly [word: string, mood: Mood]>> = {
  queued: ["Waiting", "brand"],
  running: ["Being written", "brand"],
  ready: ["Ready", "good"],
  failed: ["Failed", "bad"],
  cancelled: ["Cancelled", "calm"],
  expired: ["Expired", "calm"],
};

export const FORMATS: Readonly<Record<Format, readonly [word: string, about: string]>> = {
  pdf: ["PDF", "To read and to print, with charts; up to 2,000 reports"],
  xlsx: ["Excel", "A workbook with a sheet for each table; up to 100,000 reports"],
  csv: ["CSV", "For other programs; up to 100,000 reports"],
  json: ["JSON", "For other programs, with everything as it was entered; up to 100,000 reports"],
};

export const UNITS: Readonly<Record<Units, string>> = { entered: "As entered", metric: "Metric", field: "Oil field" };

export const PERIODS: Readonly<Record<ExportSchedule["period"], string>> = {
  day: "The day before",
  week: "The week before, Monday to Sunday",
  month: "The month before",
  month_to_date: "The month so far",
};

export function isOver({ state }: Pick<Export, "state">): boolean {
  return state !== "queued" && state !== "running";
}

export function countOf(reports: number): string {
  return reports === 1 ? "1 report" : `${reports.toLocaleString()} reports`;
}

export function periodOf({ firstDay, lastDay }: Pick<Wanted, "firstDay" | "lastDay">): string {
  if (firstDay === null && lastDay === null) return "All days";
  if (firstDay === lastDay && firstDay !== null) return formatDay(firstDay);
  if (firstDay === null) return `Until ${formatDay(lastDay ?? "")}`;
  return lastDay === null ? `From ${formatDay(firstDay)}` : `${formatDay(firstDay)} – ${formatDay(lastDay)}`;
}

const listed = (words: readonly string[], none: string) => (words.length === 0 ? none : words.join(", "));

export function typesOf({ types }: Pick<Wanted, "types">): string {
  return listed(types.map(reportType), "All types");
}

/** What was asked for, in words. */
export function saidOf(wanted: Omit<Wanted, "firstDay" | "lastDay" | "reportIds">, nameOfSite: (id: string) => string): readonly (readonly [string, string] | null)[] {
  return [
    ["Types", typesOf(wanted)],
    ["Sites", listed(wanted.siteIds.map(nameOfSite), "All that may be seen")],
    ["States", listed(wanted.states.map((state) => REPORT_STATES[state]), "All states")],
    wanted.subject === null ? null : ["Well, wellbore or tag", wanted.subject],
  ];
}

/** The same once more, to be looked at and changed before it is asked for. */
export function orderOf({ format, filter, units, zone, title }: Export): ExportOrder {
  return { format, filter, units, zone, title };
}

const REASONS: Readonly<Record<string, string>> = {
  no_reports: "there were no reports",
  owner_gone: "whoever made it can no longer sign in; save it in your name",
  forbidden: "whoever made it may no longer do so; save it in your name",
  invalid: "what it asks for is no longer there; edit it",
};

/** How the last run of a schedule ended, as the end of a sentence. */
export function endOf({ outcome, reason, waiting }: NonNullable<ExportSchedule["lastRun"]>): string {
  if (outcome === "begun") return "it was ordered";
  const why = reason === "not_approved" ? `${countOf(waiting)} ${waiting === 1 ? "was" : "were"} not approved yet` : (REASONS[reason ?? ""] ?? reason ?? "nobody knows why");
  return `${outcome === "skipped" ? "it was left out" : "it failed"}: ${why}`;
}
