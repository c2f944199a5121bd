import { useState } from "react";

import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { Section } from "@/components/Section";
import { useAttempt } from "@/components/useAttempt";
import { useMay, useMe } from "@/session/session";

import { useDecideReportMutation, useFinaliseReportMutation, useReopenReportMutation, useTakeUpReportMutation } from "../requests";
import type { Definition, Marks, Payload, ReportHead } from "../types";
import { placeOf } from "../words";

interface Props {
  readonly report: ReportHead;
  readonly definition: Definition;
  readonly payload: Payload;
  readonly marks: Marks;
  readonly onDone: () => void;
}

/** What a reviewer can do with the report as it stands; nothing for everybody else. */
export function ReviewPart(props: Props) {
  const { state } = props.report;
  const mayReview = useMay("reports:review");
  const mayReopenFinal = useMay("reports:reopen-final");
  if (!mayReview) return null;
  if (state === "submitted" || state === "in_review") return <Deciding {...props} />;
  if (state === "approved" || (state === "final" && mayReopenFinal)) return <Closed {...props} />;
  return null;
}

function Deciding({ report, definition, payload, marks, onDone }: Props) {
  const me = useMe();
  const [takeUp] = useTakeUpReportMutation();
  const [decide] = useDecideReportMutation();
  const attempt = useAttempt();
  const [comment, setComment] = useState("");
  const addresses = Object.keys(marks);
  const mine = report.review?.reviewerId === me?.id && report.state === "in_review";
  const own = report.submittedBy === me?.id;
  const say = (decision: "approve" | "request_changes") => {
    const given = decision === "approve" ? [] : addresses.map((address) => ({ address, comment: marks[address] ?? "" }));
    const said = { revision: report.revision, decision, comment: comment.trim() === "" ? null : comment.trim(), marks: given };
    void attempt.run(() => decide({ id: report.id, said }).unwrap()).then((done) => done && onDone());
  };
  return (
    <Section title="Your decision" lead={`About revision ${report.revision}. Mark the fields that need work, or say it in a comment.`}>
      <div className="space-y-4">
        <FormProblem problem={attempt.problem} fields={[]} />
        {addresses.length > 0 && (
          <ul aria-label="Marked fields" className="list-inside list-disc text-sm">
            {addresses.map((address) => (
              <li key={address}>{placeOf(definition, payload, address)}</li>
            ))}
          </ul>
        )}
        <TextField label="Comment" maxLength={2000} value={comment} onChange={(event) => setComment(event.target.value)} />
        <div className="flex flex-wrap gap-3">
          <Button look="primary" disabled={attempt.busy || own || addresses.length > 0} onClick={() => say("approve")}>
            Approve
          </Button>
          <Button disabled={attempt.busy || (comment.trim() === "" && addresses.length === 0)} onClick={() => say("request_changes")}>
            Send back
          </Button>
          {!mine && (
            <Button look="quiet" disabled={attempt.busy} onClick={() => void attempt.run(() => takeUp(report.id).unwrap())}>
              Take it up
            </Button>
          )}
        </div>
        {own && <p className="text-sm text-quiet">You submitted it yourself: somebody else approves it.</p>}
        {addresses.length > 0 && <p className="text-sm text-quiet">Take the marks back to approve it.</p>}
      </div>
    </Section>
  );
}

function Closed({ report }: Props) {
  const [finalise] = useFinaliseReportMutation();
  const [reopen] = useReopenReportMutation();
  const attempt = useAttempt();
  const [reason, setReason] = useState("");
  return (
    <Section title={report.state === "final" ? "It is final" : "It is approved"} lead="Reopened, it goes back to its author, who submits it again. A month that was closed with it is open again.">
      <div className="space-y-4">
        <FormProblem problem={attempt.problem} fields={[]} />
        <TextField label="Why should it be reopened?" rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div className="flex flex-wrap gap-3">
          {report.state === "approved" && (
            <Button look="primary" disabled={attempt.busy} onClick={() => void attempt.run(() => finalise(report.id).unwrap())}>
              Make it final
            </Button>
          )}
          <Button look="warning" disabled={attempt.busy || reason.trim() === ""} onClick={() => void attempt.run(() => reopen({ id: report.id, reason: reason.trim() }).unwrap())}>
            Reopen
          </Button>
        </div>
      </div>
    </Section>
  );
}
