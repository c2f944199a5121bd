import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";

import { ForgottenPage } from "@/features/sign-in/ForgottenPage";
import { InvitationPage } from "@/features/sign-in/InvitationPage";
import { ResetPage } from "@/features/sign-in/ResetPage";
import { SignInPage } from "@/features/sign-in/SignInPage";

import { aKeeper, anApi, answered, aProblem, aSession, show } from "./people";

const ENROLMENT = answered({ outcome: "enrolment", challenge: "first-time", expiresIn: 900 });
const SECRET = answered({
  secret: "ABCDEFGHIJKLMNOP",
  uri: "otpauth://totp/PetroConnect:ann@demo.example?secret=ABCDEFGHIJKLMNOP",
  qrCode: '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "caught"</script></svg>',
  expiresIn: 600,
});
const CODES = ["AAAA-1111", "BBBB-2222"];
const ENROLLED = answered({ ...aSession(), recoveryCodes: CODES });
const METHODS = answered({ methods: ["password"] });

afterEach(() => {
  window.location.hash = "";
});

describe("setting up the second factor that signing in asks for", () => {
  async function untilSecret() {
    const api = anApi({ list_sign_in_methods: METHODS, sign_in: ENROLMENT, enrol_second_factor: SECRET, finish_enrolment: ENROLLED });
    const keeper = aKeeper(api.send);
    const person = show(<SignInPage send={api.send} reason="never" />, { ...api, keeper });
    await person.type(screen.getByLabelText("E-mail"), "ann@demo.example");
    await person.type(screen.getByLabelText("Password"), "correct horse battery{Enter}");
    await person.click(await screen.findByRole("button", { name: "I have an app" }));
    await screen.findByRole("img", { name: /QR code/ });
    return { ...api, keeper, person };
  }

  it("shows the secret as text, and as a picture in which nothing can run", async () => {
    await untilSecret();
    expect(screen.getByLabelText("Secret")).toHaveTextContent("ABCD EFGH IJKL MNOP");
    const picture = screen.getByRole("img", { name: /QR code/ });
    expect(picture.tagName).toBe("IMG");
    expect(picture.getAttribute("src")).toMatch(/^data:image\/svg\+xml;charset=utf-8,%3Csvg/);
    expect(document.querySelector("svg script")).toBeNull();
  });

  it("gives the recovery codes once and signs in when they are kept", async () => {
    const { person, keeper, bodies } = await untilSecret();
    const write = vi.spyOn(navigator.clipboard, "writeText");
    await person.type(screen.getByLabelText(/^Code/), "123456{Enter}");
    const codes = await screen.findByRole("list", { name: "Recovery codes" });
    expect(within(codes).getAllByRole("listitem").map((item) => item.textContent)).toEqual(CODES);
    await person.click(screen.getByRole("button", { name: "Copy" }));
    expect(write).toHaveBeenCalledWith("AAAA-1111\nBBBB-2222");
    expect(await screen.findByText("Copied")).toBeVisible();
    expect(keeper.getState().status).not.toBe("signed-in");
    await person.click(screen.getByRole("button", { name: "I have kept them" }));
    expect(keeper.getState()).toMatchObject({ status: "signed-in" });
    expect(bodies("finish_enrolment")).toEqual([{ challenge: "first-time", code: "123456" }]);
  });
});

describe("an invitation", () => {
  it("leads through the second factor where the organisation asks for one", async () => {
    window.location.hash = "#letter-token";
    const invitation = answered({ email: "ann@demo.example", name: "Ann", organisationName: "Demo" });
    const api = anApi({ list_sign_in_methods: METHODS, read_invitation: invitation, accept_invitation: ENROLMENT, enrol_second_factor: SECRET, finish_enrolment: ENROLLED });
    const done = vi.fn();
    const person = show(<InvitationPage send={api.send} onDone={done} />, api);
    await person.type(await screen.findByLabelText("Password"), "correct horse battery{Enter}");
    await person.click(await screen.findByRole("button", { name: "I have an app" }));
    await person.type(await screen.findByLabelText(/^Code/), "123456{Enter}");
    await person.click(await screen.findByRole("button", { name: "I have kept them" }));
    expect(done).toHaveBeenCalledOnce();
    expect(api.bodies("accept_invitation")).toEqual([{ token: "letter-token", name: "Ann", password: "correct horse battery" }]);
  });
});

describe("a forgotten password", () => {
  it("never says whether somebody has the address", async () => {
    const api = anApi({ request_password_reset: answered(undefined) });
    const person = show(<ForgottenPage send={api.send} />, api);
    await person.type(screen.getByLabelText("E-mail"), " ann@demo.example{Enter}");
    expect(await screen.findByRole("status")).toHaveTextContent(/^If somebody signs in with this address/);
    expect(api.bodies("request_password_reset")).toEqual([{ email: "ann@demo.example" }]);
  });

  it("is set anew behind the link, then asks for the second factor", async () => {
    window.location.hash = "#reset.token";
    const challenge = answered({ outcome: "second_factor", challenge: "half-way", expiresIn: 300 });
    const api = anApi({ reset_password: challenge, verify_second_factor: answered(aSession()) });
    const done = vi.fn();
    const person = show(<ResetPage send={api.send} onDone={done} />, api);
    await person.type(screen.getByLabelText("New password"), "seven pumps nod slowly{Enter}");
    await person.type(await screen.findByLabelText(/^Code/), "123456{Enter}");
    expect(done).toHaveBeenCalledOnce();
    expect(api.bodies("reset_password")).toEqual([{ token: "reset.token", password: "seven pumps nod slowly" }]);
  });

  it("says at the field why a password is not taken", async () => {
    window.location.hash = "#reset.token";
    const refused = aProblem("invalid", 422, { errors: [{ field: "password", code: "password_too_common", message: "is too easy to guess" }] });
    const api = anApi({ reset_password: refused });
    const person = show(<ResetPage send={api.send} onDone={() => undefined} />, api);
    await person.type(screen.getByLabelText("New password"), "password password{Enter}");
    expect(await screen.findByText("is too easy to guess")).toBeVisible();
    expect(screen.getByLabelText("New password")).toBeInvalid();
  });

  it.each(["", "#spent", "#%E0%A4%A"])("offers another letter when the link does not work: %s", async (hash) => {
    window.location.hash = hash;
    const api = anApi({ reset_password: aProblem("link_invalid", 404) });
    const person = show(<ResetPage send={api.send} onDone={() => undefined} />, api);
    if (hash === "#spent") await person.type(screen.getByLabelText("New password"), "seven pumps nod slowly{Enter}");
    expect(await screen.findByRole("link", { name: "Ask for another one" })).toHaveAttribute("href", "/forgotten-password");
  });
});
