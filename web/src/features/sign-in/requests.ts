import { addressOf, call } from "@/api/call";
import { ask, type Send } from "@/api/http";
import type { AnswerOf, BodyOf } from "@/api/types";
import { env } from "@/config/env";

/** What people do before they are signed in. Each throws Refused. */
export type Method = AnswerOf<"list_sign_in_methods">["methods"][number];

export const readMethods = (send: Send, signal: AbortSignal) => ask(send, "list_sign_in_methods", {}, signal);
export const signIn = (send: Send, body: BodyOf<"sign_in">) => ask(send, "sign_in", { body });
export const verifySecondFactor = (send: Send, body: BodyOf<"verify_second_factor">) => ask(send, "verify_second_factor", { body });
export const beginEnrolment = (send: Send, challenge: string) => ask(send, "enrol_second_factor", { body: { challenge } });
export const finishEnrolment = (send: Send, body: BodyOf<"finish_enrolment">) => ask(send, "finish_enrolment", { body });
export const readInvitation = (send: Send, token: string, signal: AbortSignal) => ask(send, "read_invitation", { body: { token } }, signal);
export const acceptInvitation = (send: Send, body: BodyOf<"accept_invitation">) => ask(send, "accept_invitation", { body });
export const acceptWithMicrosoft = (send: Send, token: string) => ask(send, "begin_entra_invitation", { body: { token, returnTo: "/" } });
export const requestReset = (send: Send, email: string) => ask(send, "request_password_reset", { body: { email } });
export const resetPassword = (send: Send, body: BodyOf<"reset_password">) => ask(send, "reset_password", { body });

/** Where a link leads that signs in with Microsoft and comes back to `returnTo`. */
export function microsoftAddress(returnTo: string): string {
  return addressOf(call("begin_entra_sign_in", { query: { returnTo } }), env.apiBaseUrl);
}
