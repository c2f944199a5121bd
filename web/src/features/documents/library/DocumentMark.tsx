import { useState } from "react";

import type { Document, ListedDocument } from "@/api/types";
import { kindOf } from "@/format/format";

/** What a document looks like, or else what kind of file it is. */
export function DocumentMark({ document }: { document: Document | ListedDocument }) {
  const file = document.current ?? document.newest;
  const url = "thumbnail" in document ? (document.thumbnail?.url ?? null) : null;
  const [broken, setBroken] = useState<string | null>(null);
  if (url !== null && broken !== url) {
    return <img src={url} alt="" loading="lazy" decoding="async" onError={() => setBroken(url)} className="h-12 w-12 shrink-0 rounded-lg border border-line bg-white object-cover object-top" />;
  }
  return (
    <span aria-hidden="true" className="flex h-9 w-12 shrink-0 items-center justify-center rounded-lg bg-brand-soft text-[0.65rem] font-bold tracking-wide text-brand">
      {kindOf(file.detectedType, file.fileName)}
    </span>
  );
}
