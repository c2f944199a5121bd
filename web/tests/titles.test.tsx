import { screen } from "@testing-library/react";
import { expect, it } from "vitest";

import { OFFLINE, problemOf } from "@/api/problem";
import { Shell } from "@/app/Shell";
import { titleOf } from "@/app/titles";
import { ToastProvider } from "@/components/Toasts";
import { InvitationPage } from "@/features/sign-in/InvitationPage";

import { aReport, ID, page } from "./fieldReport";
import { anApi, ANN, answered, aProblem, show } from "./people";

it.each([
  ["/documents", "Documents"],
  ["/bulk/01HZ", "Bulk operations"],
  ["/bulk/import", "Import from CSV"],
  ["/settings/document-types/new", "Document types"],
  ["/exports/schedules", "Schedules of exports"],
  ["/documents/01HZ/revisions", undefined],
])("calls the tab of %s after its page", (path, title) => {
  expect(titleOf(path)).toBe(title);
});

it("names the tab after the page, and the way home to who sees no words", () => {
  const page = (
    <ToastProvider>
      <Shell user={ANN}>…</Shell>
    </ToastProvider>
  );
  show(page, { ...anApi({}), path: "/trash" });
  expect(document.title).toBe("Trash · PetroConnect");
  expect(screen.getByRole("link", { name: "PetroConnect" })).toHaveAttribute("href", "/documents");
});

it("names the tab of a report after what it is about", async () => {
  page({ get_report: answered(aReport()) }, `/reports/${ID}`);
  await screen.findByRole("heading", { level: 1 });
  expect(document.title).toMatch(/^Daily production · NV-2 · .*2026 · PetroConnect$/);
});

it("writes units as people do", async () => {
  const content = { edition: 3, payload: { volumes: { gas: { value: 65624.4, unit: "Sm3" } } }, attachments: [], reasons: {} };
  page({ get_report: answered(aReport({ content })) }, `/reports/${ID}`);
  expect(await screen.findByText("65624.4 Sm³")).toBeInTheDocument();
});

const INVITATION = { organisationName: "Nordvind", email: "ola@nordvind.example", name: "Ola" };

it("does not call an invitation spent that could not be read, and reads it again", async () => {
  const { send } = anApi({ read_invitation: [{ ok: false, problem: OFFLINE }, answered(INVITATION)], list_sign_in_methods: answered({ methods: [] }) });
  const person = show(<InvitationPage send={send} onDone={() => undefined} />, { send });
  expect(await screen.findByRole("heading", { name: "The invitation could not be read" })).toBeInTheDocument();
  expect(document.title).toBe("The invitation could not be read · PetroConnect");
  await person.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Welcome to Nordvind" })).toBeInTheDocument();
});

it("says of an invitation that was cut off to open it again from the letter", async () => {
  const { send } = anApi({ read_invitation: aProblem("invalid", 422, { detail: "Some of the input is not valid." }) });
  show(<InvitationPage send={send} onDone={() => undefined} />, { send });
  expect(await screen.findByText(/open it again from the letter/)).toBeInTheDocument();
});

it("says what to do when something in between answered", async () => {
  expect(await problemOf(new Response("<h1>Bad gateway</h1>", { status: 502 }))).toMatchObject({ detail: "Try again in a moment." });
});
