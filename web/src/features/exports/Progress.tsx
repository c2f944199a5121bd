import type { Export } from "@/api/types";
import { ProgressBar } from "@/components/ProgressBar";

import { countOf } from "./words";

/** How far an export is that is being written. */
export function Progress({ of: { percent, done, total, state }, name }: { of: Export; name: string }) {
  const told = total === null ? (state === "queued" ? "It begins in a moment" : "Choosing the reports") : `${percent ?? 0}% · ${done.toLocaleString()} of ${countOf(total)}`;
  return (
    <div className="min-w-0">
      <ProgressBar label={`Progress of ${name}`} percent={percent ?? 0} look={total === null ? "bg-brand animate-pulse" : "bg-brand"} />
      <p className="mt-1 text-xs text-quiet tabular-nums">{told}</p>
    </div>
  );
}
