import { api } from "@/api/api";
import { call } from "@/api/call";

import type { ActivityPage } from "../types";

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listActivity: build.infiniteQuery<ActivityPage, string, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: id, pageParam }) => call("list_document_activity", { path: { document_id: id }, query: { limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Documents", "Revisions", "ShareLinks"],
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useListActivityInfiniteQuery } = requests;
