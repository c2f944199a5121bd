import { useState, type SubmitEvent } from "react";

import { call } from "@/api/call";
import type { Send } from "@/api/http";
import type { Problem } from "@/api/problem";
import type { AnswerOf } from "@/api/types";
import { Button } from "@/components/Button";
import { PasswordField, textsOf } from "@/components/Field";

interface Props {
  readonly token: string;
  readonly send: Send;
  readonly onPassed: (passed: string) => void;
  /** The link ended since the page was opened. */
  readonly onEnded: (problem: Problem) => void;
}

function wordsOf(problem: Problem): string {
  if (problem.code === "link_password_wrong") return "This is not the password. Ask the person who sent you the link.";
  if (problem.code !== "too_many_attempts") return problem.detail ?? problem.title;
  const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60));
  return `Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
}

export function PasswordStep({ token, send, onPassed, onEnded }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { password } = textsOf(event.currentTarget);
    setAsking(true);
    const answer = await send(call("enter_guest_link", { body: { token, password: password ?? "" } }), null);
    setAsking(false);
    if (answer.ok) onPassed((answer.body as AnswerOf<"enter_guest_link">).passed);
    else if (answer.problem.code === "link_invalid") onEnded(answer.problem);
    else setProblem(answer.problem);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4">
      <PasswordField label="Password" name="password" autoComplete="off" required hint="From the person who sent you the link." error={problem === null ? undefined : wordsOf(problem)} />
      <Button look="primary" type="submit" disabled={asking} className="h-11 w-full">
        {asking ? "One moment…" : "Continue"}
      </Button>
    </form>
  );
}
