import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { HeldDocumentPage, Hold, HoldChange, HoldDraft, HoldPage } from "@/api/types";

const PAGE = 50;

export type State = Hold["state"] | "";

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listHolds: build.infiniteQuery<HoldPage, State, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: state, pageParam }) => call("list_holds", { query: { sort: "-createdAt", limit: PAGE, ...(state === "" ? {} : { state }), ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Holds"],
    }),
    readHold: build.query<Hold, string>({
      query: (id) => call("get_hold", { path: { hold_id: id } }),
      providesTags: ["Holds"],
    }),
    createHold: build.mutation<Hold, HoldDraft>({
      query: (body) => call("create_hold", { body }),
      invalidatesTags: ["Holds"],
    }),
    changeHold: build.mutation<Hold, Pick<Hold, "id" | "etag"> & { change: HoldChange }>({
      query: ({ id, etag, change }) => call("change_hold", { path: { hold_id: id }, headers: { "If-Match": quoted(etag) }, body: change }),
      invalidatesTags: ["Holds"],
    }),
    closeHold: build.mutation<Hold, string>({
      query: (id) => call("close_hold", { path: { hold_id: id } }),
      invalidatesTags: ["Holds"],
    }),
    listHeldDocuments: build.infiniteQuery<HeldDocumentPage, string, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: id, pageParam }) => call("list_held_documents", { path: { hold_id: id }, query: { limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Holds"],
    }),
    holdDocument: build.mutation<unknown, { id: string; documentId: string }>({
      query: ({ id, documentId }) => call("hold_document", { path: { hold_id: id, document_id: documentId } }),
      invalidatesTags: ["Holds"],
    }),
    releaseDocument: build.mutation<null, { id: string; documentId: string }>({
      query: ({ id, documentId }) => call("release_document", { path: { hold_id: id, document_id: documentId } }),
      invalidatesTags: ["Holds"],
    }),
  }),
});

export const {
  useListHoldsInfiniteQuery,
  useReadHoldQuery,
  useCreateHoldMutation,
  useChangeHoldMutation,
  useCloseHoldMutation,
  useListHeldDocumentsInfiniteQuery,
  useHoldDocumentMutation,
  useReleaseDocumentMutation,
} = requests;
