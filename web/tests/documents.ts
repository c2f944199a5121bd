import type { Document } from "@/api/types";

type File = Document["newest"];

export function aFile(more: Partial<File> = {}): File {
  return { number: 1, state: "ready", rejection: null, fileName: "plan.pdf", sizeBytes: 100, sha256: "0".repeat(64), contentType: "application/pdf", detectedType: "application/pdf", ...more };
}

/** Ready and in force, unless told otherwise. */
export function aDocument(more: Partial<Document> = {}): Document {
  const file = aFile();
  return {
    id: "01HZZZZZZZZZZZZZZZZZZZZZ01",
    title: "Emergency response plan",
    number: null,
    siteId: null,
    typeId: null,
    typeVersion: null,
    discipline: null,
    tags: [],
    fields: {},
    newest: file,
    current: file,
    approved: file,
    shown: { revision: 1, inForce: true, supersededBy: null, isNewest: true },
    status: "approved",
    reviewRequired: false,
    inReview: null,
    reportId: null,
    acknowledgementRoles: [],
    addedAcknowledgementRoles: [],
    isHeld: false,
    holds: null,
    guest: null,
    createdAt: "2026-01-01T00:00:00Z",
    createdBy: "U1",
    updatedAt: "2026-01-01T00:00:00Z",
    trashedAt: null,
    etag: "v1",
    ...more,
  };
}
