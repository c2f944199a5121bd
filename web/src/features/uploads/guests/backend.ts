import { call, type Call } from "@/api/call";
import type { Send } from "@/api/http";
import type { AnswerOf } from "@/api/types";
import type { Backend, FileDraft, Standing, Subject } from "@/uploads/engine/types";

type Received = AnswerOf<"announce_guest_upload">;

/** What a guest came with. `passed` is what the password was traded for; `sender` is read when a file is announced. */
export interface Guest {
  readonly token: string;
  readonly passed: string | null;
  readonly sender: () => string;
}

/** The engine's requests, sent by whoever holds an upload link. Rejects with the problem of a failed one. */
export function guestBackend(send: Send, { token, passed, sender }: Guest): Backend {
  const ask = async (request: Call): Promise<Received> => {
    const answer = await send(request, null);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- problems are what the engine understands
    if (!answer.ok) throw answer.problem;
    return answer.body as Received;
  };
  const standing = (id: string) => ask(call("read_guest_upload", { body: { token, passed, id } }));
  const announce = async ({ fileName, sizeBytes, sha256, contentType }: FileDraft) => {
    const body = { token, passed, fileName, sizeBytes, sha256, contentType, sender: sender() };
    const received = await ask(call("announce_guest_upload", { body }));
    return { document: subjectOf(received, sha256), standing: standingOf(received) };
  };
  return {
    announce,
    announceRevision: () => Promise.reject(new Error("guests send documents, not revisions")),
    standing: async (id) => awaited(await standing(id)),
    freshTarget: async (id) => awaited(await standing(id)).upload,
    complete: async (id) => subjectOf(await ask(call("complete_guest_upload", { body: { token, passed, id } }))),
    get: async (id) => subjectOf(await standing(id)),
    discard: () => Promise.resolve(), // what never comes is given up after a day
  };
}

function subjectOf({ id, state, rejection }: Received, sha256 = ""): Subject {
  return { id, newest: { number: 1, state, sha256, rejection } };
}

function standingOf({ upload, wholeBytes, committed, uncommitted }: Received): Standing | null {
  return upload === null ? null : { upload, wholeBytes, committed, uncommitted };
}

/** Rejects as the API does for people who are signed in, once there is nothing to wait for. */
function awaited(received: Received): Standing {
  const standing = standingOf(received);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- problems are what the engine understands
  if (standing === null) throw { status: 409, code: "not_awaiting_upload", title: "It was handed over", detail: null, requestId: null, errors: [], retryAfter: null };
  return standing;
}
