import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Call } from "@/api/call";
import type { Answer } from "@/api/http";
import { SharedPage } from "@/features/shared/SharedPage";

const SHARED = {
  organisationName: "Demo Energy",
  title: "Well programme",
  fileName: "programme.pdf",
  sizeBytes: 1_500_000,
  revision: 2,
  isNewest: true,
  needsPassword: false,
  expiresAt: "2030-01-01T12:00:00Z",
};
const SIGNED = { url: "https://files.test/signed", expiresAt: "2030-01-01T12:05:00Z", fileName: "programme.pdf", sizeBytes: 1, sha256: "a" };

const ok = (body: unknown): Answer => ({ ok: true, body });
const refused = (code: string, status: number, retryAfter: number | null = null): Answer => ({
  ok: false,
  problem: { status, code, title: code, detail: null, requestId: null, errors: [], retryAfter },
});

let started: string[];
beforeEach(() => {
  started = [];
  window.location.hash = "#organisation.link.secret";
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    started.push(this.href);
  });
});
afterEach(() => vi.restoreAllMocks());

/** Answers one after the other; the calls that were made. */
function page(...answers: Answer[]) {
  const calls: Call[] = [];
  render(
    <SharedPage
      send={(call, token) => {
        expect(token).toBeNull();
        calls.push(call);
        return Promise.resolve(answers[calls.length - 1] ?? refused("no_answer_left", 500));
      }}
    />,
  );
  return { person: userEvent.setup(), calls };
}

it("says what it is and downloads it without an account", async () => {
  const { person, calls } = page(ok(SHARED), ok(SIGNED));
  expect(await screen.findByRole("heading", { name: "Well programme" })).toBeVisible();
  expect(screen.getByText("Demo Energy shares this document with you.")).toBeVisible();
  expect(screen.getByText("1.5 MB PDF")).toBeVisible();
  expect(screen.queryByText(/newer revision/)).toBeNull();
  await person.click(screen.getByRole("button", { name: "Download" }));
  expect(await screen.findByText("The download has begun.")).toBeVisible();
  expect(started).toEqual(["https://files.test/signed"]);
  expect(calls.map(({ operation, body }) => [operation, body])).toEqual([
    ["read_shared", { token: "organisation.link.secret" }],
    ["download_shared", { token: "organisation.link.secret" }],
  ]);
});

it("asks for the password until it is right", async () => {
  const { person, calls } = page(ok({ ...SHARED, needsPassword: true }), refused("link_password_wrong", 422), ok(SIGNED));
  const field = await screen.findByLabelText("Password");
  await person.type(field, "wrong one{Enter}");
  expect(await screen.findByText(/This is not the password/)).toBeVisible();
  expect(field).toHaveAttribute("aria-invalid", "true");
  await person.clear(field);
  await person.type(field, "on paper only{Enter}");
  expect(await screen.findByText("The download has begun.")).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ token: "organisation.link.secret", password: "on paper only" });
});

it("says how long to wait after too many attempts", async () => {
  const { person } = page(ok({ ...SHARED, needsPassword: true }), refused("too_many_attempts", 429, 119));
  await person.type(await screen.findByLabelText("Password"), "guess{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Try again in 2 minutes.");
});

it("tells that there is a newer revision", async () => {
  page(ok({ ...SHARED, isNewest: false }));
  expect(await screen.findByText(/There is a newer revision/)).toHaveTextContent("This link leads to revision 2.");
});

it.each([
  ["at once", [refused("link_invalid", 404)]],
  ["when it was cut off", [refused("invalid", 422)]],
  ["while the page was open", [ok(SHARED), refused("link_invalid", 404)]],
] as const)("says that a link has ended %s", async (_, answers) => {
  const { person } = page(...answers);
  if (answers.length > 1) await person.click(await screen.findByRole("button", { name: "Download" }));
  expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
  expect(started).toEqual([]);
});

it("tries again after the connection came back", async () => {
  const { person } = page(refused("no_connection", 0), ok(SHARED));
  await person.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("heading", { name: "Well programme" })).toBeVisible();
});

it("opens another link that is put into the address bar", async () => {
  const { calls } = page(ok(SHARED), ok({ ...SHARED, title: "Casing tally" }));
  await screen.findByRole("heading", { name: "Well programme" });
  window.location.hash = "#another";
  expect(await screen.findByRole("heading", { name: "Casing tally" })).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ token: "another" });
});
