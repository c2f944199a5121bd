"""What got stuck all the same: uploads that nobody completed, verifications whose worker or message is gone.

Every document on its way carries `overdueAt`, moved by each step and by each look, gone once it is settled. So one plain filter over all
partitions finds what is stuck, of all organisations: a range index answers it, nothing is sorted or counted across partitions, and what
was looked at without a result does not stand in the way of the others the next minute.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.documents.model import Document, DocumentState
from shared.documents.rejections import NEVER_UPLOADED, PROCESSING_FAILED
from shared.documents.repository import DocumentRepository
from shared.documents.work import SYSTEM, UPLOAD_COMPLETED, VERIFY_QUEUE, verification_of
from shared.errors import NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
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
        """May run twice; one document that cannot be helped does not keep the others waiting."""
        async for document in self.documents.stream_overdue(self.now(), AT_ONCE):
            with telemetry.bound(document_id=document.id):
                try:
                    await self._look_after(document)
                except (StaleVersion, NotFound):
                    telemetry.event("document.moved_on")  # somebody is at it: not stuck
                except Exception as error:
                    telemetry.event("document.not_reconciled", exc_info=error, error=type(error).__name__)

    async def _look_after(self, document: Document) -> None:
        if document.state is DocumentState.VERIFYING:
            await self._verify_again(document)
        elif document.state is DocumentState.AWAITING_UPLOAD:
            await self._complete_or_wait(document)

    async def _verify_again(self, document: Document) -> None:
        now = self.now()  # past the lease of whoever held it: `overdue_at` is never earlier than that
        if document.is_worn_out:
            await self._write(
                document.rejected(PROCESSING_FAILED, None, now), "document.rejected", PROCESSING_FAILED.code
            )
            await self.blobs.delete(document.quarantined)
            return
        telemetry.event("document.stuck", state=document.state.value, attempts=document.revision.attempts)
        await self.queue.send(VERIFY_QUEUE, verification_of(document.organisation_id, document.id))
        await self.documents.replace(
            document.postponed(now + self.stuck_after)
        )  # one message a while, not one a minute

    async def _complete_or_wait(self, document: Document) -> None:
        """The bytes came, but the browser that brought them went away: complete in its place. Else look less and less often."""
        now, revision = self.now(), document.revision
        found = await self.blobs.properties(document.quarantined)
        if found is not None and found.size == revision.size_bytes:
            await self._write(document.uploaded(found.etag, now, now + self.stuck_after), UPLOAD_COMPLETED)
            await self.queue.send(VERIFY_QUEUE, verification_of(document.organisation_id, document.id))
        elif document.is_abandoned(now):
            if found is not None:
                await self.blobs.delete(document.quarantined, etag=found.etag)
            await self._write(document.rejected(NEVER_UPLOADED, None, now), "document.rejected", NEVER_UPLOADED.code)
        else:
            await self.documents.replace(
                document.postponed(min(now + (now - document.created_at), revision.awaited_until))
            )

    async def _write(self, document: Document, happened: str, code: str = "") -> None:
        data: dict[str, Any] = {"code": code} if code else {}
        await self.documents.replace(document, Activity.of(happened, document, actor=SYSTEM, at=self.now(), **data))
        telemetry.event(happened, **data)
