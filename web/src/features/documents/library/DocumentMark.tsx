import type { Document } from "@/api/types";
import { kindOf } from "@/format/format";

/** What kind of file a document is, at a glance. */
export function DocumentMark({ document }: { document: Document }) {
  const file = document.current ?? document.newest;
  return (
    <span aria-hidden="true" className="flex h-9 w-12 shrink-0 items-center justify-center rounded-lg bg-brand-soft text-[0.65rem] font-bold tracking-wide text-brand">
      {kindOf(file.detectedType, file.fileName)}
    </span>
  );
}
