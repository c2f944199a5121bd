import { Link } from "react-router";

import { Section } from "@/components/Section";
import { formatBytes } from "@/format/format";

import { useListReportAttachmentsQuery } from "../requests";
import type { Attachment, AttachmentState } from "../types";
import { FileMark, useThumbnail } from "./FileCard";

/** The files of a report that is read: each leads to the document that holds it. */
export function FilesView({ reportId, attachments }: { reportId: string; attachments: readonly Attachment[] }) {
  const { currentData } = useListReportAttachmentsQuery(reportId, { skip: attachments.length === 0 });
  if (attachments.length === 0) return null;
  return (
    <Section title="Photos and files">
      <ul aria-label="Photos and files" className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {attachments.map((attachment) => (
          <Row key={attachment.id} attachment={attachment} state={currentData?.items.find(({ id }) => id === attachment.id)} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ attachment: { id, name, sizeBytes }, state }: { attachment: Attachment; state: AttachmentState | undefined }) {
  const picture = useThumbnail(state?.state === "ready" ? state : null);
  return (
    <li className="relative flex min-w-0 items-center gap-3 rounded-xl border border-line p-2 hover:bg-raised">
      <FileMark name={name} picture={picture} />
      <div className="min-w-0">
        <Link to={`/documents/${id}`} title={name} className="block truncate text-sm font-medium after:absolute after:inset-0 hover:text-brand">
          {name}
        </Link>
        <p className="text-xs text-quiet">{formatBytes(sizeBytes)}</p>
      </div>
    </li>
  );
}
