import { describe, expect, it } from "vitest";

import type { FieldSpec, Role } from "@/api/types";
import { changeOf, draftOf, fitting, type Draft } from "@/features/documents/document/properties/draft";
import { differencesOf, merged } from "@/features/documents/document/properties/merge";
import { unitsLike } from "@/format/units";

const STORED = {
  title: "Programme", number: "PROG-2026-0001", siteId: "S1", typeId: "T1", discipline: "DRL", tags: ["a", "b"], addedAcknowledgementRoles: ["viewer", "admin"] satisfies Role[],
  fields: { well: "DE-7", depth: { value: 12500, unit: "ft", si: 3810 }, count: { value: 3, unit: null, si: 3 } },
};
const draft: Draft = draftOf(STORED);
const spec = (key: string, type: FieldSpec["type"], more: Partial<FieldSpec> = {}): FieldSpec => ({ key, label: key, type, required: false, ...more });

describe("what is sent", () => {
  it("is nothing where nothing was changed, also when tags come in another order", () => {
    expect(changeOf(draft, draft)).toBeNull();
    expect(changeOf(draft, { ...draft, tags: ["b", "a"], title: " Programme " })).toBeNull();
  });

  it("is only what was changed", () => {
    expect(changeOf(draft, { ...draft, title: "Programme 2", siteId: null })).toEqual({ title: "Programme 2", siteId: null });
  });

  it("is all custom fields where one was changed: numbers keep the unit they were entered in, and blank is no value", () => {
    const fields = { ...draft.fields, depth: { value: "3900.5", unit: "m" }, well: "  " };
    expect(changeOf(draft, { ...draft, fields })).toEqual({ fields: { depth: { value: 3900.5, unit: "m" }, count: 3 } });
  });

  it("is the roles asked besides where they are others, in whatever order they were chosen", () => {
    expect(changeOf(draft, { ...draft, addedRoles: ["admin", "viewer"] })).toBeNull();
    expect(changeOf(draft, { ...draft, addedRoles: ["viewer"] })).toEqual({ addedAcknowledgementRoles: ["viewer"] });
    expect(changeOf(draft, { ...draft, addedRoles: [] })).toEqual({ addedAcknowledgementRoles: [] });
  });

  it("takes the values along with another type, and away with none", () => {
    expect(changeOf(draft, { ...draft, typeId: "T2", fields: { well: "DE-7" } })).toEqual({ typeId: "T2", fields: { well: "DE-7" } });
    expect(changeOf(draft, { ...draft, typeId: null, fields: {} })).toEqual({ typeId: null, fields: {} });
  });
});

it("names the values that another type has no place for", () => {
  const specs = [spec("well", "choice", { options: ["DE-12"] }), spec("depth", "number", { unit: "m" }), spec("count", "text")];
  expect(fitting(draft, specs)).toEqual({ fields: { depth: { value: "12500", unit: "ft" } }, lost: ["well", "count"] });
});

it("offers the units that measure the same", () => {
  expect(unitsLike("ft")).toContain("m");
  expect(unitsLike("Sm3")).not.toContain("m3");
});

describe("two people changing one document", () => {
  const mine: Draft = { ...draft, title: "Mine", tags: ["a", "b", "c"], fields: { ...draft.fields, well: "DE-8" } };
  const theirs: Draft = { ...draft, title: "Theirs", discipline: "PRC", fields: { ...draft.fields, depth: { value: "4000", unit: "m" } } };
  const found = differencesOf(draft, mine, theirs);

  it("finds every difference, and who made it", () => {
    expect(found.map(({ name, suggested, both }) => [name, suggested, both])).toEqual([
      ["title", "mine", true],
      ["discipline", "theirs", false],
      ["tags", "mine", false],
      ["fields.depth", "theirs", false],
      ["fields.well", "mine", false],
    ]);
  });

  it("loses nothing when nobody says otherwise", () => {
    expect(merged(theirs, found, {})).toEqual({ ...theirs, title: "Mine", tags: ["a", "b", "c"], fields: { ...theirs.fields, well: "DE-8" } });
  });

  it("takes what was chosen", () => {
    const chosen = merged(theirs, found, { title: "theirs", "fields.depth": "mine", "fields.well": "theirs" });
    expect(chosen).toEqual({ ...theirs, tags: ["a", "b", "c"], fields: draft.fields });
  });

  it("takes a value away that was taken away here", () => {
    const without: Draft = { ...draft, fields: { depth: draft.fields.depth ?? "" } };
    expect(merged(theirs, differencesOf(draft, without, theirs), {}).fields).toEqual({ depth: { value: "4000", unit: "m" } });
  });

  it("is nothing to choose where both typed the same", () => {
    expect(differencesOf(draft, mine, mine)).toEqual([]);
  });
});
