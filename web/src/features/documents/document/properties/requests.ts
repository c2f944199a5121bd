import { api } from "@/api/api";
import { call } from "@/api/call";
import type { DocumentTypeVersion } from "@/api/types";

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    typeAsItWas: build.query<DocumentTypeVersion, { readonly id: string; readonly version: number }>({
      query: ({ id, version }) => call("get_document_type_version", { path: { type_id: id, version } }),
      keepUnusedDataFor: 600,
    }),
  }),
});

export const { useTypeAsItWasQuery } = requests;
