import { useCallback, useState, type ReactNode } from "react";

import { ask, type Send } from "@/api/http";
import type { AnswerOf } from "@/api/types";
import { useBehind } from "@/browser/useBehind";
import { useToken } from "@/browser/useToken";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { Logo } from "@/components/icons";

import { DownloadForm } from "./DownloadForm";
import { forgetLook, keepLook, keptLook, type Opened, type Shared } from "./looks";
import { LookForm } from "./LookForm";
import { Pages } from "./Pages";
import { isEnded } from "./words";

/** Behind a link to a document, for people without an account. */
export function SharedPage({ send }: { send: Send }) {
  const token = useToken();
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-3 py-4 sm:px-4">
      <Behind key={token} token={token} send={send} />
      <p className="mt-6 flex items-center justify-center gap-2 text-xs text-quiet">
        <Logo className="size-5" /> Shared with PetroConnect
      </p>
    </main>
  );
}

type Look = Pick<AnswerOf<"view_shared">, "pages"> & { readonly opened: Opened };

/** What is looked at, or what can be. */
function Behind({ token, send }: { token: string; send: Send }) {
  const [look, setLook] = useState<Look | null>(() => {
    const opened = keptLook(token);
    return opened === null ? null : { opened, pages: [] };
  });
  const [over, setOver] = useState(false);
  if (look === null) {
    const onLook = (shared: Shared, { pages, passed }: AnswerOf<"view_shared">) => {
      const opened = { shared, passed };
      keepLook(token, opened);
      setLook({ opened, pages });
    };
    return <Closed token={token} send={send} isOver={over} onLook={onLook} />;
  }
  const onEnded = () => {
    forgetLook();
    setOver(true);
    setLook(null);
  };
  return <Pages token={token} opened={look.opened} first={look.pages} send={send} onEnded={onEnded} />;
}

interface ClosedProps {
  readonly token: string;
  readonly send: Send;
  /** It was looked at before, and no more. */
  readonly isOver: boolean;
  readonly onLook: (shared: Shared, look: AnswerOf<"view_shared">) => void;
}

function Closed({ token, send, isOver, onLook }: ClosedProps) {
  const read = useCallback((signal: AbortSignal) => ask(send, "read_shared", { body: { token } }, signal), [send, token]);
  const { found: shared, problem, setProblem, again } = useBehind(read);
  if (problem !== null && isEnded(problem)) return <Ended />;
  if (problem !== null) return <ProblemNote problem={problem} onRetry={again} />;
  if (shared === null) {
    return (
      <Card title="A document for you">
        <Skeleton label="Reading the link" />
      </Card>
    );
  }
  return (
    <Card title={shared.title} lead={`${shared.organisationName} shares this document with you.`}>
      {isOver && <p className="mb-4 rounded-lg bg-warn-soft p-3 text-sm text-warn">What you opened is not shown any longer. Opening it again is another use of the link.</p>}
      {shared.mayDownload ? (
        <DownloadForm token={token} shared={shared} send={send} onEnded={setProblem} />
      ) : (
        <LookForm token={token} shared={shared} send={send} onLook={(answer) => onLook(shared, answer)} onEnded={setProblem} />
      )}
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
    <article className="w-full max-w-md rounded-2xl border border-line bg-surface p-6 shadow-sm">
      {lead !== undefined && <p className="mb-2 text-sm text-quiet">{lead}</p>}
      <h1 className="mb-4 text-xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
      {children}
    </article>
  );
}
