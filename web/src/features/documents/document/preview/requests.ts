import { api } from "@/api/api";
import { call } from "@/api/call";

import type { PageText, Place, Preview } from "../types";

/** URLs of pictures work for ten minutes at the least. */
const FRESH_SECONDS = 9 * 60;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    readPreview: build.query<Preview, Place>({
      query: ({ id, number }) => call("get_preview", { path: { document_id: id, number } }),
      providesTags: ["Revisions"],
      keepUnusedDataFor: FRESH_SECONDS,
    }),
    readPageText: build.query<PageText | null, Place & { readonly page: number }>({
      query: ({ id, number, page }) => call("list_page_texts", { path: { document_id: id, number }, query: { first: page, limit: 1 } }),
      transformResponse: (answer: { items: readonly PageText[] }, _, { page }) => answer.items.find((item) => item.number === page) ?? null,
      providesTags: ["Revisions"],
      keepUnusedDataFor: 120,
    }),
  }),
});

export const { useReadPreviewQuery, useReadPageTextQuery } = requests;
