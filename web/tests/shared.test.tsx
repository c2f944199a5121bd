import { cleanup, fireEvent, render, screen } from "@testing-library/react";
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
  pagesToView: 2,
  mayDownload: true,
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
  sessionStorage.clear();
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

const LOOK = { ...SHARED, mayDownload: false };
const pages = (signature: string, passed = "pass") => ({
  pages: [1, 2].map((number) => ({ number, url: `https://files.test/page-${number}.webp?${signature}`, expiresAt: "2030-01-01T12:05:00Z" })),
  passed,
});
const sources = () => screen.getAllByRole("img").map((image) => (image as HTMLImageElement).src);

it("shows the pages of what may only be looked at, and offers no file", async () => {
  const { person, calls } = page(ok(LOOK), ok(pages("a")));
  expect(await screen.findByText("The first 2 pages")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Download" })).toBeNull();
  expect(screen.queryByText(/1.5 MB/)).toBeNull();
  await person.click(screen.getByRole("button", { name: "Look at it" }));
  expect(await screen.findByRole("img", { name: "Page 2 of Well programme" })).toBeInTheDocument();
  expect(sources()).toEqual(pages("a").pages.map(({ url }) => url));
  expect(screen.queryByRole("button")).toBeNull();
  expect(calls.map(({ operation }) => operation)).toEqual(["read_shared", "view_shared"]);
});

it("asks for fresh pictures when their URLs have ended, without another use", async () => {
  const { person, calls } = page(ok({ ...LOOK, needsPassword: true }), ok(pages("a")), ok(pages("b")));
  await person.type(await screen.findByLabelText("Password"), "on paper only{Enter}");
  for (const image of await screen.findAllByRole("img")) fireEvent.error(image);
  await vi.waitFor(() => expect(sources()).toEqual(pages("b").pages.map(({ url }) => url)));
  expect(calls.slice(1).map(({ body }) => body)).toEqual([
    { token: "organisation.link.secret", password: "on paper only" },
    { token: "organisation.link.secret", passed: "pass" },
  ]);
});

it("asks no second time for a picture that the storage does not have", async () => {
  const { person, calls } = page(ok(LOOK), ok(pages("a")), ok(pages("a")));
  await person.click(await screen.findByRole("button", { name: "Look at it" }));
  for (let times = 0; times < 3; times++) {
    fireEvent.error(await screen.findByRole("img", { name: "Page 1 of Well programme" }));
    await vi.waitFor(() => expect(calls).toHaveLength(3));
  }
});

it("shows what was opened after the page is loaded anew, and no other link's", async () => {
  const { person } = page(ok(LOOK), ok(pages("a")));
  await person.click(await screen.findByRole("button", { name: "Look at it" }));
  await screen.findAllByRole("img");
  cleanup();
  const again = page(ok(pages("b")));
  expect(await screen.findAllByRole("img")).toHaveLength(2);
  expect(again.calls.map(({ operation, body }) => [operation, body])).toEqual([["view_shared", { token: "organisation.link.secret", passed: "pass" }]]);
  cleanup();
  window.location.hash = "#another";
  const other = page(ok(SHARED));
  await screen.findByRole("button", { name: "Download" });
  expect(other.calls[0]?.operation).toBe("read_shared");
});

it("says when the look is over, and that opening it again is another use", async () => {
  const { person, calls } = page(ok(LOOK), ok(pages("a")), refused("look_ended", 409), ok(LOOK), ok(pages("b")));
  await person.click(await screen.findByRole("button", { name: "Look at it" }));
  fireEvent.error(await screen.findByRole("img", { name: "Page 1 of Well programme" }));
  expect(await screen.findByText(/another use of the link/)).toBeVisible();
  await person.click(await screen.findByRole("button", { name: "Look at it" }));
  await screen.findAllByRole("img");
  expect(calls.at(-1)?.body).toEqual({ token: "organisation.link.secret" });
});

it("keeps what is on the page while there is no connection", async () => {
  const { person } = page(ok(LOOK), ok(pages("a")), refused("no_connection", 0), ok(pages("b")));
  await person.click(await screen.findByRole("button", { name: "Look at it" }));
  fireEvent.error(await screen.findByRole("img", { name: "Page 1 of Well programme" }));
  await person.click(await screen.findByRole("button", { name: "Try again" }));
  await vi.waitFor(() => expect(sources()[0]).toBe(pages("b").pages[0]?.url));
});

it("says that there is nothing to look at yet", async () => {
  page(ok({ ...LOOK, pagesToView: 0 }));
  expect(await screen.findByText(/There are no pictures of this file, or not yet/)).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
});
