import type { SubmitEvent } from "react";

import type { Problem } from "@/api/problem";
import type { Site, SiteDraft } from "@/api/types";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { hereZone, TimeZoneField } from "@/components/TimeZoneField";
import { useAttempt } from "@/components/useAttempt";

import { useChangeSiteMutation, useCreateSiteMutation } from "./requests";

interface Props {
  /** null: one to add. */
  readonly site: Site | null;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const FIELDS = ["name", "code", "timeZone", "dayStart"];

function draftOf(form: HTMLFormElement): SiteDraft {
  const { name = "", code = "", timeZone = "", dayStart = "" } = textsOf(form);
  return { name: name.trim(), code: code.trim(), timeZone: timeZone.trim(), dayStart };
}

export function SiteDialog({ site, onClose, onReload }: Props) {
  const [create] = useCreateSiteMutation();
  const [change] = useChangeSiteMutation();
  const attempt = useAttempt();
  const save = async (work: () => Promise<unknown>) => {
    if (await attempt.run(work)) onClose();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const draft = draftOf(event.currentTarget);
    void save(() => (site === null ? create(draft) : change({ id: site.id, etag: site.etag, change: draft })).unwrap());
  };
  const suspended = site?.status === "suspended";
  return (
    <Dialog title={site?.name ?? "Add a site"} onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={attempt.problem?.code === "site_code_taken" ? null : attempt.problem} fields={FIELDS} onReload={onReload} />
        <Fields site={site} problem={attempt.problem} />
        {site !== null && (
          <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
            <Button disabled={attempt.busy} onClick={() => void save(() => change({ id: site.id, etag: site.etag, change: { status: suspended ? "active" : "suspended" } }).unwrap())}>
              {suspended ? "Open it again" : "Suspend"}
            </Button>
            <span className="min-w-40 flex-1 text-xs text-quiet">{suspended ? "It is suspended at the moment." : "It is marked as suspended wherever sites are chosen. What it has stays."}</span>
          </div>
        )}
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {site === null ? "Add" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Fields({ site, problem }: { site: Site | null; problem: Problem | null }) {
  const taken = problem?.code === "site_code_taken" ? "Another site has this code already." : undefined;
  return (
    <>
      <Field label="Name" name="name" required maxLength={120} autoComplete="off" defaultValue={site?.name} error={errorOf(problem, "name")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Code" name="code" required maxLength={40} autoComplete="off" spellCheck={false} defaultValue={site?.code} hint="Short, and used by no other site" error={taken ?? errorOf(problem, "code")} />
        <Field label="The day begins at" name="dayStart" type="time" required defaultValue={site?.dayStart ?? "00:00"} hint="Local time of the site" error={errorOf(problem, "dayStart")} />
      </div>
      <TimeZoneField value={site?.timeZone ?? hereZone()} error={errorOf(problem, "timeZone")} />
    </>
  );
}
