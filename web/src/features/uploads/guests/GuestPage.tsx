import { useCallback, useState, type ReactNode } from "react";

import { ask, type Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { useBehind } from "@/browser/useBehind";
import { useToken } from "@/browser/useToken";
import { Logo } from "@/components/icons";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { formatBytes, formatFully } from "@/format/format";

import { PasswordStep } from "./PasswordStep";
import { SendFiles } from "./SendFiles";

export type Invited = AnswerOf<"read_guest_link">;

const isEnded = ({ code }: Problem) => code === "link_invalid" || code === "invalid";

/** Behind an upload link, for people without an account. */
export function GuestPage({ send }: { send: Send }) {
  const token = useToken();
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <div className="w-full max-w-lg">
        <Behind key={token} token={token} send={send} />
        <p className="mt-6 flex items-center justify-center gap-2 text-xs text-quiet">
          <Logo className="size-5" /> Sent with PetroConnect
        </p>
      </div>
    </main>
  );
}

function Behind({ token, send }: { token: string; send: Send }) {
  const read = useCallback((signal: AbortSignal) => ask(send, "read_guest_link", { body: { token } }, signal), [send, token]);
  const { found: invited, problem, setProblem, again } = useBehind(read);
  const [passed, setPassed] = useState<string | null>(null);
  if (problem !== null && isEnded(problem)) return <Ended />;
  if (problem !== null) return <ProblemNote problem={problem} onRetry={again} />;
  if (invited === null) {
    return (
      <Card title="Send files">
        <Skeleton label="Reading the link" />
      </Card>
    );
  }
  return (
    <Card title={`Send files to ${invited.organisationName}`}>
      {invited.message !== "" && <p className="mb-4 rounded-lg bg-raised p-3 text-sm whitespace-pre-line wrap-anywhere">{invited.message}</p>}
      {invited.needsPassword && passed === null ? (
        <PasswordStep token={token} send={send} onPassed={setPassed} onEnded={setProblem} />
      ) : (
        <SendFiles guest={{ token, passed }} send={send}>
          <Terms invited={invited} />
        </SendFiles>
      )}
    </Card>
  );
}

function Terms({ invited }: { invited: Invited }) {
  const { filesLeft, maxFileBytes, expiresAt } = invited;
  const room = maxFileBytes === 0 ? "This link takes no more files; those on their way can be finished" : `${filesLeft} more ${filesLeft === 1 ? "file" : "files"}, up to ${formatBytes(maxFileBytes)} each`;
  return <p className="text-xs text-quiet">{`${room}. The link works until ${formatFully(expiresAt)}.`}</p>;
}

function Ended() {
  return (
    <Card title="This link does not work any more">
      <p className="text-sm text-quiet">
        It has expired or was withdrawn. If it was cut off on its way to you, open it again from where you received it; otherwise ask the person who sent
        it for a new one.
      </p>
    </Card>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className="rounded-2xl border border-line bg-surface p-6 shadow-sm">
      <h1 className="mb-4 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
      {children}
    </article>
  );
}
