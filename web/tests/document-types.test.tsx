import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { DocumentType, FieldSpec, Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { changesTo, draftOf, fieldDraftOf, keyFor, NEW_FIELD, specOf } from "@/features/document-types/draft";
import { exampleOf } from "@/features/document-types/numberPattern";
import { NewTypePage, TypePage } from "@/features/document-types/TypePage";
import { unitsByKind } from "@/format/units";
import { wordsOfField } from "@/features/document-types/words";

import { openDialogs } from "./dialogs";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const PARTS = { type: "PRC", site: "NV-A", discipline: "DR", year: 2026 };
const PRESSURE: FieldSpec = { key: "pressure", label: "Test pressure", type: "number", required: false, maxLength: null, pattern: null, unit: "bar", minimum: 0, maximum: null, earliest: null, latest: null, options: null };
const TYPE: DocumentType = {
  id: "01HZZZZZZZZZZZZZZZZZZZZZ11",
  code: "CRT",
  name: "Certificate",
  status: "active",
  version: 3,
  numberPattern: "{type}-{year}-{seq:4}",
  manualNumbers: false,
  reviewRequired: false,
  acknowledgementRequired: false,
  acknowledgementRoles: ["operator"],
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  fields: [PRESSURE],
  etag: "v3",
};
const EDITOR: Me = { ...ANN, permissions: ["documents:read", "document-types:read", "document-types:write", "sites:read"] };

function page(answers: Parameters<typeof anApi>[0], path: string, me = EDITOR) {
  const api = anApi({ list_sites: answered({ items: [], nextCursor: null }), get_disciplines: answered({ disciplines: [], etag: "v1" }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/settings/document-types/new" element={<NewTypePage />} />
        <Route path="/settings/document-types/:typeId" element={<TypePage />} />
        <Route path="/bulk/:operationId" element={<p>The operation</p>} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path: `/settings/document-types/${path}` },
  );
  return { ...api, person };
}

it("shows the first number of a pattern, and what is counted together", () => {
  expect(exampleOf("{site}/{type}.{discipline}_{year}-{seq:3}", PARTS)).toEqual({ number: "NV-A/PRC.DR_2026-001", series: "NV-A/PRC.DR_2026-…" });
});

it.each([
  ["{type}-{year}", /exactly once/],
  ["{seq:2}{seq:2}", /exactly once/],
  ["{type} {seq:4}", /“ \{seq:4\}” is neither/],
  ["{seq:9}", /neither/],
  [`${"x".repeat(60)}{seq:1}`, /more than 60/],
])("says what is wrong with the pattern %s", (pattern, fault) => {
  const example = exampleOf(pattern, PARTS);
  expect("fault" in example && example.fault).toMatch(fault);
});

it.each([
  ["Test pressure (bar)", [], "testPressureBar"],
  ["Prüfdatum", [], "prufdatum"],
  ["2nd stage", [], "ndStage"],
  ["№", [], ""],
  ["Owner", ["owner", "owner2"], "owner3"],
])("makes a key of the label %s", (label, taken, key) => expect(keyFor(label, taken)).toBe(key));

it("sends of a field only what belongs to its kind", () => {
  const typed = { ...NEW_FIELD, key: "kind", label: " Kind ", type: "choice", options: "Hot work\n\n Cold work ", maxLength: "5", unit: "bar", minimum: "1" } as const;
  expect(specOf(typed)).toMatchObject({ label: "Kind", options: ["Hot work", "Cold work"], maxLength: null, unit: null, minimum: null });
  expect(specOf(fieldDraftOf(PRESSURE))).toEqual(PRESSURE);
});

it("sends only what was changed", () => {
  const draft = draftOf(TYPE);
  expect(changesTo(TYPE, draft, TYPE.fields)).toEqual({});
  expect(changesTo(TYPE, { ...draft, reviewRequired: true }, TYPE.fields)).toEqual({ reviewRequired: true });
  expect(changesTo(TYPE, draft, [])).toEqual({ fields: [] });
});

it("offers a number that was stored with a unit only units of its kind", () => {
  expect(unitsByKind("bar")).toEqual([["Pressure", ["Pa", "kPa", "MPa", "bar", "psi", "lb/100ft2"]]]);
  expect(unitsByKind(null).length).toBeGreaterThan(10);
});

it("says in words what a field holds", () => {
  expect(wordsOfField({ ...PRESSURE, maximum: 1500, required: true })).toBe("Number in bar, 0 to 1500, required");
  expect(wordsOfField(PRESSURE)).toBe("Number in bar, from 0");
});

it("adds a type with a field whose key follows its label", async () => {
  const { person, bodies } = page({ create_document_type: answered(TYPE), get_document_type: answered(TYPE) }, "new");
  await person.type(screen.getByLabelText(/^Name/), "Certificate");
  await person.type(screen.getByLabelText(/^Code/), "CRT");
  expect(await screen.findByText(`CRT-${new Date().getFullYear()}-0001`)).toBeVisible();
  await person.click(screen.getByRole("button", { name: "Add a field" }));
  await person.type(screen.getByLabelText(/^Label/), "Valid until");
  await person.selectOptions(screen.getByLabelText(/^Holds/), "Date");
  await person.click(screen.getByRole("button", { name: "Add the type" }));
  await screen.findByRole("heading", { name: "Certificate" });
  expect(bodies("create_document_type")).toMatchObject([{ code: "CRT", name: "Certificate", fields: [{ key: "validUntil", label: "Valid until", type: "date", options: null }] }]);
});

it("says at the field what the API refused, and leads there", async () => {
  const refused = aProblem("invalid", 422, { errors: [{ field: "fields[0].pattern", code: "value_error", message: "no groups" }] });
  const { person } = page({ create_document_type: refused }, "new");
  await person.type(screen.getByLabelText(/^Name/), "Certificate");
  await person.type(screen.getByLabelText(/^Code/), "CRT");
  await person.click(screen.getByRole("button", { name: "Add a field" }));
  await person.type(screen.getByLabelText(/^Label/), "Serial");
  await person.type(screen.getByLabelText(/^Looks like/), "(a)");
  await person.click(screen.getByRole("button", { name: "Add the type" }));
  expect(await screen.findByText("no groups")).toBeVisible();
  expect(screen.getByLabelText(/^Looks like/)).toHaveFocus();
});

it("keeps the key of a field that documents have values in, and what its numbers measure", async () => {
  page({ get_document_type: answered(TYPE) }, TYPE.id);
  expect(await screen.findByLabelText(/^Key/)).toHaveAttribute("readonly");
  expect(within(screen.getByLabelText(/^Holds/)).queryByRole("option", { name: "Person" })).toBeNull();
  const units = within(screen.getByLabelText(/^Unit/)).getAllByRole("option");
  expect(units.map((unit) => unit.textContent)).toEqual(["Pa", "kPa", "MPa", "bar", "psi", "lb/100 ft²"]);
});

it("loses nothing when somebody else saved meanwhile: only what was changed here is saved over it", async () => {
  const theirs = { ...TYPE, name: "Certificates", version: 4, etag: "v4" };
  const { person, asked, bodies } = page(
    { get_document_type: [answered(TYPE), answered(theirs)], change_document_type: [aProblem("stale_version", 412), answered({ ...theirs, reviewRequired: true, version: 5, etag: "v5" })] },
    TYPE.id,
  );
  await person.click(await screen.findByLabelText(/^Revisions are reviewed/));
  await person.click(screen.getByRole("button", { name: "Save" }));
  await person.click(await screen.findByRole("button", { name: "Save mine all the same" }));
  await screen.findByRole("heading", { name: "Certificates" });
  expect(bodies("change_document_type")).toEqual([{ reviewRequired: true }, { reviewRequired: true }]);
  expect(asked.filter((call) => call.operation === "change_document_type").map((call) => call.headers?.["If-Match"])).toEqual(['"v3"', '"v4"']);
  expect(await screen.findByText("Saved as version 5.")).toBeVisible();
});

it("says who confirms that they have read it", async () => {
  const { person, bodies } = page({ get_document_type: answered(TYPE), change_document_type: answered({ ...TYPE, version: 4, etag: "v4" }) }, TYPE.id);
  await person.click(await screen.findByLabelText(/^People confirm/));
  await person.click(screen.getByLabelText("Engineers"));
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved as version 4.");
  expect(bodies("change_document_type")).toEqual([{ acknowledgementRequired: true, acknowledgementRoles: ["operator", "engineer"] }]);
});

it("tries to bring documents of older versions up to the newest", async () => {
  const { person, bodies } = page({ get_document_type: answered(TYPE), create_document_type_migration: answered({ id: "01HZZZZZZZZZZZZZZZZZZZZZ21" }) }, TYPE.id, { ...EDITOR, permissions: [...EDITOR.permissions, "documents:write"] });
  await person.click(await screen.findByLabelText(/^Give up values/));
  await person.click(screen.getByRole("button", { name: "Try to bring them up to version 3" }));
  expect(await screen.findByText("The operation")).toBeVisible();
  expect(bodies("create_document_type_migration")).toEqual([{ toVersion: 3, dropRemoved: true, dryRun: true }]);
});

it("retires a type after asking", async () => {
  const { person, asked } = page({ get_document_type: answered(TYPE), retire_document_type: answered({ ...TYPE, status: "retired", etag: "v4" }) }, TYPE.id);
  await person.click(await screen.findByRole("button", { name: "Retire…" }));
  await person.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Retire" }));
  expect(await screen.findByText("Retired")).toBeVisible();
  expect(asked.find((call) => call.operation === "retire_document_type")?.path).toEqual({ type_id: TYPE.id });
});

it("only shows a type to those who may not change it", async () => {
  page({ get_document_type: answered(TYPE) }, TYPE.id, { ...EDITOR, permissions: ["document-types:read", "sites:read"] });
  expect(await screen.findByLabelText(/^Name/)).toBeDisabled();
  for (const name of ["Save", "Add a field", "Retire…"]) expect(screen.queryByRole("button", { name })).toBeNull();
});
