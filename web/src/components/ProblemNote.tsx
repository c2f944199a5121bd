import type { Problem } from "@/api/problem";

import { Button } from "./Button";
import { WarningIcon } from "./icons";

/** What went wrong, what to tell support, and a way on. */
export function ProblemNote({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-start gap-3 rounded-xl border border-bad/30 bg-bad-soft p-4 text-bad">
      <WarningIcon className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-semibold">{problem.title}</p>
        {problem.detail !== null && problem.detail !== problem.title && <p className="mt-0.5">{problem.detail}</p>}
        <p className="mt-1 font-mono text-xs break-all opacity-80">
          {problem.code}
          {problem.requestId !== null && problem.requestId !== "" && ` · request ${problem.requestId}`}
        </p>
      </div>
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
