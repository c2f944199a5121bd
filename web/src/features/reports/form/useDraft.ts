import { useCallback, useEffect, useRef, useState } from "react";

import type { AnswerOf } from "@/api/types";
import { newId } from "@/reports/ids";
import { canonical } from "@/reports/receipt";
import { useMe } from "@/session/session";

import type { Payload, Report } from "../types";
import { KeptDraft, type Draft } from "./keptDrafts";

type Said = Partial<Pick<Draft, "payload" | "reasons" | "attachments">>;

function draftOf({ content, edition }: Report): Draft {
  return { payload: content.payload as Payload, reasons: content.reasons, attachments: content.attachments, basedOn: edition, unconfirmed: [] };
}

const saysTheSame = (one: Draft, other: Draft) => canonical([one.payload, one.reasons]) === canonical([other.payload, other.reasons]);
const isTheSame = (one: Draft, other: Draft) => one.payload === other.payload && one.reasons === other.reasons && one.attachments === other.attachments;

/** A report that is being written: what was not saved yet is kept on the device, and a lost answer is no conflict with oneself. */
export function useDraft(report: Report) {
  const userId = useMe()?.id ?? "";
  const [kept] = useState(() => new KeptDraft(() => localStorage, userId, report.id));
  const [found] = useState(() => {
    const before = kept.find();
    if (before === null || !saysTheSame(before.draft, draftOf(report))) return before;
    kept.remove();
    return null;
  });
  const [draft, setDraft] = useState(found?.draft ?? draftOf(report));
  const [keptAt, setKeptAt] = useState(found?.savedAt ?? null);
  const [frozen, setFrozen] = useState<Draft | null>(null);
  const [isKept, setIsKept] = useState(true);
  const now = useRef(draft);
  /** The last edit that went to the server: what is typed after it is another one. */
  const sent = useRef(draft.unconfirmed.at(-1));
  const become = useCallback((next: Draft) => {
    now.current = next;
    setDraft(next);
  }, []);
  const change = useCallback(
    (said: Said) => {
      const { unconfirmed } = now.current;
      const next = { ...now.current, ...said, unconfirmed: unconfirmed.at(-1) === sent.current ? [...unconfirmed, newId()] : unconfirmed };
      setIsKept(kept.save(next));
      become(next);
    },
    [become, kept],
  );
  /** The draft as it goes to the server now. */
  const freeze = useCallback((): Draft => {
    if (now.current.unconfirmed.length === 0) become({ ...now.current, unconfirmed: [newId()] });
    sent.current = now.current.unconfirmed.at(-1);
    setFrozen(now.current);
    return now.current;
  }, [become]);
  /** The server has what was frozen. What was typed since stays, and is sent with the next message. */
  const confirm = useCallback(
    (frozen: Draft, stored: AnswerOf<"put_report">) => {
      setKeptAt(null);
      if (isTheSame(now.current, frozen)) {
        kept.remove();
        sent.current = undefined;
        become(draftOf(stored));
      } else if (!stored.merged) {
        const next = { ...now.current, basedOn: stored.edition, unconfirmed: now.current.unconfirmed.filter((id) => !frozen.unconfirmed.includes(id)) };
        setIsKept(kept.save(next));
        become(next);
      }
    },
    [become, kept],
  );
  /** What somebody chose where they and others differ; `edition` is that of the others. */
  const choose = useCallback(
    (chosen: Said, edition: number) => {
      const next = { ...now.current, ...chosen, basedOn: edition, unconfirmed: [...now.current.unconfirmed, newId()] };
      setIsKept(kept.save(next));
      become(next);
    },
    [become, kept],
  );
  const forget = useCallback(() => kept.remove(), [kept]);
  const startAnew = () => {
    kept.remove();
    sent.current = undefined;
    setKeptAt(null);
    become(draftOf(report));
  };
  /** Nothing was typed since it was sent. */
  const isAsSent = frozen !== null && isTheSame(draft, frozen);
  const isUnsaved = draft.unconfirmed.length > 0;
  useWarning(isUnsaved && !isKept);
  return { draft, change, choose, freeze, confirm, forget, startAnew, isAsSent, isUnsaved, isKept, keptAt };
}

/** The browser asks before it throws away what could not be kept. */
function useWarning(needed: boolean): void {
  useEffect(() => {
    if (!needed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [needed]);
}
