import { formatBytes, formatLeft, formatSpeed } from "@/format/format";

import type { Phase, UploadSnapshot } from "./engine/types";

const WORDS: Record<Phase, string> = {
  waiting: "Waiting",
  hashing: "Reading the file",
  announcing: "Announcing",
  sending: "Uploading",
  completing: "Finishing",
  verifying: "Verifying",
  ready: "Ready",
  rejected: "Rejected",
  failed: "Stopped",
  cancelled: "Cancelled",
};

/** How an upload stands, in one line. */
export function detailOf(upload: UploadSnapshot): string {
  if (upload.failure) return upload.failure.detail ?? upload.failure.title;
  if (upload.phase === "rejected") return upload.document?.newest.rejection?.message ?? "The file was refused.";
  if (upload.paused) return `Paused at ${formatBytes(upload.sentBytes)} of ${formatBytes(upload.sizeBytes)}`;
  if (upload.retrying) return "The connection is unsteady; trying again";
  if (upload.phase !== "sending") return `${WORDS[upload.phase]} · ${formatBytes(upload.sizeBytes)}`;
  const parts = [`${formatBytes(upload.sentBytes)} of ${formatBytes(upload.sizeBytes)}`];
  if (upload.bytesPerSecond !== null) parts.push(formatSpeed(upload.bytesPerSecond));
  if (upload.secondsLeft !== null) parts.push(formatLeft(upload.secondsLeft));
  return parts.join(" · ");
}

/** Of the step that it is in. */
export function percentOf(upload: UploadSnapshot): number {
  const done = upload.phase === "hashing" ? upload.hashedBytes : upload.sentBytes;
  const ended = upload.phase === "ready" || upload.phase === "verifying" || upload.phase === "completing";
  return ended ? 100 : upload.sizeBytes === 0 ? 0 : Math.floor((done * 100) / upload.sizeBytes);
}
