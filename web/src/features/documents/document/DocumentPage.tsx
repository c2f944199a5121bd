import type { ReactNode } from "react";
import { Link, Navigate, Route, Routes, useParams, useSearchParams } from "react-router";

import { isMissing } from "@/api/problem";
import type { Document } from "@/api/types";
import { Empty } from "@/components/Empty";
import { BackIcon } from "@/components/icons";
import { ProblemNote } from "@/components/ProblemNote";
import { useTitle } from "@/components/useTitle";
import { useMay } from "@/session/session";

import { ActivityPart } from "./activity/ActivityPart";
import { Banners } from "./Banners";
import { Header } from "./Header";
import { KeepingPart } from "./keeping/KeepingPart";
import { OverviewPart } from "./OverviewPart";
import { PageSkeleton } from "./PageSkeleton";
import { addressOf, PartLinks, partsFor } from "./PartLinks";
import { ReadingPart } from "./reading/ReadingPart";
import { ReviewPart } from "./review/ReviewPart";
import { RevisionsPart } from "./revisions/RevisionsPart";
import { SharingPart } from "./sharing/SharingPart";
import { furtherLabel, shownNumber } from "./standing";
import type { OneDocument } from "./types";
import { useDocument, useRevision } from "./useDocument";

interface Props {
  /** The button that uploads a file as the next revision, or goes on with the one awaited. */
  readonly furtherRevision: (documentId: string, label: string) => ReactNode;
  /** Hears of every state the document is seen in. */
  readonly onSeen: (document: Document) => void;
}

/** Everything about one document: `/documents/{id}`, its parts below, `?revision=2` for another revision than the one in force. */
export function DocumentPage({ furtherRevision, onSeen }: Props) {
  const { documentId = "" } = useParams();
  const { document, problem, retry } = useDocument(documentId, onSeen);
  useTitle(document && [document.number, document.title].filter(Boolean).join(" "));
  if (problem && isMissing(problem)) return <Gone />;
  return (
    <div className="space-y-5">
      <Link to={document?.trashedAt == null ? "/documents" : "/trash"} className="inline-flex min-h-9 items-center gap-1 rounded-lg pr-2 text-sm font-medium text-quiet hover:text-ink">
        <BackIcon className="size-4" />
        {document?.trashedAt == null ? "Documents" : "Trash"}
      </Link>
      {problem && <ProblemNote problem={problem} onRetry={retry} />}
      {document && <Whole key={document.id} document={document} furtherRevision={furtherRevision} />}
      {!document && !problem && <PageSkeleton />}
    </div>
  );
}

function Whole({ document, furtherRevision }: { document: OneDocument; furtherRevision: Props["furtherRevision"] }) {
  const [query] = useSearchParams();
  const number = shownNumber(document, query.get("revision"));
  const mayWrite = useMay("documents:write");
  const mayShare = useMay("documents:share");
  const { revision, problem, retry } = useRevision({ id: document.id, number });
  const label = furtherLabel(document);
  const further = mayWrite && label !== null ? furtherRevision(document.id, label) : null;
  return (
    <>
      <Header document={document} revision={revision} number={number} further={further} />
      <Banners document={document} number={number} />
      {problem && !revision && <ProblemNote problem={problem} onRetry={retry} />}
      <PartLinks id={document.id} parts={partsFor(document, mayShare)} />
      <Routes>
        <Route index element={<OverviewPart document={document} revision={revision} />} />
        <Route path="revisions" element={<RevisionsPart document={document} shown={number} />} />
        {document.reviewRequired && <Route path="review" element={<ReviewPart document={document} further={further} />} />}
        {document.acknowledgementRoles.length > 0 && <Route path="reading" element={<ReadingPart document={document} />} />}
        {mayShare && <Route path="sharing" element={<SharingPart document={document} shown={number} />} />}
        <Route path="keeping" element={<KeepingPart document={document} />} />
        <Route path="activity" element={<ActivityPart document={document} />} />
        <Route path="*" element={<Navigate to={addressOf(document.id, "")} replace />} />
      </Routes>
    </>
  );
}

function Gone() {
  return (
    <section aria-labelledby="page-title">
      <h1 id="page-title" className="sr-only">
        Document
      </h1>
      <Empty title="This document is not here">
        It was deleted for good, belongs to a site you do not see, or the address is not whole.{" "}
        <Link to="/documents" className="font-medium text-brand underline underline-offset-2">
          To the documents
        </Link>
      </Empty>
    </section>
  );
}
