import { api } from "./api";
import { call } from "./call";
import type { DocumentPage, ListedDocument } from "./types";

const OFFERED = 10;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    /** Documents to choose from: found by words, or the last ones changed. */
    offerDocuments: build.query<readonly ListedDocument[], string>({
      query: (words) => (words === "" ? call("list_documents", { query: { sort: "-updatedAt", limit: OFFERED } }) : call("search_documents", { query: { q: words, limit: OFFERED } })),
      transformResponse: (page: DocumentPage | { items: readonly { document: ListedDocument }[] }) => page.items.map((item) => ("document" in item ? item.document : item)),
      providesTags: ["Documents"],
    }),
  }),
});

export const { useOfferDocumentsQuery } = requests;
