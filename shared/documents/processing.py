"""What happens to an uploaded file: claimed, read, judged, promoted, settled. Every step may be cut off and run again.

A verdict is about bytes fixed by their ETag and facts fixed at the announcement, so two workers at one revision (the first was slow, its
lease ran out) come to the same one, and whoever settles first is right. The copy has one name made of ids and must not exist before,
so there is one copy however often this runs. The quarantined bytes go last: until the outcome is written, a rerun can do all again.
"""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from shared.documents.derived import Derived
from shared.documents.malware import NoScanner, Subject
from shared.documents.model import Document
from shared.documents.rejections import BYTES_CHANGED, PROCESSING_FAILED, malware
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.revision import Revision, RevisionState
from shared.documents.verification import Checks, ScanPending, Verdict, examine, verify
from shared.documents.work import (
    BEGINNINGS,
    SYSTEM,
    VERIFY_QUEUE,
    facts_of,
    revision_of,
    verification_after,
    verification_of,
)
from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity


@dataclass(frozen=True, slots=True)
class DocumentProcessing:
    """`lease` is how long one worker holds a small file; `stuck_after` how long one may stand still. `expected` tells what is to
    be derived from a kind of file.
    """

    documents: DocumentRepository
    blobs: BlobStore
    queue: JobQueue
    checks: Checks
    expected: Callable[[str | None], dict[str, Derived]]
    lease: timedelta
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def verify(self, job: Job) -> None:
        """Claim, work, settle. Deliveries within the lease work once; a crash frees the claim after it, a failure at once."""
        if (claimed := await self._claim(job)) is None:
            return
        try:
            await self._settle(*claimed, await self._judge(claimed[1]))
        except ScanPending as pending:  # nothing was read yet, and no delivery is to be blamed
            await self._release(*claimed)
            await self.queue.send(VERIFY_QUEUE, verification_of(claimed[1]), delay=pending.retry_after or 0)
        except Exception:
            await self._release(*claimed)
            raise

    async def give_up(self, job: Job) -> None:
        """Every delivery failed: say so, unless another one finished, or is at it and will be looked after by the timer."""
        document, revision = await self._find(job)
        if not revision.is_leased(self.now()):
            await self._settle(document, revision, Verdict(None, PROCESSING_FAILED))

    async def follow(self, items: Iterable[dict[str, Any]]) -> None:
        """The outbox: what a request could not send is sent here. The feed shows the newest version of every item of its batch."""
        known = list(items)
        settled = {item["id"] for item in known if item["kind"] == "revision" and _is_settled(item)}
        for item in known:
            if item["kind"] == "activity" and item["type"] in BEGINNINGS:
                job = verification_after(item)
                if revision_of(job) not in settled:
                    await self.queue.send(VERIFY_QUEUE, job)

    async def _find(self, job: Job) -> tuple[Document, Revision]:
        """Errors: NotFound."""
        return await self.documents.get_with_revision(job.organisation_id, job.subject_id, revision_of(job))

    async def _claim(self, job: Job) -> tuple[Document, Revision] | None:
        for _ in range(WRITE_ATTEMPTS):
            document, revision = await self._find(job)
            if revision.state.is_settled:
                await self.blobs.delete(revision.quarantined)  # whoever settled it may have died before doing this
                return None
            if (claimed := revision.claim(self.now(), self.lease)) is None:
                return None
            with contextlib.suppress(StaleVersion):  # somebody claimed it: look again
                return await self.documents.hold(document, claimed)
        raise StaleVersion

    async def _judge(self, revision: Revision) -> Verdict:
        """Read, and promote what is as it should be."""
        etag = revision.blob_etag or ""
        try:
            verdict = await self._examine(revision, etag)
            if verdict.rejection is None:
                await self.blobs.promote(
                    revision.source,
                    revision.stored,
                    etag=etag,
                    size=revision.size_bytes,
                    metadata=dict(revision.blob_metadata),
                )
        except (StaleVersion, NotFound):
            return Verdict(None, BYTES_CHANGED)
        except AlreadyExists:
            return Verdict(None, PROCESSING_FAILED)  # other bytes bear this file's own name: nothing may be overwritten
        return verdict

    async def _examine(self, revision: Revision, etag: str) -> Verdict:
        """Bytes that are repeated from the library were scanned when they came; a scanner that never comes is not waited for."""
        source = revision.source
        if (known := revision.known_malware) is not None:
            return Verdict(None, malware(known))
        if revision.restored_from is not None:
            return await verify(revision, self.blobs.read(source, etag), self.checks)
        subject = Subject(revision.size_bytes, lambda: self.blobs.read(source, etag), lambda: self.blobs.tags(source))
        checks = replace(self.checks, scanner=NoScanner()) if revision.is_worn_out else self.checks
        return await examine(revision, subject, checks)

    async def _settle(self, document: Document, revision: Revision, verdict: Verdict) -> None:
        """Write the outcome on the newest versions, since somebody may have trashed the document meanwhile; then tidy up."""
        for _ in range(WRITE_ATTEMPTS):
            if revision.state is not RevisionState.VERIFYING:
                return
            if verdict.rejection is None and (known := revision.known_malware) is not None:  # heard while it was judged
                await self.blobs.delete(revision.stored)
                verdict = Verdict(verdict.detected_type, malware(known))
            try:
                await self._write_outcome(document, revision, verdict)
            except StaleVersion:
                document, revision = await self.documents.get_with_revision(
                    document.organisation_id, document.id, revision.id
                )
            else:
                await self.blobs.delete(revision.quarantined)
                return
        raise StaleVersion

    async def _write_outcome(self, document: Document, revision: Revision, verdict: Verdict) -> None:
        now, happened, data = self.now(), "document.verified", facts_of(revision)
        if verdict.rejection is None:
            kind = verdict.detected_type
            settled = revision.verified(kind, await self._duplicates(revision), now, **self.expected(kind))
        else:
            settled = revision.rejected(verdict.rejection, verdict.detected_type, now)
            happened, data = "document.rejected", {**data, "code": verdict.rejection.code}
        activity = Activity.of(happened, document, actor=SYSTEM, at=now, **data)
        await self.documents.move(document.with_revision(settled, now), settled, activity)
        telemetry.event(happened, document_id=document.id, **data)

    async def _duplicates(self, revision: Revision) -> tuple[str, ...]:
        found = await self.documents.find_duplicates(
            revision.organisation_id, revision.sha256, but=revision.document_id
        )
        return tuple(one.id for one in found)

    async def _release(self, document: Document, claimed: Revision) -> None:
        """Let the next delivery have it at once. If even this fails, the lease runs out and the timer comes by."""
        with contextlib.suppress(Exception):
            await self.documents.hold(document, claimed.released(self.now() + self.stuck_after))


def _is_settled(item: dict[str, Any]) -> bool:
    return RevisionState(item["state"]).is_settled
