import type { ReactNode } from "react";

import { Button } from "@/components/Button";
import { Section } from "@/components/Section";
import { kindOf } from "@/format/format";
import { useMay } from "@/session/session";

import type { OneDocument, Part, Revision } from "../types";
import { useSteps } from "../useSteps";
import { capsOf, reasonOf } from "../words";
import { Frame } from "./Frame";
import { pageCount } from "./pages";
import { PageViewer } from "./PageViewer";

/** What the revision looks like and says, as far as there are pictures or words of it. */
export function PreviewPanel({ document, revision }: { document: OneDocument; revision: Revision | undefined }) {
  return (
    <Section title="Preview">
      {revision === undefined ? <div role="status" aria-label="Loading the preview" className="h-96 animate-pulse rounded-xl bg-line" /> : <Looked key={revision.number} document={document} revision={revision} />}
    </Section>
  );
}

function Looked({ document, revision }: { document: OneDocument; revision: Revision }) {
  const { preview, text, state } = revision;
  if (state !== "ready") return <Frame>{state === "rejected" ? "There is nothing to see: the file was not taken." : "There is something to see once the file is verified and ready."}</Frame>;
  const count = pageCount(revision);
  const anew = (part: Part) => <Anew document={document} revision={revision} part={part} />;
  return (
    <>
      {count > 0 ? <PageViewer documentId={document.id} revision={revision} /> : <Nothing revision={revision} />}
      <ul className="mt-3 space-y-2 text-sm text-quiet empty:hidden">
        {preview.state === "pending" && count > 0 && <li>Pictures of its pages are being made.</li>}
        {preview.state === "failed" && <Line anew={anew("preview")}>No pictures could be made: {reasonOf(preview)}. The file itself is whole and can be downloaded.</Line>}
        {preview.state === "ready" && capsOf(preview) !== "" && <li>Pictures: {capsOf(preview)}.</li>}
        {text.state === "pending" && count > 0 && <li>Its words are being read for the search.</li>}
        {text.state === "failed" && <Line anew={anew("text")}>Its words could not be read for the search: {reasonOf(text)}.</Line>}
        {text.state === "ready" && capsOf(text) !== "" && <li>What the search finds of it: {capsOf(text)}.</li>}
      </ul>
    </>
  );
}

function Nothing({ revision: { preview, text, detectedType, fileName } }: { revision: Revision }) {
  if (preview.state === "pending" || text.state === "pending") return <Frame busy>{preview.state === "pending" ? "Pictures of its pages are being made." : "Its words are being read."}</Frame>;
  return <Frame>There is no preview of this kind of file ({kindOf(detectedType, fileName)}). Download it to look at it.</Frame>;
}

function Line({ children, anew }: { children: ReactNode; anew: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="min-w-0 flex-1 basis-60">{children}</span>
      {anew}
    </li>
  );
}

function Anew({ document, revision, part }: { document: OneDocument; revision: Revision; part: Part }) {
  const mayWrite = useMay("documents:write");
  const steps = useSteps(document);
  if (!mayWrite || document.trashedAt !== null) return null;
  return <Button onClick={() => void steps.reprocess(revision.number, [part])}>Try again</Button>;
}
