import { api } from "@/api/api";
import { call } from "@/api/call";

import type { Place, ReaderPage } from "../types";

export type Standing = "outstanding" | "acknowledged" | "";

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listReaders: build.infiniteQuery<ReaderPage, { readonly id: string; readonly standing: Standing }, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { id, standing }, pageParam }) =>
        call("list_acknowledgements", {
          path: { document_id: id },
          query: { limit: PAGE, ...(standing === "" ? {} : { standing }), ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      providesTags: ["Documents"],
      keepUnusedDataFor: 30,
    }),
    acknowledge: build.mutation<unknown, Place>({
      query: ({ id, number }) => call("acknowledge_document", { path: { document_id: id }, body: { revision: number } }),
      invalidatesTags: ["Documents"],
    }),
  }),
});

export const { useListReadersInfiniteQuery, useAcknowledgeMutation } = requests;
