import { api } from "@/api/api";
import { call, quoted } from "@/api/call";
import type { ListedView, SavedView, ViewChange, ViewDraft, ViewPage } from "@/api/types";

const PAGE = 100;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    listViews: build.infiniteQuery<ViewPage, undefined, string>({
      infiniteQueryOptions: { initialPageParam: "", getNextPageParam: (page) => page.nextCursor ?? undefined },
      query: ({ pageParam }) => call("list_views", { query: { sort: "name", limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) } }),
      providesTags: ["Views"],
    }),
    readView: build.query<SavedView, string>({
      query: (id) => call("get_view", { path: { view_id: id } }),
      providesTags: ["Views"],
    }),
    saveView: build.mutation<ListedView, ViewDraft>({
      query: (body) => call("create_view", { body }),
      invalidatesTags: ["Views"],
    }),
    changeView: build.mutation<ListedView, Pick<ListedView, "id" | "etag"> & { change: ViewChange }>({
      query: ({ id, etag, change }) => call("change_view", { path: { view_id: id }, headers: { "If-Match": quoted(etag) }, body: change }),
      invalidatesTags: ["Views"],
    }),
    deleteView: build.mutation<null, Pick<ListedView, "id" | "etag">>({
      query: ({ id, etag }) => call("delete_view", { path: { view_id: id }, headers: { "If-Match": quoted(etag) } }),
      invalidatesTags: ["Views"],
    }),
    chooseDefaultView: build.mutation<null, string | null>({
      query: (viewId) => call("choose_default_view", { body: { viewId } }),
      invalidatesTags: ["Views"],
    }),
  }),
});

export const { useListViewsInfiniteQuery, useLazyReadViewQuery, useSaveViewMutation, useChangeViewMutation, useDeleteViewMutation, useChooseDefaultViewMutation } = requests;
