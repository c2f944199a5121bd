import { FileButton } from "@/components/FileButton";
import { UploadIcon } from "@/components/icons";
import { useUploadQueue } from "@/uploads/queue";

/** Uploads a file as the next revision of a document, or goes on with one that waits for it. */
export function RevisionButton({ documentId, label }: { documentId: string; label: string }) {
  const queue = useUploadQueue();
  return (
    <FileButton label={`File for: ${label}`} onFiles={(files) => queue.add(files, documentId)}>
      <UploadIcon className="size-4" />
      {label}
    </FileButton>
  );
}
