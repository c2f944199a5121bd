import { useCallback, useEffect, useMemo } from "react";

import { api } from "./api";
import { call } from "./call";
import type { Problem } from "./problem";
import type { Site, SitePage } from "./types";

const PAGE = 200;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listAllSites: build.infiniteQuery<SitePage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_sites", { query: { sort: "name", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Sites"],
    }),
  }),
});

export interface AllSites {
  readonly sites: readonly Site[] | undefined;
  readonly problem: Problem | undefined;
  readonly retry: () => void;
}

/** Every site the person sees, by name: to choose from, and to name what other answers give as ids. */
export function useAllSites(wanted = true): AllSites {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = requests.useListAllSitesInfiniteQuery(undefined, { skip: !wanted });
  useEffect(() => {
    if (hasNextPage && !isFetching && error === undefined) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const sites = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  return { sites, problem: error as Problem | undefined, retry: () => void refetch() };
}

/** An id that is not known (yet) names itself by its end. */
export function useSiteNames(wanted = true): (id: string) => string {
  const { sites } = useAllSites(wanted);
  const names = useMemo(() => new Map(sites?.map((site) => [site.id, site.name])), [sites]);
  return useCallback((id) => names.get(id) ?? `…${id.slice(-6)}`, [names]);
}
