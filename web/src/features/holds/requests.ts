import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { DocumentPage, HeldDocumentPage, Hold, HoldChange, HoldDraft, HoldPage, ListedDocument } from "@/api/types";

const PAGE = 50;
const OFFERED = 10;

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
    /** Documents to choose from: found by words, or the last ones changed. */
    offerDocuments: build.query<readonly ListedDocument[], string>({
      query: (words) => (words === "" ? call("list_documents", { query: { sort: "-updatedAt", limit: OFFERED } }) : call("search_documents", { query: { q: words, limit: OFFERED } })),
      transformResponse: (page: DocumentPage | { items: readonly { document: ListedDocument }[] }) => page.items.map((item) => ("document" in item ? item.document : item)),
      providesTags: ["Documents"],
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
  useOfferDocumentsQuery,
} = requests;
