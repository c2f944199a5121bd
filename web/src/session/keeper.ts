import { call } from "@/api/call";
import type { Credentials, Send, Token } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf, Challenge, Me, Session, SignIn } from "@/api/types";

import type { TabMessage, Tabs } from "./tabs";

export type EndReason = "never" | "expired" | "revoked" | "left" | "left-elsewhere";

export type SessionState =
  | { readonly status: "starting" }
  | { readonly status: "unreachable"; readonly problem: Problem }
  | { readonly status: "signed-out"; readonly reason: EndReason }
  | { readonly status: "signed-in"; readonly user: Me };

export interface KeeperPorts {
  readonly send: Send;
  readonly tabs: Tabs;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Leaves the page for another address. */
  readonly goTo: (url: string) => void;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

interface Access {
  readonly token: string;
  readonly endsAt: number;
}

/** Renewed this long before the end, so that a request never leaves with a token that ends on its way. */
const AHEAD_MS = 60_000;
const SHORTEST_WAIT_MS = 1_000;
const BUSY_WAIT_MS = 300;
const BUSY_TRIES = 10;

const cookieOnly = { headers: { "X-PetroConnect-Request": "1" } } as const;

/** Holds the session of this tab: the access token in memory and nowhere else, the refresh token out of reach in its cookie. */
export class SessionKeeper implements Credentials {
  private state: SessionState = { status: "starting" };
  private access: Access | null = null;
  private refreshing: Promise<Token> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts sessions begun and ended, so that an answer that belongs to an earlier one is dropped. */
  private era = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ports: KeeperPorts) {
    ports.tabs.listen((message) => this.hear(message));
  }

  getState = (): SessionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up the session the cookie stands for, if there is one. */
  async start(): Promise<void> {
    this.become({ status: "starting" });
    const answer = await this.refresh();
    if ("problem" in answer) this.become({ status: "unreachable", problem: answer.problem });
  }

  /** Takes up the session that signing in, an invitation or a new password began; answers what is still to be done where there is none yet. */
  enter(answer: SignIn): Challenge | null {
    if (answer.outcome !== "signed_in") return answer;
    this.adopt(answer);
    this.ports.tabs.tell({ kind: "signed-in", userId: answer.user.id });
    return null;
  }

  /** Ends the session here, in every other tab, and at Microsoft if it began there. If the API was not told, it lives on, and the problem says so. */
  async signOut(): Promise<Problem | null> {
    const answer = await this.ports.send(call("sign_out_of_entra", cookieOnly), null);
    if (!answer.ok && answer.problem.status !== 401) return answer.problem;
    this.end("left");
    this.ports.tabs.tell({ kind: "signed-out" });
    const elsewhere = answer.ok ? (answer.body as AnswerOf<"sign_out_of_entra">).endSessionUrl : null;
    if (elsewhere !== null) this.ports.goTo(elsewhere);
    return null;
  }

  async token(): Promise<Token> {
    if (this.access === null) return { token: null };
    if (this.access.endsAt - this.ports.now() > AHEAD_MS / 2) return { token: this.access.token };
    return this.refresh();
  }

  async renew(refused: string): Promise<Token> {
    if (this.access !== null && this.access.token !== refused) return { token: this.access.token };
    return this.refresh();
  }

  /** A sleeping computer runs no timers: called when the page is looked at again. */
  async wake(): Promise<void> {
    if (this.access !== null) await this.token();
  }

  private refresh(): Promise<Token> {
    this.refreshing ??= this.ports.exclusively(() => this.exchange()).finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  private async exchange(): Promise<Token> {
    const era = this.era;
    let busy = 0;
    for (;;) {
      const answer = await this.ports.send(call("refresh_session", cookieOnly), null);
      if (era !== this.era) return { token: this.access?.token ?? null };
      if (answer.ok) return { token: this.adopt(answer.body as Session) };
      const { problem } = answer;
      if (problem.status === 401) {
        this.end(this.reasonOf(problem));
        return { token: null };
      }
      if (problem.code !== "refresh_in_progress" || ++busy > BUSY_TRIES) return { problem };
      await this.ports.sleep(BUSY_WAIT_MS);
    }
  }

  private reasonOf(problem: Problem): EndReason {
    if (this.access === null) return "never";
    return problem.code === "session_revoked" ? "revoked" : "expired";
  }

  private adopt({ accessToken, expiresIn, user }: Session): string {
    this.era += 1;
    const lifetime = expiresIn * 1000;
    this.access = { token: accessToken, endsAt: this.ports.now() + lifetime };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), Math.max(lifetime - AHEAD_MS, SHORTEST_WAIT_MS));
    this.become({ status: "signed-in", user });
    return accessToken;
  }

  private end(reason: EndReason): void {
    this.era += 1;
    this.access = null;
    clearTimeout(this.timer);
    this.become({ status: "signed-out", reason });
  }

  private hear(message: TabMessage): void {
    if (message.kind === "signed-out") {
      if (this.state.status === "signed-in") this.end("left-elsewhere");
      return;
    }
    const same = this.state.status === "signed-in" && this.state.user.id === message.userId;
    if (!same) void this.refresh();
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
