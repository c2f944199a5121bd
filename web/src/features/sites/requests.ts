import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { Site, SiteChange, SiteDraft, SitePage } from "@/api/types";

export interface ListArguments {
  readonly status: Site["status"] | "";
  readonly search: string;
}

const PAGE = 50;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listSites: build.infiniteQuery<SitePage, ListArguments, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ queryArg: { status, search }, pageParam }) =>
        call("list_sites", {
          query: { sort: "name", limit: PAGE, ...(status === "" ? {} : { status }), ...(search === "" ? {} : { search }), ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      providesTags: ["Sites"],
      keepUnusedDataFor: 30,
    }),
    readSite: build.query<Site, string>({
      query: (id) => call("get_site", { path: { site_id: id } }),
    }),
    createSite: build.mutation<Site, SiteDraft>({
      query: (body) => call("create_site", { body }),
      invalidatesTags: ["Sites"],
    }),
    changeSite: build.mutation<Site, Pick<Site, "id" | "etag"> & { change: SiteChange }>({
      query: ({ id, etag, change }) => call("change_site", { path: { site_id: id }, headers: { "If-Match": quoted(etag) }, body: change }),
      invalidatesTags: ["Sites"],
    }),
  }),
});

export const { useListSitesInfiniteQuery, useLazyReadSiteQuery, useCreateSiteMutation, useChangeSiteMutation } = requests;
