import { describe, expect, it } from "vitest";

import { pageCount, pageOf, turned, zoomed } from "@/features/documents/document/preview/pages";
import { isLastMissing, isOverdue, outcomeOf, stageOf } from "@/features/documents/document/review/stage";
import { draftOfLink } from "@/features/documents/document/sharing/linkDraft";
import { furtherLabel, shownNumber, standingOf } from "@/features/documents/document/standing";
import type { Reviewer } from "@/features/documents/document/types";

import { aDocument, aFile, aRevision } from "./oneDocument";

const one = aFile(1);
const two = aFile(2);

describe("which revision is shown", () => {
  it("is what the API gives this reader, unless the address asks for another that there is", () => {
    const document = aDocument({ approved: one, current: two, newest: aFile(3, "verifying") });
    expect([null, "2", "3", "4", "0", "x", "1e1"].map((asked) => shownNumber(document, asked))).toEqual([1, 2, 3, 1, 1, 1, 1]);
  });

  it("is the newest whole one where the reader is given none, and the newest where none is whole", () => {
    expect(shownNumber(aDocument({ shown: null, approved: null, current: one, newest: aFile(2, "rejected") }), null)).toBe(1);
    expect(shownNumber(aDocument({ shown: null, approved: null, current: null, newest: aFile(1, "rejected") }), null)).toBe(1);
  });

  it.each([
    ["in force", { approved: two, current: two }, 2, { kind: "in-force" }],
    ["in force while a later one is not", { approved: one, current: two }, 1, { kind: "in-force-with-later", later: 2 }],
    ["superseded", { approved: two, current: two }, 1, { kind: "not-in-force", inForce: 2 }],
    ["later than the one in force", { approved: one, current: two }, 2, { kind: "not-in-force", inForce: 1 }],
    ["a draft where none is in force", { approved: null, current: one }, 1, { kind: "none-in-force" }],
    ["not whole", { approved: null, current: null }, 1, { kind: "nothing-yet" }],
  ] as const)("says that it is %s", (_, of, shown, standing) => {
    expect(standingOf(aDocument({ newest: two, ...of }), shown)).toEqual(standing);
  });
});

it("takes a further file, goes on with an awaited one, and none while one is verified or in the trash", () => {
  const labels = (["ready", "rejected", "awaiting_upload", "verifying"] as const).map((state) => furtherLabel(aDocument({ newest: aFile(2, state) })));
  expect(labels).toEqual(["New revision", "New revision", "Go on with the upload", null]);
  expect(furtherLabel(aDocument({ trashedAt: "2026-01-01T00:00:00Z" }))).toBeNull();
});

describe("a review", () => {
  const by = (userId: string, decision: Reviewer["decision"], dueAt: string | null = null): Reviewer => ({ userId, decision, dueAt, comment: null, decidedAt: null });
  const round = (...reviewers: Reviewer[]) => ({ begunBy: "U9", begunAt: "2026-01-01T00:00:00Z", withdrawnAt: null, reviewers });

  it("knows whose approval is the last missing", () => {
    expect(isLastMissing(round(by("U1", "approve"), by("U2", null)), "U2")).toBe(true);
    expect(isLastMissing(round(by("U1", null), by("U2", null)), "U2")).toBe(false);
    expect(isLastMissing(round(by("U1", "approve"), by("U2", "approve")), "U2")).toBe(false);
  });

  it("is overdue only while a decision is missing", () => {
    const now = new Date("2026-05-02T00:00:00Z");
    const due = "2026-05-01T00:00:00Z";
    expect([by("U1", null, due), by("U1", "approve", due), by("U1", null)].map((reviewer) => isOverdue(reviewer, now))).toEqual([true, false, false]);
  });

  it("says what became of it", () => {
    expect(outcomeOf(round(by("U1", "approve"), by("U2", null)))).toBe("1 of 2 have approved");
    expect(outcomeOf(round(by("U1", "approve"), by("U2", "request_changes")))).toBe("Changes requested");
    expect(outcomeOf({ ...round(by("U1", null)), withdrawnAt: "2026-01-02T00:00:00Z" })).toBe("Withdrawn");
    expect(outcomeOf(round(by("U1", "approve")))).toBe("Approved");
  });

  it("stands where document and revision say", () => {
    expect(stageOf({ inReview: 2 }, { number: 2, status: "in_review" })).toBe("under-way");
    expect(stageOf({ inReview: null }, { number: 2, status: "changes_requested" })).toBe("changes-requested");
    expect(stageOf({ inReview: null }, { number: 2, status: "draft" })).toBe("draft");
  });
});

describe("pages", () => {
  it("are those with a picture, or a text where there is more of that", () => {
    const made = (state: "ready" | "failed", pages: number) => ({ state, pages, total: null, reason: null, truncated: [] });
    expect(pageCount(aRevision(1, { preview: made("ready", 3), text: made("ready", 9) }))).toBe(9);
    expect(pageCount(aRevision(1, { preview: made("ready", 3), text: made("failed", 0) }))).toBe(3);
    expect(pageCount(aRevision(1, { preview: made("failed", 2), text: made("failed", 0) }))).toBe(0);
  });

  it("stay within what there is", () => {
    expect(["2", "99", "0", "-1", "x", null].map((asked) => pageOf(asked, 5))).toEqual([2, 5, 1, 1, 1, 1]);
    expect(["ArrowRight", "PageUp", "Home", "End", "a"].map((key) => turned(key, 5, 5))).toEqual([5, 4, 1, 5, null]);
    expect([zoomed(1, 1), zoomed(1, -1), zoomed(3, 1), zoomed(0.5, -1)]).toEqual([1.5, 0.75, 3, 0.5]);
  });
});

it("makes a link of a form: blank is without, and the clock may be an hour ahead", () => {
  const texts = { note: " Partner ", revision: "3", access: "view", days: "2", maxUses: "", password: "" };
  const now = new Date("2026-05-01T12:00:00Z");
  expect(draftOfLink(texts, now)).toEqual({ note: "Partner", revision: 3, access: "view", expiresAt: "2026-05-03T11:00:00.000Z", maxUses: null, password: null });
  expect(draftOfLink({ ...texts, revision: "latest", maxUses: "5", password: "long enough" }, now)).toMatchObject({ revision: "latest", maxUses: 5, password: "long enough" });
});
