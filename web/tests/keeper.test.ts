import { describe, expect, it, vi } from "vitest";

import type { Answer, Send } from "@/api/http";
import { createHttp } from "@/api/http";
import { call } from "@/api/call";
import { OFFLINE, type Problem } from "@/api/problem";
import { SessionKeeper } from "@/session/keeper";

const user = { id: "U1", email: "ann@demo.example", name: "Ann", role: "viewer", permissions: ["documents:read"], siteIds: null, organisation: { id: "O", name: "Demo" } };

function session(accessToken: string): Answer {
  return { ok: true, body: { outcome: "signed_in", accessToken, expiresIn: 900, user } };
}

function refusal(status: number, code: string): Answer {
  const problem: Problem = { status, code, title: code, detail: null, requestId: null, errors: [], retryAfter: null };
  return { ok: false, problem };
}

/** Answers the refreshes in this order; counts them. */
function keeperWith(...answers: Answer[]) {
  return keeperOf(null, ...answers);
}

function keeperOf(endSessionUrl: string | null, ...answers: Answer[]) {
  const operations: string[] = [];
  const told: string[] = [];
  const send: Send = ({ operation }) => {
    operations.push(operation);
    return Promise.resolve(operation === "sign_out_of_entra" ? { ok: true, body: { endSessionUrl } } : (answers.shift() ?? refusal(401, "session_expired")));
  };
  const goTo = vi.fn();
  const sleep = vi.fn(() => Promise.resolve());
  const keeper = new SessionKeeper({
    send,
    tabs: { tell: ({ kind }) => told.push(kind), listen: () => () => undefined },
    exclusively: (work) => work(),
    goTo,
    now: () => 0,
    sleep,
  });
  return { keeper, operations, told, sleep, goTo };
}

describe("the session of a tab", () => {
  it("takes up what the cookie stands for", async () => {
    const { keeper } = keeperWith(session("a"));
    await keeper.start();
    expect(keeper.getState()).toMatchObject({ status: "signed-in", user: { id: "U1" } });
  });

  it("is simply signed out when there never was one", async () => {
    const { keeper } = keeperWith(refusal(401, "session_expired"));
    await keeper.start();
    expect(keeper.getState()).toEqual({ status: "signed-out", reason: "never" });
  });

  it("says so when nobody answers", async () => {
    const { keeper } = keeperWith({ ok: false, problem: OFFLINE });
    await keeper.start();
    expect(keeper.getState()).toMatchObject({ status: "unreachable", problem: { code: "no_connection" } });
  });

  it("waits for the tab that refreshes at the same moment", async () => {
    const { keeper, sleep } = keeperWith(refusal(409, "refresh_in_progress"), session("b"));
    await keeper.start();
    expect(sleep).toHaveBeenCalledOnce();
    expect(await keeper.token()).toEqual({ token: "b" });
  });

  it("refreshes once however many requests were refused", async () => {
    const { keeper, operations } = keeperWith(session("old"), session("new"));
    await keeper.start();
    const http = createHttp((_, token) => Promise.resolve(token === "new" ? { ok: true, body: token } : refusal(401, "token_invalid")), keeper);
    const answers = await Promise.all([1, 2, 3, 4].map(() => http(call("get_me", {}))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(operations.filter((name) => name === "refresh_session")).toHaveLength(2);
  });

  it("ends when the refresh is refused, and says why", async () => {
    const { keeper } = keeperWith(session("a"), refusal(401, "session_revoked"));
    await keeper.start();
    expect(await keeper.renew("a")).toEqual({ token: null });
    expect(keeper.getState()).toEqual({ status: "signed-out", reason: "revoked" });
  });

  it("goes to Microsoft to end what began there", async () => {
    const { keeper, goTo } = keeperOf("https://login.example/logout", session("a"));
    await keeper.start();
    expect(await keeper.signOut()).toBeNull();
    expect(goTo).toHaveBeenCalledExactlyOnceWith("https://login.example/logout");
  });

  it("is not signed in by a challenge", async () => {
    const { keeper, told } = keeperWith();
    await keeper.start();
    const challenge = { outcome: "second_factor", challenge: "c", expiresIn: 300 } as const;
    expect(keeper.enter(challenge)).toBe(challenge);
    expect(keeper.getState()).toEqual({ status: "signed-out", reason: "never" });
    expect(told).toEqual([]);
  });

  it("tells the other tabs when the person leaves, and stays on the page", async () => {
    const { keeper, told, goTo } = keeperWith(session("a"));
    await keeper.start();
    expect(await keeper.signOut()).toBeNull();
    expect(told).toEqual(["signed-out"]);
    expect(goTo).not.toHaveBeenCalled();
    expect(await keeper.token()).toEqual({ token: null });
  });
});
