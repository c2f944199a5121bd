import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { Export, ExportDownload, ExportOrder, ExportPage, ExportSchedule, ExportScheduleDraft, ExportSchedulePage } from "@/api/types";

const PAGE = 30;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listExports: build.infiniteQuery<ExportPage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_exports", { query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Exports"],
      keepUnusedDataFor: 10,
    }),
    readExport: build.query<Export, string>({
      query: (id) => call("get_export", { path: { export_id: id } }),
      providesTags: ["Exports"],
      keepUnusedDataFor: 10,
    }),
    orderExport: build.mutation<Export, ExportOrder>({
      query: (body) => call("create_export", { body }),
      invalidatesTags: ["Exports"],
    }),
    cancelExport: build.mutation<Export, string>({
      query: (id) => call("cancel_export", { path: { export_id: id } }),
      invalidatesTags: ["Exports"],
    }),
    /** A mutation, for each asks for fresh URLs and is on record. */
    signExport: build.mutation<ExportDownload, string>({
      query: (id) => call("get_export_download", { path: { export_id: id } }),
    }),
    listExportSchedules: build.infiniteQuery<ExportSchedulePage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_export_schedules", { query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["ExportSchedules"],
    }),
    readExportSchedule: build.query<ExportSchedule, string>({
      query: (id) => call("get_export_schedule", { path: { schedule_id: id } }),
      keepUnusedDataFor: 0,
    }),
    createExportSchedule: build.mutation<ExportSchedule, ExportScheduleDraft>({
      query: (body) => call("create_export_schedule", { body }),
      invalidatesTags: ["ExportSchedules"],
    }),
    replaceExportSchedule: build.mutation<ExportSchedule, { id: string; etag: string; body: ExportScheduleDraft }>({
      query: ({ id, etag, body }) => call("replace_export_schedule", { path: { schedule_id: id }, headers: { "If-Match": quoted(etag) }, body }),
      invalidatesTags: ["ExportSchedules"],
    }),
    deleteExportSchedule: build.mutation<null, { id: string; etag: string }>({
      query: ({ id, etag }) => call("delete_export_schedule", { path: { schedule_id: id }, headers: { "If-Match": quoted(etag) } }),
      invalidatesTags: ["ExportSchedules"],
    }),
  }),
});

export const {
  useListExportsInfiniteQuery,
  useReadExportQuery,
  useOrderExportMutation,
  useCancelExportMutation,
  useSignExportMutation,
  useListExportSchedulesInfiniteQuery,
  useLazyReadExportScheduleQuery,
  useCreateExportScheduleMutation,
  useReplaceExportScheduleMutation,
  useDeleteExportScheduleMutation,
} = requests;
