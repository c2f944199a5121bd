import { useMe } from "@/session/session";

import { ACTIONS } from "./words";

/** What this person may do to several documents of a list at once. */
export function useBulkActions(trashed: boolean): typeof ACTIONS {
  const me = useMe();
  return ACTIONS.filter((action) => action.trashed === trashed && (me?.permissions.includes(action.needs) ?? false));
}
