import { GROUPS } from "./settings";

const TITLES: Readonly<Record<string, string>> = {
  "/documents": "Documents",
  "/waiting": "Waiting for you",
  "/trash": "Trash",
  "/bulk": "Bulk operations",
  "/bulk/import": "Import from CSV",
  "/due-reports": "Due reports",
  "/figures": "Figures",
  "/months": "Months",
  "/wells": "Wells",
  "/reports": "Reports",
  "/exports": "Exports",
  "/exports/schedules": "Schedules of exports",
  "/users": "People",
  "/settings": "Settings",
  "/account": "Your account",
  ...Object.fromEntries(GROUPS.flatMap(({ parts }) => parts.map(({ name, label }) => [`/settings/${name}`, label]))),
};

/** Their own pages name the tab once it is known what they show. */
const NAMED = /^\/(documents|reports)\/./;

/** What the page at an address is called: as itself, else as the nearest page above it. */
export function titleOf(pathname: string): string | undefined {
  if (NAMED.test(pathname)) return undefined;
  for (let path = pathname.replace(/\/$/, ""); path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    if (TITLES[path] !== undefined) return TITLES[path];
  }
  return undefined;
}
