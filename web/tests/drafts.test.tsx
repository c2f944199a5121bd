import { cleanup, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import type { Answer, Send } from "@/api/http";
import { OFFLINE } from "@/api/problem";
import type { OperationId } from "@/api/types";
import { withMine, type Side } from "@/features/reports/form/sides";
import type { Json } from "@/reports/receipt";

import { aReport, ID, page, payload } from "./fieldReport";
import { answered, aProblem } from "./people";

const DRAFT = aReport({ state: "draft", revision: 0 });
const PATH = `/reports/${ID}`;
const LOST: Answer = { ok: false, problem: OFFLINE };

function stored(reason: string, more: object = {}) {
  const written = { ...payload, uptime: { ...(payload.uptime as object), downtimeReason: reason } };
  return answered({ ...DRAFT, edition: 4, merged: false, content: { ...DRAFT.content, payload: written }, ...more });
}

/** What the server says when somebody else wrote "Wax", and more oil, meanwhile. */
function conflict(mine: string): Answer {
  const side = (downtimeReason: string, rest: object = {}) => ({ payload: { ...payload, uptime: { ...(payload.uptime as object), downtimeReason, ...rest } }, attachments: [], reasons: {} });
  const conflicts = [{ part: "payload", address: "/uptime/downtimeReason", base: null, mine, theirs: "Wax" }];
  const sides = { edition: 7, reportId: ID, base: null, mine: side(mine), theirs: side("Wax", { hoursOnStream: 20 }), merged: side("Wax", { hoursOnStream: 20 }), conflicts };
  return aProblem("edit_conflict", 409, { sides });
}

const reasonField = () => screen.findByLabelText(/^Reason for downtime/);

function aHold() {
  let arrive: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return { held, arrive };
}

/** One operation is answered only when `held` is. */
function holding(operation: OperationId, held: Promise<void>) {
  return (send: Send): Send => async (call, token, signal) => {
    if (call.operation === operation) await held;
    return send(call, token, signal);
  };
}

/** Somebody opens the draft and writes why the well stood still. */
async function writing(text: string, answers: Parameters<typeof page>[0] = {}, through?: Parameters<typeof page>[2]) {
  const shown = page({ get_report: answered(DRAFT), ...answers }, PATH, through);
  const reason = await reasonField();
  await shown.person.clear(reason);
  await shown.person.type(reason, text);
  return { ...shown, reason, save: () => shown.person.click(screen.getByRole("button", { name: "Save" })) };
}

it("keeps what was written and not saved on the device, and says so when it is back", async () => {
  await writing("Ice");
  expect(screen.getByText(/kept on this device/)).toBeInTheDocument();
  cleanup();
  const { person, bodies } = page({ get_report: answered(DRAFT), put_report: stored("Ice") }, PATH);
  expect(await reasonField()).toHaveValue("Ice");
  expect(screen.getByText("What you wrote here and did not save is back.")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved.");
  expect(bodies("put_report")).toMatchObject([{ basedOn: 3, payload: { uptime: { downtimeReason: "Ice" } } }]);
  expect(screen.queryByText(/did not save is back/)).not.toBeInTheDocument();
  expect(localStorage).toHaveLength(0);
});

it("goes back to what is stored when what was written is discarded", async () => {
  await writing("Ice");
  cleanup();
  const { person } = page({ get_report: answered(DRAFT) }, PATH);
  await person.click(await screen.findByRole("button", { name: "Discard it" }));
  expect(await reasonField()).not.toHaveValue("Ice");
  expect(localStorage).toHaveLength(0);
});

it("is in no conflict with itself when an answer was lost: sends the edits of which it does not know that they came", async () => {
  const { bodies, person, reason, save } = await writing("Ice", { put_report: [LOST, stored("Ice on the line")] });
  await save();
  expect(await screen.findByText("PetroConnect cannot be reached")).toBeInTheDocument();
  await person.type(reason, " on the line");
  await save();
  await screen.findByText("Saved.");
  const [first, second] = bodies("put_report") as { basedOn: number; edits: string[] }[];
  expect(first?.edits).toHaveLength(1);
  expect(second?.edits).toEqual([...(first?.edits ?? []), expect.any(String)]);
  expect(second?.basedOn).toBe(3);
});

it("loses nothing that is typed while a save is on its way", async () => {
  const { held, arrive } = aHold();
  const { bodies, person, reason, save } = await writing("Ice", { put_report: [stored("Ice"), stored("Ice on the line", { edition: 5 })] }, holding("put_report", held));
  await save();
  await person.type(reason, " on the line");
  arrive();
  await screen.findByText("Saved.");
  expect(reason).toHaveValue("Ice on the line");
  expect(screen.getByText(/^Not saved yet/)).toBeInTheDocument();
  await save();
  await waitFor(() => expect(screen.queryByText(/^Not saved yet/)).not.toBeInTheDocument());
  const [first, second] = bodies("put_report") as { basedOn: number; edits: string[] }[];
  expect(second?.basedOn).toBe(4);
  expect(second?.edits).not.toContain(first?.edits[0]);
});

it.each([
  ["Keep mine", "Ice"],
  ["Take theirs", "Wax"],
])("lets somebody choose where another person wrote in the same field: %s", async (choice, chosen) => {
  const { bodies, person, reason, save } = await writing("Ice", { put_report: [conflict("Ice"), stored(chosen, { edition: 8 })] });
  await save();
  expect(await screen.findByText("Yours: Ice · Theirs: Wax")).toBeInTheDocument();
  expect(screen.getByText("Uptime: Reason for downtime")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: choice }));
  expect(reason).toHaveValue(chosen);
  await save();
  await screen.findByText("Saved.");
  const [first, second] = bodies("put_report") as { basedOn: number; edits: string[]; payload: { uptime: object } }[];
  expect(second).toMatchObject({ basedOn: 7, payload: { uptime: { downtimeReason: chosen, hoursOnStream: 20 } } });
  expect(second?.edits).toEqual([...(first?.edits ?? []), expect.any(String)]);
});

it("sends what was typed after a conflict before it lets anybody choose", async () => {
  const { person, reason, save } = await writing("Ice", { put_report: [conflict("Ice"), conflict("Icebergs")] });
  await save();
  await screen.findByRole("button", { name: "Keep mine" });
  await person.type(reason, "bergs");
  expect(screen.queryByRole("button", { name: "Keep mine" })).not.toBeInTheDocument();
  await save();
  expect(await screen.findByText("Yours: Icebergs · Theirs: Wax")).toBeInTheDocument();
});

it("puts what was mine into rows, at their ends and in their order, where another person changed them", () => {
  const side = (log: readonly object[]) => ({ payload: { log }, attachments: [], reasons: {} }) as unknown as Side;
  const at = (address: string, mine: Json) => ({ part: "payload", address, mine, theirs: null });
  const merged = side([{ id: "a", text: "theirs" }, { id: "b" }, { id: "c" }]);
  const conflicts = [at("/log/id:a/text", "mine"), at("/log/id:b", null), at("/log/id:d", { id: "d" }), at("/log", { order: ["d", "c", "a"] })];
  expect(withMine({ edition: 1, mine: merged, theirs: merged, merged, conflicts })).toEqual(side([{ id: "d" }, { id: "c" }, { id: "a", text: "mine" }]));
});

it("stays the form it is, with what was typed and the conflict it tells, when the report was read again", async () => {
  const { asked, reason, save } = await writing("Ice", { get_report: [answered(DRAFT), answered({ ...DRAFT, edition: 7, etag: "v7" })], put_report: conflict("Ice") });
  await save();
  await screen.findByRole("button", { name: "Keep mine" });
  await waitFor(() => expect(asked.filter(({ operation }) => operation === "get_report").length).toBeGreaterThan(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.getByRole("button", { name: "Keep mine" })).toBeInTheDocument();
  expect(reason).toBeInTheDocument();
});

it("says so when the device keeps nothing, and asks before the page is left", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await writing("Ice");
  expect(screen.getByText(/save it before you leave/)).toBeInTheDocument();
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
});

it("lets nobody type into what is being submitted, and gives it back when it was refused", async () => {
  const { held, arrive } = aHold();
  const { person } = page({ get_report: answered(aReport({ state: "changes_requested" })), put_report_revision: aProblem("unavailable", 503) }, PATH, holding("put_report_revision", held));
  const reason = await reasonField();
  await person.click(screen.getByRole("button", { name: "Submit" }));
  await waitFor(() => expect(reason).toBeDisabled());
  arrive();
  expect(await screen.findByText("unavailable", { selector: ".font-semibold" })).toBeInTheDocument();
  expect(reason).toBeEnabled();
});
