import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { QueryOf, Role, User, UserChange, UserDraft, UserPage, UserStatus } from "@/api/types";

export type Sort = NonNullable<QueryOf<"list_users">["sort"]>;

export interface ListArguments {
  readonly sort: Sort;
  readonly role: Role | "";
  readonly status: UserStatus | "";
  readonly search: string;
}

type Version = Pick<User, "id" | "etag">;

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listUsers: build.infiniteQuery<UserPage, ListArguments, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { sort, role, status, search }, pageParam }) =>
        call("list_users", {
          query: {
            sort,
            limit: PAGE,
            ...(role === "" ? {} : { role }),
            ...(status === "" ? {} : { status }),
            ...(search === "" ? {} : { search }),
            ...(pageParam === "" ? {} : { cursor: pageParam }),
          },
        }),
      providesTags: ["Users"],
      keepUnusedDataFor: 30,
    }),
    inviteUser: build.mutation<User, UserDraft>({
      query: (body) => call("create_user", { body }),
      invalidatesTags: ["Users"],
    }),
    inviteAgain: build.mutation<User, string>({
      query: (id) => call("send_invitation", { path: { user_id: id } }),
    }),
    changeUser: build.mutation<User, Version & { change: UserChange }>({
      query: ({ id, etag, change }) => call("change_user", { path: { user_id: id }, headers: { "If-Match": quoted(etag) }, body: change }),
      invalidatesTags: ["Users"],
    }),
    readUser: build.query<User, string>({
      query: (id) => call("get_user", { path: { user_id: id } }),
    }),
    signUserOut: build.mutation<null, string>({
      query: (id) => call("sign_user_out", { path: { user_id: id } }),
    }),
    removeSecondFactor: build.mutation<null, string>({
      query: (id) => call("delete_second_factor", { path: { user_id: id } }),
    }),
    deleteUser: build.mutation<null, string>({
      query: (id) => call("delete_user", { path: { user_id: id } }),
      invalidatesTags: ["Users"],
    }),
  }),
});

export const {
  useListUsersInfiniteQuery,
  useLazyReadUserQuery,
  useInviteUserMutation,
  useInviteAgainMutation,
  useChangeUserMutation,
  useSignUserOutMutation,
  useRemoveSecondFactorMutation,
  useDeleteUserMutation,
} = requests;
