import { useEffect } from "react";
import { useDispatch } from "react-redux";
import { Link, useNavigate, useParams } from "react-router";

import { api } from "@/api/api";
import { asProblem, sentenceOf } from "@/api/problem";
import type { BulkOperation } from "@/api/types";
import { Awaited } from "@/components/Awaited";
import { BackLink } from "@/components/BackLink";
import { Badge } from "@/components/Badge";
import { Button } from "@/components/Button";
import { ProgressBar } from "@/components/ProgressBar";
import { useToast } from "@/components/Toasts";

import { useCancelBulkOperationMutation, useCarryOutMutation, useReadBulkOperationQuery } from "./requests";
import { Results } from "./Results";
import { countOf, isOver, OUTCOMES, outcomeWords, STATES, TITLES } from "./words";

const LIVE_MS = 1_000;

/** One operation over many documents: how far it is, what became of them, and the step from trial to work. */
export function OperationPage() {
  const { operationId = "" } = useParams();
  const first = useReadBulkOperationQuery(operationId);
  const operation = first.currentData;
  const over = operation !== undefined && isOver(operation);
  useReadBulkOperationQuery(operationId, { pollingInterval: over ? 0 : LIVE_MS, skipPollingIfUnfocused: true });
  const changed = over && !operation.dryRun;
  const dispatch = useDispatch();
  useEffect(() => {
    if (changed) dispatch(api.util.invalidateTags(["Documents", "Holds"]));
  }, [changed, dispatch]);
  return (
    <section aria-labelledby="page-title" className="mx-auto max-w-4xl">
      <BackLink to="/bulk">Bulk operations</BackLink>
      <Awaited query={first} what="operation" gone="It was long ago, is somebody else's, or the address is not whole." />
      {operation !== undefined && <Loaded key={operation.id} operation={operation} />}
    </section>
  );
}

function Loaded({ operation }: { operation: BulkOperation }) {
  const { dryRun, state, failure, outcomes } = operation;
  const [word, mood] = STATES[state];
  const over = isOver(operation);
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center gap-3">
        <h1 id="page-title" className="min-w-0 text-2xl font-semibold tracking-tight">
          {TITLES[operation.action.type]}
        </h1>
        {dryRun && <Badge mood="warn">Trial: nothing changes</Badge>}
        <span role="status">
          <Badge mood={mood}>{word}</Badge>
        </span>
      </div>
      {failure && (
        <p role="alert" className="rounded-xl bg-bad-soft p-4 text-sm break-words text-bad">
          {failure.message}
        </p>
      )}
      <Progress operation={operation} />
      <Steps operation={operation} />
      <dl className="grid grid-cols-3 gap-3">
        {OUTCOMES.map((outcome) => (
          <div key={outcome} className="rounded-xl border border-line bg-surface p-3">
            <dt className="text-xs text-quiet">{outcomeWords(outcome, dryRun)[0]}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{(outcomes[outcome] ?? 0).toLocaleString()}</dd>
          </div>
        ))}
      </dl>
      {over ? <Results operation={operation} /> : <p className="text-sm text-quiet">What became of each document is listed here when it is over.</p>}
    </div>
  );
}

function Progress({ operation: { percent, done, total, state } }: { operation: BulkOperation }) {
  const text = total === null ? (state === "queued" ? "It begins in a moment" : "Choosing the documents") : `${done.toLocaleString()} of ${countOf(total)}`;
  return (
    <div>
      <ProgressBar label="Progress" percent={percent ?? 0} look={state === "failed" ? "bg-bad" : state === "finished" ? "bg-good" : "bg-brand"} />
      <p className="mt-1 text-xs text-quiet tabular-nums">{text}</p>
    </div>
  );
}

function Steps({ operation }: { operation: BulkOperation }) {
  const { id, dryRun, state, outcomes, carriedOutBy, carriesOut } = operation;
  const [carryOut, carrying] = useCarryOutMutation();
  const [cancel, cancelling] = useCancelBulkOperationMutation();
  const navigate = useNavigate();
  const say = useToast();
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      say(sentenceOf(asProblem(error)));
    }
  };
  const count = outcomes.done ?? 0;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {dryRun && state === "finished" && carriedOutBy === null && count > 0 && (
        <Button look="primary" disabled={carrying.isLoading} onClick={() => void attempt(async () => navigate(`/bulk/${(await carryOut(id).unwrap()).id}`))}>
          Carry it out for {countOf(count)}
        </Button>
      )}
      {!isOver(operation) && (
        <Button disabled={cancelling.isLoading} onClick={() => void attempt(() => cancel(id).unwrap())}>
          Stop
        </Button>
      )}
      {carriedOutBy !== null && (
        <Link to={`/bulk/${carriedOutBy}`} className="text-sm font-medium text-brand hover:underline">
          It was carried out
        </Link>
      )}
      {carriesOut !== null && (
        <Link to={`/bulk/${carriesOut}`} className="text-sm font-medium text-brand hover:underline">
          The trial before
        </Link>
      )}
      {isOver(operation) && (
        <Link to="/documents" className="text-sm font-medium text-brand hover:underline">
          Back to the documents
        </Link>
      )}
    </div>
  );
}
