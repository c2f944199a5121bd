import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { Well, WellChange, WellDraft, WellPage } from "@/api/types";

export interface ListArguments {
  readonly siteId: string;
  readonly status: Well["status"] | "";
  readonly search: string;
}

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listWells: build.infiniteQuery<WellPage, ListArguments, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { siteId, status, search }, pageParam }) =>
        call("list_wells", {
          query: { sort: "name", limit: PAGE, ...(siteId === "" ? {} : { siteId }), ...(status === "" ? {} : { status }), ...(search === "" ? {} : { search }), ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      providesTags: ["Wells"],
      keepUnusedDataFor: 30,
    }),
    readWell: build.query<Well, string>({
      query: (id) => call("get_well", { path: { well_id: id } }),
      keepUnusedDataFor: 0,
    }),
    createWell: build.mutation<Well, WellDraft>({
      query: (body) => call("create_well", { body }),
      invalidatesTags: ["Wells"],
    }),
    changeWell: build.mutation<Well, Pick<Well, "id" | "etag"> & { change: WellChange }>({
      query: ({ id, etag, change }) => call("change_well", { path: { well_id: id }, headers: { "If-Match": quoted(etag) }, body: change }),
      invalidatesTags: ["Wells"],
    }),
  }),
});

export const { useListWellsInfiniteQuery, useLazyReadWellQuery, useCreateWellMutation, useChangeWellMutation } = requests;
