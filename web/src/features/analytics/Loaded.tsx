import type { ReactNode } from "react";

import type { Problem } from "@/api/problem";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";

interface Query {
  readonly currentData?: unknown;
  readonly isError: boolean;
  readonly error?: unknown;
  readonly refetch: () => unknown;
}

interface Props<Q extends Query> {
  readonly query: Q;
  readonly label: string;
  readonly children: (data: NonNullable<Q["currentData"]>) => ReactNode;
}

/** What one request answers, or why it does not. */
export function Loaded<Q extends Query>({ query, label, children }: Props<Q>) {
  if (query.isError) return <ProblemNote problem={query.error as Problem} onRetry={() => void query.refetch()} />;
  const { currentData } = query;
  return currentData === undefined || currentData === null ? <Skeleton label={label} /> : <>{children(currentData)}</>;
}
