import type { ReactNode } from "react";

export type Mood = "good" | "warn" | "bad" | "calm" | "brand";

const LOOKS: Record<Mood, string> = {
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  calm: "bg-raised text-quiet",
  brand: "bg-brand-soft text-brand",
};

export function Badge({ mood, children }: { mood: Mood; children: ReactNode }) {
  return <span className={`inline-flex rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap ${LOOKS[mood]}`}>{children}</span>;
}
