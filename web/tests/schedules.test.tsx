import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { ExportSchedule, Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { cronOf, rhythmInWords, rhythmOf } from "@/features/exports/rhythm";
import { SchedulesPage } from "@/features/exports/SchedulesPage";

import { openDialogs } from "./dialogs";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const SITE = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Nordvind A", code: "NV-A", timeZone: "Europe/Oslo", status: "active" };
const ENGINEER: Me = { ...ANN, permissions: ["reports:read", "sites:read", "exports:request", "exports:schedule"] };
const SCHEDULE: ExportSchedule = {
  id: "01HZZZZZZZZZZZZZZZZZZZZZ81", etag: "v1", name: "Morning report", cron: "0 7 * * 1-5", siteId: SITE.id, period: "day", format: "pdf", units: "entered", zone: null, bom: false, title: "",
  filter: { types: ["daily_drilling"], siteIds: [SITE.id], states: [], subject: null, firstDay: null, lastDay: null, reportIds: [] },
  onlyApproved: true, recipients: ["engineer", "viewer"], enabled: true, ownerId: "U1", nextAt: "2026-05-05T05:00:00.000Z", createdAt: "2026-05-01T00:00:00.000Z", updatedAt: "2026-05-01T00:00:00.000Z",
  lastRun: { dueAt: "2026-05-04T05:00:00.000Z", outcome: "skipped", reason: "not_approved", waiting: 2, exportId: null },
};

function page(answers: Parameters<typeof anApi>[0]) {
  const api = anApi({ list_sites: answered({ items: [SITE], nextCursor: null }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(ENGINEER));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/exports/schedules" element={<SchedulesPage />} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path: "/exports/schedules" },
  );
  return { ...api, person };
}

const listed = (...items: ExportSchedule[]) => answered({ items, nextCursor: null });

it("shows when schedules are due by the clock of their site, and how they went last", async () => {
  const begun: ExportSchedule = { ...SCHEDULE, id: "01HZZZZZZZZZZZZZZZZZZZZZ82", name: "Month", enabled: false, nextAt: null, recipients: [], lastRun: { dueAt: "2026-05-01T05:00:00.000Z", outcome: "begun", reason: null, waiting: 0, exportId: "E9" } };
  page({ list_export_schedules: listed(SCHEDULE, begun) });
  const list = await screen.findByRole("list", { name: "Schedules" });
  const [first, second = list] = within(list).getAllByRole("listitem");
  expect(await screen.findAllByText(/Monday to Friday at 07:00, by the clock of Nordvind A/)).toHaveLength(2);
  expect(first).toHaveTextContent(/Next .*0?7:00/); // 05:00 in UTC
  expect(first).toHaveTextContent("it was left out: 2 reports were not approved yet");
  expect(first).toHaveTextContent("In the name of you · letters to engineers and viewers");
  expect(within(second).getByText("Paused")).toBeInTheDocument();
  expect(within(second).getByRole("link", { name: "Open the export" })).toHaveAttribute("href", "/exports/E9");
});

it("makes one", async () => {
  const { person, bodies } = page({ list_export_schedules: listed(), create_export_schedule: answered(SCHEDULE) });
  expect(await screen.findByText("No schedules yet")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "New schedule" }));
  await person.type(screen.getByRole("textbox", { name: /^Name/ }), "Week");
  await person.selectOptions(screen.getByLabelText("How often"), "weekly");
  await person.selectOptions(screen.getByLabelText("On"), "Sunday");
  await person.selectOptions(screen.getByLabelText("By the clock of"), SITE.id);
  await person.selectOptions(screen.getByLabelText("Reports of"), "week");
  await person.click(screen.getByRole("checkbox", { name: "Operators" }));
  await person.click(screen.getByRole("button", { name: "Make it" }));
  expect(await screen.findByText("No schedules yet")).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(bodies("create_export_schedule")).toEqual([
    { format: "pdf", units: "entered", zone: null, bom: false, title: "", name: "Week", cron: "0 7 * * 0", siteId: SITE.id, period: "week", filter: { types: [], siteIds: [], states: [], subject: null }, onlyApproved: true, recipients: ["operator"], enabled: true },
  ]);
});

it("shows what somebody else made of it meanwhile, and saves over that", async () => {
  const theirs = { ...SCHEDULE, name: "Morning", etag: "v2" };
  const { person, bodies, asked } = page({ list_export_schedules: listed(SCHEDULE), get_export_schedule: answered(theirs), replace_export_schedule: [aProblem("stale_version", 412), answered(theirs)] });
  await person.click(await screen.findByRole("button", { name: "Edit Morning report" }));
  await person.click(screen.getByRole("button", { name: "Save" }));
  await person.click(await screen.findByRole("button", { name: "Show the current version" }));
  expect(await screen.findByDisplayValue("Morning")).toBeInTheDocument();
  await person.selectOptions(screen.getByLabelText("How often"), "other");
  await person.clear(screen.getByLabelText(/^When/));
  await person.type(screen.getByLabelText(/^When/), "30 6 1 1,7 *");
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(bodies("replace_export_schedule")).toMatchObject([{ cron: "0 7 * * 1-5" }, { cron: "30 6 1 1,7 *", name: "Morning" }]);
  expect(asked.filter(({ operation }) => operation === "replace_export_schedule").map(({ headers }) => headers)).toEqual([{ "If-Match": '"v1"' }, { "If-Match": '"v2"' }]);
});

it("pauses one and leaves everything else as it was, and deletes one", async () => {
  const { person, bodies, asked } = page({ list_export_schedules: listed(SCHEDULE), replace_export_schedule: answered({ ...SCHEDULE, enabled: false }), delete_export_schedule: answered(null) });
  await person.click(await screen.findByRole("button", { name: "Pause Morning report" }));
  expect(await screen.findByText("Morning report is paused.")).toBeInTheDocument();
  expect(bodies("replace_export_schedule")).toEqual([
    { format: "pdf", units: "entered", zone: null, bom: false, title: "", name: "Morning report", cron: "0 7 * * 1-5", siteId: SITE.id, period: "day", filter: { types: ["daily_drilling"], siteIds: [SITE.id], states: [], subject: null }, onlyApproved: true, recipients: ["engineer", "viewer"], enabled: false },
  ]);
  await person.click(screen.getByRole("button", { name: "More for Morning report" }));
  await person.click(screen.getByRole("menuitem", { name: "Delete…" }));
  await person.click(screen.getByRole("button", { name: "Delete" }));
  expect(await screen.findByText("Morning report is deleted.")).toBeInTheDocument();
  expect(asked.find(({ operation }) => operation === "delete_export_schedule")).toMatchObject({ path: { schedule_id: SCHEDULE.id }, headers: { "If-Match": '"v1"' } });
});

it("says in the form what the API refuses", async () => {
  const { person } = page({ list_export_schedules: listed(SCHEDULE), replace_export_schedule: aProblem("invalid", 422, { errors: [{ field: "cron", code: "value_error", message: "must not be due more often than every hour" }] }) });
  await person.click(await screen.findByRole("button", { name: "Edit Morning report" }));
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("must not be due more often than every hour")).toBeInTheDocument();
});

it.each([
  ["0 7 * * *", "Every day at 07:00"],
  ["5 16 * * 1-5", "Monday to Friday at 16:05"],
  ["0 0 * * 7", "Every Sunday at 00:00"],
  ["30 6 28 * *", "Every month on day 28 at 06:30"],
  ["0 7 31 * *", "By the clock: 0 7 31 * *"],
  ["0 7 1 1 *", "By the clock: 0 7 1 1 *"],
  ["*/30 7 * * *", "By the clock: */30 7 * * *"],
  ["0 7 13 * 5", "By the clock: 0 7 13 * 5"],
  ["0 7,19 * * *", "By the clock: 0 7,19 * * *"],
])("says %s in words and back", (cron, words) => {
  expect(rhythmInWords(cron)).toBe(words);
  expect(cronOf(rhythmOf(cron))).toBe(cron.replace(/7$/, "0"));
});
