import type { FileFacts, OneDocument, Revision } from "@/features/documents/document/types";

export const ID = "01HZZZZZZZZZZZZZZZZZZZZZZD";

export function aFile(number: number, state: FileFacts["state"] = "ready"): FileFacts {
  return { number, state, rejection: null, fileName: `programme-${number}.pdf`, sizeBytes: 1000 * number, sha256: String(number).repeat(64), contentType: "application/pdf", detectedType: "application/pdf" };
}

/** A document with one revision, in force. */
export function aDocument(more: Partial<OneDocument> = {}): OneDocument {
  const file = aFile(1);
  return {
    id: ID, title: "Well programme", number: "PROG-2026-0001", siteId: null, typeId: null, typeVersion: null, discipline: null, tags: [], fields: {},
    newest: file, current: file, approved: file, status: "approved", reviewRequired: false, inReview: null, reportId: null,
    acknowledgementRoles: [], addedAcknowledgementRoles: [], acknowledgement: null, isHeld: false, holds: null, guest: null, shown: { revision: 1, inForce: true, supersededBy: null, isNewest: true }, duplicates: [],
    createdAt: "2026-01-01T00:00:00Z", createdBy: "U1", updatedAt: "2026-01-01T00:00:00Z", trashedAt: null, etag: '"1"',
    ...more,
  };
}

const NONE = { state: "none", pages: 0, total: null, reason: null, truncated: [] } as const;

export function aRevision(number: number, more: Partial<Revision> = {}): Revision {
  return {
    ...aFile(number), inForce: true, isNewest: true, superseded: false, supersededBy: null, status: "approved", review: null, earlierReviews: [], restoredFrom: null, text: NONE, preview: NONE,
    createdAt: "2026-01-01T00:00:00Z", createdBy: "U1", updatedAt: "2026-01-01T00:00:00Z",
    ...more,
  };
}
