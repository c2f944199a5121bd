import { isMissing, type Problem } from "@/api/problem";

import { Empty } from "./Empty";
import { ProblemNote } from "./ProblemNote";
import { Skeleton } from "./Skeleton";

interface Query {
  readonly currentData?: unknown;
  readonly isError: boolean;
  readonly error?: unknown;
  readonly refetch: () => unknown;
}

interface Props {
  readonly query: Query;
  /** As people call it, in the singular. */
  readonly what: string;
  /** Why it may not be there. */
  readonly gone: string;
}

/** In the place of one thing that is read by its address: it is on its way, is not there, or could not be read. */
export function Awaited({ query, what, gone }: Props) {
  if (query.currentData !== undefined) return null;
  if (!query.isError) {
    return (
      <div className="rounded-2xl border border-line bg-surface p-6">
        <Skeleton label={`Loading the ${what}`} />
      </div>
    );
  }
  const problem = query.error as Problem;
  if (isMissing(problem)) return <Empty title={`This ${what} is not here`}>{gone}</Empty>;
  return <ProblemNote problem={problem} onRetry={() => void query.refetch()} />;
}
