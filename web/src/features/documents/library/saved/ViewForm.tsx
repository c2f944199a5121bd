import { useState, type SubmitEvent } from "react";

import type { ListedView, Role, SavedView, ViewQuery } from "@/api/types";
import { Button } from "@/components/Button";
import { CheckField } from "@/components/CheckField";
import { errorOf, Field } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";
import { useMay } from "@/session/session";

import { useChangeViewMutation, useSaveViewMutation } from "./requests";

const ROLES: readonly (readonly [Role, string])[] = [
  ["operator", "Operators"],
  ["engineer", "Engineers"],
  ["viewer", "Viewers"],
  ["admin", "Admins"],
];

interface Props {
  /** null: one to save. */
  readonly saved: ListedView | null;
  readonly query: ViewQuery;
  readonly readAgain: (() => Promise<SavedView>) | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The name of a view, and who sees it beside its owner. */
export function ViewForm({ saved, query, readAgain, onDone, onCancel }: Props) {
  const [save] = useSaveViewMutation();
  const [change] = useChangeViewMutation();
  const [name, setName] = useState(saved?.name ?? "");
  const [roles, setRoles] = useState<readonly Role[]>(saved?.roles ?? []);
  const attempt = useAttempt();
  const mayShare = useMay("views:share");
  const run = async (upon: Pick<ListedView, "id" | "etag"> | null) => {
    const draft = { name: name.trim(), ...(mayShare ? { roles: [...roles] } : {}) };
    const done = await attempt.run(() => (upon === null ? save({ ...draft, query }) : change({ id: upon.id, etag: upon.etag, change: draft })).unwrap());
    if (done) onDone();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void run(saved);
  };
  const keep = readAgain && (() => void readAgain().then(run, () => undefined));
  const reload =
    readAgain &&
    (() =>
      void readAgain().then(
        (current) => {
          attempt.forget();
          setName(current.name);
          setRoles(current.roles);
        },
        () => undefined, // The note and its button stay.
      ));
  return (
    <form onSubmit={submit} className="space-y-4">
      <FormProblem problem={attempt.problem} fields={["name", "roles"]} onReload={reload} onKeep={keep} />
      <Field label="Name" required maxLength={120} autoComplete="off" value={name} onChange={({ target }) => setName(target.value)} error={errorOf(attempt.problem, "name")} />
      {mayShare && (
        <fieldset>
          <legend className="text-sm font-medium">Also for</legend>
          <div className="flex flex-wrap gap-x-6">
            {ROLES.map(([role, word]) => (
              <CheckField key={role} label={word} checked={roles.includes(role)} onChange={({ target }) => setRoles(target.checked ? [...roles, role] : roles.filter((other) => other !== role))} />
            ))}
          </div>
          <p className="text-xs text-quiet">Whoever opens it sees what they may see.</p>
        </fieldset>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>Back</Button>
        <Button look="primary" type="submit" disabled={attempt.busy}>
          Save
        </Button>
      </div>
    </form>
  );
}
