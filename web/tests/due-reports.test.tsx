import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { DueReport, Me } from "@/api/types";
import { BarChart } from "@/components/BarChart";
import { DueReportsPage } from "@/features/due-reports/DueReportsPage";
import { FiguresPage } from "@/features/analytics/FiguresPage";
import { formatAgo, lastDays } from "@/format/days";

import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

const SITE = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Sleipner A", code: "SL-A", timeZone: "Europe/Oslo", dayStart: "06:00", status: "active", suspensions: [], createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z", etag: "v1" };
const READER: Me = { ...ANN, permissions: ["reports:read", "sites:read"] };
const OWED: DueReport = { planId: "P1", siteId: SITE.id, type: "daily_production", day: "2026-03-02", subject: "F-1", dueAt: "2026-03-03T05:30:00.000Z", state: "missing", missingSince: "2026-03-03T05:30:00.000Z", isLate: false, reportId: null, reportState: null, createdBy: null, submittedBy: null, submittedAt: null };
const DONE: DueReport = { ...OWED, day: "2026-03-01", subject: null, state: "done", missingSince: null, isLate: true, reportId: "R1", reportState: "approved", createdBy: "U1", submittedBy: "U1", submittedAt: "2026-03-02T09:00:00.000Z" };

function page(answers: Parameters<typeof anApi>[0], path = "/due-reports") {
  const api = anApi({ list_sites: answered({ items: [SITE], nextCursor: null }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(READER));
  const person = show(
    <Routes>
      <Route path="/due-reports" element={<DueReportsPage />} />
      <Route path="/figures" element={<FiguresPage />} />
    </Routes>,
    { ...api, keeper, path },
  );
  const queries = (operation: string) => api.asked.filter((call) => call.operation === operation).map((call) => call.query);
  return { ...api, person, queries };
}

it("shows what is owed by day, by the clock of the site, and since when it is missing", async () => {
  page({ list_due_reports: answered({ items: [OWED, DONE], nextCursor: null }) });
  const missing = await screen.findByRole("list", { name: "Reports of 2026-03-02" });
  await within(missing).findByText(/Sleipner A · due/);
  expect(missing).toHaveTextContent(/Daily production · F-1/);
  expect(missing).toHaveTextContent(/0?6:30/); // 05:30 in UTC
  expect(missing).toHaveTextContent(/for \d+ days/);
  expect(within(missing).getByText("Missing")).toBeInTheDocument();
  expect(screen.getByText("1 of 1 missing")).toBeInTheDocument();
  const done = screen.getByRole("list", { name: "Reports of 2026-03-01" });
  expect(done).toHaveTextContent(/Was late.*Approved/);
});

it("asks for what the address names, and goes on as long as there is more", async () => {
  const pages = [answered({ items: [], nextCursor: "next" }), answered({ items: [OWED], nextCursor: null })];
  const { person, queries } = page({ list_due_reports: pages }, `/due-reports?siteId=${SITE.id}&missing=true`);
  await person.click(await screen.findByRole("button", { name: "Load more" }));
  await screen.findByText("Missing");
  expect(screen.queryByText("Nothing is missing")).toBeNull();
  expect(queries("list_due_reports")).toMatchObject([{ siteId: SITE.id, missing: true }, { cursor: "next" }]);
  await person.selectOptions(screen.getByLabelText("Type"), "daily_drilling");
  await screen.findByText("Missing");
  expect(queries("list_due_reports").at(-1)).toMatchObject({ type: "daily_drilling", siteId: SITE.id });
});

it("says when nothing is missing, and what went wrong", async () => {
  page({ list_due_reports: answered({ items: [], nextCursor: null }) }, "/due-reports?missing=true");
  expect(await screen.findByText("Nothing is missing")).toBeInTheDocument();
});

it("offers to try again", async () => {
  const { person } = page({ list_due_reports: [aProblem("unavailable", 503), answered({ items: [OWED], nextCursor: null })] });
  await person.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Missing")).toBeInTheDocument();
});

it("draws figures and shows null as not measured", async () => {
  const sum = (value: number | null) => ({ value, basedOn: value === null ? 0 : 1 });
  const figures = { reports: 1, hoursOnStream: sum(24), oil: sum(100), gas: sum(null), water: sum(0), waterInjected: sum(null), gasInjected: sum(null) };
  const { person, queries } = page(
    {
      get_production: answered({ liquidUnit: "Sm3", gasUnit: "Sm3", days: [{ day: "2026-03-01", ...figures }], total: figures }),
      get_non_productive_time: answered({ days: [], total: { reports: 0, loggedHours: sum(null), nonProductiveHours: sum(null), share: null } }),
      get_activity_time: answered({ reports: 1, codes: [{ code: "interruption -- repair", hours: 2.5, reports: 1, unknownRows: 0, share: 1 }] }),
      get_punctuality: answered({ days: [], sites: [{ siteId: SITE.id, type: "daily_production", owed: 5, inTime: 3, late: 1, missing: 0, pending: 1 }] }),
      get_open_reviews: answered({ waiting: 2, sites: [{ siteId: SITE.id, type: "daily_production", waiting: 2, inReview: 0, since: "2026-03-01T00:00:00Z", overOneDay: 2, overThreeDays: 2, overSevenDays: 2 }] }),
    },
    "/figures",
  );
  expect(await screen.findByText("100 Sm³ in 1 of 1 reports")).toBeInTheDocument();
  expect(screen.getByText("No report says it.")).toBeInTheDocument();
  expect(screen.getByText("0 Sm³ in 1 of 1 reports")).toBeInTheDocument();
  expect(await screen.findByText(/75% in time · 1 late · 0 missing of 4/)).toBeInTheDocument();
  expect(await screen.findByText(/2\.5 h · 100%/)).toBeInTheDocument();
  await person.selectOptions(screen.getByLabelText("Units"), "field");
  await person.click(screen.getByLabelText("Approved only"));
  expect(queries("get_production").at(-1)).toMatchObject({ liquidUnit: "bbl", gasUnit: "Mscf", approvedOnly: true });
});

it("has the values of a chart as a table, with a dash for what nobody measured", () => {
  show(<BarChart title="Oil" unit="bbl" days={["2026-03-01", "2026-03-02", "2026-03-03"]} series={[{ label: "Oil", fill: "fill-brand", values: [12.5, null, 0] }]} />, anApi({}));
  const cells = screen.getAllByRole("cell").map((cell) => cell.textContent);
  expect(cells).toEqual(["12.5", "–", "0"]);
  expect(screen.getByRole("img", { name: "Oil by day, in bbl" })).toBeInTheDocument();
});

it("counts days of the browser over both clock changes", () => {
  expect(lastDays(3, new Date(2026, 2, 30, 0, 30))).toEqual({ from: "2026-03-28", to: "2026-03-30" });
  expect(lastDays(1, new Date(2026, 9, 25, 23, 59))).toEqual({ from: "2026-10-25", to: "2026-10-25" });
  const now = new Date("2026-03-03T12:00:00Z");
  expect([formatAgo("2026-03-03T11:59:00Z", now), formatAgo("2026-03-02T12:00:00Z", now), formatAgo("2026-03-01T12:00:00Z", now)]).toEqual(["1 min", "24 h", "2 days"]);
});
