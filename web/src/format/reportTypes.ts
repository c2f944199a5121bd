import type { ReportState } from "@/api/types";

const WORDS: Readonly<Record<string, string>> = {
  daily_drilling: "Daily drilling",
  daily_production: "Daily production",
  hse_observation: "HSE observation",
  equipment_inspection: "Equipment inspection",
};

export const REPORT_TYPES = Object.keys(WORDS);

/** A type of report as people call it. */
export function reportType(kind: string): string {
  return WORDS[kind] ?? kind.replaceAll("_", " ");
}

/** States of a report as people call them, in the order of its life. */
export const REPORT_STATES: Readonly<Record<ReportState, string>> = {
  draft: "Draft",
  submitted: "Submitted",
  in_review: "In review",
  changes_requested: "Changes requested",
  approved: "Approved",
  final: "Final",
};
