import { useCallback, useEffect, useMemo } from "react";

import { api } from "./api";
import { call } from "./call";
import type { Problem } from "./problem";
import type { Disciplines, DocumentType, DocumentTypePage, DocumentTypeRow } from "./types";

const PAGE = 200;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listAllDocumentTypes: build.infiniteQuery<DocumentTypePage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_document_types", { query: { sort: "name", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["DocumentTypes"],
    }),
    readDocumentType: build.query<DocumentType, string>({
      query: (id) => call("get_document_type", { path: { type_id: id } }),
      providesTags: ["DocumentTypes"],
    }),
    readDisciplines: build.query<Disciplines, undefined>({
      query: () => call("get_disciplines", {}),
      providesTags: ["Disciplines"],
    }),
  }),
});

export const { useReadDocumentTypeQuery, useLazyReadDocumentTypeQuery, useReadDisciplinesQuery } = requests;

export interface AllDocumentTypes {
  readonly types: readonly DocumentTypeRow[] | undefined;
  readonly problem: Problem | undefined;
  readonly retry: () => void;
}

/** Every document type, by name, retired ones among them: documents go on being of these. */
export function useAllDocumentTypes(wanted = true): AllDocumentTypes {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = requests.useListAllDocumentTypesInfiniteQuery(undefined, { skip: !wanted });
  useEffect(() => {
    if (hasNextPage && !isFetching && error === undefined) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const types = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return { types, problem: error as Problem | undefined, retry: () => void refetch() };
}

/** An id that is not known (yet) names itself by its end. */
export function useDocumentTypeNames(wanted = true): (id: string) => string {
  const { types } = useAllDocumentTypes(wanted);
  const names = useMemo(() => new Map(types?.map((type) => [type.id, type.name])), [types]);
  return useCallback((id) => names.get(id) ?? `…${id.slice(-6)}`, [names]);
}
