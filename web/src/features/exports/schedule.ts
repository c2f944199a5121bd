import type { ExportSchedule, ExportScheduleDraft, Role } from "@/api/types";

import { cronOf, MORNING, rhythmOf, type Rhythm } from "./rhythm";
import { filterOf, lookIn, lookOf, selectionOf, type Look, type Selection } from "./selection";

/** A schedule as its form holds it. */
export interface Draft {
  readonly name: string;
  readonly rhythm: Rhythm;
  readonly siteId: string;
  readonly period: ExportSchedule["period"];
  readonly selection: Selection;
  readonly look: Look;
  readonly onlyApproved: boolean;
  readonly recipients: readonly Role[];
  readonly enabled: boolean;
}

export function draftOf(schedule: ExportSchedule | null): Draft {
  if (schedule === null) {
    const everything = { selection: selectionOf({}), look: lookOf({ format: "pdf" }) };
    return { ...everything, name: "", rhythm: rhythmOf(MORNING), siteId: "", period: "day", onlyApproved: true, recipients: [], enabled: true };
  }
  const { name, cron, siteId, period, filter, onlyApproved, recipients, enabled } = schedule;
  return { name, rhythm: rhythmOf(cron), siteId: siteId ?? "", period, selection: selectionOf(filter), look: lookOf(schedule), onlyApproved, recipients, enabled };
}

export function bodyOf({ name, rhythm, siteId, period, selection, look, onlyApproved, recipients, enabled }: Draft): ExportScheduleDraft {
  return { ...lookIn(look), name: name.trim(), cron: cronOf(rhythm), siteId: siteId === "" ? null : siteId, period, filter: filterOf(selection), onlyApproved, recipients: [...recipients], enabled };
}
