import { useState, type SubmitEvent } from "react";

import type { Hold } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, TextField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";

import { useChangeHoldMutation, useCreateHoldMutation } from "./requests";

interface Props {
  /** null: one to open. */
  readonly hold: Hold | null;
  readonly readAgain?: () => Promise<Hold>;
  readonly onSaved: (hold: Hold) => void;
  readonly onClose: () => void;
}

export function HoldDialog({ hold, readAgain, onSaved, onClose }: Props) {
  const [base, setBase] = useState(hold);
  const [name, setName] = useState(hold?.name ?? "");
  const [reason, setReason] = useState(hold?.reason ?? "");
  const [create] = useCreateHoldMutation();
  const [change] = useChangeHoldMutation();
  const attempt = useAttempt();
  const save = async (upon: Hold | null) => {
    const draft = { name: name.trim(), reason: reason.trim() };
    const done = await attempt.run(async () => onSaved(await (upon === null ? create(draft) : change({ id: upon.id, etag: upon.etag, change: draft })).unwrap()));
    if (done) onClose();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void save(base);
  };
  const reload = () =>
    void readAgain?.().then(
      (current) => {
        attempt.forget();
        setBase(current);
        setName(current.name);
        setReason(current.reason);
      },
      () => undefined, // The note and its button stay.
    );
  const keep = () => void readAgain?.().then(save, () => undefined);
  return (
    <Dialog title={hold?.name ?? "Open a case"} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={attempt.problem} fields={["name", "reason"]} onReload={reload} onKeep={keep} />
        <Field label="Name" required maxLength={120} autoComplete="off" value={name} onChange={({ target }) => setName(target.value)} hint="The case, as people know it" error={errorOf(attempt.problem, "name")} />
        <TextField label="Reason" required maxLength={2000} rows={5} value={reason} onChange={({ target }) => setReason(target.value)} hint="Why its documents must be kept" error={errorOf(attempt.problem, "reason")} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {hold === null ? "Open the case" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
