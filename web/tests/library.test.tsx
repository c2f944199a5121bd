import { screen, waitFor, within } from "@testing-library/react";
import { useLocation } from "react-router";
import { expect, it } from "vitest";

import type { Document, Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { LibraryPage } from "@/features/documents/library/LibraryPage";

import { openDialogs } from "./dialogs";
import { aDocument, aFile } from "./documents";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const TYPE = "01HZZZZZZZZZZZZZZZZZZZZZ11";
const listed = (items: readonly Document[], nextCursor: string | null = null) => answered({ items, nextCursor });
const WRITER: Me = { ...ANN, permissions: ["documents:read", "documents:delete", "document-types:read", "sites:read"] };

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function library(answers: Parameters<typeof anApi>[0], { path = "/", me = WRITER, trashed = false } = {}) {
  const api = anApi({ list_document_types: answered({ items: [{ id: TYPE, name: "Certificate", status: "active" }], nextCursor: null }), list_sites: answered({ items: [], nextCursor: null }), get_disciplines: answered({ disciplines: [], etag: "v1" }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <LibraryPage trashed={trashed} uploadButton={<button type="button">Upload</button>} />
      <Address />
    </ToastProvider>,
    { ...api, keeper, path },
  );
  const queries = () => api.asked.filter((call) => call.operation === "list_documents").map((call) => call.query);
  return { ...api, person, queries };
}

it("asks for just the list that the address says", async () => {
  const { queries } = library({ list_documents: listed([aDocument()]) }, { path: "/?tag=pumps&status=draft&sort=title" });
  await screen.findByText("Emergency response plan");
  expect(queries()).toEqual([{ tag: "pumps", status: "draft", sort: "title", trashed: false, limit: 50 }]);
});

it("reads the next page only when asked to, and says what there is", async () => {
  const second = aDocument({ id: "01HZZZZZZZZZZZZZZZZZZZZZ02", title: "Lifting register" });
  const { person, queries } = library({ list_documents: [listed([aDocument()], "c2"), listed([second])] });
  await screen.findByText("1 shown, there are more");
  expect(queries()).toHaveLength(1);
  await person.click(screen.getByRole("button", { name: "Load more" }));
  await screen.findByText("Lifting register");
  expect(queries()[1]).toMatchObject({ cursor: "c2" });
  expect(screen.queryByRole("button", { name: "Load more" })).toBeNull();
});

it("puts every filter into the address, and takes it away by its chip", async () => {
  const { person, queries } = library({ list_documents: listed([]) });
  await screen.findByText("No documents yet");
  await person.click(screen.getByRole("button", { name: "Filters" }));
  await person.selectOptions(await screen.findByLabelText(/^Type/), await screen.findByRole("option", { name: "Certificate" }));
  await person.type(screen.getByLabelText(/^Tag/), "pumps ");
  await waitFor(() => expect(screen.getByLabelText("Address")).toHaveTextContent(`?type=${TYPE}&tag=pumps`));
  await waitFor(() => expect(queries().at(-1)).toMatchObject({ typeId: TYPE, tag: "pumps" }));
  await person.click(await screen.findByRole("button", { name: "Take away: Certificate" }));
  expect(screen.getByLabelText("Address")).toHaveTextContent("?tag=pumps");
  await person.click(await screen.findByRole("button", { name: "Clear all filters" }));
  expect(screen.getByLabelText("Address")).toBeEmptyDOMElement();
  expect(screen.getByLabelText(/^Tag/)).toHaveValue("");
});

it("sorts by the head of a column, the other way when pressed again, and says so", async () => {
  const { person, queries } = library({ list_documents: listed([aDocument()]) });
  const head = await screen.findByRole("columnheader", { name: /Title/ });
  await person.click(within(head).getByRole("button"));
  await waitFor(() => expect(queries().at(-1)).toMatchObject({ sort: "title" }));
  expect(await screen.findByRole("columnheader", { name: /Title/ })).toHaveAttribute("aria-sort", "ascending");
  await person.click(within(await screen.findByRole("columnheader", { name: /Title/ })).getByRole("button"));
  await waitFor(() => expect(queries().at(-1)).toMatchObject({ sort: "-title" }));
});

it("says of which revision the state is, and why a file was refused", async () => {
  const newest = aFile({ number: 2, state: "rejected", rejection: { code: "is_program", message: "This is a program." } });
  library({ list_documents: listed([aDocument({ newest })]) });
  const row = (await screen.findByText("Emergency response plan")).closest("tr") ?? document.body;
  expect(row).toHaveTextContent("Revision 1 is current; the state is that of revision 2.");
  expect(row).toHaveTextContent("This is a program.");
  expect(within(row).getAllByText("Rejected")).not.toHaveLength(0);
});

it("offers only what the person may do with what there is", async () => {
  const unapproved = aDocument({ id: "01HZZZZZZZZZZZZZZZZZZZZZ02", title: "Draft plan", approved: null, status: "draft" });
  library({ list_documents: listed([aDocument(), unapproved]) }, { me: { ...ANN, permissions: ["documents:read"] } });
  await screen.findByText("Draft plan");
  expect(screen.getAllByRole("button", { name: /^Download/ }).map((button) => button.getAttribute("aria-label"))).toEqual(["Download Emergency response plan"]);
  expect(screen.queryByRole("button", { name: /trash/ })).toBeNull();
});

it("moves a document to the trash after asking, with the version that was on show", async () => {
  const { person, asked } = library({ list_documents: [listed([aDocument()]), listed([])], delete_document: answered(undefined) });
  await person.click(await screen.findByRole("button", { name: "Move Emergency response plan to the trash" }));
  await person.click(screen.getByRole("button", { name: "Move to trash" }));
  await screen.findByText("No documents yet");
  expect(asked.find((call) => call.operation === "delete_document")?.headers).toEqual({ "If-Match": '"v1"' });
});

it("says that somebody else changed a document, and keeps it listed", async () => {
  const { person } = library({ list_documents: listed([aDocument()]), delete_document: aProblem("stale_version", 412) });
  await person.click(await screen.findByRole("button", { name: /to the trash/ }));
  await person.click(screen.getByRole("button", { name: "Move to trash" }));
  expect(await screen.findByText(/Somebody changed this document just now/)).toBeVisible();
  expect(screen.getByText("Emergency response plan")).toBeVisible();
});

it("shows the trash, from where documents come back", async () => {
  const { person, queries, asked } = library({ list_documents: [listed([aDocument({ trashedAt: "2026-02-01T00:00:00Z" })]), listed([])], restore_document: answered(aDocument()) }, { trashed: true });
  await person.click(await screen.findByRole("button", { name: "Restore Emergency response plan" }));
  await screen.findByText("The trash is empty");
  expect(queries()[0]).toMatchObject({ trashed: true });
  expect(asked.some((call) => call.operation === "restore_document")).toBe(true);
});

it("says what went wrong, and tries again", async () => {
  const { person } = library({ list_documents: [aProblem("unavailable", 503), listed([aDocument()])] });
  await person.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Emergency response plan")).toBeVisible();
});
