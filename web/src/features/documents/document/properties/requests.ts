import { api } from "@/api/api";
import { call } from "@/api/call";

import type { Disciplines, DocumentType, DocumentTypeRow, TypeVersion } from "../types";

/** More are never in use. */
const MOST_TYPES = 200;

const requests = api.enhanceEndpoints({ addTagTypes: ["DocumentTypes"] }).injectEndpoints({
  endpoints: (build) => ({
    typesInUse: build.query<readonly DocumentTypeRow[], undefined>({
      query: () => call("list_document_types", { query: { status: "active", sort: "name", limit: MOST_TYPES } }),
      transformResponse: (page: { items: readonly DocumentTypeRow[] }) => page.items,
      providesTags: ["DocumentTypes"],
    }),
    typeOfToday: build.query<DocumentType, string>({
      query: (id) => call("get_document_type", { path: { type_id: id } }),
      providesTags: ["DocumentTypes"],
    }),
    typeAsItWas: build.query<TypeVersion, { readonly id: string; readonly version: number }>({
      query: ({ id, version }) => call("get_document_type_version", { path: { type_id: id, version } }),
      keepUnusedDataFor: 600,
    }),
    disciplinesOfToday: build.query<Disciplines["disciplines"], undefined>({
      query: () => call("get_disciplines", {}),
      transformResponse: (answer: Disciplines) => answer.disciplines,
      providesTags: ["DocumentTypes"],
    }),
  }),
});

export const { useTypesInUseQuery, useTypeOfTodayQuery, useTypeAsItWasQuery, useDisciplinesOfTodayQuery } = requests;
