import { useEffect, useRef, useState } from "react";

import { call } from "@/api/call";
import type { Answer, Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { Button } from "@/components/Button";

import type { Opened } from "./looks";
import { pagesOf, wordsOf } from "./words";

type Picture = AnswerOf<"view_shared">["pages"][number];

interface Props {
  readonly token: string;
  readonly opened: Opened;
  /** Those that came when it was opened; none after the page was loaded anew. */
  readonly first: readonly Picture[];
  readonly send: Send;
  /** Nothing more is shown: the link ended, or the look did. */
  readonly onEnded: (problem: Problem) => void;
}

/** The pages one under the other. URLs end after minutes: a picture that does not come is asked for anew, which is no further use. */
export function Pages({ token, opened, first, send, onEnded }: Props) {
  const { shared, passed } = opened;
  const [pictures, setPictures] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asking = useRef(false);
  const failed = useRef(new Set<string>());
  const take = (answer: Answer) => {
    asking.current = false;
    if (answer.ok) {
      setPictures((answer.body as AnswerOf<"view_shared">).pages);
      setProblem(null);
    } else if (["link_invalid", "look_ended", "no_preview"].includes(answer.problem.code)) onEnded(answer.problem);
    else setProblem(answer.problem);
  };
  const ask = () => {
    asking.current = true;
    return send(call("view_shared", { body: { token, passed } }), null);
  };
  const refresh = () => {
    if (!asking.current) void ask().then(take);
  };
  useEffect(() => {
    if (first.length === 0) void ask().then(take);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, for what was opened before the page was loaded anew
  }, []);
  const onBroken = ({ url }: Picture) => {
    if (failed.current.has(url)) return; // of the storage, not of its URL
    failed.current.add(url);
    refresh();
  };
  return (
    <article className="mx-auto w-full max-w-4xl">
      <header className="mb-4 px-1">
        <p className="text-sm text-quiet">{shared.organisationName} shares this document with you.</p>
        <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{shared.title}</h1>
        <p className="mt-1 text-sm text-quiet">
          Revision {shared.revision} · {pagesOf(shared.pagesToView)}, to look at
        </p>
        {!shared.isNewest && <p className="mt-3 rounded-lg bg-warn-soft p-3 text-sm text-warn">There is a newer revision of this document.</p>}
      </header>
      {problem !== null && (
        <div role="alert" className="mb-4 flex flex-wrap items-center gap-3 rounded-lg bg-bad-soft p-3 text-sm text-bad">
          <span className="mr-auto">{wordsOf(problem)}</span>
          <Button onClick={refresh}>Try again</Button>
        </div>
      )}
      <ol aria-label="Pages" className="space-y-4">
        {Array.from({ length: shared.pagesToView }, (_, index) => (
          <Page key={index} number={index + 1} of={shared} picture={pictures[index]} onBroken={onBroken} />
        ))}
      </ol>
    </article>
  );
}

function Page({ number, of, picture, onBroken }: { number: number; of: Opened["shared"]; picture: Picture | undefined; onBroken: (picture: Picture) => void }) {
  return (
    <li className="overflow-hidden rounded-lg border border-line bg-raised shadow-sm">
      {picture === undefined ? (
        <div role="status" aria-label={`Loading page ${number}`} className="aspect-[210/297] animate-pulse" />
      ) : (
        <img key={picture.url} src={picture.url} alt={`Page ${number} of ${of.title}`} onError={() => onBroken(picture)} loading={number > 2 ? "lazy" : "eager"} className="block h-auto min-h-40 w-full bg-white" />
      )}
      <p aria-hidden className="border-t border-line px-3 py-1 text-center text-xs text-quiet tabular-nums">
        {number} of {of.pagesToView}
      </p>
    </li>
  );
}
