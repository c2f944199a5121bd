import { createHttp, type Send } from "@/api/http";
import { reportBackend } from "@/features/reports/files/backend";
import { newId } from "@/reports/ids";
import { NO_JOURNAL } from "@/uploads/engine/journal";
import { UploadQueue } from "@/uploads/engine/queue";
import type { Put } from "@/uploads/engine/types";

export const TAKEN: Awaited<ReturnType<Put>> = { status: 201, code: null, retryAfterSeconds: null };
export const SHA256 = "ab".repeat(32);

/** Uploads of files of a report to a storage that answers each PUT with the next of `answers`, then takes everything. */
export function uploadsTo({ send }: { send: Send }, answers: Awaited<ReturnType<Put>>[] = [], puts: string[] = []): UploadQueue {
  const http = createHttp(send, { token: () => Promise.resolve({ token: "token" }), renew: () => Promise.resolve({ token: "token" }) });
  const put: Put = ({ url }) => {
    puts.push(url);
    return Promise.resolve(answers.shift() ?? TAKEN);
  };
  const ports = { backend: reportBackend(http, { id: "01HZZZZZZZZZZZZZZZZZZZZZ61", siteId: "01HZZZZZZZZZZZZZZZZZZZZZ51" }), put, hash: () => Promise.resolve(SHA256), sleep: () => Promise.resolve(), online: () => Promise.resolve(), now: () => Date.now(), random: () => 0, newId: () => newId() };
  return new UploadQueue({ ports, journal: NO_JOURNAL, onDocument: () => undefined });
}
