import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";

import type { Send } from "@/api/http";
import { SignInPage } from "@/features/account/SignInPage";
import { SessionKeeper } from "@/session/keeper";
import { SessionProvider } from "@/session/session";

function page(send: Send) {
  const tabs = { tell: () => undefined, listen: () => () => undefined };
  const keeper = new SessionKeeper({ send, tabs, exclusively: (work) => work(), now: () => 0, sleep: () => Promise.resolve() });
  render(
    <SessionProvider keeper={keeper}>
      <SignInPage reason="never" />
    </SessionProvider>,
  );
  return userEvent.setup();
}

const refused = (code: string, status: number, retryAfter: number | null): Send => () =>
  Promise.resolve({ ok: false, problem: { status, code, title: code, detail: null, requestId: null, errors: [], retryAfter } });

it("signs in with the keyboard alone", async () => {
  const sent: unknown[] = [];
  const person = page((call) => {
    sent.push(call.body);
    return new Promise(() => undefined);
  });
  await person.tab();
  await person.keyboard("ann@demo.example");
  await person.tab();
  await person.keyboard("correct horse battery{Enter}");
  expect(sent).toEqual([{ email: "ann@demo.example", password: "correct horse battery" }]);
  expect(screen.getByRole("button", { name: "Signing in…" })).toBeDisabled();
});

it.each([
  ["invalid_credentials", 401, null, /wrong/],
  ["too_many_attempts", 429, 840, /14 minutes/],
] as const)("says what %s means", async (code, status, retryAfter, words) => {
  const person = page(refused(code, status, retryAfter));
  await person.type(screen.getByLabelText("E-mail"), "ann@demo.example");
  await person.type(screen.getByLabelText("Password"), "not the password");
  await person.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(words);
});

it("shows the password on request", async () => {
  const person = page(refused("x", 500, null));
  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "password");
  await person.click(screen.getByRole("button", { name: "Show password" }));
  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
});
