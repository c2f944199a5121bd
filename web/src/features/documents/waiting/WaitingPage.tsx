import type { ReactNode } from "react";
import { Link } from "react-router";

import type { Problem } from "@/api/problem";
import { MoreButton } from "@/components/MoreButton";
import { ProblemNote } from "@/components/ProblemNote";
import { Section } from "@/components/Section";
import { Skeleton } from "@/components/Skeleton";
import { formatFully, formatMoment } from "@/format/format";
import { useMay } from "@/session/session";

import { useListReadingTasksInfiniteQuery, useListReviewTasksInfiniteQuery, type ReadingTasks, type ReviewTasks } from "./requests";

/** What other people wait for from the reader: decisions, and documents to be read. */
export function WaitingPage() {
  const mayReview = useMay("documents:review");
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-3xl space-y-5">
      <h1 id="page-title" className="text-2xl font-semibold tracking-tight">
        Waiting for you
      </h1>
      {mayReview && <Reviews />}
      <Reading />
    </section>
  );
}

function Reviews() {
  const list = useListReviewTasksInfiniteQuery(undefined);
  const tasks = list.data?.pages.flatMap((page) => page.items);
  return (
    <Section title="To decide" lead="Revisions that you are asked to review.">
      <Tasks list={list} count={tasks?.length} name="Revisions to decide about" none="No decision waits for you.">
        {tasks?.map((task) => (
          <ReviewTask key={`${task.documentId} ${task.revision}`} task={task} />
        ))}
      </Tasks>
    </Section>
  );
}

function ReviewTask({ task }: { task: ReviewTasks["items"][number] }) {
  const { dueAt } = task;
  const now = new Date();
  const late = dueAt !== null && Date.parse(dueAt) < now.getTime();
  return (
    <Row task={task} to={`/documents/${task.documentId}/review?revision=${task.revision}`}>
      {dueAt === null ? (
        <span>no due date</span>
      ) : (
        <time dateTime={dueAt} title={formatFully(dueAt)} className={late ? "font-medium text-bad" : ""}>
          {late ? "was due " : "due "}
          {formatMoment(dueAt, now)}
        </time>
      )}
    </Row>
  );
}

function Reading() {
  const list = useListReadingTasksInfiniteQuery(undefined);
  const tasks = list.data?.pages.flatMap((page) => page.items);
  return (
    <Section title="To read" lead="Documents that you are asked to read, and to say that you have.">
      <Tasks list={list} count={tasks?.length} name="Documents to read" none="There is nothing left to read.">
        {tasks?.map((task) => (
          <ReadingTask key={task.documentId} task={task} />
        ))}
      </Tasks>
    </Section>
  );
}

function ReadingTask({ task }: { task: ReadingTasks["items"][number] }) {
  const { inForceSince } = task;
  return (
    <Row task={task} to={`/documents/${task.documentId}?revision=${task.revision}`}>
      {inForceSince !== null && (
        <time dateTime={inForceSince} title={formatFully(inForceSince)}>
          in force since {formatMoment(inForceSince, new Date())}
        </time>
      )}
    </Row>
  );
}

interface TasksProps {
  readonly list: {
    readonly error?: unknown;
    readonly isError: boolean;
    readonly refetch: () => unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly count: number | undefined;
  readonly name: string;
  readonly none: string;
  readonly children: ReactNode;
}

function Tasks({ list, count, name, none, children }: TasksProps) {
  return (
    <>
      {list.isError && <ProblemNote problem={list.error as Problem} onRetry={() => void list.refetch()} />}
      {count === undefined && !list.isError && <Skeleton label={`Loading: ${name}`} />}
      {count === 0 && !list.hasNextPage && <p className="text-sm text-quiet">{none}</p>}
      {count !== undefined && count > 0 && (
        <ul aria-label={name} className="divide-y divide-line rounded-xl border border-line">
          {children}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
}

function Row({ task, to, children }: { task: { readonly title: string; readonly number: string | null; readonly revision: number }; to: string; children: ReactNode }) {
  return (
    <li className="px-3 py-2.5">
      {task.number !== null && <p className="font-mono text-xs text-quiet wrap-anywhere">{task.number}</p>}
      <Link to={to} className="font-medium wrap-anywhere hover:text-brand hover:underline">
        {task.title}
      </Link>
      <p className="flex flex-wrap gap-x-3 text-xs text-quiet">
        <span>Revision {task.revision}</span>
        {children}
      </p>
    </li>
  );
}
