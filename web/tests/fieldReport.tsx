// A report of daily production, and its page, for tests of what is done with it.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { Route, Routes } from "react-router";

import type { Send } from "@/api/http";
import type { Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { ReportsPage } from "@/features/reports/list/ReportsPage";
import { ReportPage } from "@/features/reports/report/ReportPage";
import type { Definition, Report } from "@/features/reports/types";

import { aKeeper, anApi, ANN, answered, aSession, show } from "./people";
import { uploadsTo } from "./uploads";

function read(name: string): unknown {
  return JSON.parse(readFileSync(resolve(process.cwd(), "../tests/shared/reports", name), "utf-8"));
}

const PRODUCTION = { ...(read("released/daily_production.1.json") as Definition), units: { Sm3: [1, 0], bbl: [0.158987294928, 0], Mscf: [28.26, 0], "1/64 in": [0.000396875, 0], bar: [1e5, 0], psi: [6894.757, 0], degC: [1, 273.15] } } as Definition;
const CORRECT = (read("vectors/findings.json") as { correct: Record<string, { payload: Record<string, unknown>; context: Record<string, unknown> }> }).correct["daily_production.1"];
export const { payload, context } = CORRECT ?? { payload: {}, context: {} };
export const SITE = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Nordvind A", code: "NV-A", status: "active" };
const ENGINEER: Me = { ...ANN, permissions: ["reports:read", "reports:write", "reports:review", "sites:read"] };
export const ID = "01HZZZZZZZZZZZZZZZZZZZZZ61";

export function aReport(more: Partial<Report> = {}): Report {
  return {
    id: ID, type: "daily_production", version: 1, siteId: SITE.id, day: "2026-05-04", subject: "NV-2", timeZone: "Europe/Oslo", dayStart: "06:00",
    periodBegin: "2026-05-04T04:00:00.000Z", periodEnd: "2026-05-05T04:00:00.000Z", state: "submitted", edition: 3, revision: 2, receipt: "a".repeat(64),
    submittedAt: "2026-05-05T05:00:00.000Z", submittedBy: "U9", firstSubmittedAt: "2026-05-05T05:00:00.000Z", warnings: 0, review: null, approvedAt: null, approvedBy: null,
    finalAt: null, createdAt: "2026-05-05T04:30:00.000Z", createdBy: "U9", updatedAt: "2026-05-05T05:00:00.000Z", etag: "v1",
    content: { edition: 3, payload, attachments: [], reasons: {} }, ...more,
  };
}

const REVISION = { reportId: ID, type: "daily_production", version: 1, edition: 3, attachments: [], warned: [], receipt: "a".repeat(64), receivedAt: "2026-05-05T05:00:00.000Z", submittedBy: "U9", review: null };
const CHANGES = { revision: 2, against: 1, payload: [{ kind: "changed", address: "/uptime/hoursOnStream", before: 24, after: 22.5 }], attachments: [], reasons: [] };

/** `through` stands between the page and the API. */
export function page(answers: Parameters<typeof anApi>[0], path: string, through: (send: Send) => Send = (send) => send) {
  const types = { items: [{ type: "daily_production", version: 1, label: "Daily production", subject: ["/header/well"] }], etag: "t" };
  const api = anApi({
    list_sites: answered({ items: [SITE], nextCursor: null }), list_report_types: answered(types), get_report_type: answered(PRODUCTION), get_report: answered(aReport()),
    list_report_revisions: answered({ items: [{ ...REVISION, number: 2 }, { ...REVISION, number: 1 }], nextCursor: null }), compare_report_revisions: answered(CHANGES),
    get_report_outline: answered({ context, payload: {}, type: "daily_production", version: 1, siteId: SITE.id, day: "2026-05-04", subject: "NV-2", existingReportId: null, last: null }), ...answers,
  });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(ENGINEER));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/reports" element={<ReportsPage />} />
        <Route path="/reports/:reportId" element={<ReportPage uploadsOf={() => uploadsTo(api)} />} />
      </Routes>
    </ToastProvider>,
    { send: through(api.send), keeper, path },
  );
  return { ...api, person };
}
