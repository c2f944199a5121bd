import type { DocumentState } from "@/api/types";

const WORDS: Record<DocumentState, readonly [word: string, look: string]> = {
  awaiting_upload: ["Uploading", "bg-brand-soft text-brand"],
  verifying: ["Verifying", "bg-warn-soft text-warn"],
  ready: ["Ready", "bg-good-soft text-good"],
  rejected: ["Rejected", "bg-bad-soft text-bad"],
};

export function StateBadge({ state }: { state: DocumentState }) {
  const [word, look] = WORDS[state];
  const moving = state === "awaiting_upload" || state === "verifying";
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap ${look}`}>
      <span className={`size-1.5 rounded-full bg-current ${moving ? "animate-pulse" : ""}`} />
      {word}
    </span>
  );
}
