import { useState, type SubmitEvent } from "react";

import { Button } from "@/components/Button";
import { errorOf, TextField } from "@/components/Field";
import { FormProblem } from "@/components/FormProblem";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";
import { useMe } from "@/session/session";

import { useDecideReviewMutation } from "../requests";
import type { Decision, OneDocument, Revision } from "../types";
import { isLastMissing } from "./stage";

/** For somebody who is asked and has not decided yet; nothing for everybody else. */
export function DecisionForm({ document, revision }: { document: OneDocument; revision: Revision }) {
  const me = useMe();
  const [decide] = useDecideReviewMutation();
  const [comment, setComment] = useState("");
  const [missing, setMissing] = useState(false);
  const { problem, busy, run } = useAttempt();
  const say = useToast();
  const { review, number } = revision;
  const mine = review?.reviewers.find(({ userId }) => userId === me?.id);
  if (review === null || me === null || mine?.decision !== null) return null;
  const isLast = isLastMissing(review, me.id);
  const send = async (decision: Decision) => {
    const said = comment.trim();
    setMissing(decision === "request_changes" && said === "");
    if (decision === "request_changes" && said === "") return;
    const done = await run(() => decide({ id: document.id, number, decision, comment: said === "" ? null : said }).unwrap());
    if (done) say(decision === "request_changes" ? "The changes you want are on record." : isLast ? `Revision ${number} is in force.` : "Your approval is on record.");
  };
  const approve = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send("approve");
  };
  return (
    <form onSubmit={approve} className="space-y-3 border-t border-line pt-4">
      <FormProblem problem={problem} fields={["comment"]} />
      <TextField
        label="Your comment"
        maxLength={2000}
        value={comment}
        onChange={(event) => {
          setComment(event.target.value);
          setMissing(false);
        }}
        hint="Needed where you want changes."
        error={missing ? "Say which changes are needed." : errorOf(problem, "comment")}
      />
      {isLast && <p className="text-sm text-quiet">Yours is the last decision missing: when you approve, revision {number} is in force{document.approved === null ? "" : ` and revision ${document.approved.number} superseded`}.</p>}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="warning" disabled={busy} onClick={() => void send("request_changes")}>
          Request changes
        </Button>
        <Button look="primary" type="submit" disabled={busy}>
          Approve
        </Button>
      </div>
    </form>
  );
}
