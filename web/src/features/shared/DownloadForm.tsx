import { useState, type SubmitEvent } from "react";

import { call } from "@/api/call";
import type { Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { startDownload } from "@/browser/download";
import { Button } from "@/components/Button";
import { PasswordField, textsOf } from "@/components/Field";
import { formatBytes, formatFully, kindOf } from "@/format/format";

import { isEnded, wordsOf } from "./words";

interface Props {
  readonly token: string;
  readonly shared: AnswerOf<"read_shared">;
  readonly send: Send;
  /** The link ended since the page was opened. */
  readonly onEnded: (problem: Problem) => void;
}

export function DownloadForm({ token, shared, send, onEnded }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [step, setStep] = useState<"ready" | "asking" | "started">("ready");
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { password } = textsOf(event.currentTarget);
    setStep("asking");
    const answer = await send(call("download_shared", { body: { token, ...(password === undefined ? {} : { password }) } }), null);
    if (answer.ok) {
      setProblem(null);
      setStep("started");
      startDownload((answer.body as AnswerOf<"download_shared">).url);
      return;
    }
    setStep("ready");
    if (isEnded(answer.problem)) onEnded(answer.problem);
    else setProblem(answer.problem);
  };
  const isAboutPassword = problem?.code === "link_password_wrong";
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <Facts shared={shared} />
      {!shared.isNewest && (
        <p className="rounded-lg bg-warn-soft p-3 text-sm text-warn">
          There is a newer revision of this document. This link leads to revision {shared.revision}.
        </p>
      )}
      {shared.needsPassword && (
        <PasswordField
          label="Password"
          name="password"
          autoComplete="off"
          required
          hint="From the person who sent you the link."
          error={isAboutPassword ? wordsOf(problem) : undefined}
        />
      )}
      {problem !== null && !isAboutPassword && (
        <p role="alert" className="rounded-lg bg-bad-soft p-3 text-sm text-bad">
          {wordsOf(problem)}
        </p>
      )}
      <Button look="primary" type="submit" disabled={step === "asking"} className="h-11 w-full">
        {step === "asking" ? "Preparing…" : "Download"}
      </Button>
      <p role="status" className="text-center text-sm text-quiet">
        {step === "started" && "The download has begun."}
      </p>
    </form>
  );
}

function Facts({ shared }: { shared: Props["shared"] }) {
  const rows = [
    ["File", shared.fileName],
    ["Size", `${formatBytes(shared.sizeBytes)} ${kindOf(null, shared.fileName)}`],
    ["Revision", String(shared.revision)],
    ["Link works until", formatFully(shared.expiresAt)],
  ] as const;
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-raised px-3 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4 py-2">
          <dt className="shrink-0 text-quiet">{name}</dt>
          <dd className="text-right wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
