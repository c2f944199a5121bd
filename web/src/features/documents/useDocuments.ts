import { useEffect, useMemo } from "react";

import type { Problem } from "@/api/problem";
import type { Document } from "@/api/types";

import { useListDocumentsInfiniteQuery, type ListArguments } from "./requests";

const LIVE_MS = 1_500;
const CALM_MS = 0;

function isMoving({ newest: { state } }: Document): boolean {
  return state === "verifying" || state === "awaiting_upload";
}

/** How old an upload may be and still be watched: one that was given up stays awaited for a day. */
const WATCHED_MS = 30 * 60_000;

function isWorthWatching(document: Document): boolean {
  return isMoving(document) && Date.now() - Date.parse(document.updatedAt) < WATCHED_MS;
}

/** The pages loaded so far as one list, kept fresh while something in it moves. `onSeen` hears of every document that comes in. */
export function useDocuments(args: ListArguments, onSeen?: (document: Document) => void) {
  const first = useListDocumentsInfiniteQuery(args, { skip: false });
  const documents = useMemo(() => first.data?.pages.flatMap((page) => page.items), [first.data]);
  const moving = documents?.some(isWorthWatching) ?? false;
  useListDocumentsInfiniteQuery(args, { pollingInterval: moving ? LIVE_MS : CALM_MS, skipPollingIfUnfocused: true });
  useEffect(() => {
    if (onSeen) documents?.forEach(onSeen);
  }, [documents, onSeen]);
  return {
    documents,
    problem: first.isError ? (first.error as Problem) : undefined,
    hasMore: first.hasNextPage,
    loadingMore: first.isFetchingNextPage,
    more: () => void first.fetchNextPage(),
    retry: () => void first.refetch(),
  };
}
