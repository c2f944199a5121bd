import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { Provider } from "react-redux";
import { MemoryRouter } from "react-router";

import type { Call } from "@/api/call";
import { createHttp, type Answer, type Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { Me, OperationId, Session } from "@/api/types";
import { createStore } from "@/app/store";
import { SessionKeeper } from "@/session/keeper";
import { SessionProvider } from "@/session/session";

export const ANN: Me = {
  id: "U1",
  email: "ann@demo.example",
  name: "Ann",
  role: "admin",
  permissions: ["documents:read", "sites:read", "api-keys:read", "api-keys:write"],
  siteIds: null,
  organisation: { id: "O1", name: "Demo" },
};

export function aSession(user: Me = ANN): Session {
  return { outcome: "signed_in", accessToken: "token", expiresIn: 900, user };
}

export function aProblem(code: string, status: number, more: Partial<Problem> = {}): Answer {
  return { ok: false, problem: { status, code, title: code, detail: null, requestId: null, errors: [], retryAfter: null, ...more } };
}

export function answered(body: unknown): Answer {
  return { ok: true, body };
}

/** Answers each operation with what was told for it, the last one again and again; keeps what was asked. */
export function anApi(answers: Partial<Record<OperationId, Answer | readonly Answer[]>>) {
  const asked: Call[] = [];
  const left = new Map(Object.entries(answers).map(([name, given]) => [name, "ok" in given ? [given] : [...given]]));
  const send: Send = (call) => {
    asked.push(call);
    const waiting = left.get(call.operation) ?? [];
    const next = waiting.length > 1 ? waiting.shift() : waiting[0];
    return Promise.resolve(next ?? aProblem("not_told", 500));
  };
  const bodies = (operation: OperationId) => asked.filter((call) => call.operation === operation).map((call) => call.body);
  return { send, asked, bodies };
}

export function aKeeper(send: Send): SessionKeeper {
  const tabs = { tell: () => undefined, listen: () => () => undefined };
  return new SessionKeeper({ send, tabs, exclusively: (work) => work(), goTo: () => undefined, now: () => 0, sleep: () => Promise.resolve() });
}

/** Shows a page as `path`, and answers somebody to use it. */
export function show(page: ReactNode, { send, keeper = aKeeper(send), path = "/" }: { send: Send; keeper?: SessionKeeper; path?: string }) {
  const store = createStore({ http: createHttp(send, keeper) });
  render(
    <Provider store={store}>
      <SessionProvider keeper={keeper}>
        <MemoryRouter initialEntries={[path]}>{page}</MemoryRouter>
      </SessionProvider>
    </Provider>,
  );
  return userEvent.setup();
}
