import { useRef } from "react";

import { Button } from "@/components/Button";
import { UploadIcon } from "@/components/icons";
import { useUploadQueue } from "@/uploads/queue";

export function UploadButton() {
  const queue = useUploadQueue();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        className="hidden"
        aria-label="Files to upload"
        onChange={(event) => {
          queue.add(event.target.files ?? []);
          event.target.value = "";
        }}
      />
      <Button look="primary" onClick={() => input.current?.click()}>
        <UploadIcon className="size-4" />
        Upload
      </Button>
    </>
  );
}
