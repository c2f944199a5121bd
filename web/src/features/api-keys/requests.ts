import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { ApiKey, ApiKeyDraft, ApiKeyPage, NewApiKey } from "@/api/types";

type Version = Pick<ApiKey, "id" | "etag">;

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listApiKeys: build.infiniteQuery<ApiKeyPage, ApiKey["state"] | "", string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: state, pageParam }) =>
        call("list_api_keys", { query: { sort: "name", limit: PAGE, ...(state === "" ? {} : { state }), ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["ApiKeys"],
      keepUnusedDataFor: 30,
    }),
    readApiKey: build.query<ApiKey, string>({
      query: (id) => call("get_api_key", { path: { key_id: id } }),
    }),
    createApiKey: build.mutation<NewApiKey, ApiKeyDraft>({
      query: (body) => call("create_api_key", { body }),
      invalidatesTags: ["ApiKeys"],
    }),
    renameApiKey: build.mutation<ApiKey, Version & { name: string }>({
      query: ({ id, etag, name }) => call("change_api_key", { path: { key_id: id }, headers: { "If-Match": quoted(etag) }, body: { name } }),
      invalidatesTags: ["ApiKeys"],
    }),
    rotateApiKey: build.mutation<NewApiKey, Version & { overlapHours: number }>({
      query: ({ id, etag, overlapHours }) => call("rotate_api_key", { path: { key_id: id }, headers: { "If-Match": quoted(etag) }, body: { overlapHours } }),
      invalidatesTags: ["ApiKeys"],
    }),
    revokeApiKey: build.mutation<null, string>({
      query: (id) => call("delete_api_key", { path: { key_id: id } }),
      invalidatesTags: ["ApiKeys"],
    }),
  }),
});

export const {
  useListApiKeysInfiniteQuery,
  useLazyReadApiKeyQuery,
  useCreateApiKeyMutation,
  useRenameApiKeyMutation,
  useRotateApiKeyMutation,
  useRevokeApiKeyMutation,
} = requests;
