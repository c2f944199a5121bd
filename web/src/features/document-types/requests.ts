import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { BulkOperation, DocumentType, DocumentTypeChange, DocumentTypeDraft, DocumentTypePage, DocumentTypeRow, DocumentTypeVersion } from "@/api/types";

export interface ListArguments {
  readonly status: DocumentTypeRow["status"] | "";
  readonly search: string;
}

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listDocumentTypes: build.infiniteQuery<DocumentTypePage, ListArguments, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { status, search }, pageParam }) =>
        call("list_document_types", {
          query: { sort: "name", limit: PAGE, ...(status === "" ? {} : { status }), ...(search === "" ? {} : { search }), ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      providesTags: ["DocumentTypes"],
      keepUnusedDataFor: 30,
    }),
    createDocumentType: build.mutation<DocumentType, DocumentTypeDraft>({
      query: (body) => call("create_document_type", { body }),
      invalidatesTags: ["DocumentTypes"],
    }),
    changeDocumentType: build.mutation<DocumentType, Pick<DocumentType, "id" | "etag"> & { change: DocumentTypeChange }>({
      query: ({ id, etag, change }) => call("change_document_type", { path: { type_id: id }, headers: { "If-Match": quoted(etag) }, body: change }),
      invalidatesTags: ["DocumentTypes"],
    }),
    retireDocumentType: build.mutation<DocumentType, string>({
      query: (id) => call("retire_document_type", { path: { type_id: id } }),
      invalidatesTags: ["DocumentTypes"],
    }),
    reviveDocumentType: build.mutation<DocumentType, string>({
      query: (id) => call("restore_document_type", { path: { type_id: id } }),
      invalidatesTags: ["DocumentTypes"],
    }),
    beginMigration: build.mutation<BulkOperation, { id: string; toVersion: number; dropRemoved: boolean }>({
      query: ({ id, toVersion, dropRemoved }) => call("create_document_type_migration", { path: { type_id: id }, body: { toVersion, dropRemoved, dryRun: true } }),
      invalidatesTags: ["Bulk"],
    }),
    readTypeVersion: build.query<DocumentTypeVersion, { id: string; version: number }>({
      query: ({ id, version }) => call("get_document_type_version", { path: { type_id: id, version } }),
    }),
  }),
});

export const {
  useListDocumentTypesInfiniteQuery,
  useCreateDocumentTypeMutation,
  useChangeDocumentTypeMutation,
  useRetireDocumentTypeMutation,
  useReviveDocumentTypeMutation,
  useBeginMigrationMutation,
  useReadTypeVersionQuery,
} = requests;
