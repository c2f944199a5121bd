import { FileButton } from "@/components/FileButton";
import { UploadIcon } from "@/components/icons";
import { useUploadQueue } from "@/uploads/queue";

export function UploadButton() {
  const queue = useUploadQueue();
  return (
    <FileButton label="Files to upload" multiple look="primary" onFiles={(files) => queue.add(files)}>
      <UploadIcon className="size-4" />
      Upload
    </FileButton>
  );
}
