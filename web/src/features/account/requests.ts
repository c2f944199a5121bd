import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { AnswerOf, BodyOf, NewSecret } from "@/api/types";

export type OwnSession = AnswerOf<"list_sessions">["items"][number];
export type Letters = AnswerOf<"get_own_letters">;
export type SecondFactor = AnswerOf<"get_second_factor">;
export type RecoveryCodes = AnswerOf<"confirm_second_factor">["recoveryCodes"];

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    readSecondFactor: build.query<SecondFactor, undefined>({
      query: () => call("get_second_factor", {}),
      providesTags: ["SecondFactor"],
    }),
    changePassword: build.mutation<null, BodyOf<"change_password">>({
      query: (body) => call("change_password", { body }),
      invalidatesTags: ["Sessions"],
    }),
    beginSecondFactor: build.mutation<NewSecret, string>({
      query: (password) => call("create_second_factor", { body: { password } }),
    }),
    confirmSecondFactor: build.mutation<AnswerOf<"confirm_second_factor">, string>({
      query: (code) => call("confirm_second_factor", { body: { code } }),
      invalidatesTags: ["SecondFactor"],
    }),
    renewRecoveryCodes: build.mutation<AnswerOf<"renew_recovery_codes">, string>({
      query: (password) => call("renew_recovery_codes", { body: { password } }),
      invalidatesTags: ["SecondFactor"],
    }),
    disableSecondFactor: build.mutation<null, string>({
      query: (password) => call("disable_second_factor", { body: { password } }),
      invalidatesTags: ["SecondFactor"],
    }),
    readLetters: build.query<Letters, undefined>({
      query: () => call("get_own_letters", {}),
      providesTags: ["Users"],
    }),
    chooseLetters: build.mutation<Letters, { readonly etag: string; readonly chosen: BodyOf<"replace_own_letters"> }>({
      query: ({ etag, chosen }) => call("replace_own_letters", { headers: { "If-Match": quoted(etag) }, body: chosen }),
      invalidatesTags: ["Users"],
    }),
    listMethods: build.query<AnswerOf<"list_sign_in_methods">, undefined>({
      query: () => call("list_sign_in_methods", {}),
    }),
    connectMicrosoft: build.mutation<AnswerOf<"begin_entra_link">, string>({
      query: (password) => call("begin_entra_link", { body: { password, returnTo: "/account" } }),
    }),
    listSessions: build.query<AnswerOf<"list_sessions">, undefined>({
      query: () => call("list_sessions", {}),
      providesTags: ["Sessions"],
    }),
    endSession: build.mutation<null, string>({
      query: (id) => call("delete_session", { path: { session_id: id } }),
      invalidatesTags: ["Sessions"],
    }),
  }),
});

export const {
  useReadSecondFactorQuery,
  useChangePasswordMutation,
  useBeginSecondFactorMutation,
  useConfirmSecondFactorMutation,
  useRenewRecoveryCodesMutation,
  useDisableSecondFactorMutation,
  useReadLettersQuery,
  useChooseLettersMutation,
  useListMethodsQuery,
  useConnectMicrosoftMutation,
  useListSessionsQuery,
  useEndSessionMutation,
} = requests;
