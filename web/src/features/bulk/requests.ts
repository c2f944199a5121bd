import { api } from "@/api/api";
import { call } from "@/api/call";
import type { BulkDraft, BulkImportDraft, BulkOperation, BulkOperationPage, BulkPreview, BulkResult, BulkResultPage, Hold } from "@/api/types";

const PAGE = 30;
const RESULTS = 50;
const MOST_HOLDS = 200;

export interface ResultArguments {
  readonly id: string;
  readonly outcome: BulkResult["outcome"] | "";
}

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listBulkOperations: build.infiniteQuery<BulkOperationPage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_bulk_operations", { query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Bulk"],
      keepUnusedDataFor: 10,
    }),
    readBulkOperation: build.query<BulkOperation, string>({
      query: (id) => call("get_bulk_operation", { path: { operation_id: id } }),
      providesTags: ["Bulk"],
    }),
    beginBulkOperation: build.mutation<BulkOperation, BulkDraft>({
      query: (body) => call("create_bulk_operation", { body }),
      invalidatesTags: ["Bulk"],
    }),
    carryOut: build.mutation<BulkOperation, string>({
      query: (id) => call("carry_out_bulk_operation", { path: { operation_id: id } }),
      invalidatesTags: ["Bulk"],
    }),
    cancelBulkOperation: build.mutation<BulkOperation, string>({
      query: (id) => call("cancel_bulk_operation", { path: { operation_id: id } }),
      invalidatesTags: ["Bulk"],
    }),
    listBulkResults: build.infiniteQuery<BulkResultPage, ResultArguments, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { id, outcome }, pageParam }) =>
        call("list_bulk_results", { path: { operation_id: id }, query: { limit: RESULTS, ...(outcome === "" ? {} : { outcome }), ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
    }),
    previewImport: build.query<BulkPreview, string>({
      query: (documentId) => call("preview_bulk_import", { body: { documentId } }),
    }),
    beginImport: build.mutation<BulkOperation, BulkImportDraft>({
      query: (body) => call("create_bulk_import", { body }),
      invalidatesTags: ["Bulk"],
    }),
    listCases: build.query<readonly Hold[], undefined>({
      query: () => call("list_holds", { query: { state: "open", limit: MOST_HOLDS, sort: "-createdAt" } }),
      transformResponse: (page: { items: readonly Hold[] }) => page.items,
      providesTags: ["Holds"],
    }),
  }),
});

export const {
  useListBulkOperationsInfiniteQuery,
  useReadBulkOperationQuery,
  useBeginBulkOperationMutation,
  useCarryOutMutation,
  useCancelBulkOperationMutation,
  useListBulkResultsInfiniteQuery,
  usePreviewImportQuery,
  useBeginImportMutation,
  useListCasesQuery,
} = requests;
