import { screen, waitFor, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";

import type { Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { DocumentPage } from "@/features/documents/document/DocumentPage";
import type { OneDocument, Revision } from "@/features/documents/document/types";
import { WaitingPage } from "@/features/documents/waiting/WaitingPage";

import { openDialogs } from "./dialogs";
import { aDocument, aFile, aRevision, ID } from "./oneDocument";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

const KEEPING = { explanation: "Kept for good.", keptUntil: null, trash: null, delete: null, heldBy: 0, holds: [], storage: "none" };
const ENGINEER: Me = { ...ANN, role: "engineer", permissions: ["documents:read", "documents:write", "documents:delete", "documents:review", "documents:share", "document-types:read", "sites:read"] };
const VIEWER: Me = { ...ANN, role: "viewer", permissions: ["documents:read", "documents:acknowledge", "document-types:read", "sites:read"] };

openDialogs();

interface World {
  readonly document?: OneDocument;
  readonly revision?: Revision;
  readonly me?: Me;
  readonly path?: string;
  readonly answers?: Parameters<typeof anApi>[0];
}

function page({ document = aDocument(), revision = aRevision(1), me = ENGINEER, path = "", answers = {} }: World) {
  const api = anApi({
    get_document: answered(document),
    get_revision: answered(revision),
    get_document_retention: answered(KEEPING),
    list_revisions: answered({ items: [revision], nextCursor: null }),
    list_sites: answered({ items: [], nextCursor: null }),
    list_document_types: answered({ items: [], nextCursor: null }),
    get_disciplines: answered({ disciplines: [], etag: '"0"' }),
    ...answers,
  });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const further = (_: string, label: string) => <button type="button">{label}</button>;
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/documents/:documentId/*" element={<DocumentPage furtherRevision={further} onSeen={() => undefined} />} />
        <Route path="/trash" element={<p>The trash</p>} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path: `/documents/${ID}${path}` },
  );
  return { ...api, person };
}

describe("looking", () => {
  it("says what it is, and downloads what is in force", async () => {
    const { person, asked } = page({ answers: { create_download_url: answered({ url: "#file" }) } });
    expect(await screen.findByRole("heading", { name: "Well programme" })).toHaveFocus();
    expect(screen.getByText("PROG-2026-0001")).toBeVisible();
    expect(await screen.findByText("In force")).toBeVisible();
    await person.click(screen.getByRole("button", { name: "Download" }));
    await waitFor(() => expect(asked.find(({ operation }) => operation === "create_download_url")?.query).toEqual({ revision: 1 }));
  });

  it("warns of a revision that is not in force, and leads back", async () => {
    const document = aDocument({ newest: aFile(2), current: aFile(2), approved: aFile(2) });
    const { person } = page({ document, revision: aRevision(1, { inForce: false, status: "superseded" }), path: "?revision=1" });
    expect(await screen.findByText("Revision 2 is in force; you are looking at 1.")).toBeVisible();
    expect(await screen.findByRole("button", { name: "Download revision 1" })).toBeVisible();
    await person.click(screen.getByRole("link", { name: "To revision 2" }));
    expect(screen.queryByText(/you are looking at/)).toBeNull();
  });

  it("says why a file was refused", async () => {
    const refused = { ...aFile(1, "rejected"), rejection: { code: "malware", message: "Malware was found in the file: X." } };
    page({ document: aDocument({ newest: refused, current: null, approved: null, status: "draft" }), revision: aRevision(1, { ...refused, inForce: false, status: "draft" }) });
    expect(await screen.findByText("Malware was found in the file: X.")).toBeVisible();
    expect(screen.queryByRole("button", { name: /Download/ })).toBeNull();
  });

  it("names what holds the same file, in the trash, too", async () => {
    page({ document: aDocument({ duplicates: [{ id: "D2", title: "Twin", trashed: true }] }) });
    expect(await screen.findByRole("link", { name: "Twin" })).toHaveAttribute("href", "/documents/D2");
    expect(screen.getByText(/in the trash/)).toBeVisible();
  });

  it("offers a viewer nothing that changes anything", async () => {
    page({ me: VIEWER });
    await screen.findByRole("button", { name: "Download" });
    expect(screen.queryByRole("button", { name: /New revision|Edit|More about this/ })).toBeNull();
    expect(screen.queryByRole("link", { name: "Sharing" })).toBeNull();
  });

  it("says that a document is gone, and what else went wrong", async () => {
    page({ answers: { get_document: aProblem("not_found", 404) } });
    expect(await screen.findByText("This document is not here")).toBeVisible();
  });

  it("tries again after the connection came back", async () => {
    const { person } = page({ answers: { get_document: [aProblem("no_connection", 0), answered(aDocument())] } });
    await person.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { name: "Well programme" })).toBeVisible();
  });

  it("restores what is in the trash", async () => {
    const trashed = aDocument({ trashedAt: "2026-02-01T00:00:00Z", etag: '"7"' });
    const { person, asked } = page({ document: trashed, answers: { restore_document: answered(aDocument()) } });
    await person.click(await screen.findByRole("button", { name: "Restore" }));
    await waitFor(() => expect(asked.find(({ operation }) => operation === "restore_document")?.headers).toEqual({ "If-Match": '"7"' }));
    expect(screen.queryByRole("button", { name: "Delete for good…" })).toBeNull();
  });
});

describe("properties", () => {
  it("shows both versions when somebody else was faster, and saves what was chosen", async () => {
    const theirs = aDocument({ title: "Their title", discipline: "PRC", etag: '"2"' });
    const { person, asked, bodies } = page({
      answers: { get_document: [answered(aDocument()), answered(theirs)], change_document: [aProblem("stale_version", 412), answered(theirs)] },
    });
    await person.click(await screen.findByRole("button", { name: "Edit" }));
    const title = await screen.findByLabelText("Title");
    await person.clear(title);
    await person.type(title, "My title");
    await person.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Nothing is lost");
    expect(screen.getByText("My title")).toBeVisible();
    expect(screen.getAllByText("Their title").length).toBeGreaterThan(0);
    expect(screen.getByRole("radio", { name: "Yours: Title" })).toBeChecked();
    await person.click(screen.getByRole("button", { name: "Save this" }));
    await waitFor(() => expect(bodies("change_document")).toEqual([{ title: "My title" }, { title: "My title" }]));
    expect(asked.filter(({ operation }) => operation === "change_document").map(({ headers }) => headers?.["If-Match"])).toEqual(['"1"', '"2"']);
  });
});

describe("who must read it", () => {
  const type = { id: "T1", code: "PROC", name: "Procedure", status: "active", version: 1, manualNumbers: false, reviewRequired: false, acknowledgementRequired: true, acknowledgementRoles: ["operator"], fields: [] };
  const document = aDocument({ typeId: "T1", typeVersion: 1, acknowledgementRoles: ["operator", "viewer"], addedAcknowledgementRoles: ["viewer"] });
  const answers = { get_document_type: answered(type), list_document_types: answered({ items: [type], nextCursor: null }), change_document: answered(document) };

  it("adds roles to those its type asks, which stay", async () => {
    const { person, bodies } = page({ document, answers });
    expect(await screen.findByText("Operators and viewers")).toBeVisible();
    await person.click(screen.getByRole("button", { name: "Edit" }));
    expect(await screen.findByRole("checkbox", { name: "Operators" })).toBeChecked();
    await waitFor(() => expect(screen.getByRole("checkbox", { name: "Operators" })).toBeDisabled());
    await person.click(screen.getByRole("checkbox", { name: "Admins" }));
    await person.click(screen.getByRole("checkbox", { name: "Viewers" }));
    await person.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(bodies("change_document")).toEqual([{ addedAcknowledgementRoles: ["admin"] }]));
  });

  it("is not asked of who may not decide it", async () => {
    const operator: Me = { ...ENGINEER, role: "operator", permissions: ["documents:read", "documents:write", "document-types:read", "sites:read"] };
    const { person } = page({ document, answers, me: operator });
    await person.click(await screen.findByRole("button", { name: "Edit" }));
    await screen.findByLabelText("Title");
    expect(screen.queryByRole("checkbox", { name: "Operators" })).toBeNull();
  });
});

describe("activity", () => {
  const happened = (id: string, type: string, more: object = {}) => ({ id, at: "2026-01-01T00:00:00Z", type, by: ANN.id, revision: null, data: {}, ...more });
  const rows = async () => (await screen.findAllByRole("listitem")).map(({ textContent }) => textContent.replace(/\.[^.]*$/, ""));

  it("says in plain words who did what, and leads to the revision", async () => {
    const items = [
      happened("5", "share_link.used", { by: "LINK", revision: 2, data: { outcome: "viewed" } }),
      happened("4", "document.trashed", { by: null, data: { runId: "R" } }),
      happened("3", "document.changed", { data: { title: ["Old", "New"] } }),
      happened("2", "document.changed", { data: { siteId: [null, "S"], tags: [[], ["a"]], operationId: "O" } }),
      happened("1", "document.verified", { by: null, revision: 2 }),
      happened("0", "document.something_new", { revision: 1 }),
    ];
    page({ path: "/activity", answers: { list_document_activity: answered({ items, nextCursor: null }) } });
    expect(await rows()).toEqual([
      "Somebody without an account looked at revision 2 by a link",
      "A retention policy moved it to the trash",
      "You changed the title from “Old” to “New”",
      "You changed the site and the tags",
      "PetroConnect verified revision 2: it is ready",
      "You something new revision 1",
    ]);
    expect(screen.getAllByRole("link", { name: "revision 2" })[0]).toHaveAttribute("href", `/documents/${ID}?revision=2`);
  });

  it("names guests as such, and loads what is older", async () => {
    const document = aDocument({ guest: { linkId: "LINK", name: "Bob" } });
    const pages = [answered({ items: [happened("2", "document.downloaded", { revision: 1 })], nextCursor: "older" }), answered({ items: [happened("1", "document.announced", { by: "LINK", revision: 1 })], nextCursor: null })];
    const { person, asked } = page({ document, path: "/activity", answers: { list_document_activity: pages } });
    await person.click(await screen.findByRole("button", { name: "Load more" }));
    await waitFor(async () => expect(await rows()).toEqual(["You downloaded revision 1", "A guest announced the document with revision 1"]));
    expect(asked.filter(({ operation }) => operation === "list_document_activity").at(-1)?.query?.cursor).toBe("older");
  });

  it("says that there was nothing", async () => {
    page({ path: "/activity", answers: { list_document_activity: answered({ items: [], nextCursor: null }) } });
    expect(await screen.findByText("Nothing lately")).toBeVisible();
  });
});

describe("review", () => {
  const reviewer = { userId: ANN.id, dueAt: null, decision: null, comment: null, decidedAt: null };
  const round = { begunBy: "U2", begunAt: "2026-01-01T00:00:00Z", withdrawnAt: null, reviewers: [reviewer] };
  const document = aDocument({ reviewRequired: true, approved: null, status: "in_review", inReview: 1 });
  const revision = aRevision(1, { inForce: false, status: "in_review", review: round });

  it("asks who is asked, and wants a word with a request for changes", async () => {
    const { person, bodies } = page({ document, revision, path: "/review", answers: { decide_review: answered(revision) } });
    await person.click(await screen.findByRole("button", { name: "Request changes" }));
    expect(screen.getByText("Say which changes are needed.")).toBeVisible();
    await person.type(screen.getByLabelText(/^Your comment/), "Wrong depth");
    await person.click(screen.getByRole("button", { name: "Request changes" }));
    await waitFor(() => expect(bodies("decide_review")).toEqual([{ decision: "request_changes", comment: "Wrong depth" }]));
  });

  it("asks nobody else", async () => {
    page({ document, revision: { ...revision, review: { ...round, reviewers: [{ ...reviewer, userId: "U2" }] } }, path: "/review" });
    expect(await screen.findByRole("button", { name: "Withdraw the review…" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
  });
});

it("lists what waits for the reader, the late in red", async () => {
  const task = { documentId: ID, title: "Well programme", number: "PROG-1", siteId: null, typeId: null, revision: 3, fileName: "f", begunBy: "U2", begunAt: "2026-01-01T00:00:00Z" };
  const read = { documentId: "D2", title: "Emergency plan", number: null, siteId: null, typeId: null, revision: 2, fileName: "f", sizeBytes: 1, inForceSince: null };
  const api = anApi({ list_reviews: answered({ items: [{ ...task, dueAt: "2020-01-01T00:00:00Z" }], nextCursor: null }), list_documents_to_acknowledge: answered({ items: [read], nextCursor: null }) });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(ENGINEER));
  show(<WaitingPage />, { ...api, keeper });
  expect(await screen.findByRole("link", { name: "Well programme" })).toHaveAttribute("href", `/documents/${ID}/review?revision=3`);
  expect(screen.getByText(/^was due/)).toBeVisible();
  expect(await screen.findByRole("link", { name: "Emergency plan" })).toHaveAttribute("href", "/documents/D2?revision=2");
});

it("puts on record that somebody has read what is in force", async () => {
  const asking = aDocument({ acknowledgementRoles: ["viewer"], acknowledgement: { revision: 1, acknowledgedAt: null } });
  const { person, bodies } = page({ document: asking, me: VIEWER, answers: { acknowledge_document: answered({}) } });
  await person.click(await screen.findByRole("button", { name: "I have read it" }));
  await person.click(within(screen.getByRole("dialog")).getByRole("button", { name: "I have read it" }));
  await waitFor(() => expect(bodies("acknowledge_document")).toEqual([{ revision: 1 }]));
});

it("rolls back after saying what happens", async () => {
  const document = aDocument({ newest: aFile(2), current: aFile(2), approved: aFile(2) });
  const items = [aRevision(2), aRevision(1, { inForce: false, status: "superseded" })];
  const { person, asked } = page({ document, revision: aRevision(2), path: "/revisions", answers: { list_revisions: answered({ items, nextCursor: null }), restore_revision: answered(document) } });
  await person.click(await screen.findByRole("button", { name: "More about revision 1" }));
  expect(screen.getByRole("menuitem", { name: "Download" })).toHaveFocus();
  await person.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect(screen.getByRole("dialog")).toHaveTextContent("Nothing is taken away");
  await person.click(screen.getByRole("button", { name: "Make it revision 3" }));
  await waitFor(() => expect(asked.find(({ operation }) => operation === "restore_revision")?.path).toEqual({ document_id: ID, number: 1 }));
});

it("shows the address of a new link once", async () => {
  const link = { id: "L1", documentId: ID, revision: "latest", access: "download", note: "Partner", state: "active", expiresAt: "2030-01-01T00:00:00Z", maxUses: null, uses: 0, lastUsedAt: null, hasPassword: false, createdAt: "2026-01-01T00:00:00Z", createdBy: "U1", revokedAt: null };
  const policies = { sharing: { maxDays: 30, maxUses: null, passwordRequired: false } };
  const { person, bodies } = page({
    path: "/sharing",
    answers: {
      list_share_links: [answered({ items: [], nextCursor: null }), answered({ items: [link], nextCursor: null })],
      get_organisation: answered({ policies }),
      create_share_link: answered({ ...link, token: "t", url: "https://p.test/shared#t" }),
    },
  });
  await screen.findByText("No links");
  await person.click(screen.getByRole("button", { name: "Make a link" }));
  await person.type(await screen.findByLabelText(/^For whom/), "Partner");
  await person.click(screen.getByRole("button", { name: "Make the link" }));
  expect(await screen.findByLabelText("Link")).toHaveTextContent("https://p.test/shared#t");
  expect(bodies("create_share_link")).toMatchObject([{ note: "Partner", revision: "latest", access: "download", maxUses: null, password: null }]);
  await person.click(screen.getByRole("button", { name: "I have kept it" }));
  expect(screen.queryByText("https://p.test/shared#t")).toBeNull();
  expect(await screen.findByRole("button", { name: "Revoke Partner" })).toBeVisible();
});
