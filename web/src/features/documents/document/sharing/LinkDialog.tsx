import { useState, type SubmitEvent } from "react";

import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, PasswordField, SelectField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { Skeleton } from "@/components/Skeleton";
import { useAttempt } from "@/components/useAttempt";
import { useMe } from "@/session/session";

import type { NewShareLink, OneDocument } from "../types";
import { counted } from "../words";
import { draftOfLink, type LinkTexts } from "./linkDraft";
import { useCreateShareLinkMutation, useSharingPolicyQuery } from "./requests";

const DEFAULT_DAYS = 7;

interface Props {
  readonly document: OneDocument;
  readonly shown: number;
  readonly onMade: (link: NewShareLink) => void;
  readonly onClose: () => void;
}

/** What a new link leads to, how long, how often and for whom. */
export function LinkDialog({ document, shown, onMade, onClose }: Props) {
  const me = useMe();
  const { data: policy, isError } = useSharingPolicyQuery(me?.organisation.id ?? "", { skip: me === null });
  const [create] = useCreateShareLinkMutation();
  const { problem, busy, run } = useAttempt();
  const [revision, setRevision] = useState(document.approved !== null && shown < document.approved.number ? String(shown) : "latest");
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const texts = textsOf(event.currentTarget) as unknown as LinkTexts;
    void run(async () => onMade(await create({ id: document.id, draft: draftOfLink(texts, new Date()) }).unwrap()));
  };
  const maxDays = policy?.maxDays ?? 365;
  return (
    <Dialog title="Make a link" onClose={onClose}>
      {policy === undefined && !isError ? (
        <Skeleton label="Loading what the organisation allows" />
      ) : (
        <form onSubmit={submit} className="space-y-4">
          <FormProblem problem={problem} fields={["expiresAt", "password", "maxUses", "note", "revision", "access"]} />
          <Field label="For whom" name="note" maxLength={300} autoComplete="off" hint="For colleagues; whoever has the link does not see it." error={errorOf(problem, "note")} />
          <SelectField label="It leads to" name="revision" value={revision} onChange={(event) => setRevision(event.target.value)} error={errorOf(problem, "revision")}>
            <option value="latest">Always the revision in force</option>
            {lasting(document, shown).map((number) => (
              <option key={number} value={number}>
                Revision {number} for good
              </option>
            ))}
          </SelectField>
          <SelectField label="It lets people" name="access" defaultValue="download" error={errorOf(problem, "access")}>
            <option value="download">Look at it and download the file</option>
            <option value="view">Look at pictures of the first pages, and not have the file</option>
          </SelectField>
          {revision === "latest" && document.approved === null && <p className="text-sm text-warn">No revision is in force yet: until one is, the link leads to nothing.</p>}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="It works for" name="days" type="number" required min={1} max={maxDays} defaultValue={Math.min(DEFAULT_DAYS, maxDays)} hint={`Days, at most ${maxDays}`} error={errorOf(problem, "expiresAt")} />
            <Field
              label="Uses"
              name="maxUses"
              type="number"
              min={1}
              max={policy?.maxUses ?? 10_000}
              placeholder={policy?.maxUses == null ? "As often as one likes" : String(policy.maxUses)}
              hint={policy?.maxUses == null ? "Empty: as often as one likes" : `At most ${counted(policy.maxUses, "time", "times")}`}
              error={errorOf(problem, "maxUses")}
            />
          </div>
          <PasswordField
            label={policy?.passwordRequired ? "Password" : "Password, if it needs one"}
            name="password"
            autoComplete="new-password"
            required={policy?.passwordRequired ?? false}
            minLength={8}
            hint="8 characters or more. Send it another way than the link."
            error={errorOf(problem, "password")}
          />
          <div className="flex flex-wrap justify-end gap-3">
            <Button onClick={onClose}>Cancel</Button>
            <Button look="primary" type="submit" disabled={busy}>
              {busy ? "Making…" : "Make the link"}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** Revisions to lead to for good: the one in force, and an earlier one that is looked at. Drafts are not given to people outside. */
function lasting({ approved }: OneDocument, shown: number): readonly number[] {
  if (approved === null) return [];
  return shown < approved.number ? [approved.number, shown] : [approved.number];
}
