"""What happens to an uploaded file: claimed, read, judged, promoted, settled. Every step may be cut off and run again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.documents.model import Document, DocumentState, Rejection
from shared.documents.repository import DocumentRepository
from shared.documents.service import QUEUE, UPLOAD_COMPLETED, verification_of
from shared.documents.verification import BYTES_CHANGED, NEVER_UPLOADED, PROCESSING_FAILED, Verdict, verify
from shared.errors import NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.jobs import Job, JobQueue
from shared.kit.repository import Activity

SYSTEM = "system"
SETTLE_ATTEMPTS = 5
RECONCILED_AT_ONCE = 500

Change = Callable[[Document, datetime], Document]


@dataclass(frozen=True, slots=True)
class DocumentProcessing:
    """`lease` is how long one worker holds a file; `stuck_after` how long an upload may stand still."""

    documents: DocumentRepository
    blobs: BlobStore
    queue: JobQueue
    lease: timedelta
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def verify(self, job: Job) -> None:
        """Claim, read, judge, promote, settle. Deliveries within the lease work once; a crash frees the claim after it."""
        document = await self.documents.get(job.organisation_id, job.subject_id)
        if (claimed := document.claim(self.now(), self.lease)) is None:
            return
        running = await self.documents.replace(claimed)  # StaleVersion: another worker won, the next delivery sees it
        verdict = await self._judge(running)
        if verdict.rejection is not None:
            await self._reject(running, verdict.rejection)
            return
        await self.blobs.promote(
            running.quarantined,
            running.stored,
            etag=running.revision.blob_etag or "",
            size=running.revision.size_bytes,
            metadata=dict(running.blob_metadata),
        )
        await self._settle(running, "document.verified", lambda fresh, now: fresh.verified(verdict.detected_type, now))
        await self.blobs.delete(running.quarantined)

    async def give_up(self, job: Job) -> None:
        """Every delivery failed: say so, unless one of them finished after all."""
        document = await self.documents.get(job.organisation_id, job.subject_id)
        await self._settle(document, "document.rejected", lambda fresh, now: fresh.rejected(PROCESSING_FAILED, now))

    async def follow(self, items: Iterable[dict[str, Any]]) -> None:
        """The outbox: whatever a request could not send is sent here."""
        for item in items:
            if item.get("kind") == "activity" and item.get("type") == UPLOAD_COMPLETED:
                await self.queue.send(QUEUE, Job.of("document.verify", item["organisationId"], item["subjectId"]))

    async def reconcile(self) -> None:
        """Look after uploads that stand still: verify again, complete what arrived, give up what never came."""
        async for document in self.documents.stream_pending(self.now() - self.stuck_after, RECONCILED_AT_ONCE):
            try:
                await self._reconcile(document)
            except (StaleVersion, NotFound):
                telemetry.event("document.moved_on", document_id=document.id)  # somebody is at it: not stuck

    async def _reconcile(self, document: Document) -> None:
        now = self.now()
        if document.claim(now, self.lease) is not None:
            telemetry.event("document.stuck", document_id=document.id)
            await self.queue.send(QUEUE, verification_of(document))
        elif document.state is DocumentState.AWAITING_UPLOAD:
            found = await self.blobs.properties(document.quarantined)
            if found is not None and found.size == document.revision.size_bytes:
                await self._replace(
                    UPLOAD_COMPLETED, document, document.uploaded(found.etag, now)
                )  # the feed sends it on
            elif document.is_abandoned(now):
                await self._replace("document.rejected", document, document.rejected(NEVER_UPLOADED, now))

    async def _judge(self, document: Document) -> Verdict:
        try:
            return await verify(document, self.blobs.read(document.quarantined, document.revision.blob_etag or ""))
        except (StaleVersion, NotFound):
            return Verdict(None, BYTES_CHANGED)

    async def _reject(self, document: Document, rejection: Rejection) -> None:
        await self._settle(
            document, "document.rejected", lambda fresh, now: fresh.rejected(rejection, now), code=rejection.code
        )
        await self.blobs.delete(document.quarantined)

    async def _settle(self, document: Document, happened: str, change: Change, **data: Any) -> None:
        """Write the outcome on the newest version: somebody may have trashed the document meanwhile."""
        for _ in range(SETTLE_ATTEMPTS):
            if document.state is not DocumentState.VERIFYING:
                return
            try:
                await self._replace(happened, document, change(document, self.now()), **data)
                return
            except StaleVersion:
                document = await self.documents.get(document.organisation_id, document.id)
        raise StaleVersion

    async def _replace(self, happened: str, before: Document, after: Document, **data: Any) -> None:
        telemetry.event(happened, document_id=before.id)
        await self.documents.replace(after, Activity.of(happened, before, actor=SYSTEM, at=self.now(), **data))
