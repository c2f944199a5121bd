import type { Export } from "@/api/types";

import { countOf } from "./words";

/** How far an export is that is being written. */
export function Progress({ of: { percent, done, total, state }, name }: { of: Export; name: string }) {
  const told = total === null ? (state === "queued" ? "It begins in a moment" : "Choosing the reports") : `${percent ?? 0}% · ${done.toLocaleString()} of ${countOf(total)}`;
  return (
    <div className="min-w-0">
      <div role="progressbar" aria-label={`Progress of ${name}`} aria-valuenow={percent ?? 0} aria-valuemin={0} aria-valuemax={100} className="h-2 overflow-hidden rounded-full bg-line">
        <div className={`h-full rounded-full bg-brand transition-[width] ${total === null ? "animate-pulse" : ""}`} style={{ width: `${percent ?? 0}%` }} />
      </div>
      <p className="mt-1 text-xs text-quiet tabular-nums">{told}</p>
    </div>
  );
}
