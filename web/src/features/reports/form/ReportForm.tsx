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
export function ReportForm({ report, definition, marks }: Props) {
  const [payload, setPayload] = useState(report.content.payload as Payload);
  const [reasons, setReasons] = useState<Reasons>(report.content.reasons);
  const [edition, setEdition] = useState(report.edition);
  const [strict, setStrict] = useState(false);
  const [save] = useSaveReportMutation();
  const [submit] = useSubmitReportMutation();
  const attempt = useAttempt();
  const say = useToast();
  const { codes, findings: judge } = useRules(report, definition);
  const findings = judge(payload);
  const body = () => {
    const { type, version, siteId, day, content } = report;
    return { type, version, siteId, day, basedOn: edition, edits: [newId()], payload: payload as Record<string, unknown>, attachments: content.attachments, reasons };
  };
  const keep = () =>
    attempt.run(async () => {
      const stored = await save({ id: report.id, body: body() }).unwrap();
      setEdition(stored.edition);
      setPayload(stored.content.payload as Payload);
      setReasons(stored.content.reasons);
      say("Saved.");
    });
  const send = () => {
    setStrict(true);
    if (findings.some(({ kind, rule }) => kind === "block" || (reasons[rule] ?? "").trim() === "")) return;
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
      <FormSections definition={definition} payload={payload} onChange={setPayload} findings={findings} marks={marks} zone={report.timeZone} codes={codes} strict={strict} />
      <Section title="Submit" lead="What is submitted is kept for good, and goes to review.">
        <div className="space-y-4">
          <Findings findings={findings} strict={strict} reasons={reasons} onReason={(rule, reason) => setReasons({ ...reasons, [rule]: reason })} />
          <FormProblem problem={attempt.problem} fields={[]} />
          <div className="flex flex-wrap gap-3">
            <Button look="primary" disabled={attempt.busy} onClick={send}>
              Submit
            </Button>
            <Button disabled={attempt.busy} onClick={() => void keep()}>
              Save
            </Button>
          </div>
        </div>
      </Section>
    </form>
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
