import { useRef, useState, type SubmitEvent } from "react";

import { useAllDocumentTypes } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import type { RetentionPolicies, RetentionPolicy } from "@/api/types";
import { Button } from "@/components/Button";
import { errorOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { RowButtons } from "@/components/RowButtons";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { useFocusInvalid } from "@/components/useFocusInvalid";
import { useRows, type Rows } from "@/components/useRows";
import { useMay } from "@/session/session";

import { PolicyFields } from "./PolicyFields";
import { useReplacePoliciesMutation } from "./requests";

const MOST = 100;
const NEW: RetentionPolicy = { name: "", typeId: null, event: "createdAt", days: 3650, action: "trash" };

interface Props {
  readonly first: RetentionPolicies;
  readonly readAgain: () => Promise<RetentionPolicies>;
}

/** All policies, saved as one list. */
export function PoliciesForm({ first, readAgain }: Props) {
  const [held, setHeld] = useState(first);
  const rows = useRows<RetentionPolicy>(first.policies);
  const [replace] = useReplacePoliciesMutation();
  const attempt = useAttempt();
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, attempt.problem);
  const say = useToast();
  const readOnly = !useMay("retention:write");
  const show = (current: RetentionPolicies) => {
    setHeld(current);
    rows.reset(current.policies);
  };
  const save = async (etag: string) => {
    const policies = rows.rows.map(({ name, typeId, event, days, action }) => ({ name: name.trim(), typeId, event, days, action }));
    const done = await attempt.run(async () => show(await replace({ etag, policies }).unwrap()));
    if (done) say("Saved. They count from the next run on.");
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
    <form ref={form} onSubmit={submit} className="space-y-4">
      <fieldset disabled={readOnly} className="min-w-0">
        <List rows={rows} problem={attempt.problem} readOnly={readOnly} />
      </fieldset>
      <FormProblem problem={attempt.problem} fields={rows.rows.map((_, index) => `policies[${index}]`)} onReload={reload} onKeep={keep} />
      {!readOnly && (
        <div className="flex flex-wrap gap-3">
          <Button disabled={rows.rows.length >= MOST} onClick={() => rows.add(NEW)}>
            Add a policy
          </Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {attempt.busy ? "Saving…" : "Save"}
          </Button>
        </div>
      )}
    </form>
  );
}

function List({ rows, problem, readOnly }: { rows: Rows<RetentionPolicy>; problem: Problem | null; readOnly: boolean }) {
  const { types } = useAllDocumentTypes();
  if (rows.rows.length === 0) return <p className="text-sm text-quiet">No policies: everything is kept.</p>;
  return (
    <ol aria-label="Policies" className="space-y-4">
      {rows.rows.map((policy, index) => {
        const name = policy.name.trim() === "" ? `policy ${index + 1}` : policy.name;
        return (
          <li key={policy.row} className="rounded-xl border border-line p-3 sm:p-4">
            <div className="mb-2 flex items-center justify-between gap-2">
              <p className="min-w-0 truncate text-sm font-semibold">{name}</p>
              {!readOnly && <RowButtons name={name} isFirst={index === 0} isLast={index === rows.rows.length - 1} onRemove={() => rows.remove(policy.row)} />}
            </div>
            <PolicyFields policy={policy} types={types ?? []} onChange={(change) => rows.change(policy.row, change)} errorOf={(part) => errorOf(problem, `policies[${index}].${part}`)} />
          </li>
        );
      })}
    </ol>
  );
}
