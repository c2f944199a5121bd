import { api } from "@/api/api";
import { call } from "@/api/call";
import type { ProductionMonth, ProductionMonthDraft, ProductionMonthPage } from "@/api/types";

export interface ListArguments {
  readonly siteId: string;
  readonly month: string;
  readonly state: ProductionMonth["state"] | "";
}

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listMonths: build.infiniteQuery<ProductionMonthPage, ListArguments, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { siteId, month, state }, pageParam }) =>
        call("list_production_months", {
          query: { sort: "-month", limit: PAGE, ...(siteId === "" ? {} : { siteId }), ...(month === "" ? {} : { month }), ...(state === "" ? {} : { state }), ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      providesTags: ["Reports"],
      keepUnusedDataFor: 30,
    }),
    /** Its reports become final. */
    closeMonth: build.mutation<ProductionMonth, ProductionMonthDraft>({
      query: (body) => call("close_production_month", { body }),
      invalidatesTags: ["Reports"],
    }),
  }),
});

export const { useListMonthsInfiniteQuery, useCloseMonthMutation } = requests;
