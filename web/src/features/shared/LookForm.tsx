import { call } from "@/api/call";
import type { Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";

import type { Shared } from "./looks";
import { OpeningForm } from "./OpeningForm";

interface Props {
  readonly token: string;
  readonly shared: Shared;
  readonly send: Send;
  readonly onLook: (look: AnswerOf<"view_shared">) => void;
  readonly onEnded: (problem: Problem) => void;
}

/** Behind a link that shows pictures and keeps the file. */
export function LookForm({ token, shared, send, onLook, onEnded }: Props) {
  const open = async (password: string | undefined) => {
    const answer = await send(call("view_shared", { body: { token, ...(password === undefined ? {} : { password }) } }), null);
    if (answer.ok) onLook(answer.body as AnswerOf<"view_shared">);
    return answer;
  };
  if (shared.pagesToView === 0) {
    return <p className="text-sm text-quiet">There are no pictures of this file, or not yet, and this link does not give the file itself away. Come back in a few minutes, or ask the person who sent it.</p>;
  }
  return (
    <OpeningForm shared={shared} label="Look at it" busyLabel="Opening…" open={open} onEnded={onEnded}>
      <p className="text-sm text-quiet">This link lets you look at the document. It does not give the file away.</p>
    </OpeningForm>
  );
}
