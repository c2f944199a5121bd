import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { RetentionPolicies, RetentionPolicy, RetentionRowPage, RetentionRun, RetentionRunPage, RetentionRunRow } from "@/api/types";

const PAGE = 20;
const ROWS = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    readPolicies: build.query<RetentionPolicies, undefined>({
      query: () => call("get_retention_policies", {}),
      providesTags: ["Retention"],
    }),
    replacePolicies: build.mutation<RetentionPolicies, { etag: string; policies: readonly RetentionPolicy[] }>({
      query: ({ etag, policies }) => call("replace_retention_policies", { headers: { "If-Match": quoted(etag) }, body: { policies: [...policies] } }),
      invalidatesTags: ["Retention"],
    }),
    listRetentionRuns: build.infiniteQuery<RetentionRunPage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_retention_runs", { query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["RetentionRuns"],
    }),
    beginRetentionRun: build.mutation<RetentionRunRow, { dryRun: boolean }>({
      query: (body) => call("create_retention_run", { body }),
      invalidatesTags: ["RetentionRuns"],
    }),
    readRetentionRun: build.query<RetentionRun, string>({
      query: (id) => call("get_retention_run", { path: { run_id: id } }),
      providesTags: ["RetentionRuns"],
    }),
    listRetentionRows: build.infiniteQuery<RetentionRowPage, string, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: id, pageParam }) => call("list_retention_rows", { path: { run_id: id }, query: { sort: "createdAt", limit: ROWS, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
    }),
  }),
});

export const { useReadPoliciesQuery, useReplacePoliciesMutation, useListRetentionRunsInfiniteQuery, useBeginRetentionRunMutation, useReadRetentionRunQuery, useListRetentionRowsInfiniteQuery } = requests;
