import { asProblem, sentenceOf, type Problem } from "@/api/problem";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { formatFully, formatMoment } from "@/format/format";

import { useEndSessionMutation, useListSessionsQuery, type OwnSession } from "./requests";

export function Sessions() {
  const list = useListSessionsQuery(undefined, { refetchOnMountOrArgChange: true });
  const [end, { isLoading }] = useEndSessionMutation();
  const say = useToast();
  const endAll = async (sessions: readonly OwnSession[], done: string) => {
    try {
      for (const session of sessions) await end(session.id).unwrap();
      say(done);
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  if (list.isError) return <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton label="Loading sessions" />;
  const sessions = list.data.items.toSorted((a, b) => Number(b.current) - Number(a.current));
  const others = sessions.filter((session) => !session.current);
  return (
    <>
      <ul aria-label="Sessions" className="divide-y divide-line rounded-xl border border-line">
        {sessions.map((session) => (
          <Row key={session.id} session={session} busy={isLoading} onEnd={() => void endAll([session], `The session on ${session.device} was ended.`)} />
        ))}
      </ul>
      {others.length > 1 && (
        <Button className="mt-4" disabled={isLoading} onClick={() => void endAll(others, "All other sessions were ended.")}>
          End all others
        </Button>
      )}
    </>
  );
}

function Row({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium break-words">
          {session.device}
          {session.current && <Badge mood="brand">this one</Badge>}
        </p>
        <p className="text-xs text-quiet">
          last used <time dateTime={session.lastUsedAt} title={formatFully(session.lastUsedAt)}>{formatMoment(session.lastUsedAt, new Date())}</time>
          {" · began "}
          <time dateTime={session.createdAt} title={formatFully(session.createdAt)}>{formatMoment(session.createdAt, new Date())}</time>
        </p>
      </div>
      {!session.current && (
        <Button aria-label={`End the session on ${session.device}`} disabled={busy} onClick={onEnd}>
          End
        </Button>
      )}
    </li>
  );
}
