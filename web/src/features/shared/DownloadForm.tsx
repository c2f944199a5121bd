import { call } from "@/api/call";
import type { Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { startDownload } from "@/browser/download";

import { OpeningForm } from "./OpeningForm";

interface Props {
  readonly token: string;
  readonly shared: AnswerOf<"read_shared">;
  readonly send: Send;
  readonly onEnded: (problem: Problem) => void;
}

export function DownloadForm({ token, shared, send, onEnded }: Props) {
  const open = async (password: string | undefined) => {
    const answer = await send(call("download_shared", { body: { token, ...(password === undefined ? {} : { password }) } }), null);
    if (answer.ok) startDownload((answer.body as AnswerOf<"download_shared">).url);
    return answer;
  };
  return <OpeningForm shared={shared} label="Download" busyLabel="Preparing…" done="The download has begun." open={open} onEnded={onEnded} />;
}
