import { PreviewPanel } from "./preview/PreviewPanel";
import { PropertiesPanel } from "./properties/PropertiesPanel";
import type { OneDocument, Revision } from "./types";

/** What it looks like, and what it is sorted by. */
export function OverviewPart({ document, revision }: { document: OneDocument; revision: Revision | undefined }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <PreviewPanel document={document} revision={revision} />
      <PropertiesPanel document={document} />
    </div>
  );
}
