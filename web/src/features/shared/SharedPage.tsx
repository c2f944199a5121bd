import { useEffect, useState, type ReactNode } from "react";

import { call } from "@/api/call";
import type { Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { Logo } from "@/components/icons";

import { DownloadForm } from "./DownloadForm";
import { useToken } from "@/browser/useToken";
import { isEnded } from "./words";

export type Shared = AnswerOf<"read_shared">;

/** Behind a link to a document, for people without an account. */
export function SharedPage({ send }: { send: Send }) {
  const token = useToken();
  return (
    <main className="flex min-h-dvh items-center justify-center p-4">
      <div className="w-full max-w-md">
        <Behind key={token} token={token} send={send} />
        <p className="mt-6 flex items-center justify-center gap-2 text-xs text-quiet">
          <Logo className="size-5" /> Shared with PetroConnect
        </p>
      </div>
    </main>
  );
}

function Behind({ token, send }: { token: string; send: Send }) {
  const [shared, setShared] = useState<Shared | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    void send(call("read_shared", { body: { token } }), null, gone.signal).then((answer) => {
      if (gone.signal.aborted) return;
      if (answer.ok) setShared(answer.body as Shared);
      else setProblem(answer.problem);
    });
    return () => gone.abort();
  }, [send, token, tries]);

  if (problem !== null && isEnded(problem)) return <Ended />;
  if (problem !== null) {
    const again = () => {
      setProblem(null);
      setTries(tries + 1);
    };
    return <ProblemNote problem={problem} onRetry={again} />;
  }
  if (shared === null) {
    return (
      <Card title="A document for you">
        <Skeleton label="Reading the link" />
      </Card>
    );
  }
  return (
    <Card title={shared.title} lead={`${shared.organisationName} shares this document with you.`}>
      <DownloadForm token={token} shared={shared} send={send} onEnded={setProblem} />
    </Card>
  );
}

function Ended() {
  return (
    <Card title="This link does not work any more">
      <p className="text-sm text-quiet">
        It has expired, was used as often as it may be, or was withdrawn. If it was cut off on its way to you, open it again from where you
        received it; otherwise ask the person who sent it for a new one.
      </p>
    </Card>
  );
}

function Card({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <article className="rounded-2xl border border-line bg-surface p-6 shadow-sm">
      {lead !== undefined && <p className="mb-2 text-sm text-quiet">{lead}</p>}
      <h1 className="mb-4 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
      {children}
    </article>
  );
}
