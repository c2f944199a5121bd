import { useEffect, useMemo } from "react";

import type { Problem } from "@/api/problem";
import type { Document } from "@/api/types";

import { useListDocumentsInfiniteQuery } from "./requests";
import type { Query } from "./view";

/** Between two looks at one page while something in it moves; a list of several pages is read that much more rarely. */
const LIVE_MS = 1_500;
/** How old an upload may be and still be watched: one that was given up stays awaited for a day. */
const WATCHED_MS = 30 * 60_000;

function isWorthWatching({ newest: { state }, updatedAt }: Document): boolean {
  return (state === "verifying" || state === "awaiting_upload") && Date.now() - Date.parse(updatedAt) < WATCHED_MS;
}

/** The pages loaded so far as one list, kept fresh while something in it moves. `onSeen` hears of every document that comes in. */
export function useDocuments(query: Query, onSeen?: (document: Document) => void) {
  const list = useListDocumentsInfiniteQuery(query);
  const documents = useMemo(() => list.currentData?.pages.flatMap((page) => page.items), [list.currentData]);
  const pages = list.currentData?.pages.length ?? 0;
  const moving = documents?.some(isWorthWatching) ?? false;
  useListDocumentsInfiniteQuery(query, { pollingInterval: moving ? LIVE_MS * pages : 0, skipPollingIfUnfocused: true });
  useEffect(() => {
    if (onSeen) documents?.forEach(onSeen);
  }, [documents, onSeen]);
  return {
    documents,
    problem: list.isError ? (list.error as Problem) : undefined,
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    more: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
}
