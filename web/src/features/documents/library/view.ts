import type { ControlStatus, DocumentState, QueryOf, ViewQuery } from "@/api/types";

export type Query = QueryOf<"list_documents">;
export type Sort = NonNullable<Query["sort"]>;
export type Criteria = Omit<Query, "sort" | "limit" | "cursor"> & { readonly q?: string };
export type SearchQuery = QueryOf<"search_documents">;

/** What the library shows, as its address says it. A text that is empty asks for nothing. */
export interface View {
  readonly trashed: boolean;
  /** Words to look for; with them it shows hits, the best first, and no list in an order. */
  readonly search: string;
  /** Look into superseded revisions and drafts, too. */
  readonly everywhere: boolean;
  readonly sort: Sort;
  readonly state: DocumentState | "";
  readonly status: ControlStatus | "";
  /** Whether a revision is in force: "true" or "false". */
  readonly inForce: string;
  readonly typeId: string;
  readonly siteId: string;
  readonly discipline: string;
  readonly tag: string;
  readonly number: string;
  /** One custom field as `key:value`. */
  readonly field: string;
  /** Days as 2026-05-04, in the time zone of this browser; both ends belong to the period. */
  readonly createdFrom: string;
  readonly createdTo: string;
  readonly updatedFrom: string;
  readonly updatedTo: string;
}

export type Filter = Exclude<keyof View, "trashed" | "sort" | "search" | "everywhere">;

export const SORTS: readonly (readonly [Sort, string])[] = [
  ["-createdAt", "Newest first"],
  ["createdAt", "Oldest first"],
  ["-updatedAt", "Last changed"],
  ["updatedAt", "Longest unchanged"],
  ["title", "Title A–Z"],
  ["-title", "Title Z–A"],
  ["number", "Number, up"],
  ["-number", "Number, down"],
];
export const STATES: readonly (readonly [DocumentState, string])[] = [
  ["ready", "Ready"],
  ["verifying", "Verifying"],
  ["awaiting_upload", "Uploading"],
  ["rejected", "Rejected"],
];
export const STATUSES: readonly (readonly [ControlStatus, string])[] = [
  ["draft", "Draft"],
  ["in_review", "In review"],
  ["changes_requested", "Changes requested"],
  ["approved", "Approved"],
];
export const MOST_SEARCHED = 1000; // characters
export const IN_FORCE: readonly (readonly [string, string])[] = [
  ["true", "In force"],
  ["false", "Not in force"],
];
const DEFAULT_SORT: Sort = "-createdAt";

/** The parameter of the address for each filter. */
const NAMES: Readonly<Record<Filter, string>> = {
  state: "state",
  status: "status",
  inForce: "inForce",
  typeId: "type",
  siteId: "site",
  discipline: "discipline",
  tag: "tag",
  number: "number",
  field: "field",
  createdFrom: "createdFrom",
  createdTo: "createdTo",
  updatedFrom: "updatedFrom",
  updatedTo: "updatedTo",
};
export const FILTERS = Object.keys(NAMES) as readonly Filter[];

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const FIELD = /^[a-z][a-zA-Z0-9_]{0,39}:.+$/;
const CHECKS: Readonly<Partial<Record<Filter, (text: string) => boolean>>> = {
  state: (text) => STATES.some(([state]) => state === text),
  status: (text) => STATUSES.some(([status]) => status === text),
  inForce: (text) => text === "true" || text === "false",
  typeId: (text) => ID.test(text),
  siteId: (text) => ID.test(text),
  field: (text) => FIELD.test(text),
  createdFrom: isDay,
  createdTo: isDay,
  updatedFrom: isDay,
  updatedTo: isDay,
};

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}

/** The view of an address. What cannot be meant is left out, so that an old or mistyped link still shows documents. */
export function viewOf(params: URLSearchParams, trashed: boolean): View {
  const of = (filter: Filter) => {
    const text = (params.get(NAMES[filter]) ?? "").trim();
    return CHECKS[filter]?.(text) === false ? "" : text;
  };
  const filters = Object.fromEntries(FILTERS.map((filter) => [filter, of(filter)])) as Pick<View, Filter>;
  const sort = params.get("sort");
  const known = SORTS.find(([value]) => value === sort)?.[0];
  const search = (params.get("q") ?? "").trim().slice(0, MOST_SEARCHED);
  const everywhere = params.get("revisions") === "all";
  return { ...filters, trashed, search, everywhere, sort: known ?? DEFAULT_SORT, field: filters.typeId === "" ? "" : filters.field };
}

/** The address of a view; other parameters stay as they are. */
export function paramsOf(view: View, before: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(before);
  const set = (name: string, value: string) => {
    if (value === "") params.delete(name);
    else params.set(name, value);
  };
  for (const filter of FILTERS) set(NAMES[filter], view[filter]);
  set("sort", view.sort === DEFAULT_SORT ? "" : view.sort);
  set("q", view.search);
  set("revisions", view.everywhere && view.search !== "" ? "all" : "");
  return params;
}

/** The same list with some filters set otherwise. A field belongs to its type, and goes with it. */
export function changed(view: View, change: Partial<View>): View {
  const next = { ...view, ...change };
  return next.typeId === view.typeId || "field" in change ? next : { ...next, field: "" };
}

export function cleared(view: View): View {
  return { ...view, ...(Object.fromEntries(FILTERS.map((filter) => [filter, ""])) as Pick<View, Filter>) };
}

export function filtersIn(view: View): readonly Filter[] {
  return FILTERS.filter((filter) => view[filter] !== "");
}

/** Everything, in the usual order. */
export function isPlain(view: View): boolean {
  return view.search === "" && view.sort === DEFAULT_SORT && filtersIn(view).length === 0;
}

/** Midnight at the beginning of a day here, `later` days on. */
function midnight(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** What the API is asked for to show this. */
export function queryOf(view: View): Query {
  return { sort: view.sort, ...criteriaOf(view) };
}

/** What a document must be to be listed, in whatever order. */
export function criteriaOf(view: View): Omit<Criteria, "q"> {
  const { trashed, createdFrom, createdTo, updatedFrom, updatedTo } = view;
  const given = (name: "state" | "status" | "typeId" | "siteId" | "discipline" | "tag" | "number" | "field") => (view[name] === "" ? {} : { [name]: view[name] });
  return {
    trashed,
    ...given("state"),
    ...given("status"),
    ...(view.inForce === "" ? {} : { inForce: view.inForce === "true" }),
    ...given("typeId"),
    ...given("siteId"),
    ...given("discipline"),
    ...given("number"),
    ...given("field"),
    ...(view.tag === "" ? {} : { tag: view.tag.toLowerCase() }),
    ...(createdFrom === "" ? {} : { createdFrom: midnight(createdFrom) }),
    ...(createdTo === "" ? {} : { createdBefore: midnight(createdTo, 1) }),
    ...(updatedFrom === "" ? {} : { updatedFrom: midnight(updatedFrom) }),
    ...(updatedTo === "" ? {} : { updatedBefore: midnight(updatedTo, 1) }),
  };
}

/** What is kept of a view under a name: what the API is asked for, so that machines can use it too. */
export function savedOf(view: View): ViewQuery {
  return view.search === "" ? queryOf(view) : searchOf(view);
}

/** The day here that a moment belongs to, `later` days on. */
function dayOf(moment: string | null | undefined, later = 0): string {
  if (moment === null || moment === undefined) return "";
  const date = new Date(moment);
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + later);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The view that was kept. */
export function viewOfSaved(query: ViewQuery): View {
  return {
    trashed: query.trashed ?? false,
    search: query.q ?? "",
    everywhere: query.revisions === "all",
    sort: query.sort ?? DEFAULT_SORT,
    state: query.state ?? "",
    status: query.status ?? "",
    inForce: query.inForce === null || query.inForce === undefined ? "" : String(query.inForce),
    typeId: query.typeId ?? "",
    siteId: query.siteId ?? "",
    discipline: query.discipline ?? "",
    tag: query.tag ?? "",
    number: query.number ?? "",
    field: query.field ?? "",
    createdFrom: dayOf(query.createdFrom),
    createdTo: dayOf(query.createdBefore, -1),
    updatedFrom: dayOf(query.updatedFrom),
    updatedTo: dayOf(query.updatedBefore, -1),
  };
}

/** What the API is asked for to find what the view looks for, in the documents that it would list. */
export function searchOf(view: View): SearchQuery {
  return { ...criteriaOf(view), q: view.search, revisions: view.everywhere ? "all" : "served" };
}
