"""A run of the policies: claimed, page by page, each document and its row in one batch. Every step may be cut off and run again.

What was trashed is not found again by the policy that trashed it, what is being deleted is no candidate, and a row has one id: a page that
is worked off twice changes nothing twice. A hold that comes in between wins: the document is written only as it was read.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.documents.keeping import is_resting
from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS
from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity
from shared.retention.model import (
    Fate,
    Outcome,
    RetentionAction,
    RetentionPolicies,
    RetentionRun,
    RunState,
    due_fate,
    row_of,
)
from shared.retention.repository import PolicyRepository, RunRepository
from shared.retention.work import PURGE_QUEUE, RUN_QUEUE, SYSTEM, asked_for, id_of_day, purge_of, running_of

PAGE = 50
PAGES_A_TURN = 10  # of one delivery
SIDE_BY_SIDE = 8
LOOKED_AT = 500  # per run of the timer


@dataclass(frozen=True, slots=True)
class RetentionRunning:
    """`lease` is how long one worker may take for a page; `stuck_after` how long something may stand still."""

    policies: PolicyRepository
    runs: RunRepository
    queue: JobQueue
    lease: timedelta
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def begin_day(self) -> None:
        """One run today for every organisation with policies; one that cannot be begun does not keep the others waiting."""
        async for policies in self.policies.stream_all():
            with telemetry.bound(organisation_id=policies.organisation_id):
                try:
                    now = self.now()
                    await self.begin(policies, id_of_day(policies.organisation_id, now), SYSTEM, dry_run=False)
                except AlreadyExists:
                    telemetry.event("retention.begun_already")
                except Exception as error:
                    telemetry.event("retention.not_begun", exc_info=error, error=type(error).__name__)

    async def begin(self, policies: RetentionPolicies, run_id: str, by: str, *, dry_run: bool) -> RetentionRun:
        """Errors: AlreadyExists."""
        now = self.now()
        run = RetentionRun(
            id=run_id,
            organisation_id=policies.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=by,
            dry_run=dry_run,
            as_of=now,
            policies=policies.policies,
            keeping_due_at=now + self.stuck_after,
        )
        stored = await self.runs.create(run, Activity.of("retention.run_begun", run, actor=by, at=now, dryRun=dry_run))
        with contextlib.suppress(Exception):  # the change feed sends it all the same
            await self.queue.send(RUN_QUEUE, running_of(run.organisation_id, run.id))
        return stored

    async def follow(self, items: Iterable[dict[str, Any]]) -> None:
        """The outbox: what a request or a run could not send is sent here."""
        for item in items:
            if (asked := asked_for(item)) is not None and not is_resting(item, self.now()):
                await self.queue.send(*asked)

    async def run(self, job: Job) -> None:
        """Some pages; then the next delivery goes on. Errors: StaleVersion when another worker took it, Unavailable."""
        run = await self.runs.get(job.organisation_id, job.subject_id)
        if (claimed := run.claim(self.now(), self.lease)) is None:
            return
        run = await self.runs.replace(claimed)
        for _ in range(PAGES_A_TURN):
            found = await self.runs.candidates(run, PAGE)
            await self._each(run, found)
            after = found[-1].id if found else run.after
            run = await self.runs.replace(run.advanced(after, len(found), self.now(), self.lease))
            if len(found) < PAGE:
                await self._settle(run, RunState.FINISHED)
                return
        await self.runs.replace(run.released(self.now(), self.now() + self.stuck_after))
        await self.queue.send(RUN_QUEUE, job)

    async def give_up(self, job: Job) -> None:
        """Every delivery failed: said in the report. What it did stays done; tomorrow's run finds the rest."""
        run = await self.runs.get(job.organisation_id, job.subject_id)
        if not run.state.is_settled:
            await self._settle(run, RunState.FAILED)

    async def reconcile(self) -> None:
        """Runs and deletions that got stuck are sent again; one that cannot be helped does not keep the others waiting."""
        now = self.now()
        async for item in self.runs.stream_overdue(now, LOOKED_AT):
            try:
                if item["kind"] == "retentionRun":
                    run = RetentionRun.from_item(item)
                    await self.queue.send(RUN_QUEUE, running_of(run.organisation_id, run.id))
                    await self.runs.replace(run.model_copy(update={"keeping_due_at": now + self.stuck_after}))
                elif (asked := asked_for(item)) is not None:
                    await self.queue.send(*asked)
                    later = Document.from_item(item).looked_after(now + self.stuck_after)
                    await self.runs.documents.replace(later)
            except (StaleVersion, NotFound):
                telemetry.event("retention.moved_on")  # somebody is at it: not stuck
            except Exception as error:
                telemetry.event("retention.not_reconciled", exc_info=error, error=type(error).__name__)

    async def _each(self, run: RetentionRun, found: list[Document]) -> None:
        gate = asyncio.Semaphore(SIDE_BY_SIDE)

        async def one(document: Document) -> None:
            async with gate:
                await self._treat(run, document)

        await asyncio.gather(*(one(document) for document in found))

    async def _treat(self, run: RetentionRun, document: Document) -> None:
        """Errors: StaleVersion when it changes all the time."""
        for _ in range(WRITE_ATTEMPTS):
            if (fate := due_fate(run.policies, document, run.as_of)) is None or document.purging_since is not None:
                return
            try:
                await self._carry_out(run, document, fate)
                return
            except StaleVersion:  # somebody changed it: perhaps it is held by now
                again = await self.runs.documents.find(document.organisation_id, document.id)
                if again is None:
                    return
                document = again
        raise StaleVersion

    async def _carry_out(self, run: RetentionRun, document: Document, fate: Fate) -> None:
        now, outcome = self.now(), _outcome(run, document, fate)
        row = row_of(run, document, fate, outcome, now)
        if outcome is Outcome.DELETING:
            happened = Activity.of("document.purging", document, actor=SYSTEM, at=now, runId=run.id)
            await self.runs.treat(document.purging(now, run.id), row, happened)
            with contextlib.suppress(Exception):  # the change feed sends it all the same
                await self.queue.send(PURGE_QUEUE, purge_of(document.organisation_id, document.id))
        elif outcome is Outcome.TRASHED:
            happened = Activity.of("document.trashed", document, actor=SYSTEM, at=now, runId=run.id)
            await self.runs.treat(document.changed(now, trashed_at=now), row, happened)
        else:
            await self.runs.say(row)

    async def _settle(self, run: RetentionRun, state: RunState) -> None:
        now = self.now()
        happened = Activity.of(f"retention.run_{state.value}", run, actor=SYSTEM, at=now, lookedAt=run.looked_at)
        await self.runs.replace(run.settled(state, now), happened)


def _outcome(run: RetentionRun, document: Document, fate: Fate) -> Outcome:
    deletes = fate.action is RetentionAction.DELETE
    if document.is_held:
        return Outcome.KEPT_BY_HOLD
    if deletes and not document.newest.state.is_settled:
        return Outcome.KEPT_BUSY
    if run.dry_run:
        return Outcome.WOULD_DELETE if deletes else Outcome.WOULD_TRASH
    return Outcome.DELETING if deletes else Outcome.TRASHED
