import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { Discipline, Disciplines } from "@/api/types";

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    replaceDisciplines: build.mutation<Disciplines, { etag: string; disciplines: readonly Discipline[] }>({
      query: ({ etag, disciplines }) => call("replace_disciplines", { headers: { "If-Match": quoted(etag) }, body: { disciplines: [...disciplines] } }),
      invalidatesTags: ["Disciplines"],
    }),
  }),
});

export const { useReplaceDisciplinesMutation } = requests;
