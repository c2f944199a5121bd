"""What happens to an uploaded file: claimed, read, judged, promoted, settled. Every step may be cut off and run again.

A verdict is about bytes fixed by their ETag and facts fixed at the announcement, so two workers at one file (the first was slow, its
lease ran out) come to the same one, and whoever settles first is right. The copy has one name made of ids and must not exist before,
so there is one copy however often this runs. The quarantined bytes go last: until the outcome is written, a rerun can do all again.
"""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.documents.model import Document, DocumentState
from shared.documents.rejections import BYTES_CHANGED, PROCESSING_FAILED
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.verification import Verdict, verify
from shared.documents.work import SYSTEM, UPLOAD_COMPLETED, VERIFY_QUEUE, verification_of
from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity


@dataclass(frozen=True, slots=True)
class DocumentProcessing:
    """`lease` is how long one worker holds a small file; `stuck_after` how long one may stand still."""

    documents: DocumentRepository
    blobs: BlobStore
    queue: JobQueue
    lease: timedelta
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def verify(self, job: Job) -> None:
        """Claim, work, settle. Deliveries within the lease work once; a crash frees the claim after it, a failure at once."""
        if (claimed := await self._claim(job)) is None:
            return
        try:
            await self._settle(claimed, await self._judge(claimed))
        except Exception:
            await self._release(claimed)
            raise

    async def give_up(self, job: Job) -> None:
        """Every delivery failed: say so, unless another one finished, or is at it and will be looked after by the timer."""
        document = await self.documents.get(job.organisation_id, job.subject_id)
        if not document.is_leased(self.now()):
            await self._settle(document, Verdict(None, PROCESSING_FAILED))

    async def follow(self, items: Iterable[dict[str, Any]]) -> None:
        """The outbox: what a request could not send is sent here. The feed shows the newest version of every item of its batch."""
        known = list(items)
        settled = {item["id"] for item in known if item["kind"] == "document" and _is_settled(item)}
        for item in known:
            if item["kind"] == "activity" and item["type"] == UPLOAD_COMPLETED and item["subjectId"] not in settled:
                await self.queue.send(VERIFY_QUEUE, verification_of(item["organisationId"], item["subjectId"]))

    async def _claim(self, job: Job) -> Document | None:
        for _ in range(WRITE_ATTEMPTS):
            document = await self.documents.get(job.organisation_id, job.subject_id)
            if document.state.is_settled:
                await self.blobs.delete(document.quarantined)  # whoever settled it may have died before doing this
                return None
            if (claimed := document.claim(self.now(), self.lease)) is None:
                return None
            with contextlib.suppress(StaleVersion):  # somebody claimed it, or only trashed it: look again
                return await self.documents.replace(claimed)
        raise StaleVersion

    async def _judge(self, document: Document) -> Verdict:
        """Read, and promote what is as it should be."""
        etag = document.revision.blob_etag or ""
        try:
            verdict = await verify(document, self.blobs.read(document.quarantined, etag))
            if verdict.rejection is None:
                await self.blobs.promote(
                    document.quarantined,
                    document.stored,
                    etag=etag,
                    size=document.revision.size_bytes,
                    metadata=dict(document.blob_metadata),
                )
        except (StaleVersion, NotFound):
            return Verdict(None, BYTES_CHANGED)
        except AlreadyExists:
            return Verdict(None, PROCESSING_FAILED)  # other bytes bear this file's own name: nothing may be overwritten
        return verdict

    async def _settle(self, document: Document, verdict: Verdict) -> None:
        """Write the outcome on the newest version, since somebody may have trashed the document meanwhile; then tidy up."""
        for _ in range(WRITE_ATTEMPTS):
            if document.state is not DocumentState.VERIFYING:
                return
            try:
                await self._write_outcome(document, verdict)
            except StaleVersion:
                document = await self.documents.get(document.organisation_id, document.id)
            else:
                await self.blobs.delete(document.quarantined)
                return
        raise StaleVersion

    async def _write_outcome(self, document: Document, verdict: Verdict) -> None:
        now, happened = self.now(), "document.verified"
        data: dict[str, Any] = {}
        if verdict.rejection is None:
            settled = document.verified(verdict.detected_type, now)
        else:
            settled = document.rejected(verdict.rejection, verdict.detected_type, now)
            happened, data = "document.rejected", {"code": verdict.rejection.code}
        await self.documents.replace(settled, Activity.of(happened, document, actor=SYSTEM, at=now, **data))
        telemetry.event(happened, document_id=document.id, **data)

    async def _release(self, claimed: Document) -> None:
        """Let the next delivery have it at once. If even this fails, the lease runs out and the timer comes by."""
        with contextlib.suppress(Exception):
            await self.documents.replace(claimed.released(self.now() + self.stuck_after))


def _is_settled(item: dict[str, Any]) -> bool:
    return DocumentState(item["revision"]["state"]).is_settled
