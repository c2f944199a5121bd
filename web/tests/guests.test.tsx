import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";

import type { Call } from "@/api/call";
import type { Answer } from "@/api/http";
import { guestBackend } from "@/features/uploads/guests/backend";
import { GuestPage } from "@/features/uploads/guests/GuestPage";

const INVITED = { organisationName: "Demo Energy", message: "Logs of A-1, please", needsPassword: false, expiresAt: "2030-01-01T12:00:00Z", filesLeft: 3, maxFileBytes: 5_000_000 };
const AWAITED = {
  id: "D", state: "awaiting_upload", rejection: null, wholeBytes: null, committed: [], uncommitted: [{ id: "b", sizeBytes: 8 }],
  upload: { method: "blocks", url: "https://blob.test/1?sig=1", blockSizeBytes: 8, expiresAt: "2030-01-01T12:00:00Z" },
};

const ok = (body: unknown): Answer => ({ ok: true, body });
const refused = (code: string, status: number, retryAfter: number | null = null): Answer => ({ ok: false, problem: { status, code, title: code, detail: null, requestId: null, errors: [], retryAfter } });

beforeEach(() => {
  window.location.hash = "#organisation.link.secret";
});

/** Answers one after the other; the calls that were made. */
function answering(...answers: Answer[]) {
  const calls: Call[] = [];
  const send = (call: Call, token: string | null) => {
    expect(token).toBeNull();
    calls.push(call);
    return Promise.resolve(answers[calls.length - 1] ?? refused("no_answer_left", 500));
  };
  return { send, calls };
}

it("says who asks for what, and how much is taken", async () => {
  const { send, calls } = answering(ok(INVITED));
  render(<GuestPage send={send} />);
  expect(await screen.findByRole("heading", { name: "Send files to Demo Energy" })).toBeVisible();
  expect(screen.getByText("Logs of A-1, please")).toBeVisible();
  expect(screen.getByText(/3 more files, up to 5.0 MB each/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Choose files" })).toBeVisible();
  expect(calls.map(({ operation, body }) => [operation, body])).toEqual([["read_guest_link", { token: "organisation.link.secret" }]]);
});

it("asks for the password once, until it is right", async () => {
  const { send, calls } = answering(ok({ ...INVITED, needsPassword: true }), refused("link_password_wrong", 422), ok({ passed: "a pass" }));
  render(<GuestPage send={send} />);
  const person = userEvent.setup();
  const field = await screen.findByLabelText("Password");
  expect(screen.queryByRole("button", { name: "Choose files" })).toBeNull();
  await person.type(field, "wrong one{Enter}");
  expect(await screen.findByText(/This is not the password/)).toBeVisible();
  await person.clear(field);
  await person.type(field, "on paper only{Enter}");
  expect(await screen.findByRole("button", { name: "Choose files" })).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ token: "organisation.link.secret", password: "on paper only" });
});

it("says that a link works no more", async () => {
  const { send } = answering(refused("link_invalid", 404));
  render(<GuestPage send={send} />);
  expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});

it("announces files with the pass and the name that was typed, and hears what has come", async () => {
  const { send, calls } = answering(ok(AWAITED), ok({ ...AWAITED, state: "verifying", upload: null, uncommitted: [] }));
  const backend = guestBackend(send, { token: "t", passed: "a pass", sender: () => "Bob" });
  const file = { fileName: "log.las", sizeBytes: 16, sha256: "a".repeat(64), contentType: "text/plain" };
  const { document, standing } = await backend.announce(file, "unused", "unused");
  expect(calls[0]?.body).toEqual({ token: "t", passed: "a pass", sender: "Bob", ...file });
  expect([document.id, standing?.uncommitted]).toEqual(["D", [{ id: "b", sizeBytes: 8 }]]);
  await expect(backend.standing("D")).rejects.toMatchObject({ code: "not_awaiting_upload" });
});
