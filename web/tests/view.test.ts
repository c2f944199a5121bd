import { expect, it } from "vitest";

import { changed, cleared, filtersIn, paramsOf, queryOf, searchOf, viewOf } from "@/features/documents/library/view";

const TYPE = "01HZZZZZZZZZZZZZZZZZZZZZZZ";

function view(address: string, trashed = false) {
  return viewOf(new URLSearchParams(address), trashed);
}

it("shows the same list again from the address of a list", () => {
  const address = `state=ready&status=draft&type=${TYPE}&site=${TYPE}&discipline=DR&tag=as+built&number=PRC-&field=pressure%3A345+bar&createdFrom=2026-01-01&createdTo=2026-01-31&updatedFrom=2026-02-01&updatedTo=2026-02-28&sort=-title`;
  expect(paramsOf(view(address)).toString()).toBe(address);
});

it("asks for everything that the address does not narrow", () => {
  expect(queryOf(view(""))).toEqual({ sort: "-createdAt", trashed: false });
  expect(queryOf(view("", true))).toEqual({ sort: "-createdAt", trashed: true });
});

it("leaves out of an address what cannot be meant", () => {
  const broken = view("state=gone&status=superseded&type=x&site=%27&createdFrom=yesterday&updatedTo=2026-13-45&sort=size&field=Pressure:1");
  expect(filtersIn(broken)).toEqual([]);
  expect(broken.sort).toBe("-createdAt");
});

it("looks for a field only within its type, and forgets it with the type", () => {
  expect(view("field=pressure:345").field).toBe("");
  const narrowed = view(`type=${TYPE}&field=pressure:345`);
  expect(narrowed.field).toBe("pressure:345");
  expect(changed(narrowed, { typeId: "" }).field).toBe("");
  expect(changed(narrowed, { tag: "x" }).field).toBe("pressure:345");
});

it("means whole days, the last one too, where the clocks change as well", () => {
  const query = queryOf(view("createdFrom=2026-03-29&createdTo=2026-03-29"));
  expect(new Date(query.createdFrom ?? "")).toEqual(new Date(2026, 2, 29));
  expect(new Date(query.createdBefore ?? "")).toEqual(new Date(2026, 2, 30));
});

it("finds within the filters, in no order but the best first", () => {
  expect(searchOf(view("q=pump&tag=x&sort=title&revisions=all"))).toEqual({ q: "pump", tag: "x", trashed: false, revisions: "all" });
  expect(searchOf(view("q=pump"))).toMatchObject({ revisions: "served" });
});

it("asks for tags as they are kept", () => {
  expect(queryOf(view("tag=As%20BUILT")).tag).toBe("as built");
});

it("keeps what else the address says, and the order, when filters are cleared", () => {
  const address = "tag=x&sort=title&q=pump&other=1";
  expect(paramsOf(cleared(view(address)), new URLSearchParams(address)).toString()).toBe("sort=title&q=pump&other=1");
});
