import { useState, type ReactNode } from "react";
import { useParams } from "react-router";

import { useSiteNames } from "@/api/sites";
import { Awaited } from "@/components/Awaited";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { Banner } from "@/components/Banner";
import { Facts } from "@/components/Facts";
import { PersonName } from "@/components/PersonName";
import { useTitle } from "@/components/useTitle";
import { formatDay, formatMoment } from "@/format/format";
import { useMay } from "@/session/session";
import type { UploadQueue } from "@/uploads/engine/queue";

import { FilesView } from "../files/FilesView";
import { ReportForm } from "../form/ReportForm";
import { useReadReportQuery, useReadReportTypeQuery } from "../requests";
import type { Definition, Marks, Payload, Report } from "../types";
import { STATES, wordOfType } from "../words";
import { ReviewPart } from "./ReviewPart";
import { RevisionsPart } from "./RevisionsPart";
import { SectionsView } from "./SectionsView";

interface Uploading {
  /** The uploads of files of a report. */
  readonly uploadsOf: (report: Report) => UploadQueue;
}

const NOTHING = { type: "", version: 0 };

/** One report: written by its author, looked at and decided about by reviewers, read by everybody. */
export function ReportPage({ uploadsOf }: Uploading) {
  const { reportId = "" } = useParams();
  const query = useReadReportQuery(reportId);
  const report = query.currentData;
  // Of the type and nothing else: asked for with the whole report, the form would be another one, and begin anew, after every save.
  const type = useReadReportTypeQuery(report === undefined ? NOTHING : { type: report.type, version: report.version }, { skip: report === undefined });
  useTitle(report && [type.currentData?.label ?? wordOfType(report.type), report.subject, formatDay(report.day)].filter(Boolean).join(" · "));
  return (
    <>
      <BackLink to="/reports">Reports</BackLink>
      <Awaited query={query} what="report" gone="It was discarded, belongs to a site you do not see, or the address is not whole." />
      {report !== undefined && <Awaited query={type} what="form of the report" gone="Load the page again: this one may be too old to show it." />}
      {report !== undefined && type.currentData !== undefined && <Shown key={report.id} report={report} definition={type.currentData} uploadsOf={uploadsOf} />}
    </>
  );
}

function Shown({ report, definition, uploadsOf }: Uploading & { report: Report; definition: Definition }) {
  const mayWrite = useMay("reports:write");
  const mayReview = useMay("reports:review");
  const editable = mayWrite && (report.state === "draft" || report.state === "changes_requested");
  const reviewing = mayReview && (report.state === "submitted" || report.state === "in_review");
  const [given, setGiven] = useState<Marks>({});
  const payload = report.content.payload as Payload;
  const mark = (address: string, comment: string | null) => {
    const others = Object.entries(given).filter(([marked]) => marked !== address);
    setGiven(Object.fromEntries(comment === null ? others : [...others, [address, comment]]));
  };
  return (
    <div className="space-y-6">
      <Head report={report} definition={definition} />
      <Returned report={report} />
      {editable ? (
        <ReportForm key={report.state + String(report.revision)} report={report} definition={definition} marks={marksOf(report)} uploadsOf={uploadsOf} />
      ) : (
        <>
          <SectionsView definition={definition} payload={payload} attachments={report.content.attachments} marks={reviewing ? given : marksOf(report)} onMark={reviewing ? mark : undefined} />
          <FilesView reportId={report.id} attachments={report.content.attachments} />
        </>
      )}
      <ReviewPart report={report} definition={definition} payload={payload} marks={given} onDone={() => setGiven({})} />
      {report.revision > 0 && <RevisionsPart id={report.id} definition={definition} payload={payload} />}
    </div>
  );
}

/** Only what came back has fields to look at. */
function marksOf(report: Report): Marks {
  if (report.state !== "changes_requested") return {};
  return Object.fromEntries(report.review?.marks.map(({ address, comment }) => [address, comment]) ?? []);
}

function Head({ report, definition }: { report: Report; definition: Definition }) {
  const nameOfSite = useSiteNames();
  const [word, mood] = STATES[report.state];
  const who = (id: string, at: string | null): ReactNode => (
    <>
      <PersonName id={id} />
      {at !== null && `, ${formatMoment(at, new Date())}`}
    </>
  );
  return (
    <header className="rounded-2xl border border-line bg-surface p-4 shadow-sm sm:p-6">
      <h1 className="mb-3 flex flex-wrap items-center gap-3 text-2xl font-semibold tracking-tight break-words">
        {definition.label}
        {report.subject !== null && ` · ${report.subject}`}
        <Badge mood={mood}>{word}</Badge>
      </h1>
      <Facts
        rows={[
          ["Day", `${formatDay(report.day)}, from ${report.dayStart} (${report.timeZone})`],
          ["Site", nameOfSite(report.siteId)],
          ["Begun by", who(report.createdBy, report.createdAt)],
          report.submittedBy === null ? null : ["Submitted by", who(report.submittedBy, report.submittedAt)],
          report.approvedBy === null ? null : ["Approved by", who(report.approvedBy, report.approvedAt)],
          report.state !== "in_review" || !report.review?.reviewerId ? null : ["In review with", who(report.review.reviewerId, report.review.begunAt)],
        ]}
      />
    </header>
  );
}

function Returned({ report }: { report: Report }) {
  const { review } = report;
  if (report.state !== "changes_requested" || review === null) return null;
  const count = review.marks.length;
  const marked = count === 0 ? "" : count === 1 ? " One field is marked below." : ` ${count} fields are marked below.`;
  return (
    <Banner mood="warn">
      <p className="font-medium">
        {review.reopened ? "It was reopened." : "It came back for changes."}
        {marked}
      </p>
      {review.comment !== null && <p className="whitespace-pre-line">{review.comment}</p>}
    </Banner>
  );
}
