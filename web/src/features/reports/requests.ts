import { api } from "@/api/api";
import { call } from "@/api/call";
import type { AnswerOf, BodyOf } from "@/api/types";

import type { Changes, Decision, Definition, Outline, Report, ReportHead, ReportPageAnswer, ReportQuery, ReportTypes, RevisionPage } from "./types";

const PAGE = 50;
/** A released version of a report type never changes. */
const FOR_GOOD = 24 * 3600;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listReports: build.infiniteQuery<ReportPageAnswer, ReportQuery, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg, pageParam }) => call("list_reports", { query: { ...queryArg, limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Reports"],
    }),
    listReportTypes: build.query<ReportTypes, undefined>({ query: () => call("list_report_types", {}) }),
    readReportType: build.query<Definition, { type: string; version: number }>({
      query: ({ type, version }) => call("get_report_type", { path: { report_type: type, version } }),
      keepUnusedDataFor: FOR_GOOD,
    }),
    readReport: build.query<Report, string>({
      query: (id) => call("get_report", { path: { report_id: id } }),
      providesTags: ["Reports"],
    }),
    listReportRevisions: build.query<RevisionPage, string>({
      query: (id) => call("list_report_revisions", { path: { report_id: id }, query: { limit: 200 } }),
      providesTags: ["Reports"],
    }),
    compareReportRevisions: build.query<Changes, { id: string; number: number }>({
      query: ({ id, number }) => call("compare_report_revisions", { path: { report_id: id, number } }),
      keepUnusedDataFor: FOR_GOOD,
    }),
    listReportAttachments: build.query<AnswerOf<"list_report_attachments">, string>({
      query: (id) => call("list_report_attachments", { path: { report_id: id } }),
      providesTags: ["Reports"],
    }),
    /** Its URLs work for ten minutes at least. */
    previewAttachment: build.query<AnswerOf<"get_preview">, { id: string; number: number }>({
      query: ({ id, number }) => call("get_preview", { path: { document_id: id, number } }),
      keepUnusedDataFor: 300,
    }),
    takeUpReport: build.mutation<ReportHead, string>({
      query: (id) => call("take_up_report", { path: { report_id: id } }),
      invalidatesTags: ["Reports"],
    }),
    decideReport: build.mutation<ReportHead, { id: string; said: Decision }>({
      query: ({ id, said }) => call("decide_report", { path: { report_id: id }, body: said }),
      invalidatesTags: ["Reports"],
    }),
    finaliseReport: build.mutation<ReportHead, string>({
      query: (id) => call("finalise_report", { path: { report_id: id } }),
      invalidatesTags: ["Reports"],
    }),
    reopenReport: build.mutation<ReportHead, { id: string; reason: string }>({
      query: ({ id, reason }) => call("reopen_report", { path: { report_id: id }, body: { reason, marks: [] } }),
      invalidatesTags: ["Reports"],
    }),
    outlineReport: build.query<Outline, { type: string; siteId: string; day: string; subject?: string }>({
      query: (query) => call("get_report_outline", { query }),
      keepUnusedDataFor: 0,
    }),
    saveReport: build.mutation<AnswerOf<"put_report">, { id: string; body: BodyOf<"put_report"> }>({
      query: ({ id, body }) => call("put_report", { path: { report_id: id }, body }),
      invalidatesTags: ["Reports"],
    }),
    submitReport: build.mutation<unknown, { id: string; number: number; body: BodyOf<"put_report_revision"> }>({
      query: ({ id, number, body }) => call("put_report_revision", { path: { report_id: id, number }, body }),
      invalidatesTags: ["Reports"],
    }),
  }),
});

export const {
  useListReportsInfiniteQuery,
  useListReportTypesQuery,
  useReadReportTypeQuery,
  useReadReportQuery,
  useListReportRevisionsQuery,
  useCompareReportRevisionsQuery,
  useListReportAttachmentsQuery,
  usePreviewAttachmentQuery,
  useTakeUpReportMutation,
  useDecideReportMutation,
  useFinaliseReportMutation,
  useReopenReportMutation,
  useOutlineReportQuery,
  useLazyOutlineReportQuery,
  useSaveReportMutation,
  useSubmitReportMutation,
} = requests;
