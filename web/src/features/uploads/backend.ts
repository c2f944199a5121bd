import { call, quoted, type Call } from "@/api/call";
import type { Http } from "@/api/http";
import type { Announced as AnnouncedDocument, Document } from "@/api/types";
import type { Announced, Backend, Standing, Target } from "@/uploads/engine/types";

/** The engine's requests, sent as the person signed in. Rejects with the problem of a failed one. */
export function apiBackend(http: Http): Backend {
  const ask = async <T>(request: Call): Promise<T> => {
    const answer = await http(request);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- problems are what the engine understands
    if (!answer.ok) throw answer.problem;
    return answer.body as T;
  };
  return {
    announce: async (draft, key) => begun(await ask<AnnouncedDocument>(call("create_document", { body: draft, headers: { "Idempotency-Key": key } }))),
    announceRevision: async (id, file, key) => begun(await ask<AnnouncedDocument>(call("create_revision", { path: { document_id: id }, body: file, headers: { "Idempotency-Key": key } }))),
    freshTarget: (id) => ask<Target>(call("create_upload_url", { path: { document_id: id } })),
    standing: (id) => ask<Standing>(call("get_upload", { path: { document_id: id } })),
    complete: (id) => ask<Document>(call("complete_upload", { path: { document_id: id } })),
    get: (id) => ask<Document>(call("get_document", { path: { document_id: id } })),
    discard: async ({ id, newest: { number } }) => {
      if (number > 1) {
        await ask(call("delete_revision", { path: { document_id: id, number } }));
        return;
      }
      const { etag } = await ask<Document>(call("get_document", { path: { document_id: id } }));
      await ask(call("delete_document", { path: { document_id: id }, headers: { "If-Match": quoted(etag) } }));
    },
  };
}

/** Of what was just announced the storage has nothing. */
function begun({ document, upload }: AnnouncedDocument): Announced {
  return { document, standing: { upload, wholeBytes: null, committed: [], uncommitted: [] } };
}
