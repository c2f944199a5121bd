import type { ReactNode } from "react";

/** Names and values, one below the other on a phone. What is null is left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode] | null)[] }) {
  return (
    <dl className="grid gap-x-4 text-sm sm:grid-cols-[minmax(7rem,max-content)_1fr]">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]} className="contents">
              <dt className="pt-1.5 text-quiet sm:pb-1.5">{row[0]}</dt>
              <dd className="min-w-0 pb-1.5 wrap-anywhere sm:pt-1.5">{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
