import { api } from "@/api/api";
import { call } from "@/api/call";
import type { DueReportPage } from "@/api/types";

export interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly siteId: string;
  readonly type: string;
  readonly missing: boolean;
}

const PAGE = 100;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listDueReports: build.infiniteQuery<DueReportPage, Wanted, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { from, to, siteId, type, missing }, pageParam }) =>
        call("list_due_reports", {
          query: {
            from,
            to,
            limit: PAGE,
            ...(missing ? { missing } : {}),
            ...(siteId === "" ? {} : { siteId }),
            ...(type === "" ? {} : { type }),
            ...(pageParam === "" ? {} : { cursor: pageParam }),
          },
        }),
      keepUnusedDataFor: 30,
    }),
  }),
});

export const { useListDueReportsInfiniteQuery } = requests;
