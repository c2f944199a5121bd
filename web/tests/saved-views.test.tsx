import { screen, waitFor, within } from "@testing-library/react";
import { useLocation } from "react-router";
import { expect, it } from "vitest";

import type { ListedView, Me } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { LibraryPage } from "@/features/documents/library/LibraryPage";
import { savedOf, viewOf, viewOfSaved } from "@/features/documents/library/view";

import { openDialogs } from "./dialogs";
import { aDocument } from "./documents";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const TYPE = "01HZZZZZZZZZZZZZZZZZZZZZ11";
const MINE: ListedView = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Drafts of mine", query: { status: "draft", sort: "title" }, columns: [], roles: [], ownerId: "U1", createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z", etag: "v1" };
const SHARED: ListedView = { ...MINE, id: "01HZZZZZZZZZZZZZZZZZZZZZ52", name: "Everybody's", ownerId: "U2", roles: ["operator"], query: { q: "pump", revisions: "all" } };
const views = (defaultId: string | null, ...items: ListedView[]) => answered({ items, nextCursor: null, defaultId });
const READER: Me = { ...ANN, permissions: ["documents:read"] };

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="Address">{pathname + search}</output>;
}

function library(answers: Parameters<typeof anApi>[0], { path = "/documents", me = READER } = {}) {
  const api = anApi({ list_documents: answered({ items: [aDocument()], nextCursor: null }), search_documents: answered({ items: [], nextCursor: null, isComplete: true }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <LibraryPage trashed={false} />
      <Address />
    </ToastProvider>,
    { ...api, keeper, path },
  );
  return { ...api, person };
}

it.each([
  "state=ready&status=draft&inForce=false&discipline=DR&tag=x&number=A&createdFrom=2026-01-01&createdTo=2026-03-29&updatedFrom=2026-10-25&updatedTo=2026-10-25&sort=-title",
  `type=${TYPE}&site=${TYPE}&field=pressure%3A345`,
  "q=pump+curve&revisions=all&tag=x",
])("shows again what was saved of %s", (address) => {
  const view = viewOf(new URLSearchParams(address), false);
  expect(viewOfSaved(savedOf(view))).toEqual(view);
});

it("saves what is shown, without sharing what the person may not share", async () => {
  const { person, bodies } = library({ list_views: views(null), create_view: answered(MINE) }, { path: "/documents?status=draft&sort=title" });
  await person.click(await screen.findByRole("button", { name: "Views" }));
  await person.click(await screen.findByRole("button", { name: "Save this view…" }));
  expect(screen.queryByRole("checkbox", { name: "Operators" })).toBeNull();
  await person.type(screen.getByLabelText("Name"), "Drafts of mine");
  await person.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByRole("button", { name: "Save this view…" });
  expect(bodies("create_view")).toEqual([{ name: "Drafts of mine", query: { sort: "title", trashed: false, status: "draft" } }]);
});

it("opens a view of a colleague as a search, and says what it names that is gone", async () => {
  const { person } = library({ list_views: views(null, MINE, SHARED), get_view: answered({ ...SHARED, gone: ["site"] }) });
  await person.click(await screen.findByRole("button", { name: "Views" }));
  const shared = await screen.findByRole("list", { name: "Shared with me" });
  await person.click(within(shared).getByRole("button", { name: "Everybody's" }));
  expect(await screen.findByText(/names what is not there any more: site/)).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText("Address")).toHaveTextContent("/documents?q=pump&revisions=all"));
});

it("offers no change of a view that is not the person's", async () => {
  const { person } = library({ list_views: views(null, SHARED) });
  await person.click(await screen.findByRole("button", { name: "Views" }));
  await person.click(await screen.findByRole("button", { name: "Further steps with Everybody's" }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(["Open it first"]);
});

it("opens the default view where the address asks for nothing, and only then", async () => {
  library({ list_views: views(MINE.id, MINE) });
  await screen.findByRole("button", { name: "Take away: Draft" });
  expect(screen.getByLabelText("Address")).toHaveTextContent("/documents?status=draft&sort=title");
});

it("leaves an address that asks for something as it is", async () => {
  const { asked } = library({ list_views: views(MINE.id, MINE) }, { path: "/documents?tag=x" });
  await screen.findByText("Emergency response plan");
  expect(screen.getByLabelText("Address")).toHaveTextContent("/documents?tag=x");
  expect(asked.some(({ operation }) => operation === "list_views")).toBe(false);
});

it("shares a view under another name, also when it was changed meanwhile", async () => {
  const { person, bodies } = library(
    { list_views: views(null, MINE), get_view: answered({ ...MINE, etag: "v2", gone: [] }), change_view: [aProblem("stale_version", 412), answered(MINE)] },
    { me: { ...READER, permissions: ["documents:read", "views:share"] } },
  );
  await person.click(await screen.findByRole("button", { name: "Views" }));
  await person.click(await screen.findByRole("button", { name: /^Further steps/ }));
  await person.click(screen.getByRole("menuitem", { name: "Rename or share…" }));
  await person.click(screen.getByRole("checkbox", { name: "Operators" }));
  await person.click(screen.getByRole("button", { name: "Save" }));
  await person.click(await screen.findByRole("button", { name: "Save mine all the same" }));
  await screen.findByRole("button", { name: "Save this view…" });
  expect(bodies("change_view")).toEqual([{ name: "Drafts of mine", roles: ["operator"] }, { name: "Drafts of mine", roles: ["operator"] }]);
});
