import { Button } from "./Button";
import { CopyButton } from "./CopyButton";

const FILE_NAME = "petroconnect-recovery-codes.txt";

function download(codes: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([`PetroConnect recovery codes. Each works once.\n\n${codes.join("\n")}\n`], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}

/** Shown this once: the way on is to say that one has them. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <div className="space-y-4">
      <p className="text-sm text-quiet">Without your phone, each of these lets you in once. They are shown only now: keep them where you will find them, and nobody else.</p>
      <ul aria-label="Recovery codes" className="grid grid-cols-[repeat(auto-fit,minmax(11.5rem,1fr))] gap-x-3 gap-y-1.5 rounded-lg bg-raised p-4 text-center font-mono text-sm">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-center gap-2">
        <CopyButton text={codes.join("\n")} label="Copy" />
        <Button onClick={() => download(codes)}>Download</Button>
      </div>
      <Button look="primary" className="h-11 w-full" onClick={onKept}>
        I have kept them
      </Button>
    </div>
  );
}
