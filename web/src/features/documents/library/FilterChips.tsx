import { useDocumentTypeNames, useReadDisciplinesQuery, useReadDocumentTypeQuery } from "@/api/documentTypes";
import { useSiteNames } from "@/api/sites";
import { Button } from "@/components/Button";
import { CloseIcon } from "@/components/icons";
import { formatDay } from "@/format/format";

import { splitField } from "./FieldFilter";
import { changed, cleared, filtersIn, IN_FORCE, STATES, STATUSES, type Filter, type View } from "./view";

/** What narrows the list, each to be taken away. */
export function FilterChips({ view, onView }: { view: View; onView: (view: View) => void }) {
  const wordsOf = useWords(view);
  const filters = filtersIn(view);
  if (filters.length === 0) return null;
  return (
    <ul aria-label="Filters in use" className="mb-4 flex flex-wrap items-center gap-2">
      {filters.map((filter) => {
        const words = wordsOf(filter);
        return (
          <li key={filter} className="flex max-w-full items-center rounded-full bg-brand-soft text-sm text-brand">
            <span className="truncate py-1 pl-3">{words}</span>
            <button
              type="button"
              aria-label={`Take away: ${words}`}
              className="flex size-8 shrink-0 items-center justify-center rounded-full hover:bg-brand/10"
              onClick={() => onView(changed(view, { [filter]: "" }))}
            >
              <CloseIcon className="size-3.5" />
            </button>
          </li>
        );
      })}
      {filters.length > 1 && (
        <li>
          <Button look="quiet" className="min-h-8 px-3" onClick={() => onView(cleared(view))}>
            Clear all
          </Button>
        </li>
      )}
    </ul>
  );
}

/** A filter in words, as far as its names are known. */
function useWords(view: View): (filter: Filter) => string {
  const siteName = useSiteNames(view.siteId !== "");
  const typeName = useDocumentTypeNames(view.typeId !== "");
  const { data: disciplines } = useReadDisciplinesQuery(undefined, { skip: view.discipline === "" });
  const { data: type } = useReadDocumentTypeQuery(view.typeId, { skip: view.field === "" });
  return (filter) => {
    const value = view[filter];
    switch (filter) {
      case "state":
        return STATES.find(([state]) => state === value)?.[1] ?? value;
      case "status":
        return STATUSES.find(([status]) => status === value)?.[1] ?? value;
      case "inForce":
        return IN_FORCE.find(([known]) => known === value)?.[1] ?? value;
      case "typeId":
        return typeName(value);
      case "siteId":
        return siteName(value);
      case "discipline":
        return disciplines?.disciplines.find(({ code }) => code === value)?.name ?? value;
      case "tag":
        return `Tag: ${value}`;
      case "number":
        return `Number ${value}…`;
      case "field": {
        const [key, wanted] = splitField(value);
        return `${type?.fields.find((field) => field.key === key)?.label ?? key}: ${wanted}`;
      }
      case "createdFrom":
        return `Added from ${formatDay(value)}`;
      case "createdTo":
        return `Added until ${formatDay(value)}`;
      case "updatedFrom":
        return `Changed from ${formatDay(value)}`;
      case "updatedTo":
        return `Changed until ${formatDay(value)}`;
    }
  };
}
