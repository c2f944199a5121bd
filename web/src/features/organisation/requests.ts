import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { Organisation, OrganisationChange } from "@/api/types";

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    readOrganisation: build.query<Organisation, string>({
      query: (id) => call("get_organisation", { path: { organisation_id: id } }),
      providesTags: ["Organisation"],
    }),
    changeOrganisation: build.mutation<Organisation, Pick<Organisation, "id" | "etag"> & { change: OrganisationChange }>({
      query: ({ id, etag, change }) => call("change_organisation", { path: { organisation_id: id }, headers: { "If-Match": quoted(etag) }, body: change }),
      invalidatesTags: ["Organisation"],
    }),
  }),
});

export const { useReadOrganisationQuery, useChangeOrganisationMutation } = requests;
