import { useState, type SubmitEvent } from "react";

import type { User } from "@/api/types";
import { Button, IconButton } from "@/components/Button";
import { errorOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { CloseIcon } from "@/components/icons";
import { PersonField } from "@/components/PersonField";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";

import { useBeginReviewMutation } from "../requests";
import type { OneDocument, Revision } from "../types";
import { endOfDay } from "./stage";

const MOST = 20;

interface Asked {
  readonly person: User;
  /** A day as the field has it; empty for none. */
  readonly due: string;
}

/** Roles that may review; the API says no to whoever it is wrong about. */
const REVIEWING: ReadonlySet<User["role"]> = new Set<User["role"]>(["admin", "engineer"]);

/** Whom to ask about this revision, each until when. */
export function BeginForm({ document, revision }: { document: OneDocument; revision: Revision }) {
  const [begin] = useBeginReviewMutation();
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const { problem, busy, run } = useAttempt();
  const say = useToast();
  const fits = (person: User) =>
    REVIEWING.has(person.role) && !asked.some((one) => one.person.id === person.id) && (person.siteIds === null || document.siteId === null || person.siteIds.includes(document.siteId));
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reviewers = asked.map(({ person, due }) => ({ userId: person.id, dueAt: due === "" ? null : endOfDay(due) }));
    if (await run(() => begin({ id: document.id, number: revision.number, reviewers }).unwrap())) say("The review has begun.");
  };
  const change = (id: string, due: string) => setAsked(asked.map((one) => (one.person.id === id ? { ...one, due } : one)));
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <FormProblem problem={problem} fields={["reviewers"]} />
      {asked.length > 0 && (
        <ul aria-label="Reviewers to ask" className="divide-y divide-line rounded-xl border border-line">
          {asked.map(({ person, due }, index) => (
            <Row
              key={person.id}
              person={person}
              due={due}
              error={errorOf(problem, `reviewers[${index}]`)}
              onDue={(next) => change(person.id, next)}
              onRemove={() => setAsked(asked.filter((one) => one.person.id !== person.id))}
            />
          ))}
        </ul>
      )}
      {asked.length < MOST && (
        <PersonField label={asked.length === 0 ? "Whom to ask" : "Somebody else, too"} fits={fits} onChoose={(person) => setAsked([...asked, { person, due: "" }])} hint="People who may review and see the site of the document." />
      )}
      <div className="flex justify-end">
        <Button look="primary" type="submit" disabled={busy || asked.length === 0}>
          {busy ? "Beginning…" : "Begin the review"}
        </Button>
      </div>
    </form>
  );
}

function Row({ person, due, error, onDue, onRemove }: { person: User; due: string; error: string | undefined; onDue: (due: string) => void; onRemove: () => void }) {
  return (
    <li className="px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="mr-auto min-w-0 font-medium wrap-anywhere">{person.name}</span>
        <label className="flex items-center gap-2 text-quiet">
          until
          <input type="date" aria-label={`When ${person.name} should have decided`} value={due} onChange={(event) => onDue(event.target.value)} className="h-9 rounded-lg border border-line bg-surface px-2 text-sm text-ink" />
        </label>
        <IconButton label={`Do not ask ${person.name}`} onClick={onRemove}>
          <CloseIcon className="size-4" />
        </IconButton>
      </div>
      {error !== undefined && <p className="text-xs text-bad">{error}</p>}
    </li>
  );
}
