import { addressOf, call, methodOf, type Call } from "./call";
import { ABORTED, OFFLINE, problemOf, Refused, TIMED_OUT, type Problem } from "./problem";
import type { AnswerOf, ArgumentsOf, OperationId } from "./types";

export type Answer = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly problem: Problem };

/** Sends one call as it is, with this access token or none. Never throws. */
export type Send = (call: Call, token: string | null, signal?: AbortSignal) => Promise<Answer>;

/** Sends one call as the person signed in. Never throws. */
export type Http = (call: Call, signal?: AbortSignal) => Promise<Answer>;

/** A token to send, or why there is none to be had. `token` is null when nobody is signed in. */
export type Token = { readonly token: string | null } | { readonly problem: Problem };

/** Where access tokens come from. */
export interface Credentials {
  /** A token good for the next seconds, renewed first when it is about to end. */
  token(): Promise<Token>;
  /** Another token than the one the API just refused. */
  renew(refused: string): Promise<Token>;
}

const TIMEOUT_MS = 30_000;

function requestOf(call: Call, token: string | null, signal: AbortSignal): RequestInit {
  const headers = new Headers({ Accept: "application/json" });
  for (const [name, value] of Object.entries(call.headers ?? {})) if (value !== undefined) headers.set(name, value);
  if (token !== null) headers.set("Authorization", `Bearer ${token}`);
  // Where page and API are on two sites, the cookie's own attributes (SESSION_COOKIE_SITE) say when it goes along.
  const init: RequestInit = { method: methodOf(call), headers, signal, credentials: "include", cache: "no-store" };
  if (call.body === undefined) return init;
  headers.set("Content-Type", "application/json");
  return { ...init, body: JSON.stringify(call.body) };
}

export function createSend(baseUrl: string, fetcher: typeof fetch): Send {
  return async (call, token, signal) => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const response = await fetcher(addressOf(call, baseUrl), requestOf(call, token, either));
      if (!response.ok) return { ok: false, problem: await problemOf(response) };
      const text = await response.text();
      return { ok: true, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
    } catch {
      if (signal?.aborted) return { ok: false, problem: ABORTED };
      return { ok: false, problem: timeout.aborted ? TIMED_OUT : OFFLINE };
    }
  };
}

export function createHttp(send: Send, credentials: Credentials): Http {
  return async (call, signal) => {
    const held = await credentials.token();
    if ("problem" in held) return { ok: false, problem: held.problem };
    const answer = await send(call, held.token, signal);
    if (answer.ok || answer.problem.status !== 401 || held.token === null) return answer;
    const renewed = await credentials.renew(held.token);
    if ("problem" in renewed) return { ok: false, problem: renewed.problem };
    return renewed.token === null ? answer : send(call, renewed.token, signal);
  };
}

/** The answer of one operation to somebody who is not signed in. Throws Refused. */
export async function ask<Id extends OperationId>(send: Send, operation: Id, args: ArgumentsOf<Id>, signal?: AbortSignal): Promise<AnswerOf<Id>> {
  const answer = await send(call(operation, args), null, signal);
  if (!answer.ok) throw new Refused(answer.problem);
  return answer.body as AnswerOf<Id>;
}
