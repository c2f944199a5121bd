import type { ActivityPage } from "../types";

export type Happened = ActivityPage["items"][number];

/** Stands for the link to the revision it is about. */
export const REVISION = "{revision}";

type Data = Happened["data"];

const FIELDS: Readonly<Record<string, string>> = {
  title: "the title",
  number: "the number",
  siteId: "the site",
  typeId: "the type",
  discipline: "the discipline",
  tags: "the tags",
  fields: "custom fields",
  ownAcknowledgers: "who must read it",
  typeAcknowledgers: "who must read it",
  reviewRequired: "whether it needs a review",
};

/** What each did, to be read after who did it. */
const DEEDS: Readonly<Record<string, string | ((data: Data) => string)>> = {
  "document.announced": "announced the document with {revision}",
  "document.revision_announced": "announced {revision}",
  "document.revision_given_up": "gave up {revision}",
  "document.revision_restored": "rolled back to an earlier file, as {revision}",
  "document.upload_completed": "uploaded the file of {revision}",
  "document.verified": "verified {revision}: it is ready",
  "document.rejected": (data) => (data.code === "never_uploaded" ? "gave {revision} up: its file never came" : "did not take the file of {revision}"),
  "document.malware_found": "found malware in {revision} and closed it",
  "document.reprocessing_requested": "had text or pictures of {revision} made again",
  "document.changed": changed,
  "document.downloaded": "downloaded {revision}",
  "document.trashed": "moved it to the trash",
  "document.restored": "took it out of the trash",
  "document.imported": "restored it from an archive",
  "document.held": "put it under a legal hold",
  "document.released": "took it from under a legal hold",
  "document.review_begun": "began the review of {revision}",
  "document.review_withdrawn": "withdrew the review of {revision}",
  "document.review_reminded": "reminded reviewers of {revision}",
  "document.review_decided": (data) => (data.decision === "approve" ? "approved {revision} as a reviewer" : "asked for changes to {revision}"),
  "document.approved": "put {revision} in force: the review is complete",
  "document.changes_requested": "sent {revision} back: the review asks for changes",
  "document.acknowledged": "acknowledged {revision}",
  "share_link.created": (data) => `made a link to ${typeof data.revision === "number" ? "{revision}" : "the revision in force"}, ${data.access === "view" ? "to look at" : "to download"}`,
  "share_link.used": (data) => `${data.outcome === "viewed" ? "looked at" : "downloaded"} {revision} by a link`,
  "share_link.revoked": "revoked a link",
};

function changed(data: Data): string {
  const names = [...new Set(Object.keys(data).flatMap((name) => FIELDS[name] ?? []))];
  const title = data.title;
  if (names.length === 1 && Array.isArray(title)) return `changed the title from “${String(title[0])}” to “${String(title[1])}”`;
  if (names.length === 0) return "changed it";
  const last = names.pop() ?? "";
  return `changed ${names.length === 0 ? last : `${names.join(", ")} and ${last}`}`;
}

/** What was done, with REVISION in the place of the link; what this page does not know yet in the words of the API. */
export function deedOf({ type, data, revision }: Pick<Happened, "type" | "data" | "revision">): string {
  const deed = DEEDS[type];
  if (deed === undefined) return type.replace(/^.*\./, "").replaceAll("_", " ") + (revision === null ? "" : ` ${REVISION}`);
  return typeof deed === "string" ? deed : deed({ ...data, revision });
}

/** Who did it, where that is nobody with a name; null where somebody's is to be looked up. */
export function namelessOf({ type, by, data }: Pick<Happened, "type" | "by" | "data">, guest: { readonly linkId: string } | null): string | null {
  if (type === "share_link.used") return "Somebody without an account";
  if (by === null) return "runId" in data ? "A retention policy" : "PetroConnect";
  return by === guest?.linkId ? "A guest" : null;
}
