import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { Me, ProductionMonth } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { MonthsPage } from "@/features/months/MonthsPage";
import { figureOf } from "@/features/months/sheet";

import { openDialogs } from "./dialogs";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const SITE = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Nordvind A", code: "NV-A", timeZone: "Europe/Oslo", status: "active" };
const ENGINEER: Me = { ...ANN, permissions: ["reports:read", "reports:review", "sites:read"] };
const MONTH: ProductionMonth = {
  siteId: SITE.id, well: "NV-2", month: "2026-05", state: "reopened", closedAt: "2026-06-02T08:00:00.000Z", closedBy: "U1", reopenedAt: "2026-06-03T08:00:00.000Z",
  sheet: { hoursOnStream: 744, oil: { value: 1000, unit: "bbl" }, gas: null, water: { value: 0, unit: "Sm3" }, waterInjected: null, gasInjected: null },
  totals: { hoursOnStream: 744, oil: 158.987294928, gas: null, water: 0, waterInjected: null, gasInjected: null },
  reports: [{ day: "2026-05-01", reportId: "R1", revision: 1, receipt: "a".repeat(64) }],
};

function page(answers: Parameters<typeof anApi>[0], me = ENGINEER) {
  const wells = answered({ items: [{ id: "W", name: "NV-2", siteId: SITE.id, roles: [], status: "active", createdAt: "", updatedAt: "", etag: "v1" }], nextCursor: null });
  const api = anApi({ list_sites: answered({ items: [SITE], nextCursor: null }), list_wells: wells, list_production_months: answered({ items: [MONTH], nextCursor: null }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/months" element={<MonthsPage />} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path: "/months" },
  );
  return { ...api, person };
}

it("shows what a month was closed with, beside what its days add up to", async () => {
  const { asked, person } = page({});
  const row = await screen.findByRole("list", { name: "Months" });
  expect(await within(row).findByText(/Nordvind A · closed by you/)).toBeInTheDocument();
  expect(within(row).getByText("Reopened")).toBeInTheDocument();
  const cellsOf = (name: string) => within(within(row).getByRole("row", { name: new RegExp(`^${name} [\\d–]`), hidden: true })).getAllByRole("cell", { hidden: true }).map((cell) => cell.textContent);
  expect(cellsOf("Oil")).toEqual(["1,000 bbl", "158.987294928 Sm³"]);
  expect(cellsOf("Gas")).toEqual(["–", "–"]);
  expect(cellsOf("Water")).toEqual(["0 Sm³", "0 Sm³"]);
  expect(within(row).getByRole("link", { name: "May 1, 2026", hidden: true })).toHaveAttribute("href", "/reports/R1");
  await person.selectOptions(screen.getByLabelText("State"), "closed");
  await screen.findByRole("list", { name: "Months" });
  expect(asked.filter(({ operation }) => operation === "list_production_months").at(-1)?.query).toMatchObject({ state: "closed", sort: "-month" });
});

it("closes a month: what is left empty was not measured, what is 0 was", async () => {
  const { person, bodies } = page({ close_production_month: answered(MONTH) });
  await person.click(await screen.findByRole("button", { name: "Close a month" }));
  await person.type(screen.getByLabelText(/^Well/), "NV-2");
  await person.type(within(screen.getByRole("dialog")).getByLabelText(/^Month/), "2026-05");
  await person.type(screen.getByLabelText("Hours on stream"), "744");
  await person.type(screen.getByLabelText("Oil"), "x");
  expect(screen.getByText("This is no number")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Close it" }));
  expect(bodies("close_production_month")).toEqual([]);
  await person.clear(screen.getByLabelText(/^Oil/));
  await person.type(screen.getByLabelText("Oil"), "1 000,5");
  await person.selectOptions(screen.getByLabelText("Unit of Oil"), "bbl");
  await person.type(screen.getByLabelText("Water"), "0");
  await person.click(screen.getByRole("button", { name: "Close it" }));
  expect(await screen.findByText("2026-05 of NV-2 is closed.")).toBeInTheDocument();
  expect(bodies("close_production_month")).toEqual([
    { siteId: SITE.id, well: "NV-2", month: "2026-05", sheet: { hoursOnStream: 744, oil: { value: 1000.5, unit: "bbl" }, gas: null, water: { value: 0, unit: "Sm3" }, waterInjected: null, gasInjected: null } },
  ]);
});

it("names the days that are in the way, leads to their reports, and says which figure differs", async () => {
  const incomplete = aProblem("month_incomplete", 409, { detail: "Every day of the month needs an approved report.", errors: [{ field: "2026-02-03", code: "draft", message: "the report of this day is a draft" }] });
  const differs = aProblem("month_differs", 409, { detail: "The days of the month do not add up to the sheet.", errors: [{ field: "sheet.oil", code: "differs", message: "the days add up to 12 Sm3, the sheet says nothing, which is not 0" }] });
  const { person } = page({ close_production_month: [incomplete, differs] });
  await person.click(await screen.findByRole("button", { name: "Close a month" }));
  await person.type(screen.getByLabelText(/^Well/), "NV-2");
  await person.type(within(screen.getByRole("dialog")).getByLabelText(/^Month/), "2026-02");
  await person.click(screen.getByRole("button", { name: "Close it" }));
  expect(await screen.findByText("Feb 3, 2026: the report of this day is a draft")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Show the reports of this month" })).toHaveAttribute("href", `/reports?type=daily_production&siteId=${SITE.id}&subject=NV-2&dayFrom=2026-02-01&dayTo=2026-02-28&sort=day`);
  await person.click(screen.getByRole("button", { name: "Close it" }));
  expect(await screen.findByText(/the days add up to 12 Sm3/)).toBeInTheDocument();
  expect(screen.getByLabelText(/^Oil/)).toHaveFocus();
});

it("lets who may not review close nothing", async () => {
  page({ list_production_months: answered({ items: [], nextCursor: null }) }, { ...ENGINEER, permissions: ["reports:read", "sites:read"] });
  expect(await screen.findByText("No month was closed yet")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Close a month" })).toBeNull();
});

it("reads figures as people write them", () => {
  expect([figureOf(""), figureOf(" 12,5 "), figureOf("1\u00a0234.5"), figureOf("twelve"), figureOf("0")]).toEqual([null, 12.5, 1234.5, undefined, 0]);
});
