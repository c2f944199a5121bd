import { createApi, type BaseQueryFn } from "@reduxjs/toolkit/query/react";

import type { Call } from "./call";
import type { Http } from "./http";
import type { Problem } from "./problem";

/** What thunks of the store are given besides the store itself. */
export interface StoreExtra {
  readonly http: Http;
}

const baseQuery: BaseQueryFn<Call, unknown, Problem> = async (call, { extra, signal }) => {
  const answer = await (extra as StoreExtra).http(call, signal);
  return answer.ok ? { data: answer.body ?? null } : { error: answer.problem };
};

/** The one API of the store. Each feature adds its own requests to it with `injectEndpoints`. */
export const api = createApi({
  reducerPath: "api",
  baseQuery,
  tagTypes: ["ApiKeys", "Disciplines", "Documents", "DocumentTypes", "Holds", "Organisation", "Archives", "Bulk", "Exports", "ExportSchedules", "Reports", "Retention", "RetentionRuns", "Revisions", "SecondFactor", "Sessions", "ShareLinks", "Sites", "UploadLinks", "Users", "Views", "Wells"],
  refetchOnFocus: true,
  refetchOnReconnect: true,
  endpoints: () => ({}),
});
