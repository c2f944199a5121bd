import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";

import type { Call } from "@/api/call";
import type { Answer } from "@/api/http";
import type { Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { ReportPage } from "@/features/reports/report/ReportPage";
import type { Attachment, AttachmentState, Definition, Report } from "@/features/reports/types";

import { aKeeper, ANN, answered, aProblem, aSession, show } from "./people";
import { SHA256, TAKEN, uploadsTo } from "./uploads";

const DEFINITION = { ...(JSON.parse(readFileSync(resolve(process.cwd(), "../tests/shared/reports/released/hse_observation.1.json"), "utf-8")) as Definition), units: {}, rules: [] } as Definition;
const SITE = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Nordvind A", code: "NV-A", status: "active" };
const ID = "01HZZZZZZZZZZZZZZZZZZZZZ61";
const OPERATOR: Me = { ...ANN, permissions: ["reports:read", "reports:write", "documents:read", "documents:write", "sites:read"] };
const KEPT: Attachment = { id: "01HZZZZZZZZZZZZZZZZZZZZZ91", name: "before.jpg", sizeBytes: 3, sha256: SHA256 };

function aReport(attachments: readonly Attachment[] = [], more: Partial<Report> = {}): Report {
  const photos = attachments.map(({ id }, index) => ({ id: `r${index}`, attachmentId: id, caption: "As found" }));
  return {
    id: ID, type: "hse_observation", version: 1, siteId: SITE.id, day: "2026-05-04", subject: null, timeZone: "Europe/Oslo", dayStart: "06:00",
    periodBegin: "2026-05-04T04:00:00.000Z", periodEnd: "2026-05-05T04:00:00.000Z", state: "draft", edition: 1, revision: 0, receipt: null,
    submittedAt: null, submittedBy: null, firstSubmittedAt: null, warnings: 0, review: null, approvedAt: null, approvedBy: null,
    finalAt: null, createdAt: "2026-05-05T04:30:00.000Z", createdBy: "U1", updatedAt: "2026-05-05T05:00:00.000Z", etag: "v1",
    content: { edition: 1, payload: { observation: { location: "Deck" }, photos }, attachments, reasons: {} }, ...more,
  };
}

const BLOB = { method: "single" as const, blockSizeBytes: 0, expiresAt: "2100-01-01T00:00:00Z" };
type State = AttachmentState["state"];

/** An API that keeps files: verified when `verify` is called, or as `refuse` says. */
function aStore(report: Report, files: readonly AttachmentState[] = [], refusal?: Answer) {
  const asked: Call[] = [];
  const held = new Map(files.map((file) => [file.id, file]));
  const set = (id: string, state: State, rejection: AttachmentState["rejection"] = null) => {
    const file = held.get(id);
    if (file !== undefined) held.set(id, { ...file, state, rejection });
    return file === undefined ? aProblem("not_found", 404) : answered(held.get(id));
  };
  const announce = (id: string, body: { name: string; sizeBytes: number; sha256: string }) => {
    if (refusal !== undefined) return refusal;
    const { name, sizeBytes, sha256 } = body;
    const known = held.get(id) ?? { id, name, sizeBytes, sha256, state: "awaiting_upload" as const, rejection: null, revision: 1 };
    held.set(id, known);
    const upload = known.state === "awaiting_upload" ? { ...BLOB, url: `https://blob.test/${name}?sig=1` } : null;
    return answered({ ...known, upload });
  };
  const answer = ({ operation, path, body }: Call): Answer => {
    const id = String(path?.attachment_id);
    if (operation === "put_report_attachment") return announce(id, body as never);
    if (operation === "complete_report_attachment") return set(id, "verifying");
    if (operation === "get_upload") return answered({ upload: { ...BLOB, url: "https://blob.test/again?sig=2" }, wholeBytes: null, committed: [], uncommitted: [] });
    if (operation === "list_report_attachments") return answered({ items: [...held.values()] });
    if (operation === "get_preview") return answered({ state: "ready", reason: null, total: 1, truncated: [], thumbnail: { url: "https://blob.test/thumb.webp", expiresAt: "" }, pages: [] });
    if (operation === "get_report") return answered(report);
    if (operation === "get_report_type") return answered(DEFINITION);
    if (operation === "get_report_outline") return answered({ context: {}, payload: {}, existingReportId: null });
    if (operation === "list_sites") return answered({ items: [SITE], nextCursor: null });
    if (operation === "put_report") return answered(report);
    return operation === "put_report_revision" ? answered({ reportId: ID, revision: 1 }) : aProblem("not_told", 500);
  };
  const send = (call: Call) => {
    asked.push(call);
    return Promise.resolve(answer(call));
  };
  const settle = (state: State, rejection: AttachmentState["rejection"] = null) => [...held.keys()].forEach((id) => set(id, state, rejection));
  return { send, asked, settle };
}

function page(store: ReturnType<typeof aStore>, answers: Parameters<typeof uploadsTo>[1] = [], puts: string[] = []) {
  const keeper = aKeeper(store.send);
  keeper.enter(aSession(OPERATOR));
  const element = <ReportPage uploadsOf={() => uploadsTo(store, answers, puts)} />;
  return show(
    <ToastProvider>
      <Routes>
        <Route path="/reports/:reportId" element={element} />
      </Routes>
    </ToastProvider>,
    { ...store, keeper, path: `/reports/${ID}` },
  );
}

function aPhoto(name: string, type = "image/jpeg"): File {
  return new File(["jpg"], name, { type });
}

const bodiesOf = (store: ReturnType<typeof aStore>, operation: string) => store.asked.filter((call) => call.operation === operation).map(({ body }) => body as { attachments: Attachment[]; payload: { photos: { attachmentId: string | null }[] } });

beforeEach(() => {
  URL.createObjectURL = () => "blob:https://page.test/1";
  URL.revokeObjectURL = vi.fn();
});

it("sends photos while the report is written, and names them in it with their hashes", async () => {
  const store = aStore(aReport());
  const puts: string[] = [];
  const person = page(store, [], puts);
  await person.upload(await screen.findByLabelText("Choose photos for Photos"), [aPhoto("one.jpg"), aPhoto("two.jpg")]);
  expect(await screen.findAllByText(/^Verifying/)).toHaveLength(2);
  store.settle("ready");
  expect(await screen.findAllByText("Stored · 3 B")).toHaveLength(2);
  expect(puts.map((url) => new URL(url).pathname)).toEqual(["/one.jpg", "/two.jpg"]);
  await person.click(screen.getByRole("button", { name: "Submit" }));
  expect(await screen.findByText("Submitted.")).toBeInTheDocument();
  const [sent] = bodiesOf(store, "put_report_revision");
  expect(sent?.attachments).toMatchObject([{ name: "one.jpg", sizeBytes: 3, sha256: SHA256 }, { name: "two.jpg" }]);
  expect(sent?.payload.photos.map((row) => row.attachmentId)).toEqual(sent?.attachments.map(({ id }) => id));
  const announced = store.asked.filter(({ operation }) => operation === "put_report_attachment").map(({ path }) => path?.attachment_id);
  expect(announced).toEqual(sent?.attachments.map(({ id }) => id));
});

it("holds a submit back until every file is there, and keeps everything that was written", async () => {
  const store = aStore(aReport());
  const person = page(store);
  const where = await screen.findByLabelText(/^Location/);
  await person.clear(where);
  await person.type(where, "Pipe deck");
  await person.upload(screen.getByLabelText("Choose files for the report"), aPhoto("notes.pdf", "application/pdf"));
  await screen.findByText(/^Verifying/);
  await person.click(screen.getByRole("button", { name: "Submit" }));
  expect(screen.getByRole("alert")).toHaveTextContent("Not submitted yet: one file is not there. Everything that you wrote is kept here.");
  expect(bodiesOf(store, "put_report_revision")).toEqual([]);
  expect(where).toHaveValue("Pipe deck");
  store.settle("ready");
  expect(await screen.findByText("All files are there. Submit it now.")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Submit" }));
  await screen.findByText("Submitted.");
  expect(bodiesOf(store, "put_report_revision")).toMatchObject([{ attachments: [{ name: "notes.pdf" }], payload: { observation: { location: "Pipe deck" } } }]);
});

it("tells in the API's words what is refused before it is sent", async () => {
  const refused = aProblem("type_not_allowed", 422, { detail: "Programs and scripts cannot be stored." });
  const early = aStore(aReport(), [], refused);
  const person = page(early);
  await person.upload(await screen.findByLabelText("Choose files for the report"), aPhoto("tool.exe", ""));
  expect(await screen.findByText("Programs and scripts cannot be stored.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  await person.click(screen.getByRole("button", { name: "Remove tool.exe" }));
  expect(screen.queryByText("tool.exe")).toBeNull();
});

it("keeps a refused file out of what is saved, and frees its field when it is removed", async () => {
  const store = aStore(aReport());
  const person = page(store);
  await person.upload(await screen.findByLabelText("Choose photos for Photos"), aPhoto("fake.jpg"));
  await screen.findByText(/^Verifying/);
  store.settle("rejected", { code: "malware", message: "Something harmful was found in it." });
  expect(await screen.findByText("Something harmful was found in it.")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved.");
  await person.upload(await screen.findByLabelText("Choose photos for Photos"), aPhoto("other.jpg"));
  await screen.findByText(/^Verifying/);
  await person.click(screen.getByRole("button", { name: "Remove other.jpg" }));
  expect(screen.getByLabelText("Choose a photo for Photo")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(bodiesOf(store, "put_report")).toMatchObject([{ attachments: [] }, { attachments: [], payload: { photos: [{ attachmentId: null }] } }]));
});

it("goes on after the storage refused, when somebody asks for it", async () => {
  const store = aStore(aReport());
  const person = page(store, [{ ...TAKEN, status: 400, code: "InvalidInput" }]);
  await person.upload(await screen.findByLabelText("Choose photos for Photos"), aPhoto("one.jpg"));
  expect(await screen.findByText("It answered InvalidInput.")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Submit" }));
  expect(screen.getByRole("alert")).toHaveTextContent("one file is not there");
  await person.click(screen.getByRole("button", { name: "Try again" }));
  expect((await screen.findAllByText(/Verifying/)).length).toBeGreaterThan(0);
  store.settle("ready");
  expect(await screen.findByText("All files are there. Submit it now.")).toBeInTheDocument();
});

it("shows files of the draft with their thumbnails, and takes one out with the row that named it", async () => {
  const store = aStore(aReport([KEPT]), [{ ...KEPT, state: "ready", rejection: null, revision: 1 }]);
  const person = page(store);
  expect(await screen.findByText("Stored · 3 B")).toBeInTheDocument();
  await vi.waitFor(() => expect(document.querySelector("img[src='https://blob.test/thumb.webp']")).not.toBeNull());
  await person.click(screen.getByRole("button", { name: "Remove row 1 of Photos" }));
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved.");
  expect(bodiesOf(store, "put_report")).toMatchObject([{ attachments: [], payload: { photos: [] } }]);
});

it("asks for the bytes of a file that never arrived once more, under the same id", async () => {
  const store = aStore(aReport([KEPT]), [{ ...KEPT, state: "awaiting_upload", rejection: null, revision: 1 }]);
  const person = page(store);
  expect(await screen.findByText(/It did not arrive/)).toBeInTheDocument();
  await person.upload(screen.getByLabelText("Choose before.jpg again"), aPhoto("before.jpg"));
  await screen.findByText(/^Verifying/);
  store.settle("ready");
  expect(await screen.findByText("Stored · 3 B")).toBeInTheDocument();
  expect(store.asked.find(({ operation }) => operation === "put_report_attachment")?.path).toMatchObject({ attachment_id: KEPT.id });
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved.");
  expect(bodiesOf(store, "put_report")[0]?.attachments).toEqual([KEPT]);
});

it("leads readers from a report to its files", async () => {
  page(aStore(aReport([KEPT], { state: "submitted", revision: 1 }), [{ ...KEPT, state: "ready", rejection: null, revision: 1 }]));
  const list = await screen.findByRole("list", { name: "Photos and files" });
  expect(within(list).getByRole("link", { name: "before.jpg" })).toHaveAttribute("href", `/documents/${KEPT.id}`);
  expect(screen.getAllByRole("link", { name: "before.jpg" })).toHaveLength(2);
});
