import { useState, type ReactNode, type SubmitEvent } from "react";

import type { Answer } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { Button } from "@/components/Button";
import { PasswordField, textsOf } from "@/components/Field";

import { factsOf, isEnded, wordsOf } from "./words";

interface Props {
  readonly shared: AnswerOf<"read_shared">;
  /** What the button says, and says while it is being done. */
  readonly label: string;
  readonly busyLabel: string;
  /** Takes the password, if there is one. */
  readonly open: (password: string | undefined) => Promise<Answer>;
  /** The link ended since the page was opened. */
  readonly onEnded: (problem: Problem) => void;
  readonly done?: string;
  /** Said above the button. */
  readonly children?: ReactNode;
}

/** What a link leads to, and the one thing that can be done with it. */
export function OpeningForm({ shared, label, busyLabel, open, onEnded, done, children }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [step, setStep] = useState<"ready" | "asking" | "done">("ready");
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { password } = textsOf(event.currentTarget);
    setStep("asking");
    const answer = await open(password);
    setProblem(answer.ok ? null : answer.problem);
    setStep(answer.ok ? "done" : "ready");
    if (!answer.ok && isEnded(answer.problem)) onEnded(answer.problem);
  };
  const isAboutPassword = problem?.code === "link_password_wrong";
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <dl className="divide-y divide-line rounded-lg border border-line bg-raised px-3 text-sm">
        {factsOf(shared).map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 py-2">
            <dt className="shrink-0 text-quiet">{name}</dt>
            <dd className="text-right wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {!shared.isNewest && (
        <p className="rounded-lg bg-warn-soft p-3 text-sm text-warn">
          There is a newer revision of this document. This link leads to revision {shared.revision}.
        </p>
      )}
      {children}
      {shared.needsPassword && (
        <PasswordField
          label="Password"
          name="password"
          autoComplete="off"
          required
          hint="From the person who sent you the link."
          error={isAboutPassword ? wordsOf(problem) : undefined}
        />
      )}
      {problem !== null && !isAboutPassword && (
        <p role="alert" className="rounded-lg bg-bad-soft p-3 text-sm text-bad">
          {wordsOf(problem)}
        </p>
      )}
      <Button look="primary" type="submit" disabled={step === "asking"} className="h-11 w-full">
        {step === "asking" ? busyLabel : label}
      </Button>
      {done !== undefined && (
        <p role="status" className="text-center text-sm text-quiet">
          {step === "done" && done}
        </p>
      )}
    </form>
  );
}
