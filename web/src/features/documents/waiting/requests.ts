import { api } from "@/api/api";
import { call } from "@/api/call";
import type { AnswerOf } from "@/api/types";

export type ReviewTasks = AnswerOf<"list_reviews">;
export type ReadingTasks = AnswerOf<"list_documents_to_acknowledge">;

const from = (cursor: string) => ({ query: cursor === "" ? {} : { cursor } });

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listReviewTasks: build.infiniteQuery<ReviewTasks, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_reviews", from(pageParam)),
      providesTags: ["Documents"],
      keepUnusedDataFor: 30,
    }),
    listReadingTasks: build.infiniteQuery<ReadingTasks, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_documents_to_acknowledge", from(pageParam)),
      providesTags: ["Documents"],
      keepUnusedDataFor: 30,
    }),
  }),
});

export const { useListReviewTasksInfiniteQuery, useListReadingTasksInfiniteQuery } = requests;
