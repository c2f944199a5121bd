"""A run of the policies: page by page, each document and its row in one batch. Every step may be cut off and run again.

What was trashed is not found again by the policy that trashed it, what is being deleted is no candidate, and a row has one id: a page that
is worked off twice changes nothing twice. A hold that comes in between wins: the document is written only as it was read.
"""

import contextlib
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS
from shared.errors import AlreadyExists, StaleVersion
from shared.kit import telemetry
from shared.kit.jobs.running import Going, Running
from shared.kit.repository import Activity
from shared.retention.model import (
    Fate,
    Outcome,
    RetentionAction,
    RetentionPolicies,
    RetentionRun,
    due_fate,
    row_of,
)
from shared.retention.repository import PolicyRepository, RunRepository
from shared.retention.work import PURGE_QUEUE, RUN, RUN_QUEUE, SYSTEM, id_of_day, purge_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class RetentionRunning(Running[RetentionRun]):
    queue_name: ClassVar[str] = RUN_QUEUE
    called: ClassVar[str] = RUN

    runs: RunRepository
    policies: PolicyRepository

    async def begin_day(self) -> None:
        """One run today for every organisation with policies; one that cannot be begun does not keep the others waiting."""
        async for policies in self.policies.stream_all():
            with telemetry.bound(organisation_id=policies.organisation_id):
                try:
                    run_id = id_of_day(policies.organisation_id, self.now())
                    await self.start(policies, run_id, SYSTEM, dry_run=False)
                except AlreadyExists:
                    telemetry.event("retention.begun_already")
                except Exception as error:
                    telemetry.event("retention.not_begun", exc_info=error, error=type(error).__name__)

    async def start(self, policies: RetentionPolicies, run_id: str, by: str, *, dry_run: bool) -> RetentionRun:
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
        )
        return await self.begin(run, dryRun=dry_run)

    async def page(self, going: Going[RetentionRun]) -> bool:
        found = await self.runs.candidates(going.run, PAGE)
        await going.each(found, partial(self._treat, going.run), lambda document: document.id)
        return len(found) == PAGE

    def facts(self, run: RetentionRun) -> dict[str, Any]:
        return {"lookedAt": run.done}

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


def _outcome(run: RetentionRun, document: Document, fate: Fate) -> Outcome:
    deletes = fate.action is RetentionAction.DELETE
    if document.is_held:
        return Outcome.KEPT_BY_HOLD
    if deletes and not document.newest.state.is_settled:
        return Outcome.KEPT_BUSY
    if run.dry_run:
        return Outcome.WOULD_DELETE if deletes else Outcome.WOULD_TRASH
    return Outcome.DELETING if deletes else Outcome.TRASHED
