import { call, type Call } from "@/api/call";
import type { Http } from "@/api/http";
import type { AnswerOf, Document } from "@/api/types";
import { newId } from "@/reports/ids";
import { browserPorts } from "@/uploads/engine/browser";
import { NO_JOURNAL } from "@/uploads/engine/journal";
import { UploadQueue } from "@/uploads/engine/queue";
import type { Backend, Standing, Subject, Target } from "@/uploads/engine/types";

import type { AttachmentState } from "../types";

export interface Owner {
  readonly id: string;
  readonly siteId: string;
}

/** The engine's requests for files of one report: each is the document of the same id, which this page makes. Rejects with the problem of a failed one. */
export function reportBackend(http: Http, report: Owner): Backend {
  const ask = async <T>(request: Call): Promise<T> => {
    const answer = await http(request);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- problems are what the engine understands
    if (!answer.ok) throw answer.problem;
    return answer.body as T;
  };
  const pathOf = (id: string) => ({ report_id: report.id, attachment_id: id });
  return {
    announce: async ({ fileName, sizeBytes, sha256, contentType }, _key, id) => {
      const body = { siteId: report.siteId, name: fileName, sizeBytes, sha256, contentType };
      const answer = await ask<AnswerOf<"put_report_attachment">>(call("put_report_attachment", { path: pathOf(id), body }));
      return { document: subjectOf(answer), standing: answer.upload === null ? null : { upload: answer.upload, wholeBytes: null, committed: [], uncommitted: [] } };
    },
    announceRevision: () => Promise.reject(new Error("files of reports have no revisions")),
    freshTarget: (id) => ask<Target>(call("create_upload_url", { path: { document_id: id } })),
    standing: (id) => ask<Standing>(call("get_upload", { path: { document_id: id } })),
    complete: async (id) => subjectOf(await ask<AttachmentState>(call("complete_report_attachment", { path: pathOf(id) }))),
    get: (id) => ask<Document>(call("get_document", { path: { document_id: id } })),
    discard: () => Promise.resolve(), // what the report does not name is none of it; what never comes is given up
  };
}

export function subjectOf({ id, state, sha256, rejection, revision }: AttachmentState): Subject {
  return { id, newest: { number: revision, state, sha256, rejection } };
}

/** The ids of its uploads are those of the files. */
export function reportUploads(http: Http): (report: Owner) => UploadQueue {
  return (report) => new UploadQueue({ ports: { ...browserPorts(reportBackend(http, report)), newId: () => newId() }, journal: NO_JOURNAL, onDocument: () => undefined });
}
