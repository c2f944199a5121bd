import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { Hold, Me, RetentionPolicies, RetentionRun } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { HoldPage } from "@/features/holds/HoldPage";
import { HoldsPage } from "@/features/holds/HoldsPage";
import { RetentionPage } from "@/features/retention/RetentionPage";
import { RunPage } from "@/features/retention/RunPage";
import { sentenceOf, wordsOfDays } from "@/features/retention/words";

import { openDialogs } from "./dialogs";
import { aDocument } from "./documents";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const TYPE = "01HZZZZZZZZZZZZZZZZZZZZZ11";
const KEEPER: Me = { ...ANN, permissions: ["documents:read", "retention:read", "retention:write", "holds:read", "holds:write", "document-types:read"] };
const POLICY = { name: "Certificates", typeId: TYPE, event: "createdAt", days: 3650, action: "delete" } as const;
const POLICIES: RetentionPolicies = { policies: [POLICY], updatedAt: "2026-01-01T00:00:00Z", etag: "v1" };
const RUN: RetentionRun = { id: "01HZZZZZZZZZZZZZZZZZZZZZ31", dryRun: true, state: "finished", asOf: "2026-01-01T00:00:00Z", lookedAt: 3, createdAt: "2026-01-01T00:00:00Z", createdBy: "U1", finishedAt: null, policies: [POLICY], outcomes: { would_delete: 2, kept_by_hold: 1 } };
const HOLD: Hold = { id: "01HZZZZZZZZZZZZZZZZZZZZZ41", name: "Kick on DE-12", reason: "An inquiry", state: "open", createdAt: "2026-01-01T00:00:00Z", createdBy: "U1", updatedAt: "2026-01-01T00:00:00Z", closedAt: null, closedBy: null, etag: "v1" };
const HELD = { id: aDocument().id, title: "Emergency response plan", siteId: null, trashedAt: null, holds: [HOLD.id], storage: "in_place" };
const none = answered({ items: [], nextCursor: null });

function page(answers: Parameters<typeof anApi>[0], path: string, me = KEEPER) {
  const api = anApi({ list_document_types: answered({ items: [{ id: TYPE, name: "Certificate", status: "active" }], nextCursor: null }), get_retention_policies: answered(POLICIES), list_retention_runs: none, list_held_documents: answered({ items: [HELD], nextCursor: null }), get_hold: answered(HOLD), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/settings/retention" element={<RetentionPage />} />
        <Route path="/settings/retention/runs/:runId" element={<RunPage />} />
        <Route path="/settings/holds" element={<HoldsPage />} />
        <Route path="/settings/holds/:holdId" element={<HoldPage />} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path: `/settings/${path}` },
  );
  return { ...api, person };
}

it("says in words what a policy comes to", () => {
  expect(sentenceOf(POLICY, () => "Certificate")).toBe("Documents of the type Certificate are deleted for good 10 years after they were added. A legal hold keeps them longer.");
  expect(sentenceOf({ typeId: null, event: "trashedAt", days: 30, action: "delete" }, String)).toMatch(/^Documents of every type without a policy of its own are deleted for good 30 days after they were moved to the trash\./);
  expect([wordsOfDays(1), wordsOfDays(365), wordsOfDays(366)]).toEqual(["1 day", "1 year", "366 days"]);
});

it("saves all policies as one list, counted in years or days", async () => {
  const { person, bodies, asked } = page({ replace_retention_policies: answered({ ...POLICIES, etag: "v2" }) }, "retention");
  await person.click(await screen.findByRole("button", { name: "Add a policy" }));
  const [, name] = screen.getAllByLabelText(/^Name/);
  await person.type(name ?? document.body, "Rest");
  const [, unit] = screen.getAllByLabelText(/^Counted in/);
  await person.selectOptions(unit ?? document.body, "days");
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/They count from the next run on/);
  expect(bodies("replace_retention_policies")).toEqual([{ policies: [POLICY, { name: "Rest", typeId: null, event: "createdAt", days: 3650, action: "trash" }] }]);
  expect(asked.find((call) => call.operation === "replace_retention_policies")?.headers).toEqual({ "If-Match": '"v1"' });
});

it("loses no policy somebody typed when another list was saved meanwhile", async () => {
  const { person, bodies } = page({ get_retention_policies: [answered(POLICIES), answered({ ...POLICIES, etag: "v2" })], replace_retention_policies: [aProblem("stale_version", 412), answered({ ...POLICIES, etag: "v3" })] }, "retention");
  await person.clear(await screen.findByLabelText(/^Name/));
  await person.type(screen.getByLabelText(/^Name/), "Mine");
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/Somebody changed this/);
  expect(screen.getByLabelText(/^Name/)).toHaveValue("Mine");
  await person.click(screen.getByRole("button", { name: "Save mine all the same" }));
  await screen.findByText(/They count from/);
  expect(bodies("replace_retention_policies").at(-1)).toMatchObject({ policies: [{ name: "Mine" }] });
});

it("says at the policy what was refused", async () => {
  const { person } = page({ replace_retention_policies: aProblem("invalid", 422, { errors: [{ field: "policies[0].typeId", code: "unknown", message: "no such type" }] }) }, "retention");
  await person.click(await screen.findByRole("button", { name: "Save" }));
  expect(await screen.findByText("no such type")).toBeVisible();
  expect(screen.getByLabelText(/^For/)).toHaveFocus();
});

it("begins a dry run, and says what would become of which document", async () => {
  const row = { documentId: aDocument().id, title: "Old certificate", siteId: null, outcome: "kept_by_hold", policy: POLICY, dueAt: "2026-01-01T00:00:00Z", holds: [HOLD.id], updatedAt: "2026-01-01T00:00:00Z" };
  const { person, bodies } = page({ create_retention_run: answered(RUN), get_retention_run: answered(RUN), list_retention_rows: answered({ items: [row], nextCursor: null }) }, "retention");
  await person.click(await screen.findByRole("button", { name: "Begin a dry run" }));
  const rows = await screen.findByRole("list", { name: "Documents" });
  expect(within(rows).getByRole("listitem")).toHaveTextContent(/Old certificateCertificates · due .* · 1 caseKept by a legal hold/);
  expect(screen.getByText("Would be deleted").nextSibling).toHaveTextContent("2");
  expect(bodies("create_retention_run")).toEqual([{ dryRun: true }]);
});

it("only shows policies and cases to those who may not change them", async () => {
  page({}, "retention", { ...KEEPER, permissions: ["retention:read", "document-types:read"] });
  expect(await screen.findByLabelText(/^Name/)).toBeDisabled();
  for (const name of ["Save", "Add a policy", "Begin a dry run"]) expect(screen.queryByRole("button", { name })).toBeNull();
});

it("opens a case and leads to it", async () => {
  const { person, bodies } = page({ list_holds: none, create_hold: answered(HOLD) }, "holds");
  await person.click(await screen.findByRole("button", { name: "Open a case" }));
  await person.type(screen.getByLabelText(/^Name/), "Kick on DE-12");
  await person.type(screen.getByLabelText(/^Reason/), "An inquiry");
  await person.click(screen.getByRole("button", { name: "Open the case" }));
  expect(await screen.findByText("The storage refuses to delete it, too")).toBeVisible();
  expect(bodies("create_hold")).toEqual([{ name: "Kick on DE-12", reason: "An inquiry" }]);
});

it("adds a document to a case, and takes one out after asking", async () => {
  const other = aDocument({ id: "01HZZZZZZZZZZZZZZZZZZZZZ02", title: "Lifting register" });
  const { person, asked } = page({ list_documents: answered({ items: [aDocument(), other], nextCursor: null }), hold_document: answered({ ...HELD, id: other.id }), release_document: answered(undefined) }, `holds/${HOLD.id}`);
  await person.click(await screen.findByRole("button", { name: "Add documents…" }));
  expect(await screen.findByText("in the case")).toBeVisible();
  await person.click(screen.getByRole("button", { name: "Add Lifting register" }));
  await person.click(screen.getByRole("button", { name: "Close" }));
  await person.click(await screen.findByRole("button", { name: /^Take Emergency/ }));
  await person.click(screen.getByRole("button", { name: "Take it out" }));
  await screen.findByText(/is no longer held/);
  expect(asked.filter(({ operation }) => operation === "hold_document" || operation === "release_document").map(({ path }) => path)).toEqual([
    { hold_id: HOLD.id, document_id: other.id },
    { hold_id: HOLD.id, document_id: HELD.id },
  ]);
});

it("closes a case after saying what that means", async () => {
  const { person, asked } = page({ get_hold: [answered(HOLD), answered({ ...HOLD, state: "closed" })], close_hold: answered({ ...HOLD, state: "closing" }) }, `holds/${HOLD.id}`);
  await person.click(await screen.findByRole("button", { name: "Close the case…" }));
  expect(screen.getByRole("dialog")).toHaveTextContent("this cannot be undone");
  await person.click(screen.getByRole("button", { name: "Close the case" }));
  expect(await screen.findByText("Closed")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Add documents…" })).toBeNull();
  expect(asked.some(({ operation }) => operation === "close_hold")).toBe(true);
});
