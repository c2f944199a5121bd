import { screen, waitFor } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";

import type { ApiKey, NewApiKey } from "@/api/types";
import { ToastProvider } from "@/components/Toasts";
import { ApiKeysPage } from "@/features/api-keys/ApiKeysPage";

import { aKeeper, anApi, answered, aProblem, aSession, show } from "./people";

const KEY: ApiKey = {
  id: "01HZZZZZZZZZZZZZZZZZZZZZZZ",
  name: "Historian",
  permissions: ["documents:read"],
  siteIds: null,
  state: "active",
  expiresAt: "2099-01-01T00:00:00Z",
  revokedAt: null,
  lastUsedAt: null,
  formerSecretUntil: null,
  entra: null,
  createdAt: "2026-01-01T00:00:00Z",
  createdBy: "U1",
  updatedAt: "2026-01-01T00:00:00Z",
  etag: "v1",
};
const SECRET = "pck_the-whole-key";
const WITH_SECRET: NewApiKey = { ...KEY, secret: SECRET };

beforeAll(() => {
  // jsdom has dialogs but cannot open them.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute("open", "");
  };
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute("open");
    this.dispatchEvent(new Event("close"));
  };
});

function page(answers: Parameters<typeof anApi>[0]) {
  const api = anApi(answers);
  const keeper = aKeeper(api.send);
  keeper.enter(aSession());
  const person = show(
    <ToastProvider>
      <ApiKeysPage />
    </ToastProvider>,
    { ...api, keeper },
  );
  return { ...api, person };
}

const listed = (...items: ApiKey[]) => answered({ items, nextCursor: null });

it("shows the secret of a new key once", async () => {
  const { person, bodies } = page({ list_api_keys: [listed(), listed(KEY)], create_api_key: answered(WITH_SECRET) });
  await screen.findByText("No API keys");
  await person.click(screen.getByRole("button", { name: "Create an API key" }));
  await person.type(screen.getByLabelText(/^Name/), "Historian");
  await person.click(screen.getByRole("checkbox", { name: "Read documents" }));
  await person.click(screen.getByRole("button", { name: "Create" }));
  expect(await screen.findByLabelText("Secret")).toHaveTextContent(SECRET);
  expect(bodies("create_api_key")).toMatchObject([{ name: "Historian", permissions: ["documents:read"], siteIds: null }]);
  await person.click(screen.getByRole("button", { name: "I have kept it" }));
  expect(screen.queryByText(SECRET)).toBeNull();
  await person.click(await screen.findByRole("button", { name: "Open Historian" }));
  expect(screen.getByRole("dialog")).not.toHaveTextContent(SECRET);
});

it("offers nothing that the person may not do, and nothing that is for people only", async () => {
  const { person } = page({ list_api_keys: listed() });
  await person.click(await screen.findByRole("button", { name: "Create an API key" }));
  const offered = screen.getAllByRole("checkbox").map((box) => box.getAttribute("name"));
  expect(offered).toEqual(["documents:read", "sites:read", "api-keys:read"]);
});

it("says at the permissions that one is needed", async () => {
  const refused = aProblem("invalid", 422, { errors: [{ field: "permissions", code: "too_short", message: "too few" }] });
  const { person } = page({ list_api_keys: listed(), create_api_key: refused });
  await person.click(await screen.findByRole("button", { name: "Create an API key" }));
  await person.type(screen.getByLabelText(/^Name/), "Historian");
  await person.click(screen.getByRole("button", { name: "Create" }));
  expect(await screen.findByText("Choose at least one thing it may do.")).toBeVisible();
});

it("gives a new secret while the old one goes on working, also when somebody renamed the key meanwhile", async () => {
  const renamed = { ...KEY, name: "Historian 2", etag: "v2" };
  const { person, asked, bodies } = page({
    list_api_keys: listed(KEY),
    get_api_key: answered(renamed),
    rotate_api_key: [aProblem("stale_version", 412), answered({ ...renamed, secret: SECRET })],
  });
  await person.click(await screen.findByRole("button", { name: "Open Historian" }));
  await person.click(screen.getByRole("button", { name: "New secret…" }));
  await person.selectOptions(screen.getByLabelText(/^The old secret/), "A week");
  await person.click(screen.getByRole("button", { name: "Make a new secret" }));
  await person.click(await screen.findByRole("button", { name: "Show the current version" }));
  await screen.findByRole("heading", { name: "A new secret for Historian 2" });
  await person.click(screen.getByRole("button", { name: "Make a new secret" }));
  expect(await screen.findByLabelText("Secret")).toHaveTextContent(SECRET);
  expect(bodies("rotate_api_key")).toEqual([{ overlapHours: 168 }, { overlapHours: 24 }]);
  expect(asked.filter((call) => call.operation === "rotate_api_key").map((call) => call.headers?.["If-Match"])).toEqual(['"v1"', '"v2"']);
});

it("revokes a key after asking", async () => {
  const { person, asked } = page({ list_api_keys: [listed(KEY), listed()], delete_api_key: answered(undefined) });
  await person.click(await screen.findByRole("button", { name: "Open Historian" }));
  await person.click(screen.getByRole("button", { name: "Revoke…" }));
  await person.click(screen.getByRole("button", { name: "Revoke" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Open Historian" })).toBeNull());
  expect(asked.find((call) => call.operation === "delete_api_key")?.path).toEqual({ key_id: KEY.id });
});
