import { useState, type SubmitEvent } from "react";

import type { Problem } from "@/api/problem";
import { Button } from "@/components/Button";
import { CheckField } from "@/components/CheckField";
import { FormProblem } from "@/components/FormProblem";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";
import { useToast } from "@/components/Toasts";
import { useAttempt } from "@/components/useAttempt";

import { useChooseLettersMutation, useReadLettersQuery, type Letters as Stored } from "./requests";

type Chosen = Omit<Stored, "etag">;

const KINDS: readonly (readonly [kind: keyof Chosen, label: string, hint: string])[] = [
  ["reviewRequests", "Reviews asked of you", "When somebody names you as a reviewer"],
  ["reviewReminders", "Reminders of reviews", "The day before your decision is due, and the morning after"],
  ["reviewResults", "Results of reviews", "When a review that you began has ended"],
  ["acknowledgements", "What you have to read", "Once a week, what you have still to acknowledge"],
  ["reports", "Field reports", "When a field report is due soon, missing, or comes back to you"],
  ["exports", "Scheduled exports", "When one that is meant for you is ready"],
];

/** Which letters somebody gets. */
export function Letters() {
  const { data, error, refetch } = useReadLettersQuery(undefined);
  if (data !== undefined) return <Choice key={data.etag} stored={data} />;
  return error === undefined ? <Skeleton label="Loading your choice" /> : <ProblemNote problem={error as Problem} onRetry={() => void refetch()} />;
}

function Choice({ stored }: { stored: Stored }) {
  const { etag, ...before } = stored;
  const [chosen, setChosen] = useState<Chosen>(before);
  const [choose] = useChooseLettersMutation();
  const { problem, busy, run } = useAttempt();
  const say = useToast();
  const isSame = KINDS.every(([kind]) => chosen[kind] === before[kind]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    await run(async () => {
      try {
        await choose({ etag, chosen }).unwrap();
        say("Saved. It holds from the next letter on.");
      } catch (error) {
        if ((error as Problem).code !== "stale_version") throw error;
        say("Your account was changed meanwhile. This is what is stored now: choose again.");
      }
    });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-1">
      <FormProblem problem={problem} fields={[]} />
      {KINDS.map(([kind, label, hint]) => (
        <CheckField key={kind} label={label} hint={hint} checked={chosen[kind]} onChange={(event) => setChosen({ ...chosen, [kind]: event.target.checked })} />
      ))}
      <div className="flex justify-end pt-3">
        <Button look="primary" type="submit" disabled={busy || isSame}>
          {busy ? "Saving…" : "Save"}
        </Button>
      </div>
    </form>
  );
}
