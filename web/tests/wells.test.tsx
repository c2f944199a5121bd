import { screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";

import type { Me, Well } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { WellsPage } from "@/features/wells/WellsPage";

import { openDialogs } from "./dialogs";
import { aKeeper, anApi, ANN, answered, aProblem, aSession, show } from "./people";

openDialogs();

const SITE = { id: "01HZZZZZZZZZZZZZZZZZZZZZ51", name: "Nordvind A", code: "NV-A", timeZone: "Europe/Oslo", status: "active" };
const ADMIN: Me = { ...ANN, permissions: ["reports:read", "sites:read", "sites:write"] };
const WELL: Well = { id: "01HZZZZZZZZZZZZZZZZZZZZZA1", name: "NV-2", siteId: SITE.id, roles: [{ from: "2025-01-01", role: "producer" }], status: "suspended", createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z", etag: "v1" };

function page(answers: Parameters<typeof anApi>[0], me = ADMIN) {
  const api = anApi({ list_sites: answered({ items: [SITE], nextCursor: null }), list_wells: answered({ items: [WELL], nextCursor: null }), ...answers });
  const keeper = aKeeper(api.send);
  keeper.enter(aSession(me));
  const person = show(
    <ToastProvider>
      <Routes>
        <Route path="/wells" element={<WellsPage />} />
      </Routes>
    </ToastProvider>,
    { ...api, keeper, path: "/wells" },
  );
  return { ...api, person };
}

it("lists wells with what they are for since when, and narrows them down", async () => {
  const { person, asked } = page({});
  const list = await screen.findByRole("list", { name: "Wells" });
  expect(await within(list).findByText("Nordvind A · Producer from Jan 1, 2025")).toBeInTheDocument();
  expect(within(list).getByText("Suspended")).toBeInTheDocument();
  await person.selectOptions(screen.getByLabelText("Status"), "active");
  await person.selectOptions(screen.getByLabelText("Site"), SITE.id);
  await person.type(screen.getByRole("searchbox"), "nv");
  await screen.findByRole("list", { name: "Wells" });
  expect(asked.filter(({ operation }) => operation === "list_wells").at(-1)?.query).toMatchObject({ status: "active", siteId: SITE.id, search: "nv" });
});

it("lets who may only read change nothing", async () => {
  page({}, { ...ADMIN, permissions: ["reports:read", "sites:read"] });
  expect(await screen.findByText("NV-2")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Edit NV-2" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Add a well" })).toBeNull();
});

it("adds one with its roles in the order of their dates", async () => {
  const { person, bodies } = page({ list_wells: answered({ items: [], nextCursor: null }), create_well: [aProblem("well_name_taken", 409), answered(WELL)] });
  await person.click(await screen.findByRole("button", { name: "Add a well" }));
  await person.type(screen.getByLabelText(/^Name/), " NV-3 ");
  await person.click(screen.getByRole("button", { name: "Add a role" }));
  await person.click(screen.getByRole("button", { name: "Add a role" }));
  await person.selectOptions(screen.getByLabelText("Role 1"), "injector");
  await person.type(screen.getByLabelText("From, role 1"), "2026-05-04");
  await person.type(screen.getByLabelText("From, role 2"), "2026-05-04");
  await person.click(screen.getByRole("button", { name: "Add" }));
  expect(screen.getByText("Two of them begin on the same day")).toBeInTheDocument();
  expect(bodies("create_well")).toEqual([]);
  await person.clear(screen.getByLabelText("From, role 2"));
  await person.type(screen.getByLabelText("From, role 2"), "2025-01-01");
  await person.click(screen.getByRole("button", { name: "Add" }));
  expect(await screen.findByText("Another well has this name already.")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Add" }));
  expect(await screen.findByText("No wells yet")).toBeInTheDocument();
  expect(bodies("create_well").at(-1)).toEqual({ name: "NV-3", siteId: SITE.id, roles: [{ from: "2025-01-01", role: "producer" }, { from: "2026-05-04", role: "injector" }] });
});

it("changes one, and shows what somebody else made of it meanwhile", async () => {
  const theirs = { ...WELL, name: "NV-2 T2", etag: "v2" };
  const { person, bodies, asked } = page({ change_well: [aProblem("stale_version", 412), answered(theirs)], get_well: answered(theirs) });
  await person.click(await screen.findByRole("button", { name: "Edit NV-2" }));
  await person.selectOptions(within(screen.getByRole("dialog")).getByLabelText("Status"), "abandoned");
  await person.click(screen.getByRole("button", { name: "Save" }));
  await person.click(await screen.findByRole("button", { name: "Show the current version" }));
  expect(await screen.findByDisplayValue("NV-2 T2")).toBeInTheDocument();
  await person.click(screen.getByRole("button", { name: "Take role 1 out" }));
  await person.click(screen.getByRole("button", { name: "Save" }));
  expect(bodies("change_well")).toEqual([{ name: "NV-2", roles: WELL.roles, status: "abandoned" }, { name: "NV-2 T2", roles: [], status: "suspended" }]);
  expect(asked.filter(({ operation }) => operation === "change_well").map(({ headers }) => headers)).toEqual([{ "If-Match": '"v1"' }, { "If-Match": '"v2"' }]);
});
