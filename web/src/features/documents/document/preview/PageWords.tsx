import type { Problem } from "@/api/problem";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";

import type { Place } from "../types";
import { Frame } from "./Frame";
import { useReadPageTextQuery } from "./requests";

/** The words of one page, as the search knows them. */
export function PageWords({ place, page }: { place: Place; page: number }) {
  const { currentData, error, refetch } = useReadPageTextQuery({ ...place, page });
  if (currentData === undefined && error !== undefined) return <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />;
  if (currentData === undefined) {
    return (
      <div className="min-h-72 rounded-xl border border-line p-4">
        <Skeleton label="Loading the text" />
      </div>
    );
  }
  if (currentData === null || currentData.text.trim() === "") return <Frame>There are no words on this page.</Frame>;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard
    <div tabIndex={0} role="region" aria-label={`Text of page ${page}`} className="max-h-[75dvh] min-h-72 overflow-auto rounded-xl border border-line bg-raised p-4">
      {currentData.label !== "" && <p className="mb-2 text-xs font-medium text-quiet">{currentData.label}</p>}
      <pre className="font-sans text-sm whitespace-pre-wrap wrap-anywhere">{currentData.text}</pre>
    </div>
  );
}
