import { useState, type SubmitEvent } from "react";
import { useNavigate } from "react-router";

import { useAllSites } from "@/api/sites";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, SelectField, textsOf } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useAttempt } from "@/components/useAttempt";
import { newId } from "@/reports/ids";

import { useLazyOutlineReportQuery, useListReportTypesQuery, useSaveReportMutation } from "../requests";

const FIELDS = ["type", "siteId", "day", "subject"];

export function NewReportButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        New report
      </Button>
      {open && <NewReportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** Begins a report with what is known: the day of the site, and what the last report of the same subject left. */
function NewReportDialog({ onClose }: { onClose: () => void }) {
  const { data: types } = useListReportTypesQuery(undefined);
  const { sites } = useAllSites();
  const [type, setType] = useState("");
  const [outline] = useLazyOutlineReportQuery();
  const [save] = useSaveReportMutation();
  const attempt = useAttempt();
  const navigate = useNavigate();
  const chosen = types?.items.find((one) => one.type === type) ?? types?.items[0];
  const named = chosen !== undefined && chosen.subject.length > 0;
  const begin = async (texts: Record<string, string>) => {
    const subject = (texts.subject ?? "").trim();
    const known = await outline({ type: chosen?.type ?? "", siteId: texts.siteId ?? "", day: texts.day ?? "", ...(subject === "" ? {} : { subject }) }).unwrap();
    if (known.existingReportId !== null) return known.existingReportId;
    const { type: kind, version, siteId, day, payload } = known;
    const body = { type: kind, version, siteId, day, basedOn: 0, edits: [newId()], payload, attachments: [], reasons: {} };
    return (await save({ id: newId(), body }).unwrap()).id;
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const texts = textsOf(event.currentTarget);
    void attempt.run(async () => void navigate(`/reports/${await begin(texts)}`));
  };
  return (
    <Dialog title="New report" onClose={onClose}>
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={attempt.problem} fields={FIELDS} />
        <SelectField label="Type" name="type" value={chosen?.type ?? ""} onChange={(event) => setType(event.target.value)}>
          {types?.items.map((one) => (
            <option key={one.type} value={one.type}>
              {one.label}
            </option>
          ))}
        </SelectField>
        <SelectField label="Site" name="siteId" required error={errorOf(attempt.problem, "siteId")}>
          {sites?.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </SelectField>
        <Field label="Day" name="day" type="date" required hint="On which the reporting day of the site begins" error={errorOf(attempt.problem, "day")} />
        {named && <Field label="Well, wellbore or tag" name="subject" required maxLength={200} autoComplete="off" error={errorOf(attempt.problem, "subject")} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy || chosen === undefined}>
            Begin
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
