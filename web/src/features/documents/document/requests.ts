import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { Download } from "@/api/types";

import type { Decision, DocumentChange, OneDocument, Part, Place, Revision, RevisionPage, Version } from "./types";

const PAGE = 50;

const at = ({ id, number }: Place) => ({ document_id: id, number });
const version = ({ id, etag }: Version) => ({ path: { document_id: id }, headers: { "If-Match": quoted(etag) } });

/** What is asked about one document and its revisions. Changes to either are changes to "Documents", which lists hear of as well. */
const requests = api.injectEndpoints({
  endpoints: (build) => ({
    openDocument: build.query<OneDocument, string>({
      query: (id) => call("get_document", { path: { document_id: id } }),
      providesTags: ["Documents"],
    }),
    openRevision: build.query<Revision, Place>({
      query: (place) => call("get_revision", { path: at(place) }),
      providesTags: ["Revisions"],
    }),
    listRevisions: build.infiniteQuery<RevisionPage, string, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: id, pageParam }) =>
        call("list_revisions", { path: { document_id: id }, query: { limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Revisions"],
      keepUnusedDataFor: 30,
    }),
    signRevision: build.mutation<Download, Place>({
      query: ({ id, number }) => call("create_download_url", { path: { document_id: id }, query: { revision: number } }),
    }),
    changeDocument: build.mutation<OneDocument, Version & { readonly change: DocumentChange }>({
      query: ({ change, ...of }) => call("change_document", { ...version(of), body: change }),
      invalidatesTags: ["Documents", "Revisions"],
    }),
    moveToTrash: build.mutation<null, Version>({
      query: (of) => call("delete_document", version(of)),
      invalidatesTags: ["Documents"],
    }),
    bringBack: build.mutation<OneDocument, Version>({
      query: (of) => call("restore_document", version(of)),
      invalidatesTags: ["Documents"],
    }),
    purge: build.mutation<null, Version>({
      query: (of) => call("purge_document", version(of)),
    }),
    giveUp: build.mutation<null, Place>({
      query: (place) => call("delete_revision", { path: at(place) }),
      invalidatesTags: ["Documents", "Revisions"],
    }),
    rollBack: build.mutation<OneDocument, Place>({
      query: (place) => call("restore_revision", { path: at(place) }),
      invalidatesTags: ["Documents", "Revisions"],
    }),
    reprocess: build.mutation<Revision, Place & { readonly parts: Part[] }>({
      query: ({ parts, ...place }) => call("reprocess_revision", { path: at(place), body: { parts } }),
      invalidatesTags: ["Revisions"],
    }),
    beginReview: build.mutation<Revision, Place & { readonly reviewers: { userId: string; dueAt: string | null }[] }>({
      query: ({ reviewers, ...place }) => call("begin_review", { path: at(place), body: { reviewers } }),
      invalidatesTags: ["Documents", "Revisions"],
    }),
    decideReview: build.mutation<Revision, Place & { readonly decision: Decision; readonly comment: string | null }>({
      query: ({ decision, comment, ...place }) => call("decide_review", { path: at(place), body: { decision, comment } }),
      invalidatesTags: ["Documents", "Revisions"],
    }),
    withdrawReview: build.mutation<Revision, Place>({
      query: (place) => call("withdraw_review", { path: at(place) }),
      invalidatesTags: ["Documents", "Revisions"],
    }),
  }),
});

export const {
  useOpenDocumentQuery,
  useLazyOpenDocumentQuery,
  useOpenRevisionQuery,
  useListRevisionsInfiniteQuery,
  useSignRevisionMutation,
  useChangeDocumentMutation,
  useMoveToTrashMutation,
  useBringBackMutation,
  usePurgeMutation,
  useGiveUpMutation,
  useRollBackMutation,
  useReprocessMutation,
  useBeginReviewMutation,
  useDecideReviewMutation,
  useWithdrawReviewMutation,
} = requests;
export const documentRequests = requests;
