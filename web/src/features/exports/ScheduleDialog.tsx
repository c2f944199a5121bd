import { useRef, useState, type SubmitEvent } from "react";

import type { ExportSchedule } from "@/api/types";
import { Button } from "@/components/Button";
import { CheckField } from "@/components/CheckField";
import { Dialog } from "@/components/Dialog";
import { errorOf, Field, SelectField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { RoleChecks } from "@/components/RoleChecks";
import { useAttempt } from "@/components/useAttempt";
import { useFocusInvalid } from "@/components/useFocusInvalid";

import { FormatField, LookFields } from "./LookFields";
import { useCreateExportScheduleMutation, useLazyReadExportScheduleQuery, useReplaceExportScheduleMutation } from "./requests";
import { RhythmFields } from "./RhythmFields";
import { bodyOf, draftOf, type Draft } from "./schedule";
import { lacksSites } from "./selection";
import { SelectionFields } from "./SelectionFields";
import { PERIODS } from "./words";

const FIELDS = ["name", "cron", "siteId", "siteIds", "types", "zone", "title", "filter.types", "filter.siteIds", "filter.states", "filter.subject"];

interface Props {
  /** null: one to make. */
  readonly schedule: ExportSchedule | null;
  readonly onClose: () => void;
}

export function ScheduleDialog({ schedule, onClose }: Props) {
  const [base, setBase] = useState(schedule);
  const [draft, setDraft] = useState(() => draftOf(schedule));
  const [strict, setStrict] = useState(false);
  const [create] = useCreateExportScheduleMutation();
  const [replace] = useReplaceExportScheduleMutation();
  const [read] = useLazyReadExportScheduleQuery();
  const attempt = useAttempt();
  const { problem } = attempt;
  const form = useRef<HTMLFormElement>(null);
  useFocusInvalid(form, problem);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setStrict(true);
    if (lacksSites(draft.selection)) return;
    const body = bodyOf(draft);
    if (await attempt.run(() => (base === null ? create(body) : replace({ id: base.id, etag: base.etag, body })).unwrap())) onClose();
  };
  const reload = () =>
    void attempt.run(async () => {
      const current = await read(base?.id ?? "").unwrap();
      setBase(current);
      setDraft(draftOf(current));
    });
  return (
    <Dialog title={schedule === null ? "New schedule" : schedule.name} onClose={onClose}>
      <form ref={form} onSubmit={(event) => void submit(event)} className="space-y-4">
        <FormProblem problem={problem} fields={FIELDS} onReload={reload} />
        <Field label="Name" required maxLength={120} autoComplete="off" value={draft.name} onChange={(event) => set({ name: event.target.value })} error={errorOf(problem, "name")} />
        <RhythmFields value={draft.rhythm} onChange={(rhythm) => set({ rhythm })} siteId={draft.siteId} onSite={(siteId) => set({ siteId })} error={errorOf(problem, "cron")} siteError={errorOf(problem, "siteId")} />
        <SelectField label="Reports of" value={draft.period} onChange={(event) => set({ period: event.target.value as Draft["period"] })}>
          {Object.entries(PERIODS).map(([period, word]) => (
            <option key={period} value={period}>
              {word}
            </option>
          ))}
        </SelectField>
        <CheckField label="Only when all of them are approved" hint="Else it is left out, and the list of schedules says so" checked={draft.onlyApproved} onChange={(event) => set({ onlyApproved: event.target.checked })} />
        <FormatField value={draft.look.format} onChange={(format) => set({ look: { ...draft.look, format } })} />
        <SelectionFields value={draft.selection} onChange={(selection) => set({ selection })} problem={problem} strict={strict} />
        <LookFields value={draft.look} onChange={(look) => set({ look })} problem={problem} untitled="Left empty: the name of the schedule" />
        <fieldset>
          <legend className="text-sm font-medium">Letters to</legend>
          <RoleChecks roles={draft.recipients} onChange={(recipients) => set({ recipients })} />
          <p className="text-xs text-quiet">With a link, to those who see all of these sites.</p>
        </fieldset>
        {base !== null && <p className="text-sm text-quiet">Saved, it runs in your name, over what you may see.</p>}
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={attempt.busy}>
            {base === null ? "Make it" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
