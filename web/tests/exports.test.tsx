import { act, renderHook, screen, waitFor, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it, vi } from "vitest";

import type { Export, Me } from "@/api/types";
import { Reports } from "@/app/Reports";
import { ToastProvider } from "@/components/Toasts";
import { useLookAgain } from "@/components/useLookAgain";
import { ExportPage } from "@/features/exports/ExportPage";
import { ExportsPage } from "@/features/exports/ExportsPage";
import { periodOf } from "@/features/exports/words";

import { openDialogs } from "./dialogs";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const SITE = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Nordvind A", code: "NV-A", timeZone: "Europe/Oslo", status: "active" };
const READER: Me = { ...ANN, permissions: ["reports:read", "sites:read", "exports:request"] };
const ID = "01HZZZZZZZZZZZZZZZZZZZZZ71";
const SHA = "ab".repeat(32);

function anExport(more: Partial<Export> = {}): Export {
  return {
    id: ID, state: "ready", percent: 100, done: 31, total: 31, format: "xlsx", units: "field", zone: null, title: "May", dataAsOf: "2026-06-01T06:00:00.000Z",
    filter: { types: ["daily_production"], siteIds: [SITE.id], states: ["approved"], subject: null, firstDay: "2026-05-01", lastDay: "2026-05-31", reportIds: [] },
    fileName: "May-20260601.xlsx", sizeBytes: 48_200, sha256: SHA, receiptsSha256: "cd".repeat(32), rows: { "Daily production": 31 }, failure: null, scheduleId: null,
    createdAt: "2026-06-01T05:59:00.000Z", createdBy: "U1", finishedAt: "2026-06-01T06:00:10.000Z", expiresAt: "2026-06-08T06:00:10.000Z", ...more,
  };
}

const RUNNING = anExport({ state: "running", percent: 40, done: 120, total: 300, fileName: null, sizeBytes: 0, sha256: null, receiptsSha256: null, rows: {}, finishedAt: null, expiresAt: null });
const page1 = (...items: Export[]) => answered({ items, nextCursor: null });

function page(answers: Parameters<typeof anApi>[0], path = "/exports", me = READER) {
  const api = anApi({ list_sites: answered({ items: [SITE], nextCursor: null }), list_report_types: answered({ items: [], etag: "t" }), list_reports: answered({ items: [], nextCursor: null }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/reports" element={<Reports />} />
        <Route path="/exports" element={<ExportsPage />} />
        <Route path="/exports/:exportId" element={<ExportPage />} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path },
  );
  return { ...api, person };
}

/** Where the browser was sent to download. */
function downloads(): string[] {
  const urls: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    urls.push(this.href);
  });
  return urls;
}

const SIGNED = answered({ fileName: "May-20260601.xlsx", sizeBytes: 48_200, sha256: SHA, url: "https://blob.test/file?sig=1", manifestUrl: "https://blob.test/manifest?sig=1", expiresAt: "2026-06-01T07:00:00Z" });

it("lists what was asked for with how far it is, and cancels what is under way", async () => {
  const failed = anExport({ id: "01HZZZZZZZZZZZZZZZZZZZZZ72", title: "Everything", state: "failed", failure: { code: "too_many", message: "More reports match than one export may hold." }, expiresAt: null });
  const { person, asked } = page({ list_exports: page1(RUNNING, failed), cancel_export: answered(anExport({ state: "cancelled" })) });
  const list = await screen.findByRole("list", { name: "Exports" });
  expect(within(list).getByRole("progressbar", { name: "Progress of May" })).toHaveAttribute("aria-valuenow", "40");
  expect(within(list).getByText("40% · 120 of 300 reports")).toBeInTheDocument();
  expect(within(list).getByText("More reports match than one export may hold.")).toBeInTheDocument();
  expect(within(list).queryByRole("button", { name: /Download/ })).toBeNull();
  await person.click(within(list).getByRole("button", { name: "Cancel May" }));
  expect(await screen.findByText("The export was cancelled.")).toBeInTheDocument();
  expect(asked.find(({ operation }) => operation === "cancel_export")?.path).toEqual({ export_id: ID });
});

it("looks again by itself until an export is ready", async () => {
  const { asked } = page({ list_exports: [page1(RUNNING), page1(RUNNING), page1(anExport())] });
  expect(await screen.findByRole("button", { name: "Download May" })).toBeInTheDocument();
  expect(asked.filter(({ operation }) => operation === "list_exports")).toHaveLength(3);
});

it("waits longer the longer nothing happens, and not at all when it is over", () => {
  const looks = { moving: true, sign: "running 1", lookedAt: 1 };
  const { result, rerender } = renderHook((seen: typeof looks) => useLookAgain(seen.moving, seen.sign, seen.lookedAt), { initialProps: looks });
  const after = (change: Partial<typeof looks>) => {
    act(() => rerender(Object.assign(looks, change)));
    return result.current;
  };
  expect(result.current).toBe(1_000);
  expect(after({ lookedAt: 2 })).toBe(1_500);
  expect(after({ lookedAt: 3 })).toBe(2_250);
  expect(after({ lookedAt: 3 })).toBe(2_250);
  expect(after({ lookedAt: 4, sign: "running 2" })).toBe(1_000);
  for (let look = 5; look < 20; look += 1) after({ lookedAt: look });
  expect(after({ lookedAt: 20 })).toBe(15_000);
  expect(after({ moving: false })).toBe(0);
});

it("says what to do while there are none, and offers to try again", async () => {
  const { person } = page({ list_exports: [aProblem("unavailable", 503), page1()] });
  await person.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("No exports yet")).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Schedules" })).toBeNull();
});

it("shows the cover of an export, and downloads file and manifest by fresh URLs", async () => {
  const urls = downloads();
  const { person, asked } = page({ get_export: answered(anExport()), get_export_download: SIGNED }, `/exports/${ID}`);
  expect(await screen.findByRole("heading", { name: "May" })).toBeInTheDocument();
  const words = { Format: "Excel", Types: "Daily production", Sites: "Nordvind A", States: "Approved", Units: "Oil field", Times: "Clock of each report's site", "Reports selected": "31", "Reports written": "31", "Rows of Daily production": "31", Size: "48.2 KB" };
  await screen.findByText("Nordvind A");
  for (const [term, value] of Object.entries(words)) expect(screen.getByText(term, { selector: "dt" }).nextSibling).toHaveTextContent(value);
  expect(screen.getByText("Complete", { selector: "dt" }).nextSibling).toHaveTextContent(/^Yes/);
  expect(screen.getByTitle(SHA)).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Copy the SHA-256 of the file" }));
  expect(await navigator.clipboard.readText()).toBe(SHA);
  await person.click(screen.getByRole("button", { name: "Download" }));
  await person.click(screen.getByRole("button", { name: "Manifest of May" }));
  expect(urls).toEqual(["https://blob.test/file?sig=1", "https://blob.test/manifest?sig=1"]);
  expect(asked.filter(({ operation }) => operation === "get_export_download")).toHaveLength(2);
});

it("tells why a file cannot be had", async () => {
  const { person } = page({ get_export: answered(anExport()), get_export_download: aProblem("export_not_ready", 409, { detail: "The file is not there: it has expired." }) }, `/exports/${ID}`);
  await person.click(await screen.findByRole("button", { name: "Download" }));
  expect(await screen.findByText("The file is not there: it has expired.")).toBeInTheDocument();
});

it("lets only whoever asked for it cancel it, and says why one failed", async () => {
  page({ get_export: answered({ ...RUNNING, createdBy: "U9" }) }, `/exports/${ID}`);
  expect(await screen.findByText("40% · 120 of 300 reports")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Cancel" })).toBeNull();
});

it("orders one again as it was, and leads to the new one", async () => {
  const other = "01HZZZZZZZZZZZZZZZZZZZZZ79";
  const failed = anExport({ state: "failed", failure: { code: "too_many", message: "More reports match." }, total: null });
  const { person, bodies } = page({ get_export: [answered(failed), answered({ ...RUNNING, id: other, title: "June" })], create_export: answered({ ...RUNNING, id: other }) }, `/exports/${ID}`);
  expect(await screen.findByRole("alert")).toHaveTextContent("More reports match.");
  await person.click(screen.getByRole("button", { name: "Order again" }));
  await person.click(screen.getByRole("button", { name: "Order it" }));
  await waitFor(() => expect(screen.getByRole("heading", { name: "June" })).toBeInTheDocument()); // the page changes its address meanwhile
  expect(bodies("create_export")).toEqual([{ format: "xlsx", units: "field", zone: null, bom: false, title: "May", filter: { types: ["daily_production"], siteIds: [SITE.id], states: ["approved"], subject: null, firstDay: "2026-05-01", lastDay: "2026-05-31", reportIds: [] } }]);
});

it("takes over what the list of reports shows", async () => {
  const { person, bodies } = page({ create_export: answered(RUNNING), get_export: answered(RUNNING) }, `/reports?type=daily_drilling&siteId=${SITE.id}&dayFrom=2026-05-01&awaiting=true`);
  await person.click(await screen.findByRole("button", { name: "Export" }));
  const dialog = screen.getByRole("dialog");
  expect(within(dialog).getByText(/an export holds everybody's/)).toBeInTheDocument();
  expect(within(dialog).getByRole("checkbox", { name: "Daily drilling" })).toBeChecked();
  expect(within(dialog).getByRole("checkbox", { name: "In review" })).toBeChecked();
  expect(await within(dialog).findByRole("checkbox", { name: /Nordvind A/ })).toBeChecked();
  await person.selectOptions(within(dialog).getByLabelText(/^Format/), "csv");
  await person.click(within(dialog).getByRole("checkbox", { name: /^For Excel/ }));
  await person.selectOptions(within(dialog).getByLabelText("Times"), "zone");
  await person.clear(within(dialog).getByLabelText(/^Time zone/));
  await person.type(within(dialog).getByLabelText(/^Time zone/), "Europe/Oslo");
  await person.click(within(dialog).getByRole("button", { name: "Order it" }));
  await screen.findByRole("heading", { name: "May" });
  expect(bodies("create_export")).toMatchObject([{ format: "csv", bom: true, zone: "Europe/Oslo", filter: { types: ["daily_drilling"], siteIds: [SITE.id], states: ["submitted", "in_review"], firstDay: "2026-05-01", lastDay: null } }]);
});

it("asks for nothing that makes no sense, and shows where the API says what is wrong", async () => {
  const { person, bodies } = page({ list_exports: page1(), create_export: aProblem("invalid", 422, { errors: [{ field: "zone", code: "unknown", message: "is no time zone" }] }) });
  await person.click(await screen.findByRole("button", { name: "New export" }));
  await person.type(screen.getByLabelText("From"), "2026-05-02");
  await person.type(screen.getByLabelText("Until"), "2026-05-01");
  await person.click(screen.getByRole("radio", { name: /^Chosen sites/ }));
  await person.click(screen.getByRole("button", { name: "Order it" }));
  expect(screen.getByText("Must not be before the first day")).toBeInTheDocument();
  expect(screen.getByText("Choose at least one site, or all")).toBeInTheDocument();
  expect(bodies("create_export")).toEqual([]);
  await person.clear(screen.getByLabelText("From"));
  await person.click(screen.getByRole("radio", { name: /^All sites/ }));
  await person.selectOptions(screen.getByLabelText("Times"), "zone");
  await person.click(screen.getByRole("button", { name: "Order it" }));
  expect(await screen.findByText("is no time zone")).toBeInTheDocument();
  expect(screen.getByLabelText(/^Time zone/)).toHaveFocus();
});

it("offers nothing to who may not export", async () => {
  page({}, "/reports", { ...READER, permissions: ["reports:read", "sites:read"] });
  expect(await screen.findByText("No reports yet")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Export" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Exports" })).toBeNull();
});

it("says periods in words", () => {
  const of = (firstDay: string | null, lastDay: string | null) => periodOf({ firstDay, lastDay });
  expect([of(null, null), of("2026-05-01", "2026-05-01"), of("2026-05-01", null), of(null, "2026-05-31"), of("2026-05-01", "2026-05-31")]).toEqual(["All days", "May 1, 2026", "From May 1, 2026", "Until May 31, 2026", "May 1, 2026 – May 31, 2026"]);
});
