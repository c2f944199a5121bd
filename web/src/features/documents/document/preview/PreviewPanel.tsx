import type { ReactNode } from "react";

import { Button } from "@/components/Button";
import { Section } from "@/components/Section";
import { kindOf } from "@/format/format";
import { useMay } from "@/session/session";

import type { OneDocument, Part, Revision } from "../types";
import { useSteps } from "../useSteps";
import { capsOf, counted, reasonOf } from "../words";

/** What the revision looks like, as far as there are pictures of it. */
export function PreviewPanel({ document, revision }: { document: OneDocument; revision: Revision | undefined }) {
  return (
    <Section title="Preview">
      {revision === undefined ? <div role="status" aria-label="Loading the preview" className="h-72 animate-pulse rounded-xl bg-line" /> : <Pictures document={document} revision={revision} />}
      {revision?.state === "ready" && <TextLine document={document} revision={revision} />}
    </Section>
  );
}

function Frame({ children, busy = false }: { children: ReactNode; busy?: boolean }) {
  return (
    <div aria-busy={busy} className={`flex min-h-72 flex-col items-center justify-center gap-3 rounded-xl border border-dashed border-line bg-raised p-6 text-center text-sm text-quiet ${busy ? "animate-pulse" : ""}`}>
      {children}
    </div>
  );
}

function Pictures({ document, revision }: { document: OneDocument; revision: Revision }) {
  const { preview, state } = revision;
  if (state !== "ready") return <Frame>{state === "rejected" ? "There is nothing to see: the file was not taken." : "There is something to see once the file is verified and ready."}</Frame>;
  switch (preview.state) {
    case "none":
      return <Frame>There is no preview of this kind of file ({kindOf(revision.detectedType, revision.fileName)}). Download it to look at it.</Frame>;
    case "pending":
      return <Frame busy>Pictures of its pages are being made.</Frame>;
    case "failed":
      return (
        <Frame>
          No pictures could be made: {reasonOf(preview)}. The file itself is whole and can be downloaded.
          <Anew document={document} revision={revision} part="preview" />
        </Frame>
      );
    case "ready":
      return <Frame>{counted(preview.pages, "page", "pages")} can be looked at.</Frame>;
  }
}

/** Whether the search finds words of it. */
function TextLine({ document, revision }: { document: OneDocument; revision: Revision }) {
  const { text } = revision;
  const caps = capsOf(text);
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
      {text.state === "none" && "The search finds it by its properties only: this kind of file has no words to read."}
      {text.state === "pending" && "Its words are being read for the search."}
      {text.state === "ready" && `The search finds words of ${counted(text.pages, "page", "pages")}${caps === "" ? "" : ` (${caps})`}.`}
      {text.state === "failed" && `Its words could not be read for the search: ${reasonOf(text)}.`}
      {text.state === "failed" && <Anew document={document} revision={revision} part="text" />}
    </p>
  );
}

function Anew({ document, revision, part }: { document: OneDocument; revision: Revision; part: Part }) {
  const mayWrite = useMay("documents:write");
  const steps = useSteps(document);
  if (!mayWrite) return null;
  return <Button onClick={() => void steps.reprocess(revision.number, [part])}>Try again</Button>;
}
