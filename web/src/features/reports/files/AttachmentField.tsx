import type { Json } from "@/reports/receipt";

import { AddFiles } from "./AddFiles";
import { FileCard } from "./FileCard";
import { useFiles } from "./files";

interface Props {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

/** A field that names a photo of the report. */
export function AttachmentField({ label, hint, error, value, onChange }: Props) {
  const { files, add } = useFiles();
  const id = typeof value === "string" && value !== "" ? value : null;
  const file = files.find((one) => one.id === id);
  return (
    <div role="group" aria-label={label}>
      <p className="mb-1 text-sm font-medium">{label}</p>
      {file !== undefined && <FileCard file={file} />}
      {file === undefined && <AddFiles to={label} photosOnly onFiles={(chosen) => chosen.length > 0 && onChange(add(chosen)[0] ?? null)} />}
      {id !== null && file === undefined && <p className="mt-1 text-xs text-bad">The photo that was here is not among the files of the report. Choose another, or remove the row.</p>}
      {(error ?? hint) !== undefined && <p className={`mt-1 text-xs ${error === undefined ? "text-quiet" : "text-bad"}`}>{error ?? hint}</p>}
    </div>
  );
}
