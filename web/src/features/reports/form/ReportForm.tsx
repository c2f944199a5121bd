import { useState } from "react";

import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { Section } from "@/components/Section";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { newId } from "@/reports/ids";
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
import { FormSections } from "./FormSections";

type Reasons = Readonly<Record<string, string>>;

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
  const [payload, setPayload] = useState(report.content.payload as Payload);
  const [reasons, setReasons] = useState<Reasons>(report.content.reasons);
  const [kept, setKept] = useState(report.content.attachments);
  const [edition, setEdition] = useState(report.edition);
  const [strict, setStrict] = useState(false);
  const [save] = useSaveReportMutation();
  const [submit] = useSubmitReportMutation();
  const attempt = useAttempt();
  const say = useToast();
  const { codes, findings: judge } = useRules(report, definition);
  const findings = judge(payload);
  const body = () => {
    const { type, version, siteId, day } = report;
    return { type, version, siteId, day, basedOn: edition, edits: [newId()], payload: payload as Record<string, unknown>, attachments: [...attachmentsOf(kept, queue.getSnapshot())], reasons };
  };
  const forget = (id: string) => {
    queue.cancel(id);
    setKept((all) => all.filter((one) => one.id !== id));
  };
  /** A file goes with the last field that named it. */
  const change = (next: Payload) => {
    const still = namedIn(definition, next);
    for (const id of namedIn(definition, payload)) if (!still.has(id)) forget(id);
    setPayload(next);
  };
  const keep = () =>
    attempt.run(async () => {
      const stored = await save({ id: report.id, body: body() }).unwrap();
      setEdition(stored.edition);
      setPayload(stored.content.payload as Payload);
      setReasons(stored.content.reasons);
      setKept(stored.content.attachments);
      say("Saved.");
    });
  const send = (filesAreThere: boolean) => {
    setStrict(true);
    if (!filesAreThere || findings.some(({ kind, rule }) => kind === "block" || (reasons[rule] ?? "").trim() === "")) return;
    const number = report.revision + 1;
    void attempt.run(async () => {
      const frozen = body();
      const proof = await receipt({ reportId: report.id, revision: number, definition: { type: report.type, version: report.version }, payload, attachments: frozen.attachments, reasons });
      await submit({ id: report.id, number, body: { ...frozen, receipt: proof } }).unwrap();
      say("Submitted.");
    });
  };
  return (
    <form className="space-y-6" noValidate onSubmit={(event) => event.preventDefault()}>
      <FilesProvider
        reportId={report.id}
        kept={kept}
        onRemove={(id) => {
          forget(id);
          setPayload(withoutFile(definition, payload, id));
        }}
      >
        <FormSections definition={definition} payload={payload} onChange={change} findings={findings} marks={marks} zone={report.timeZone} codes={codes} strict={strict} />
        <FilesSection named={namedIn(definition, payload)} />
        <Section title="Submit" lead="What is submitted is kept for good, and goes to review.">
          <div className="space-y-4">
            <Findings findings={findings} strict={strict} reasons={reasons} onReason={(rule, reason) => setReasons({ ...reasons, [rule]: reason })} />
            <FormProblem problem={attempt.problem} fields={[]} />
            <Steps busy={attempt.busy} onSubmit={send} onSave={() => void keep()} />
          </div>
        </Section>
      </FilesProvider>
    </form>
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
