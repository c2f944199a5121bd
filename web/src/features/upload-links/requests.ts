import { api } from "@/api/api";
import { call } from "@/api/call";
import type { NewUploadLink, UploadLinkDraft, UploadLinkPage, UploadUsePage } from "@/api/types";

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listUploadLinks: build.infiniteQuery<UploadLinkPage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_upload_links", { query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["UploadLinks"],
    }),
    createUploadLink: build.mutation<NewUploadLink, UploadLinkDraft>({
      query: (body) => call("create_upload_link", { body }),
      invalidatesTags: ["UploadLinks"],
    }),
    revokeUploadLink: build.mutation<null, string>({
      query: (id) => call("delete_upload_link", { path: { upload_link_id: id } }),
      invalidatesTags: ["UploadLinks"],
    }),
    listUploadUses: build.infiniteQuery<UploadUsePage, string, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: id, pageParam }) => call("list_upload_link_uses", { path: { upload_link_id: id }, query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
    }),
  }),
});

export const { useListUploadLinksInfiniteQuery, useCreateUploadLinkMutation, useRevokeUploadLinkMutation, useListUploadUsesInfiniteQuery } = requests;
