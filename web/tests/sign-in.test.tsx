import { screen } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";

import { SignInPage } from "@/features/sign-in/SignInPage";

import { aKeeper, anApi, answered, aProblem, aSession, show } from "./people";

const CHALLENGE = answered({ outcome: "second_factor", challenge: "half-way", expiresIn: 300 });
const PASSWORD_ONLY = answered({ methods: ["password"] });

function page(answers: Parameters<typeof anApi>[0], path = "/") {
  const api = anApi({ list_sign_in_methods: PASSWORD_ONLY, ...answers });
  const keeper = aKeeper(api.send);
  const person = show(<SignInPage send={api.send} reason="never" />, { ...api, keeper, path });
  return { ...api, keeper, person };
}

async function enterPassword(person: UserEvent) {
  await person.type(screen.getByLabelText("E-mail"), "ann@demo.example");
  await person.type(screen.getByLabelText("Password"), "correct horse battery");
  await person.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("with a password", () => {
  it("signs in with the keyboard alone", async () => {
    const { person, bodies, keeper } = page({ sign_in: answered(aSession()) });
    await person.tab();
    await person.keyboard("ann@demo.example");
    await person.tab();
    await person.keyboard("correct horse battery{Enter}");
    expect(bodies("sign_in")).toEqual([{ email: "ann@demo.example", password: "correct horse battery" }]);
    expect(keeper.getState()).toMatchObject({ status: "signed-in" });
  });

  it.each([
    ["invalid_credentials", 401, null, /wrong/],
    ["too_many_attempts", 429, 840, /14 minutes/],
  ] as const)("says what %s means", async (code, status, retryAfter, words) => {
    const { person } = page({ sign_in: aProblem(code, status, { retryAfter }) });
    await enterPassword(person);
    expect(await screen.findByRole("alert")).toHaveTextContent(words);
    expect(screen.getByRole("button", { name: "Sign in" })).toBeEnabled();
  });

  it("shows the password on request", async () => {
    const { person } = page({});
    expect(screen.getByLabelText("Password")).toHaveAttribute("type", "password");
    await person.click(screen.getByRole("button", { name: "Show password" }));
    expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
  });
});

describe("with a second factor", () => {
  it("asks for a code where phones offer one, and takes it with spaces", async () => {
    const { person, bodies, keeper } = page({ sign_in: CHALLENGE, verify_second_factor: answered(aSession()) });
    await enterPassword(person);
    const field = await screen.findByLabelText(/^Code/);
    expect(field).toHaveAttribute("inputmode", "numeric");
    expect(field).toHaveAttribute("autocomplete", "one-time-code");
    expect(field).toHaveFocus();
    await person.keyboard("123 456{Enter}");
    expect(bodies("verify_second_factor")).toEqual([{ challenge: "half-way", code: "123456" }]);
    expect(keeper.getState()).toMatchObject({ status: "signed-in" });
  });

  it("takes a recovery code instead", async () => {
    const { person, bodies } = page({ sign_in: CHALLENGE, verify_second_factor: answered(aSession()) });
    await enterPassword(person);
    await person.click(await screen.findByRole("button", { name: "Use a recovery code" }));
    await person.type(screen.getByLabelText(/^Recovery code/), " ABCD-EFGH {Enter}");
    expect(bodies("verify_second_factor")).toEqual([{ challenge: "half-way", recoveryCode: "ABCD-EFGH" }]);
  });

  it("says at the field that a code is wrong", async () => {
    const wrong = aProblem("proof_wrong", 422, { errors: [{ field: "code", code: "proof_wrong", message: "is not right" }] });
    const { person, keeper } = page({ sign_in: CHALLENGE, verify_second_factor: wrong });
    await enterPassword(person);
    await person.type(await screen.findByLabelText(/^Code/), "000000{Enter}");
    expect(await screen.findByLabelText(/^Code/)).toBeInvalid();
    expect(screen.getByText("is not right")).toBeVisible();
    expect(keeper.getState().status).not.toBe("signed-in");
  });

  it("begins again when it took too long", async () => {
    const { person } = page({ sign_in: CHALLENGE, verify_second_factor: aProblem("challenge_invalid", 401) });
    await enterPassword(person);
    await person.type(await screen.findByLabelText(/^Code/), "123456{Enter}");
    await person.click(await screen.findByRole("button", { name: "Begin again" }));
    expect(screen.getByLabelText("Password")).toHaveValue("");
  });
});

describe("with Microsoft", () => {
  it("is offered where it is set up, and comes back to the page that was wanted", async () => {
    page({ list_sign_in_methods: answered({ methods: ["password", "entra"] }) }, "/trash?x=1");
    const link = await screen.findByRole("link", { name: "Sign in with Microsoft" });
    expect(link).toHaveAttribute("href", "/api/v1/auth/entra/sign-in?returnTo=%2Ftrash%3Fx%3D1");
  });

  it("is not offered elsewhere, nor when nobody answers", async () => {
    const { asked } = page({ list_sign_in_methods: aProblem("unavailable", 503) });
    await expect.poll(() => asked.length).toBe(1);
    expect(screen.queryByRole("link", { name: /Microsoft/ })).toBeNull();
  });

  it("says in words why it failed", () => {
    page({}, "/sign-in?error=entra_not_admitted");
    expect(screen.getByRole("alert")).toHaveTextContent("does not belong to an organisation here");
  });

  it.each(["<script>", "constructor", "Call 555-0100"])("never repeats what stands in the address: %s", (error) => {
    page({}, `/sign-in?error=${encodeURIComponent(error)}`);
    expect(screen.getByRole("alert")).toHaveTextContent(/^Signing in did not work\. Try again\.$/);
  });
});
