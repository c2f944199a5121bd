import { api } from "@/api/api";
import { call } from "@/api/call";
import type { AnswerOf, Production, Punctuality } from "@/api/types";

export interface Span {
  readonly from: string;
  readonly to: string;
  readonly siteId: string;
}

export interface Figures extends Span {
  readonly approvedOnly: boolean;
}

export interface Produced extends Figures {
  readonly liquidUnit: "Sm3" | "bbl";
  readonly gasUnit: "Sm3" | "Mscf";
}

const within = ({ from, to, siteId }: Span) => ({ from, to, ...(siteId === "" ? {} : { siteId }) });
const counted = ({ approvedOnly, ...span }: Figures) => ({ ...within(span), ...(approvedOnly ? { approvedOnly } : {}) });
const keepUnusedDataFor = 30;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    production: build.query<Production, Produced>({
      query: ({ liquidUnit, gasUnit, ...figures }) => call("get_production", { query: { ...counted(figures), liquidUnit, gasUnit } }),
      keepUnusedDataFor,
    }),
    nonProductiveTime: build.query<AnswerOf<"get_non_productive_time">, Figures>({
      query: (figures) => call("get_non_productive_time", { query: counted(figures) }),
      keepUnusedDataFor,
    }),
    activityTime: build.query<AnswerOf<"get_activity_time">, Figures>({
      query: (figures) => call("get_activity_time", { query: counted(figures) }),
      keepUnusedDataFor,
    }),
    punctuality: build.query<Punctuality, Span>({
      query: (span) => call("get_punctuality", { query: within(span) }),
      keepUnusedDataFor,
    }),
    openReviews: build.query<AnswerOf<"get_open_reviews">, string>({
      query: (siteId) => call("get_open_reviews", { query: siteId === "" ? {} : { siteId } }),
      keepUnusedDataFor,
    }),
  }),
});

export const { useProductionQuery, useNonProductiveTimeQuery, useActivityTimeQuery, usePunctualityQuery, useOpenReviewsQuery } = requests;
