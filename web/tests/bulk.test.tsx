import { screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { BulkOperation, BulkPreview, BulkResult, Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { BulkBar, type Chosen } from "@/features/bulk/BulkBar";
import { ImportPage } from "@/features/bulk/ImportPage";
import { faultOf, mappingOf, suggested } from "@/features/bulk/mapping";
import { OperationPage } from "@/features/bulk/OperationPage";
import { wordsOfValue } from "@/features/bulk/words";

import { openDialogs } from "./dialogs";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const ID = "01HZZZZZZZZZZZZZZZZZZZZZ01";
const WRITER: Me = { ...ANN, permissions: ["documents:read", "documents:write", "documents:delete", "sites:read"] };
const RUN: BulkOperation = {
  id: "01HZZZZZZZZZZZZZZZZZZZZZ21",
  action: { type: "tag", add: ["audit"], remove: [] },
  dryRun: true,
  state: "finished",
  done: 2,
  total: 2,
  percent: 100,
  outcomes: { done: 1, refused: 1 },
  failure: null,
  carriesOut: null,
  carriedOutBy: null,
  createdAt: "2026-01-01T00:00:00Z",
  createdBy: "U1",
  startedAt: null,
  finishedAt: null,
  cancelledBy: null,
};
const RESULT: BulkResult = {
  line: null,
  documentId: ID,
  title: "Emergency response plan",
  outcome: "refused",
  changes: [{ field: "tags", before: [], after: ["audit"] }],
  errors: [{ column: null, field: null, code: "under_hold", message: "It is under legal hold.", value: null }],
  at: "2026-01-01T00:00:00Z",
};
const PREVIEW: BulkPreview = { revision: 3, encoding: "utf-8", delimiter: ";", columns: ["No", "Name", "Depth"], rows: [["A-1", "Plan", "12"]], mapping: { Name: "title" }, key: { column: "No", is: "number" } };

function page(children: ReactNode, answers: Parameters<typeof anApi>[0], { path = "/", me = WRITER } = {}) {
  const api = anApi({ list_sites: answered({ items: [], nextCursor: null }), list_bulk_results: answered({ items: [RESULT], nextCursor: null }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/bulk/:operationId" element={<OperationPage />} />
        <Route path="*" element={children} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path },
  );
  return { ...api, person };
}

function bar(chosen: Chosen, { trashed = false, canMeanAll = false, me = WRITER } = {}) {
  const pressed: string[] = [];
  const shown = page(<BulkBar chosen={chosen} trashed={trashed} canMeanAll={canMeanAll} onAll={() => pressed.push("all")} onClear={() => pressed.push("none")} />, { create_bulk_operation: answered({ ...RUN, state: "queued" }), get_bulk_operation: answered(RUN) }, { me });
  return { ...shown, pressed };
}

it("offers what the person may do with documents of this list, and nothing while none is chosen", () => {
  bar({ ids: [ID] });
  const offered = within(screen.getByRole("region", { name: "Chosen documents" })).getAllByRole("button");
  expect(offered.map((button) => button.textContent)).toEqual(["Choose none", "Tags…", "Site…", "Discipline…", "Trash…"]);
});

it("offers to bring back what is in the trash", () => {
  bar({ ids: [ID] }, { trashed: true });
  expect(screen.getByRole("button", { name: "Restore…" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Trash…" })).toBeNull();
});

it("is not there while nothing is chosen", () => {
  bar({ ids: [] });
  expect(screen.queryByRole("region", { name: "Chosen documents" })).toBeNull();
});

it("chooses everything that matches when all on show are chosen and there are more", async () => {
  const { person, pressed } = bar({ ids: [ID] }, { canMeanAll: true });
  await person.click(screen.getByRole("button", { name: "Choose everything that matches" }));
  expect(pressed).toEqual(["all"]);
});

it("begins with a trial over the documents that were chosen", async () => {
  const { person, bodies } = bar({ ids: [ID] });
  await person.click(screen.getByRole("button", { name: "Tags…" }));
  expect(screen.getByRole("button", { name: "Try it" })).toBeDisabled();
  await person.type(screen.getByLabelText("All of them get"), "Audit{Enter}");
  await person.click(screen.getByRole("button", { name: "Try it" }));
  await screen.findByText("Trial: nothing changes");
  expect(bodies("create_bulk_operation")).toEqual([{ action: { type: "tag", add: ["audit"], remove: [] }, selection: { ids: [ID] }, dryRun: true }]);
});

it("means everything that matches by what the list was narrowed to", async () => {
  const { person, bodies } = bar({ query: { trashed: false, tag: "pumps" } });
  await person.click(screen.getByRole("button", { name: "Trash…" }));
  await person.click(screen.getByRole("button", { name: "Try it" }));
  await screen.findByText("Trial: nothing changes");
  expect(bodies("create_bulk_operation")).toEqual([{ action: { type: "trash" }, selection: { query: { trashed: false, tag: "pumps" } }, dryRun: true }]);
});

it("says of each document what would become of it and why, and carries the trial out", async () => {
  const work = { ...RUN, id: "01HZZZZZZZZZZZZZZZZZZZZZ22", dryRun: false, carriesOut: RUN.id };
  const { person, asked } = page(null, { get_bulk_operation: [answered(RUN), answered(work)], carry_out_bulk_operation: answered(work) }, { path: `/bulk/${RUN.id}` });
  const row = within(await screen.findByRole("list", { name: "Results" })).getByRole("listitem");
  expect(row).toHaveTextContent("tags: nothing → audit");
  expect(row).toHaveTextContent("It is under legal hold.");
  expect(row).toHaveTextContent("Would be refused");
  await person.click(screen.getByRole("button", { name: "Carry it out for 1 document" }));
  await waitFor(() => expect(screen.getByRole("link", { name: "The trial before" })).toBeVisible()); // the page changes its address meanwhile
  expect(screen.queryByRole("button", { name: /^Carry it out/ })).toBeNull();
  expect(asked.find((call) => call.operation === "carry_out_bulk_operation")?.path).toEqual({ operation_id: RUN.id });
});

it("stops what is under way, and shows what was done", async () => {
  const going = { ...RUN, dryRun: false, state: "running", done: 1, percent: 50 } as const;
  const { person } = page(null, { get_bulk_operation: [answered(going), answered({ ...going, state: "cancelled" })], cancel_bulk_operation: answered({ ...going, state: "cancelled" }) }, { path: `/bulk/${RUN.id}` });
  expect(await screen.findByRole("progressbar")).toHaveAttribute("aria-valuenow", "50");
  await person.click(screen.getByRole("button", { name: "Stop" }));
  expect(await screen.findByText("Cancelled")).toBeVisible();
  expect(await screen.findByRole("list", { name: "Results" })).toBeVisible();
});

it("reads a table as its names suggest, and says what is missing", () => {
  const reading = suggested(PREVIEW);
  expect(mappingOf(reading)).toEqual({ Name: "title" });
  expect(faultOf(reading)).toBeNull();
  expect(faultOf({ ...reading, targets: {} })).toMatch(/at least one column/);
  expect(faultOf({ ...reading, targets: { Name: "title", Depth: "title" } })).toMatch(/Two columns say title/);
  expect(faultOf({ ...reading, targets: { Depth: "fields." } })).toMatch(/no key/);
  expect(mappingOf({ ...reading, targets: { No: "number", Name: "title" } })).toEqual({ Name: "title" });
});

it("tries an import with the columns as the person says", async () => {
  const { person, bodies } = page(<ImportPage uploadButton={null} onSeen={() => undefined} />, { preview_bulk_import: answered(PREVIEW), create_bulk_import: answered(RUN), get_bulk_operation: answered(RUN) }, { path: `/import?document=${ID}` });
  await person.selectOptions(await screen.findByLabelText("What Depth says"), "A custom field…");
  expect(screen.getByRole("button", { name: "Try it" })).toBeDisabled();
  await person.type(screen.getByLabelText("Key of the field that Depth says"), "depth");
  await person.selectOptions(screen.getByLabelText("An empty cell"), "takes the value away");
  await person.click(screen.getByRole("button", { name: "Try it" }));
  await screen.findByText("Trial: nothing changes");
  expect(bodies("create_bulk_import")).toEqual([{ documentId: ID, revision: 3, key: { column: "No", is: "number" }, mapping: { Name: "title", Depth: "fields.depth" }, blank: "clear", dryRun: true }]);
});

it("says why a file is no table, and lets choose another", async () => {
  const { person } = page(<ImportPage uploadButton={null} onSeen={() => undefined} />, { preview_bulk_import: aProblem("not_a_table", 409, { title: "The file is not a table" }), list_documents: answered({ items: [], nextCursor: null }) }, { path: `/import?document=${ID}` });
  await screen.findByText("The file is not a table");
  await person.click(screen.getByRole("button", { name: "Choose another table" }));
  expect(await screen.findByLabelText("Find documents")).toBeVisible();
});

it.each([
  [null, "nothing"],
  [[], "nothing"],
  [["a", "b"], "a, b"],
  [{ value: 12, unit: "bar", si: 1_200_000 }, "12 bar"],
  [false, "false"],
])("says %j in words", (value, words) => expect(wordsOfValue(value)).toBe(words));
