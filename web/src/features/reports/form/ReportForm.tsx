import { useState } from "react";

import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { Section } from "@/components/Section";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { formatMoment } from "@/format/format";
import { receipt, type Json } from "@/reports/receipt";
import { evaluateRules, type Finding, type Rule } from "@/reports/rules";
import type { UploadQueue } from "@/uploads/engine/queue";
import { QueueProvider, useUploadQueue } from "@/uploads/queue";

import { FilesProvider, useFiles } from "../files/files";
import { FilesSection } from "../files/FilesSection";
import { attachmentsOf, namedIn, withoutFile } from "../files/model";
import { NotThere, notThere } from "../files/NotThere";
import { useOutlineReportQuery, useSaveReportMutation, useSubmitReportMutation } from "../requests";
import type { Definition, Marks, Payload, Report } from "../types";
import { Disagreed } from "./Disagreed";
import { FormSections } from "./FormSections";
import type { Draft } from "./keptDrafts";
import { sidesOf } from "./sides";
import { useDraft } from "./useDraft";

type Reasons = Draft["reasons"];

interface Props {
  readonly report: Report;
  readonly definition: Definition;
  readonly marks: Marks;
}

/** What the rules say of a payload, by the context the server gave; nothing until it has come. */
function useRules(report: Report, definition: Definition) {
  const { type, siteId, day, subject } = report;
  const { data } = useOutlineReportQuery({ type, siteId, day, ...(subject === null ? {} : { subject }) });
  const own = (data?.context.activityCodes ?? []) as readonly string[];
  const codes = [...(definition.codes.activity ?? []), ...own];
  const findings = (payload: Payload): readonly Finding[] =>
    data === undefined ? [] : evaluateRules(definition.rules as unknown as readonly Rule[], { payload, context: data.context as Json, codes: { activity: codes }, units: definition.units });
  return { codes, findings };
}

/** A report as its author writes it; the rules are shown while they write, as the server will say them. */
export function ReportForm({ uploadsOf, ...props }: Props & { readonly uploadsOf: (report: Report) => UploadQueue }) {
  return (
    <QueueProvider make={() => uploadsOf(props.report)}>
      <Form {...props} />
    </QueueProvider>
  );
}

function Form({ report, definition, marks }: Props) {
  const queue = useUploadQueue();
  const { draft, change, choose, freeze, confirm, forget, startAnew, isAsSent, isUnsaved, isKept, keptAt } = useDraft(report);
  const { payload, reasons, attachments } = draft;
  const [strict, setStrict] = useState(false);
  const [submitting, setSubmitting] = useState(false);
  const [save] = useSaveReportMutation();
  const [submit] = useSubmitReportMutation();
  const attempt = useAttempt();
  const say = useToast();
  const { codes, findings: judge } = useRules(report, definition);
  const findings = judge(payload);
  // What was typed after it was sent is in none of the sides: it is sent first.
  const differing = isAsSent ? sidesOf(attempt.problem) : null;
  const bodyOf = (frozen: Draft) => {
    const { type, version, siteId, day } = report;
    const named = [...attachmentsOf(frozen.attachments, queue.getSnapshot())];
    return { type, version, siteId, day, basedOn: frozen.basedOn, edits: [...frozen.unconfirmed], payload: frozen.payload as Record<string, unknown>, attachments: named, reasons: frozen.reasons };
  };
  /** A file goes with the last field that named it. */
  const write = (next: Payload) => {
    const still = namedIn(definition, next);
    const gone = [...namedIn(definition, payload)].filter((id) => !still.has(id));
    for (const id of gone) queue.cancel(id);
    change({ payload: next, ...(gone.length > 0 && { attachments: attachments.filter(({ id }) => !gone.includes(id)) }) });
  };
  const remove = (id: string) => {
    queue.cancel(id);
    change({ payload: withoutFile(definition, payload, id), attachments: attachments.filter((one) => one.id !== id) });
  };
  const keep = () =>
    attempt.run(async () => {
      const frozen = freeze();
      confirm(frozen, await save({ id: report.id, body: bodyOf(frozen) }).unwrap());
      say("Saved.");
    });
  const send = async (filesAreThere: boolean) => {
    setStrict(true);
    if (!filesAreThere || findings.some(({ kind, rule }) => kind === "block" || (reasons[rule] ?? "").trim() === "")) return;
    const number = report.revision + 1;
    setSubmitting(true);
    const isSubmitted = await attempt.run(async () => {
      const body = bodyOf(freeze());
      const proof = await receipt({ reportId: report.id, revision: number, definition: { type: report.type, version: report.version }, payload, attachments: body.attachments, reasons });
      await submit({ id: report.id, number, body: { ...body, receipt: proof } }).unwrap();
      forget();
      say("Submitted.");
    });
    if (!isSubmitted) setSubmitting(false);
  };
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      {/* What is typed while a submit is on its way would be in no report. */}
      <fieldset disabled={submitting} className="min-w-0 space-y-6">
        {keptAt !== null && <Restored at={keptAt} onDiscard={startAnew} />}
        <FilesProvider reportId={report.id} kept={attachments} onRemove={remove}>
          <FormSections definition={definition} payload={payload} onChange={write} findings={findings} marks={marks} zone={report.timeZone} codes={codes} strict={strict} />
          <FilesSection named={namedIn(definition, payload)} />
          <Section title="Submit" lead="What is submitted is kept for good, and goes to review.">
            <div className="space-y-4">
              <Findings findings={findings} strict={strict} reasons={reasons} onReason={(rule, reason) => change({ reasons: { ...reasons, [rule]: reason } })} />
              {differing === null ? (
                <FormProblem problem={attempt.problem} fields={[]} />
              ) : (
                <Disagreed
                  sides={differing}
                  definition={definition}
                  onChoose={(chosen) => {
                    choose(chosen, differing.edition);
                    attempt.forget();
                    say("Look it over, then save or submit it.");
                  }}
                />
              )}
              <Steps busy={attempt.busy} onSubmit={(filesAreThere) => void send(filesAreThere)} onSave={() => void keep()} />
              {isUnsaved && <p className="text-sm text-quiet">{isKept ? "Not saved yet. What you wrote is kept on this device until it is." : "Not saved yet, and this device keeps nothing: save it before you leave."}</p>}
            </div>
          </Section>
        </FilesProvider>
      </fieldset>
    </form>
  );
}

/** Says that what is shown is not what the server has. */
function Restored({ at, onDiscard }: { at: number; onDiscard: () => void }) {
  return (
    <Banner mood="warn" actions={<Button onClick={onDiscard}>Discard it</Button>}>
      <p className="font-medium">What you wrote here and did not save is back.</p>
      <p>It is from {formatMoment(new Date(at).toISOString(), new Date())}. Save it, or go back to what is stored.</p>
    </Banner>
  );
}

/** Nothing is submitted before every file is there: the server would refuse it. */
function Steps({ busy, onSubmit, onSave }: { busy: boolean; onSubmit: (filesAreThere: boolean) => void; onSave: () => void }) {
  const { files } = useFiles();
  const [held, setHeld] = useState(false);
  const submit = () => {
    const waits = notThere(files).length > 0;
    setHeld(waits);
    onSubmit(!waits);
  };
  return (
    <>
      {held && <NotThere />}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={busy} onClick={submit}>
          Submit
        </Button>
        <Button disabled={busy} onClick={onSave}>
          Save
        </Button>
      </div>
    </>
  );
}

function Findings({ findings, strict, reasons, onReason }: { findings: readonly Finding[]; strict: boolean; reasons: Reasons; onReason: (rule: string, reason: string) => void }) {
  const blocking = [...new Set(findings.filter(({ kind }) => kind === "block").map(({ text }) => text))];
  const warnings = findings.filter(({ kind, rule }, index) => kind === "warn" && findings.findIndex((one) => one.rule === rule) === index);
  return (
    <>
      {blocking.length > 0 && (
        <div role={strict ? "alert" : undefined} className={`rounded-xl p-4 text-sm ${strict ? "bg-bad-soft text-bad" : "bg-raised text-quiet"}`}>
          <p className="font-medium">{blocking.length === 1 ? "One thing is still in the way:" : `${blocking.length} things are still in the way:`}</p>
          <ul className="mt-1 list-inside list-disc">
            {blocking.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {warnings.map((warning) => (
        <div key={warning.rule} className="rounded-xl bg-warn-soft p-4 text-sm text-warn">
          <p>{warning.text}</p>
          <div className="mt-2 text-ink">
            <TextField label={warning.reason ?? "Why is it right all the same?"} rows={2} maxLength={2000} value={reasons[warning.rule] ?? ""} error={strict && (reasons[warning.rule] ?? "").trim() === "" ? "A warning needs a reason" : undefined} onChange={(event) => onReason(warning.rule, event.target.value)} />
          </div>
        </div>
      ))}
    </>
  );
}
