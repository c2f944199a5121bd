import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useLocation } from "react-router";
import { expect, it } from "vitest";

import type { Hit } from "@/api/types";
import { Marked } from "@/components/Marked";
import { ToastProvider } from "@/components/Toasts";
import { LibraryPage } from "@/features/documents/library/LibraryPage";

import { aDocument } from "./documents";
import { aKeeper, anApi, answered, aProblem, aSession, show } from "./people";

function aHit(more: Partial<Hit> = {}): Hit {
  return { document: { ...aDocument(), thumbnail: null }, matches: [], pages: [], pageCount: 0, ...more };
}

const found = (items: readonly Hit[], nextCursor: string | null = null, isComplete = true) => answered({ items, nextCursor, isComplete });

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function library(answers: Parameters<typeof anApi>[0], path = "/") {
  const api = anApi({ list_documents: answered({ items: [aDocument()], nextCursor: null }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession());
  const person = show(
    <ToastProvider>
      <LibraryPage trashed={false} />
      <Address />
    </ToastProvider>,
    { ...api, keeper, path },
  );
  return { ...api, person, searches: () => api.asked.filter((call) => call.operation === "search_documents").map((call) => call.query) };
}

it("finds by the keyboard alone, within the filters of the address", async () => {
  const { person, searches } = library({ search_documents: found([aHit()]) }, "/?status=approved");
  await screen.findByText("Emergency response plan");
  await person.keyboard("/plan b");
  expect(screen.getByRole("searchbox")).toHaveValue("plan b");
  await screen.findByText("1 document found");
  expect(screen.getByLabelText("Address")).toHaveTextContent("?status=approved&q=plan+b");
  expect(searches()).toContainEqual({ q: "plan b", revisions: "served", status: "approved", trashed: false, limit: 20 });
  await person.clear(screen.getByRole("searchbox"));
  await screen.findByRole("table", { name: "Documents" });
});

it("leaves a slash to the field somebody is writing in", async () => {
  const { person } = library({});
  await screen.findByText("Emergency response plan");
  const order = screen.getByLabelText("Order");
  order.focus();
  await person.keyboard("/");
  expect(order).toHaveFocus();
});

it("says on which page of which revision it was found, and leads there", async () => {
  const page = { revision: 2, standing: "superseded", number: 12, label: "Costs", snippet: { text: "the pump was", ranges: [{ start: 4, end: 8 }] } } as const;
  library({ search_documents: found([aHit({ pages: [page], pageCount: 3 })]) }, "/?q=pump&revisions=all");
  const link = await screen.findByRole("link", { name: "On page 12 (Costs) of revision 2, superseded" });
  expect(link).toHaveAttribute("href", `/documents/${aDocument().id}?revision=2&page=12`);
  expect(screen.getByText("pump")).toContainHTML("<mark");
  expect(screen.getByText("and on 2 more pages")).toBeVisible();
});

it("marks what was found in title and number where they stand, and names the others", async () => {
  const snippet = (text: string, end: number) => ({ text, ranges: [{ start: 0, end }] });
  const hit = aHit({
    matches: [
      { part: "title", key: null, snippet: snippet("Emergency response plan", 9) },
      { part: "tags", key: null, snippet: snippet("emergency", 9) },
      { part: "fields", key: "kind", snippet: snippet("emergency stop", 9) },
    ],
  });
  library({ search_documents: found([hit]) }, "/?q=emergency");
  const row = within(await screen.findByRole("list", { name: "Found" })).getByRole("listitem");
  expect(row).toHaveTextContent("Tags: emergency");
  expect(row).toHaveTextContent("kind: emergency stop");
  expect(within(row).getByRole("link", { name: "Emergency response plan" })).toContainHTML("<mark");
});

it("shows what was found as text, whatever it looks like", () => {
  show(<Marked snippet={{ text: "<img src=x onerror=alert(1)> & so on", ranges: [{ start: 0, end: 4 }, { start: 29, end: 30 }] }} />, anApi({}));
  expect(document.body).toHaveTextContent("<img src=x onerror=alert(1)> & so on");
  expect(document.querySelector("img")).toBeNull();
  expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["<img", "&"]);
});

it("reads further hits when asked to, and says when there may be more than it shows", async () => {
  const second = aHit({ document: { ...aDocument({ id: "01HZZZZZZZZZZZZZZZZZZZZZ02", title: "Lifting register" }), thumbnail: null } });
  const { person, searches } = library({ search_documents: [found([aHit()], "c2"), found([second], null, false)] }, "/?q=plan");
  await screen.findByText("1 or more documents found");
  await person.click(screen.getByRole("button", { name: "Load more" }));
  await screen.findByText("Lifting register");
  expect(searches()[1]).toMatchObject({ cursor: "c2" });
  expect(screen.getByText(/2 documents found, perhaps not all/)).toBeVisible();
});

it("offers to look into drafts and superseded revisions when nothing was found", async () => {
  const { person, searches } = library({ search_documents: [found([]), found([aHit()])] }, "/?q=plan");
  await person.click(await screen.findByRole("button", { name: /Look into drafts/ }));
  await screen.findByText("1 document found");
  expect(searches()[1]).toMatchObject({ revisions: "all" });
  expect(screen.getByLabelText("Address")).toHaveTextContent("?q=plan&revisions=all");
});

it("chooses what was found, and everything that would be", async () => {
  const api = anApi({ search_documents: found([aHit()], "c2") });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession());
  const person = show(
    <ToastProvider>
      <LibraryPage
        trashed={false}
        bulk={({ selection, chooseAll }, canMeanAll) => (
          <>
            {canMeanAll && (
              <button type="button" onClick={chooseAll}>
                Everything
              </button>
            )}
            <output aria-label="Chosen">{JSON.stringify(selection.kind === "all" ? selection.criteria : [...selection.ids])}</output>
          </>
        )}
      />
    </ToastProvider>,
    { ...api, keeper, path: "/?q=plan&tag=x" },
  );
  await person.click(await screen.findByLabelText("Choose Emergency response plan"));
  expect(screen.getByLabelText("Chosen")).toHaveTextContent(JSON.stringify([aDocument().id]));
  await person.click(screen.getByRole("button", { name: "Everything" }));
  expect(JSON.parse(screen.getByLabelText("Chosen").textContent)).toEqual({ trashed: false, tag: "x", q: "plan" });
});

it("says what went wrong with a search, and tries again", async () => {
  const { person } = library({ search_documents: [aProblem("unavailable", 503), found([aHit()])] }, "/?q=plan");
  await person.click(await screen.findByRole("button", { name: "Try again" }));
  await screen.findByText("1 document found");
});

it("shows a picture of a document, and its kind when the picture cannot be had", async () => {
  library({ list_documents: answered({ items: [{ ...aDocument(), thumbnail: { url: "https://blobs.example/t.webp", expiresAt: "2026-01-01T00:00:00Z" } }], nextCursor: null }) });
  await screen.findByText("Emergency response plan");
  const picture = document.querySelector("img");
  expect(picture).toHaveAttribute("src", "https://blobs.example/t.webp");
  if (picture) fireEvent.error(picture);
  await waitFor(() => expect(document.querySelector("img")).toBeNull());
  expect(screen.getByText("PDF")).toBeVisible();
});
