import type { ReactNode } from "react";

import type { Mood } from "./Badge";

const LOOKS: Record<Mood, string> = {
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  calm: "border border-line bg-surface text-ink",
  brand: "bg-brand-soft text-brand",
};

/** Something to know about the whole page, with what can be done about it. */
export function Banner({ mood, children, actions }: { mood: Mood; children: ReactNode; actions?: ReactNode }) {
  return (
    <div role="status" className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl px-4 py-2.5 text-sm ${LOOKS[mood]}`}>
      <div className="min-w-0 flex-1 basis-60 wrap-anywhere">{children}</div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
