import { useEffect, useState } from "react";

import { UploadIcon } from "@/components/icons";
import { useUploadQueue } from "@/uploads/queue";

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Files may be dropped anywhere on the page. */
export function DropZone() {
  const queue = useUploadQueue();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const on = (name: "dragover" | "dragleave" | "drop", handle: (event: DragEvent) => void) =>
      window.addEventListener(name, handle, { signal: stop.signal });
    on("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    on("dragleave", (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      queue.add(event.dataTransfer?.files ?? []);
    });
    return () => stop.abort();
  }, [queue]);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-30 flex items-center justify-center bg-brand-soft/90 p-6">
      <div className="flex flex-col items-center gap-3 rounded-3xl border-2 border-dashed border-brand px-16 py-12 text-brand">
        <UploadIcon className="size-10" />
        <p className="text-lg font-semibold">Drop to upload</p>
      </div>
    </div>
  );
}
