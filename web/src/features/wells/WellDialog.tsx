import { useRef, useState, type SubmitEvent } from "react";

import { useAllSites } from "@/api/sites";
import type { Well } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, SelectField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { RowButtons } from "@/components/RowButtons";
import { useAttempt } from "@/components/useAttempt";
import { useFocusInvalid } from "@/components/useFocusInvalid";
import { useRows, type Rows } from "@/components/useRows";

import { useChangeWellMutation, useCreateWellMutation } from "./requests";
import { ROLES, STATUSES, type WellRole } from "./words";

const FIELDS = ["name", "siteId", "roles", "status"];
const TAKEN = "Another well has this name already.";
const TWICE = "Two of them begin on the same day";

interface DatedRole {
  readonly from: string;
  readonly role: WellRole;
}

interface Props {
  /** null: one to add. */
  readonly well: Well | null;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

export function WellDialog({ well, onClose, onReload }: Props) {
  const { sites } = useAllSites();
  const rows = useRows<DatedRole>(well?.roles ?? []);
  const [twice, setTwice] = useState(false);
  const [create] = useCreateWellMutation();
  const [change] = useChangeWellMutation();
  const attempt = useAttempt();
  const { problem } = attempt;
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, problem);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = "", siteId = "", status = "active" } = textsOf(event.currentTarget);
    const roles = rows.rows.map(({ from, role }) => ({ from, role })).sort((a, b) => (a.from < b.from ? -1 : 1));
    const doubled = new Set(roles.map(({ from }) => from)).size < roles.length;
    setTwice(doubled);
    if (doubled) return;
    const said = { name: name.trim(), roles };
    const work = () => (well === null ? create({ ...said, siteId }) : change({ id: well.id, etag: well.etag, change: { ...said, status: status as Well["status"] } })).unwrap();
    if (await attempt.run(work)) onClose();
  };
  const taken = problem?.code === "well_name_taken";
  return (
    <Dialog title={well?.name ?? "Add a well"} onClose={onClose}>
      <form ref={form} onSubmit={(event) => void submit(event)} className="space-y-4">
        <FormProblem problem={taken ? null : problem} fields={FIELDS} onReload={onReload} />
        <Field label="Name" name="name" required maxLength={100} autoComplete="off" spellCheck={false} defaultValue={well?.name} hint="As reports call it" error={taken ? TAKEN : errorOf(problem, "name")} />
        {well === null ? (
          <SelectField label="Site" name="siteId" required error={errorOf(problem, "siteId")}>
            {sites?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        ) : (
          <SelectField label="Status" name="status" defaultValue={well.status} error={errorOf(problem, "status")}>
            {Object.entries(STATUSES).map(([value, [word]]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </SelectField>
        )}
        <RoleRows rows={rows} error={twice ? TWICE : errorOf(problem, "roles")} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {well === null ? "Add" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the well is for, from which reporting day on. */
function RoleRows({ rows: { rows, add, change, remove }, error }: { rows: Rows<DatedRole>; error: string | undefined }) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">Roles</legend>
      <p className="text-xs text-quiet">Reports submitted before keep the role they were judged by.</p>
      <ul aria-label="Roles" className="mt-2 space-y-2 empty:hidden">
        {rows.map(({ row, from, role }, index) => (
          <li key={row} className="flex items-end gap-2">
            <div className="grid min-w-0 flex-1 gap-2 min-[440px]:grid-cols-2">
              <SelectField label="Role" aria-label={`Role ${index + 1}`} value={role} onChange={(event) => change(row, { role: event.target.value as WellRole })}>
                {Object.entries(ROLES).map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </SelectField>
              <Field label="From" aria-label={`From, role ${index + 1}`} type="date" required value={from} onChange={(event) => change(row, { from: event.target.value })} />
            </div>
            <RowButtons name={`role ${index + 1}`} isFirst isLast onRemove={() => remove(row)} />
          </li>
        ))}
      </ul>
      {error !== undefined && <p className="mt-1 text-xs text-bad">{error}</p>}
      <Button className="mt-2" onClick={() => add({ from: "", role: "producer" })}>
        Add a role
      </Button>
    </fieldset>
  );
}
