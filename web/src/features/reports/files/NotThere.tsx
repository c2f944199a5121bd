import { useFiles } from "./files";
import type { ReportFile } from "./model";

/** Files without which the report cannot be submitted. */
export function notThere(files: readonly ReportFile[]): readonly ReportFile[] {
  return files.filter(({ state }) => state !== "ready" && state !== "unknown");
}

/** What a submit waits for, once somebody tried it. */
export function NotThere() {
  const { files } = useFiles();
  const open = notThere(files);
  if (open.length === 0) {
    return (
      <p role="status" className="rounded-xl bg-good-soft p-4 text-sm text-good">
        All files are there. Submit it now.
      </p>
    );
  }
  return (
    <div className="rounded-xl bg-warn-soft p-4 text-sm text-warn">
      <p role="alert" className="font-medium">
        Not submitted yet: {open.length === 1 ? "one file is not there" : `${open.length} files are not there`}. Everything that you wrote is kept here.
      </p>
      <ul className="mt-1 list-inside list-disc">
        {open.map(({ id, name, told }) => (
          <li key={id} className="wrap-anywhere">
            {name}: {told}
          </li>
        ))}
      </ul>
      {open.some(({ state, retryable }) => state === "refused" || (state === "stopped" && !retryable)) && <p className="mt-1">Remove what was refused, then submit.</p>}
    </div>
  );
}
