import { useMe } from "@/session/session";

import { api } from "./api";
import { call } from "./call";
import type { User, UserPage } from "./types";

const FOUND = 20;

const requests = api.injectEndpoints({
  endpoints: (build) => ({
    readPerson: build.query<User, string>({
      query: (id) => call("get_user", { path: { user_id: id } }),
      providesTags: ["Users"],
      keepUnusedDataFor: 600,
    }),
    findPeople: build.query<readonly User[], string>({
      query: (search) => call("list_users", { query: { status: "active", sort: "name", limit: FOUND, ...(search === "" ? {} : { search }) } }),
      transformResponse: (page: UserPage) => page.items,
      providesTags: ["Users"],
    }),
  }),
});

export const { useFindPeopleQuery } = requests;

/** What to call whoever did something: by name, as far as the reader may know it. */
export function usePersonName(id: string | null): string {
  const me = useMe();
  const mayRead = me?.permissions.includes("users:read") ?? false;
  const isMe = id !== null && id === me?.id;
  const { data, isError } = requests.useReadPersonQuery(id ?? "", { skip: id === null || isMe || !mayRead });
  if (id === null) return "nobody";
  if (isMe) return "you";
  if (!mayRead) return "a colleague";
  if (data !== undefined) return data.name;
  return isError ? "a machine, or somebody who has left" : "…";
}
