import { Fragment } from "react";

import type { Snippet } from "@/api/types";

/** A text with what was found in it; shown as text, whatever stands in it. */
export function Marked({ snippet: { text, ranges } }: { snippet: Snippet }) {
  const parts = ranges.map(({ start, end }, index) => (
    <Fragment key={start}>
      {text.slice(ranges[index - 1]?.end ?? 0, start)}
      <mark className="rounded-sm bg-warn-soft px-0.5 font-medium text-warn">{text.slice(start, end)}</mark>
    </Fragment>
  ));
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
