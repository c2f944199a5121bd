import { api } from "@/api/api";
import { call } from "@/api/call";

import type { Hold, Keeping } from "../types";

const MOST = 200;

interface Held {
  readonly holdId: string;
  readonly id: string;
}

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    readKeeping: build.query<Keeping, string>({
      query: (id) => call("get_document_retention", { path: { document_id: id } }),
      providesTags: ["Documents", "Holds", "Retention"],
    }),
    listOpenHolds: build.query<readonly Hold[], undefined>({
      query: () => call("list_holds", { query: { state: "open", limit: MOST, sort: "-createdAt" } }),
      transformResponse: (page: { items: readonly Hold[] }) => page.items,
      providesTags: ["Holds"],
    }),
    putUnderHold: build.mutation<unknown, Held>({
      query: ({ holdId, id }) => call("hold_document", { path: { hold_id: holdId, document_id: id } }),
      invalidatesTags: ["Holds"],
    }),
    letGo: build.mutation<null, Held>({
      query: ({ holdId, id }) => call("release_document", { path: { hold_id: holdId, document_id: id } }),
      invalidatesTags: ["Holds"],
    }),
  }),
});

export const { useReadKeepingQuery, useListOpenHoldsQuery, usePutUnderHoldMutation, useLetGoMutation } = requests;
