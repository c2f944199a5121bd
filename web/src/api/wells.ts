import { api } from "./api";
import { call } from "./call";
import type { WellPage } from "./types";

const OFFERED = 100;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    offerWells: build.query<WellPage, string>({
      query: (siteId) => call("list_wells", { query: { siteId, status: "active", sort: "name", limit: OFFERED } }),
      providesTags: ["Wells"],
    }),
  }),
});

/** Names of wells at a site, to choose from; none while no site is chosen. */
export function useWellNames(siteId: string): readonly string[] {
  const { currentData } = requests.useOfferWellsQuery(siteId, { skip: siteId === "" });
  return currentData?.items.map(({ name }) => name) ?? [];
}
