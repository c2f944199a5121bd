import type { ReactNode } from "react";

import type { Problem } from "@/api/problem";
import type { Document } from "@/api/types";
import { Button } from "@/components/Button";
import { ProblemNote } from "@/components/ProblemNote";

import { DocumentRow } from "./DocumentRow";

interface Props {
  readonly documents: readonly Document[] | undefined;
  readonly problem: Problem | undefined;
  readonly empty: ReactNode;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  readonly actionsFor: (document: Document) => ReactNode;
}

function Skeleton() {
  return (
    <ul aria-hidden="true" className="divide-y divide-line">
      {["w-2/3", "w-1/2", "w-3/5", "w-2/5"].map((width) => (
        <li key={width} className="flex items-center gap-4 px-4 py-3.5">
          <span className="h-9 w-12 animate-pulse rounded-lg bg-line" />
          <span className={`h-4 ${width} animate-pulse rounded bg-line`} />
        </li>
      ))}
    </ul>
  );
}

export function DocumentList({ documents, problem, empty, hasMore, loadingMore, onMore, onRetry, actionsFor }: Props) {
  const now = new Date();
  return (
    <>
      {problem && (
        <div className="mb-4">
          <ProblemNote problem={problem} onRetry={onRetry} />
        </div>
      )}
      {documents === undefined && !problem && (
        <div role="status" aria-label="Loading documents" className="overflow-hidden rounded-2xl border border-line bg-surface">
          <Skeleton />
        </div>
      )}
      {documents?.length === 0 && empty}
      {documents !== undefined && documents.length > 0 && (
        <ul aria-label="Documents" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} now={now} actions={actionsFor(document)} />
          ))}
        </ul>
      )}
      {hasMore && (
        <div className="mt-4 flex justify-center">
          <Button onClick={onMore} disabled={loadingMore}>
            {loadingMore ? "Loading…" : "Load more"}
          </Button>
        </div>
      )}
    </>
  );
}
