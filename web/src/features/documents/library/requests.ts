import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { Document, DocumentPage, Download, SearchPage } from "@/api/types";

import type { Query, SearchQuery } from "./view";

const PAGE = 50;
const HITS = 20;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listDocuments: build.infiniteQuery<DocumentPage, Query, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg, pageParam }) => call("list_documents", { query: { ...queryArg, limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Documents"],
      keepUnusedDataFor: 30,
    }),
    searchDocuments: build.infiniteQuery<SearchPage, SearchQuery, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg, pageParam }) => call("search_documents", { query: { ...queryArg, limit: HITS, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Documents"],
      keepUnusedDataFor: 30,
    }),
    signDownload: build.mutation<Download, string>({
      query: (id) => call("create_download_url", { path: { document_id: id } }),
    }),
    trashDocument: build.mutation<null, Pick<Document, "id" | "etag">>({
      query: ({ id, etag }) => call("delete_document", { path: { document_id: id }, headers: { "If-Match": quoted(etag) } }),
      invalidatesTags: ["Documents"],
    }),
    readListed: build.query<Document, string>({
      query: (id) => call("get_document", { path: { document_id: id } }),
    }),
    restoreDocument: build.mutation<Document, Pick<Document, "id" | "etag">>({
      query: ({ id, etag }) => call("restore_document", { path: { document_id: id }, headers: { "If-Match": quoted(etag) } }),
      invalidatesTags: ["Documents"],
    }),
  }),
});

export const { useListDocumentsInfiniteQuery, useSearchDocumentsInfiniteQuery, useSignDownloadMutation, useTrashDocumentMutation, useLazyReadListedQuery, useRestoreDocumentMutation } = requests;
