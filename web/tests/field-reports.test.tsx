import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";

import { momentAt } from "@/features/reports/form/payload";
import { newId } from "@/reports/ids";

import { openDialogs } from "./dialogs";
import { aReport, ID, page, SITE } from "./fieldReport";
import { answered, aProblem } from "./people";

openDialogs();

it("lists reports with what the address asks for, and narrows them down", async () => {
  const { person, asked } = page({ list_reports: answered({ items: [aReport({ warnings: 2 })], nextCursor: null }) }, "/reports?state=submitted");
  const list = await screen.findByRole("list", { name: "Reports" });
  expect(await within(list).findByRole("link", { name: "Daily production · NV-2" })).toBeInTheDocument();
  expect(within(list).getByText("2 warnings")).toBeInTheDocument();
  await person.click(screen.getByRole("checkbox", { name: "Waits for a decision" }));
  await screen.findByRole("list", { name: "Reports" });
  const queries = asked.filter(({ operation }) => operation === "list_reports").map(({ query }) => query);
  expect(queries[0]).toMatchObject({ state: "submitted", sort: "-day" });
  expect(queries.at(-1)).toMatchObject({ state: "submitted", awaiting: true });
});

it("sends back what a reviewer marked, and shows what a revision changed", async () => {
  const { person, bodies } = page({ decide_report: answered(aReport({ state: "changes_requested" })) }, `/reports/${ID}`);
  await person.click(await screen.findByRole("button", { name: "Changes since revision 1" }));
  const changes = await screen.findByRole("list", { name: "Changes of revision 2" });
  expect(within(changes).getByText("Changed: Uptime: Hours on stream")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Mark Hours on stream" }));
  await person.type(screen.getByLabelText(/^What is wrong with Hours on stream/), "The log says 23.");
  await person.click(screen.getByRole("button", { name: "Mark" }));
  expect(screen.getByRole("button", { name: "Approve" })).toBeDisabled();
  await person.click(screen.getByRole("button", { name: "Send back" }));
  expect(bodies("decide_report")).toEqual([{ revision: 2, decision: "request_changes", comment: null, marks: [{ address: "/uptime/hoursOnStream", comment: "The log says 23." }] }]);
});

it("lets nobody approve their own, and shows those who only read nothing to decide", async () => {
  page({ get_report: answered(aReport({ submittedBy: "U1" })) }, `/reports/${ID}`);
  expect(await screen.findByRole("button", { name: "Approve" })).toBeDisabled();
  expect(screen.getByText(/You submitted it yourself/)).toBeInTheDocument();
});

it("shows an author the marked fields, what the rules say while they write, and submits with a receipt", async () => {
  const review = { revision: 2, reviewerId: "U8", begunAt: null, decision: "request_changes" as const, comment: "See the hours.", marks: [{ address: "/uptime/hoursOnStream", comment: "The log says 23." }], decidedAt: null, reopened: false };
  const came = aReport({ state: "changes_requested", review });
  const { person, bodies, asked } = page({ get_report: answered(came), put_report_revision: answered({ reportId: ID, revision: 3 }) }, `/reports/${ID}`);
  expect(await screen.findByText("The log says 23.")).toBeInTheDocument();
  expect(screen.getByText(/One field is marked below/)).toBeInTheDocument();
  const hours = screen.getByLabelText(/^Hours on stream/);
  await person.clear(hours);
  await person.type(hours, "30");
  expect((await screen.findAllByText("30 hours on stream do not fit into a day of 24 h.")).length).toBeGreaterThan(0);
  await person.click(screen.getByRole("button", { name: "Submit" }));
  expect(bodies("put_report_revision")).toEqual([]);
  await person.clear(hours);
  await person.type(hours, "22,5");
  await person.selectOptions(screen.getByLabelText("Unit of Oil"), "Sm3");
  await person.click(screen.getByRole("button", { name: "Submit" }));
  await screen.findByText("Submitted.");
  const [sent] = bodies("put_report_revision") as [{ basedOn: number; receipt: string; payload: Record<string, Record<string, unknown>> }];
  expect(sent.basedOn).toBe(3);
  expect(sent.receipt).toMatch(/^[0-9a-f]{64}$/);
  expect(sent.payload.uptime?.hoursOnStream).toBe(22.5);
  expect(sent.payload.volumes?.oil).toMatchObject({ unit: "Sm3" });
  expect(asked.find(({ operation }) => operation === "put_report_revision")?.path).toEqual({ report_id: ID, number: 3 });
});

it("keeps what was typed when somebody else changed the same field", async () => {
  const { person } = page({ get_report: answered(aReport({ state: "draft", revision: 0 })), put_report: aProblem("edit_conflict", 409, { detail: "Somebody else changed the same fields meanwhile." }) }, `/reports/${ID}`);
  const reason = await screen.findByLabelText(/^Reason for downtime/);
  await person.clear(reason);
  await person.type(reason, "Ice");
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/Somebody else changed the same fields/)).toBeInTheDocument();
  expect(reason).toHaveValue("Ice");
});

it("begins a report with what the last one left, or opens the one there is", async () => {
  const none = answered({ items: [], nextCursor: null });
  const { person, bodies } = page({ list_reports: none, put_report: answered(aReport({ state: "draft" })) }, "/reports");
  await person.click(await screen.findByRole("button", { name: "New report" }));
  await person.type(screen.getByLabelText(/^Day/), "2026-05-04");
  await person.type(within(screen.getByRole("dialog")).getByLabelText(/^Well/), "NV-2");
  await person.click(screen.getByRole("button", { name: "Begin" }));
  expect(await screen.findByRole("heading", { name: /^Daily production · NV-2/ })).toBeInTheDocument();
  expect(bodies("put_report")).toMatchObject([{ type: "daily_production", version: 1, siteId: SITE.id, day: "2026-05-04", basedOn: 0 }]);
});

it("writes moments with the offset of the site's zone", () => {
  expect(momentAt("Europe/Oslo", "2026-07-01T06:00")).toBe("2026-07-01T06:00+02:00");
  expect(momentAt("Europe/Oslo", "2026-10-25T02:30")).toBe("2026-10-25T02:30+02:00");
  expect(momentAt("America/Chicago", "2026-01-01T05:00")).toBe("2026-01-01T05:00-06:00");
});

it("makes ids in the order of time", () => {
  expect(newId()).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  expect(newId(1).slice(0, 10) < newId(32).slice(0, 10)).toBe(true);
});
