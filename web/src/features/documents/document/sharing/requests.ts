import { api } from "@/api/api";
import { call } from "@/api/call";
import type { Organisation } from "@/api/types";

import type { NewShareLink, ShareLinkDraft, ShareLinkPage, ShareUsePage } from "../types";

const PAGE = 25;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listShareLinks: build.infiniteQuery<ShareLinkPage, string, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: id, pageParam }) =>
        call("list_share_links", { path: { document_id: id }, query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["ShareLinks"],
      keepUnusedDataFor: 30,
    }),
    listUses: build.infiniteQuery<ShareUsePage, string, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: id, pageParam }) =>
        call("list_share_link_uses", { path: { link_id: id }, query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      keepUnusedDataFor: 0,
    }),
    sharingPolicy: build.query<Organisation["policies"]["sharing"], string>({
      query: (id) => call("get_organisation", { path: { organisation_id: id } }),
      transformResponse: (organisation: Organisation) => organisation.policies.sharing,
      providesTags: ["Organisation"],
    }),
    createShareLink: build.mutation<NewShareLink, { readonly id: string; readonly draft: ShareLinkDraft }>({
      query: ({ id, draft }) => call("create_share_link", { path: { document_id: id }, body: draft }),
      invalidatesTags: ["ShareLinks"],
    }),
    revokeShareLink: build.mutation<null, string>({
      query: (id) => call("delete_share_link", { path: { link_id: id } }),
      invalidatesTags: ["ShareLinks"],
    }),
    revokeShareLinks: build.mutation<null, string>({
      query: (id) => call("delete_share_links", { path: { document_id: id } }),
      invalidatesTags: ["ShareLinks"],
    }),
  }),
});

export const {
  useListShareLinksInfiniteQuery,
  useListUsesInfiniteQuery,
  useSharingPolicyQuery,
  useCreateShareLinkMutation,
  useRevokeShareLinkMutation,
  useRevokeShareLinksMutation,
} = requests;
