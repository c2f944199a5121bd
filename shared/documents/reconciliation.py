"""What got stuck all the same: uploads that nobody completed, verifications whose worker or message is gone.

Every revision on its way carries `overdueAt`, moved by each step and by each look, gone once it is settled. So one plain filter over all
partitions finds what is stuck, of all organisations: a range index answers it, nothing is sorted or counted across partitions, and what
was looked at without a result does not stand in the way of the others the next minute.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.documents.model import Document
from shared.documents.rejections import NEVER_UPLOADED, PROCESSING_FAILED
from shared.documents.repository import DocumentRepository
from shared.documents.revision import Revision, RevisionState
from shared.documents.work import SYSTEM, UPLOAD_COMPLETED, VERIFY_QUEUE, facts_of, verification_of
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.jobs.outbox import look_after
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity

AT_ONCE = 500  # per run; a run a minute works off 30,000 an hour


@dataclass(frozen=True, slots=True)
class DocumentReconciliation:
    """`stuck_after` is how long something may stand still before it is looked at again."""

    documents: DocumentRepository
    blobs: BlobStore
    queue: JobQueue
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def run(self) -> None:
        """May run twice; one revision that cannot be helped does not keep the others waiting."""
        overdue = self.documents.stream_overdue(self.now(), AT_ONCE)
        await look_after(overdue, self._look_after, "document", _which)

    async def _look_after(self, overdue: Revision) -> None:
        document, revision = await self.documents.get_with_revision(
            overdue.organisation_id, overdue.document_id, overdue.id
        )
        if revision.state is RevisionState.VERIFYING:
            await self._verify_again(document, revision)
        elif revision.state is RevisionState.AWAITING_UPLOAD:
            await self._complete_or_wait(document, revision)

    async def _verify_again(self, document: Document, revision: Revision) -> None:
        now = self.now()
        if revision.is_leased(now):
            return  # claimed since it was found overdue
        if revision.is_worn_out:
            rejected = revision.rejected(PROCESSING_FAILED, None, now)
            await self._write(document, rejected, "document.rejected", code=PROCESSING_FAILED.code)
            await self.blobs.delete(revision.quarantined)
            return
        telemetry.event("document.stuck", state=revision.state.value, attempts=revision.attempts)
        await self.queue.send(VERIFY_QUEUE, verification_of(revision))
        # one message a while, not one a minute
        await self.documents.hold(document, revision.postponed(now + self.stuck_after))

    async def _complete_or_wait(self, document: Document, revision: Revision) -> None:
        """The bytes came, but the browser that brought them went away: complete in its place. Else look less and less often."""
        now = self.now()
        found = await self.blobs.properties(revision.quarantined)
        if found is not None and found.size == revision.size_bytes:
            uploaded = revision.uploaded(found.etag, now, now + self.stuck_after)
            await self._write(document, uploaded, UPLOAD_COMPLETED)
            await self.queue.send(VERIFY_QUEUE, verification_of(revision))
        elif revision.is_abandoned(now):
            if found is not None:
                await self.blobs.delete(revision.quarantined, etag=found.etag)
            rejected = revision.rejected(NEVER_UPLOADED, None, now)
            await self._write(document, rejected, "document.rejected", code=NEVER_UPLOADED.code)
        else:
            later = min(now + (now - revision.created_at), revision.awaited_until)
            await self.documents.hold(document, revision.postponed(later))

    async def _write(self, document: Document, revision: Revision, happened: str, **data: Any) -> None:
        now, facts = self.now(), {**facts_of(revision), **data}
        activity = Activity.of(happened, document, actor=SYSTEM, at=now, **facts)
        await self.documents.move(document.with_revision(revision, now), revision, activity)
        telemetry.event(happened, **data)


def _which(revision: Revision) -> dict[str, str]:
    return {"document_id": revision.document_id, "revision": str(revision.number)}
