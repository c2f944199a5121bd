import { useState } from "react";

import { IconButton } from "./Button";
import { CheckIcon, CopyIcon } from "./icons";

const SAID_MS = 2_000;
const SHOWN = 12;

/** A SHA-256, of which the beginning is enough to look at and the whole is copied. */
export function HashCode({ sha256, of }: { sha256: string; of: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const done = await navigator.clipboard.writeText(sha256).then(
      () => "Copied",
      () => "Copying is not allowed here",
    );
    setSaid(done);
    setTimeout(() => setSaid(""), SAID_MS);
  };
  return (
    <span className="inline-flex items-center gap-0.5">
      <code title={sha256} className="font-mono text-xs">
        {sha256.slice(0, SHOWN)}…
      </code>
      <IconButton label={`Copy the SHA-256 of ${of}`} className="-my-2" onClick={() => void copy()}>
        {said === "Copied" ? <CheckIcon className="size-4 text-good" /> : <CopyIcon className="size-4" />}
      </IconButton>
      <span aria-live="polite" className="sr-only">
        {said}
      </span>
    </span>
  );
}
