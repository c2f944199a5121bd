import { sentenceOf, type Problem } from "@/api/problem";

import { Button } from "./Button";
import { otherErrorsOf } from "./Field";
import { ProblemNote } from "./ProblemNote";

interface Props {
  readonly problem: Problem | null;
  /** The fields that show what is wrong with them by themselves. */
  readonly fields: readonly string[];
  /** Reads what somebody else changed in the meantime. */
  readonly onReload?: (() => void) | undefined;
  /** Saves over what somebody else changed, for forms with too much in them to type again. */
  readonly onKeep?: (() => void) | undefined;
}

/** Why a form was refused, as far as its fields do not say it. */
export function FormProblem({ problem, fields, onReload, onKeep }: Props) {
  if (problem === null) return null;
  if (problem.code === "stale_version" && onReload) {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 rounded-xl bg-warn-soft p-4 text-sm text-warn">
        <p className="min-w-48 flex-1">Somebody changed this while it was open here. Nothing of yours was saved.</p>
        <Button onClick={onReload}>Show the current version</Button>
        {onKeep && <Button onClick={onKeep}>Save mine all the same</Button>}
      </div>
    );
  }
  const others = otherErrorsOf(problem, fields);
  if (problem.errors.length > 0 && others.length === 0) return null;
  const detail = others.length > 0 ? others.map(({ field, message }) => `${field}: ${message}`).join("; ") : sentenceOf(problem);
  return <ProblemNote problem={{ ...problem, detail }} />;
}
