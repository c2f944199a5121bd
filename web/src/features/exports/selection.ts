import type { ExportOrder, ReportState } from "@/api/types";
import { hereZone } from "@/components/TimeZoneField";
import type { SiteScope } from "@/components/SiteScopeField";

import type { Format, Units } from "./words";

/** Which reports, as a form holds it; nothing ticked is all. */
export interface Selection {
  readonly types: readonly string[];
  /** null: all. */
  readonly sites: SiteScope;
  readonly states: readonly ReportState[];
  readonly subject: string;
}

/** What the file looks like. */
export interface Look {
  readonly format: Format;
  readonly units: Units;
  /** null: the clock of each report's site. */
  readonly zone: string | null;
  readonly bom: boolean;
  readonly title: string;
}

interface Filter {
  readonly types?: readonly string[] | undefined;
  readonly siteIds?: readonly string[] | undefined;
  readonly states?: readonly ReportState[] | undefined;
  readonly subject?: string | null | undefined;
}

export function selectionOf({ types = [], siteIds = [], states = [], subject = null }: Filter): Selection {
  return { types, sites: siteIds.length === 0 ? null : siteIds, states, subject: subject ?? "" };
}

export function filterOf({ types, sites, states, subject }: Selection) {
  const wanted = subject.trim();
  return { types: [...types], siteIds: [...(sites ?? [])], states: [...states], subject: wanted === "" ? null : wanted };
}

export function lookOf({ format, units = "entered", zone = null, bom = false, title = "" }: Omit<ExportOrder, "filter">): Look {
  return { format, units, zone, bom, title };
}

/** A byte order mark is for CSV only. */
export function lookIn(look: Look): Look {
  return { ...look, title: look.title.trim(), bom: look.bom && look.format === "csv" };
}

/** Some sites were to be chosen, and none was: everything would be the opposite of that. */
export function lacksSites({ sites }: Selection): boolean {
  return sites?.length === 0;
}

export const NO_SITE = "Choose at least one site, or all";
export const OWN_ZONE = hereZone();
