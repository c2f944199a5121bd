import { useState, type SubmitEvent } from "react";

import { useReadDisciplinesQuery } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import type { Discipline, Disciplines } from "@/api/types";
import { Button } from "@/components/Button";
import { errorOf, Field } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { ProblemNote } from "@/components/ProblemNote";
import { RowButtons } from "@/components/RowButtons";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { useRows, type Rows } from "@/components/useRows";
import { useMay } from "@/session/session";

import { useReplaceDisciplinesMutation } from "./requests";

const MOST = 100;

export function DisciplinesPage() {
  const { data, error, refetch } = useReadDisciplinesQuery(undefined);
  if (data === undefined && error !== undefined) return <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <div className="rounded-2xl border border-line bg-surface p-6">
        <Skeleton label="Loading disciplines" />
      </div>
    );
  }
  return <Form first={data} readAgain={() => refetch().unwrap()} />;
}

function Form({ first, readAgain }: { first: Disciplines; readAgain: () => Promise<Disciplines> }) {
  const [held, setHeld] = useState(first);
  const rows = useRows<Discipline>(first.disciplines);
  const [replace] = useReplaceDisciplinesMutation();
  const attempt = useAttempt();
  const say = useToast();
  const readOnly = !useMay("document-types:write");
  const show = (current: Disciplines) => {
    setHeld(current);
    rows.reset(current.disciplines);
  };
  const save = async (etag: string) => {
    const disciplines = rows.rows.map(({ code, name }) => ({ code: code.trim(), name: name.trim() }));
    const done = await attempt.run(async () => show(await replace({ etag, disciplines }).unwrap()));
    if (done) say("Saved.");
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save(held.etag);
  };
  const reload = () =>
    void readAgain().then(
      (current) => {
        attempt.forget();
        show(current);
      },
      () => undefined, // The note and its button stay.
    );
  const keep = () => void readAgain().then(({ etag }) => save(etag), () => undefined);
  return (
    <Section title="Disciplines" lead="What documents are sorted by besides their type: drilling, process, electrical. The code is part of numbers. Documents keep a discipline that is taken out.">
      <form onSubmit={submit} className="space-y-4">
        <fieldset disabled={readOnly} className="min-w-0">
          <List rows={rows} problem={attempt.problem} readOnly={readOnly} />
        </fieldset>
        <FormProblem problem={attempt.problem} fields={rows.rows.map((_, index) => `disciplines[${index}]`)} onReload={reload} onKeep={keep} />
        {!readOnly && (
          <div className="flex flex-wrap gap-3">
            <Button disabled={rows.rows.length >= MOST} onClick={() => rows.add({ code: "", name: "" })}>
              Add a discipline
            </Button>
            <Button look="primary" type="submit" disabled={attempt.busy}>
              {attempt.busy ? "Saving…" : "Save"}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}

function List({ rows, problem, readOnly }: { rows: Rows<Discipline>; problem: Problem | null; readOnly: boolean }) {
  if (rows.rows.length === 0) return <p className="text-sm text-quiet">None yet.</p>;
  return (
    <ol aria-label="Disciplines" className="space-y-3">
      {rows.rows.map(({ row, code, name }, index) => (
        <li key={row} className="grid grid-cols-[6rem_1fr] items-start gap-x-3 border-b border-line pb-3 last:border-0 sm:grid-cols-[8rem_1fr_auto]">
          <Field
            label="Code"
            required
            maxLength={10}
            pattern="[A-Za-z0-9][A-Za-z0-9_\-]*"
            title="Letters, digits, _ and -"
            autoComplete="off"
            spellCheck={false}
            value={code}
            onChange={(event) => rows.change(row, { code: event.target.value })}
            error={errorOf(problem, `disciplines[${index}].code`)}
          />
          <Field label="Name" required maxLength={120} autoComplete="off" value={name} onChange={(event) => rows.change(row, { name: event.target.value })} error={errorOf(problem, `disciplines[${index}].name`)} />
          {!readOnly && (
            <div className="col-span-2 flex justify-end sm:col-span-1 sm:pt-7">
              <RowButtons name={name === "" ? `discipline ${index + 1}` : name} isFirst={index === 0} isLast={index === rows.rows.length - 1} onMove={(by) => rows.move(row, by)} onRemove={() => rows.remove(row)} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
