import { api } from "@/api/api";
import { call } from "@/api/call";
import type { Archive, ArchiveDownload, ArchivePage, ArchiveProof } from "@/api/types";

const PAGE = 20;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listArchives: build.infiniteQuery<ArchivePage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_archives", { query: { sort: "-createdAt", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Archives"],
      keepUnusedDataFor: 10,
    }),
    createArchive: build.mutation<Archive, ArchiveProof>({
      query: (body) => call("create_archive", { body }),
      invalidatesTags: ["Archives"],
    }),
    cancelArchive: build.mutation<Archive, string>({
      query: (id) => call("cancel_archive", { path: { archive_id: id } }),
      invalidatesTags: ["Archives"],
    }),
    signArchivePart: build.mutation<ArchiveDownload, { id: string; part: number }>({
      query: ({ id, part }) => call("create_archive_download", { path: { archive_id: id }, query: { part } }),
    }),
  }),
});

export const { useListArchivesInfiniteQuery, useCreateArchiveMutation, useCancelArchiveMutation, useSignArchivePartMutation } = requests;
