import { useRef } from "react";

import { Button } from "@/components/Button";
import { UploadIcon } from "@/components/icons";
import { useUploadQueue } from "@/uploads/queue";

/** Uploads a file as the next revision of a document, or goes on with one that waits for it. */
export function RevisionButton({ documentId, label }: { documentId: string; label: string }) {
  const queue = useUploadQueue();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="hidden"
        aria-label={`File for: ${label}`}
        onChange={(event) => {
          queue.add(event.target.files ?? [], documentId);
          event.target.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <UploadIcon className="size-4" />
        {label}
      </Button>
    </>
  );
}
