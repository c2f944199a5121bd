"""The storage follows what was decided about documents, and closed cases let go. Every step may be cut off and run again.

Nothing is claimed: leases are named after blob and epoch, so two workers at one document put the same lease on, and one that is late
with lifting an earlier epoch's finds it is not there. What was written last, by compare-and-swap, is what the next delivery brings about.
"""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.documents.keeping import StorageHold
from shared.documents.model import Document
from shared.errors import NotFound, StaleVersion
from shared.holds.model import (
    HoldState,
    LegalHold,
    files_of,
    lease_ids_until,
    newest_ready,
    newest_stored,
    storage_hold_of,
)
from shared.holds.repository import HoldRepository
from shared.holds.work import CLOSE_QUEUE, SYSTEM, asked_for, closing_of
from shared.kit import telemetry
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import BlobStore
from shared.kit.jobs import Job
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity
from shared.kit.side_by_side import side_by_side

LET_GO_AT_ONCE = 100  # documents of a case, per delivery


@dataclass(frozen=True, slots=True)
class HoldEnforcement:
    """`stuck_after` is how long something may stand still before the timer sends it again."""

    holds: HoldRepository
    blobs: BlobStore
    queue: JobQueue
    stuck_after: timedelta
    now: Callable[[], datetime]

    @property
    def outbox(self) -> Outbox:
        """Documents and cases that ask for this work; so do revisions that became ready under hold."""
        return Outbox(
            container=self.holds.container,
            queue=self.queue,
            kinds=("document", self.holds.kind),
            called="keeping",
            asked_for=asked_for,
            stuck_for=asked_for,
            stuck_after=self.stuck_after,
            now=self.now,
        )

    async def protect(self, job: Job) -> None:
        """Leases on every file of what is held, none of ours on what is not. Errors: StaleVersion, Protected, Unavailable."""
        document = await self.holds.documents.get(job.organisation_id, job.subject_id)
        state, ready = storage_hold_of(document), newest_ready(document)
        if state is StorageHold.PENDING:
            await self._each(document, self._lease)
            await self.holds.documents.replace(document.protected(ready))
        elif state is StorageHold.LIFTING:
            await self.lift(document)
            await self.holds.documents.replace(document.lifted())

    async def lift(self, document: Document) -> None:
        """Takes our leases off, of whatever epoch. The caller knows that nothing holds it. Errors: Unavailable."""
        await self._each(document, self._release)

    async def let_go(self, job: Job) -> None:
        """The documents of a case that is closing, some at each delivery; then it is closed. Errors: StaleVersion, Unavailable."""
        hold = await self.holds.get(job.organisation_id, job.subject_id)
        if hold.state is not HoldState.CLOSING:
            return
        if held := await self.holds.some_held(hold, LET_GO_AT_ONCE):
            for document in held:
                with contextlib.suppress(StaleVersion):  # somebody changes it: it is found again
                    await self._let_go(hold, document)
            await self.queue.send(CLOSE_QUEUE, closing_of(hold))
            return
        happened = Activity.of("hold.closed", hold, actor=SYSTEM, at=self.now())
        await self.holds.replace(hold.closed(self.now()), happened)

    async def _let_go(self, hold: LegalHold, document: Document) -> None:
        now = self.now()
        if (released := document.released_from(hold.id, now)) is not None:
            activity = Activity.of("document.released", released, actor=SYSTEM, at=now, holdId=hold.id)
            await self.holds.documents.replace(released, activity)

    async def _each(self, document: Document, act: Callable[[BlobPath, int], Awaitable[None]]) -> None:
        files = files_of(document, newest_stored(document))
        await side_by_side(files, lambda path: act(path, document.hold_epoch))

    async def _lease(self, path: BlobPath, epoch: int) -> None:
        current, *earlier = lease_ids_until(path, epoch)
        try:
            await self.blobs.acquire_lease(path, current, instead_of=earlier)
        except NotFound:
            telemetry.event("document.nothing_to_protect")  # a revision that was refused has no file

    async def _release(self, path: BlobPath, epoch: int) -> None:
        for known in lease_ids_until(path, epoch):
            if await self.blobs.release_lease(path, known):
                return
