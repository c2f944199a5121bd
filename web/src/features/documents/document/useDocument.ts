import { useEffect, useRef } from "react";
import { useDispatch } from "react-redux";

import { api } from "@/api/api";
import type { Problem } from "@/api/problem";
import type { Document } from "@/api/types";

import { documentRequests, useOpenDocumentQuery, useOpenRevisionQuery } from "./requests";
import type { OneDocument, Place } from "./types";

const LIVE_MS = 1_500;
/** An upload that was given up stays awaited for a day: it is not watched as long. */
const WATCHED_MS = 30 * 60_000;

function isMoving({ newest: { state }, updatedAt }: OneDocument): boolean {
  const settled = state === "ready" || state === "rejected";
  return !settled && Date.now() - Date.parse(updatedAt) < WATCHED_MS;
}

/** One document, kept fresh while something in it moves. `onSeen` hears of every state of it. */
export function useDocument(id: string, onSeen: (document: Document) => void) {
  const known = documentRequests.endpoints.openDocument.useQueryState(id).data;
  const moving = known !== undefined && isMoving(known);
  const { data, error, refetch } = useOpenDocumentQuery(id, { pollingInterval: moving ? LIVE_MS : 0, skipPollingIfUnfocused: true });
  const dispatch = useDispatch();
  const etag = useRef<string>(undefined);
  useEffect(() => {
    if (data === undefined) return;
    onSeen(data);
    // What the list of revisions says hangs on the document: which is in force, which is superseded.
    if (etag.current !== undefined && etag.current !== data.etag) dispatch(api.util.invalidateTags(["Revisions"]));
    etag.current = data.etag;
  }, [data, dispatch, onSeen]);
  return { document: data, problem: error as Problem | undefined, retry: () => void refetch() };
}

/** One revision, kept fresh while its text or its pictures are being made. */
export function useRevision(place: Place | null) {
  const args = place ?? { id: "", number: 0 };
  const known = documentRequests.endpoints.openRevision.useQueryState(args, { skip: place === null }).data;
  const making = known?.preview.state === "pending" || known?.text.state === "pending";
  const { currentData, error, refetch } = useOpenRevisionQuery(args, { skip: place === null, pollingInterval: making ? LIVE_MS : 0, skipPollingIfUnfocused: true });
  return { revision: currentData, problem: error as Problem | undefined, retry: () => void refetch() };
}
