import { useState } from "react";
import { Link } from "react-router";

import { useDocumentTypeNames } from "@/api/documentTypes";
import type { Problem } from "@/api/problem";
import { useSiteNames } from "@/api/sites";
import type { BulkOperation, BulkResult } from "@/api/types";
import { Badge } from "@/components/Badge";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Skeleton } from "@/components/Skeleton";

import { useListBulkResultsInfiniteQuery } from "./requests";
import { OUTCOMES, outcomeWords, wordsOfValue } from "./words";

/** What became of each document, with what changed and why something was refused. */
export function Results({ operation: { id, dryRun, outcomes } }: { operation: BulkOperation }) {
  const [outcome, setOutcome] = useState<BulkResult["outcome"] | "">((outcomes.refused ?? 0) > 0 ? "refused" : "");
  const list = useListBulkResultsInfiniteQuery({ id, outcome });
  const results = list.currentData?.pages.flatMap((page) => page.items);
  const named = useNamed(results ?? []);
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg font-semibold tracking-tight">Results</h2>
        <select aria-label="Which results" className="h-10 rounded-lg border border-line bg-surface px-3 text-sm text-ink" value={outcome} onChange={(event) => setOutcome(event.target.value as BulkResult["outcome"] | "")}>
          <option value="">All</option>
          {OUTCOMES.map((value) => (
            <option key={value} value={value}>
              {outcomeWords(value, dryRun)[0]}
            </option>
          ))}
        </select>
      </div>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {results === undefined && !list.isError && <Skeleton label="Loading results" />}
      {results?.length === 0 && <p className="text-sm text-quiet">None.</p>}
      {results !== undefined && results.length > 0 && (
        <ul aria-label="Results" className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-sm">
          {results.map((result, index) => (
            <Row key={`${result.line ?? ""}:${result.documentId ?? ""}:${index}`} result={result} dryRun={dryRun} named={named} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </div>
  );
}

const PARTS: Readonly<Record<string, string>> = { siteId: "site", typeId: "type", typeVersion: "version of the type" };

/** Values as people know them: sites and types by their names. */
function useNamed(results: readonly BulkResult[]): (field: string, value: unknown) => string {
  const changes = results.flatMap((result) => result.changes);
  const siteName = useSiteNames(changes.some(({ field }) => field === "siteId"));
  const typeName = useDocumentTypeNames(changes.some(({ field }) => field === "typeId"));
  return (field, value) => {
    if (typeof value !== "string") return wordsOfValue(value);
    return field === "siteId" ? siteName(value) : field === "typeId" ? typeName(value) : wordsOfValue(value);
  };
}

function Row({ result, dryRun, named }: { result: BulkResult; dryRun: boolean; named: ReturnType<typeof useNamed> }) {
  const [word, mood] = outcomeWords(result.outcome, dryRun);
  const title = result.title ?? "A document that you do not see";
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3 text-sm">
      <div className="min-w-48 flex-1">
        {result.line !== null && <p className="text-xs text-quiet">Line {result.line}</p>}
        {result.documentId === null ? (
          <p className="font-medium break-words">{title}</p>
        ) : (
          <Link to={`/documents/${result.documentId}`} className="font-medium break-words hover:text-brand hover:underline">
            {title}
          </Link>
        )}
        {result.changes.map(({ field, before, after }) => (
          <p key={field} className="break-words text-quiet">
            {PARTS[field] ?? field.replace(/^fields\./, "")}: <del className="no-underline opacity-80">{named(field, before)}</del> → <ins className="text-ink no-underline">{named(field, after)}</ins>
          </p>
        ))}
        {result.errors.map(({ column, field, code, message, value }) => (
          <p key={`${column ?? ""}:${field ?? ""}:${code}`} className="break-words text-bad">
            {[column, field].filter(Boolean).join(", ")}
            {(column ?? field) ? ": " : ""}
            {message}
            {value !== null && value !== undefined && ` (${wordsOfValue(value)})`}
          </p>
        ))}
      </div>
      <Badge mood={mood}>{word}</Badge>
    </li>
  );
}
