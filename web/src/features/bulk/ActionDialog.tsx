import { useState, type SubmitEvent } from "react";

import { useReadDisciplinesQuery } from "@/api/documentTypes";
import { useAllSites } from "@/api/sites";
import type { BulkAction } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, SelectField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { TagsField } from "@/components/TagsField";
import { useAttempt } from "@/components/useAttempt";

import type { Chosen } from "./BulkBar";
import { useBeginBulkOperationMutation, useListCasesQuery } from "./requests";
import { countOf, TITLES, type ActionType } from "./words";

interface Props {
  readonly type: ActionType;
  readonly chosen: Chosen;
  readonly onClose: () => void;
  readonly onBegun: (operationId: string) => void;
}

interface Choice {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly siteId: string;
  readonly discipline: string;
  readonly holdId: string;
}

function actionOf(type: ActionType, choice: Choice): BulkAction {
  const orNull = (text: string) => (text === "" ? null : text);
  switch (type) {
    case "tag":
      return { type, add: [...choice.add], remove: [...choice.remove] };
    case "move":
      return { type, siteId: orNull(choice.siteId) };
    case "discipline":
      return { type, discipline: orNull(choice.discipline) };
    case "hold":
      return { type, holdId: choice.holdId };
    case "trash":
    case "restore":
    case "acknowledge":
      return { type };
  }
}

const EXPLAINED: Partial<Record<ActionType, string>> = {
  trash: "What is under legal hold stays where it is.",
  acknowledge: "You say that you have read what is in force of each of them.",
  hold: "Nobody deletes them for good as long as the case is open.",
};

/** Asks what exactly is to be done, and begins with a trial that changes nothing. */
export function ActionDialog({ type, chosen, onClose, onBegun }: Props) {
  const [choice, setChoice] = useState<Choice>({ add: [], remove: [], siteId: "", discipline: "", holdId: "" });
  const [begin] = useBeginBulkOperationMutation();
  const attempt = useAttempt();
  const set = (values: Partial<Choice>) => setChoice((before) => ({ ...before, ...values }));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const selection = "ids" in chosen ? { ids: [...chosen.ids] } : { query: chosen.query };
    void attempt.run(async () => onBegun((await begin({ action: actionOf(type, choice), selection, dryRun: true }).unwrap()).id));
  };
  const empty = type === "tag" && choice.add.length === 0 && choice.remove.length === 0;
  const which = "ids" in chosen ? countOf(chosen.ids.length) : "Everything that matches, at most 10,000 documents";
  return (
    <Dialog title={TITLES[type]} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <p className="text-sm text-quiet">
          {which}. {EXPLAINED[type]}
        </p>
        <FormProblem problem={attempt.problem} fields={[]} />
        <Parts type={type} choice={choice} set={set} error={errorOf(attempt.problem, "action")} />
        <p className="text-sm text-quiet">First it is only tried: you see what would become of each document before anything changes.</p>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy || empty}>
            {attempt.busy ? "Beginning…" : "Try it"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Parts({ type, choice, set, error }: { type: ActionType; choice: Choice; set: (values: Partial<Choice>) => void; error: string | undefined }) {
  const { sites } = useAllSites(type === "move");
  const { data: held } = useReadDisciplinesQuery(undefined, { skip: type !== "discipline" });
  const { data: cases } = useListCasesQuery(undefined, { skip: type !== "hold" });
  switch (type) {
    case "tag":
      return (
        <>
          <TagsField label="All of them get" tags={choice.add} onChange={(add) => set({ add })} error={error} />
          <TagsField label="None of them keeps" tags={choice.remove} onChange={(remove) => set({ remove })} />
        </>
      );
    case "move":
      return (
        <SelectField label="Site" value={choice.siteId} onChange={({ target }) => set({ siteId: target.value })} error={error}>
          <option value="">No site: for everybody in the organisation</option>
          {sites?.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </SelectField>
      );
    case "discipline":
      return (
        <SelectField label="Discipline" value={choice.discipline} onChange={({ target }) => set({ discipline: target.value })} error={error}>
          <option value="">None</option>
          {held?.disciplines.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} · {name}
            </option>
          ))}
        </SelectField>
      );
    case "hold":
      return (
        <SelectField label="Case" required value={choice.holdId} onChange={({ target }) => set({ holdId: target.value })} hint={cases?.length === 0 ? "There is no open case. Open one in the settings." : undefined} error={error}>
          <option value="">Choose a case</option>
          {cases?.map((hold) => (
            <option key={hold.id} value={hold.id}>
              {hold.name}
            </option>
          ))}
        </SelectField>
      );
    case "trash":
    case "restore":
    case "acknowledge":
      return null;
  }
}
