"""Verdicts of a malware scanner that reports by itself, whenever it comes to a file: before it is completed, while it is verified, or
long after it was stored.

Only the worst is believed from a report: it refuses a file, or closes what was stored. That nothing was found is read from the blob
itself (malware.py), so that a forged report lets nothing in; it only says that the time to look has come.
"""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.documents.defender import DefenderEvent, NamedRevision
from shared.documents.malware import ScanState
from shared.documents.model import Document
from shared.documents.rejections import malware_after_all
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.revision import MAX_REVISIONS, Revision, RevisionState, revision_id
from shared.documents.work import SYSTEM, VERIFY_QUEUE, facts_of, verification_of
from shared.errors import NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import BlobStore
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity

AT_ONCE = 90  # items of one batch: the service takes 100


@dataclass(frozen=True, slots=True)
class ScanResults:
    documents: DocumentRepository
    blobs: BlobStore
    queue: JobQueue
    now: Callable[[], datetime]

    async def receive(self, said: Mapping[str, Any]) -> None:
        """At least once, in any order; what is not about our blobs is passed over. Errors: Unavailable, StaleVersion."""
        try:
            event = DefenderEvent.of(said)
        except ValueError as error:
            telemetry.event("malware_result.unreadable", error=str(error))
            return
        path = self.blobs.path_of(event.blob_url)
        named = None if path is None else NamedRevision.by(path)
        if path is None or named is None:
            telemetry.event("malware_result.foreign")
            return
        for _ in range(WRITE_ATTEMPTS):
            with contextlib.suppress(StaleVersion):
                try:
                    await self._heard(event, path, named)
                except NotFound:  # deleted since, or it never was one of ours
                    telemetry.event("malware_result.foreign")
                return
        raise StaleVersion

    async def _heard(self, event: DefenderEvent, path: BlobPath, named: NamedRevision) -> None:
        """Errors: NotFound, StaleVersion."""
        wanted = revision_id(named.document_id, named.number)
        document, revision = await self.documents.get_with_revision(named.organisation_id, named.document_id, wanted)
        if event.verdict.state is not ScanState.INFECTED:
            if revision.state is RevisionState.VERIFYING and _is_about(event, revision):
                await self.queue.send(VERIFY_QUEUE, verification_of(revision))
            return
        if not named.is_quarantined:
            if not await self._is_stored(event, path):
                return
            event = DefenderEvent(event.blob_url, (revision.blob_etag or "").strip('"'), event.verdict)
        if revision.state is RevisionState.READY and _is_about(event, revision):
            await self._close(document, revision, event.verdict.detail)
        elif not revision.state.is_settled and revision.malware != event.found:
            document, revision = await self.documents.hold(
                document, revision.model_copy(update={"malware": event.found})
            )
            telemetry.event("document.malware_reported", document_id=document.id, revision=revision.number)
            if revision.state is RevisionState.VERIFYING:
                await self.queue.send(VERIFY_QUEUE, verification_of(revision))

    async def _is_stored(self, event: DefenderEvent, path: BlobPath) -> bool:
        """A verdict about the library is about what lies there now; promotion wrote other facts than the upload."""
        found = await self.blobs.properties(path)
        return found is not None and found.etag.strip('"') == event.etag

    async def _close(self, document: Document, revision: Revision, name: str) -> None:
        """With every other revision of the same bytes: roll-backs copied them, or are about to. Errors: StaleVersion."""
        organisation_id = document.organisation_id
        while True:
            document, known = await self.documents.list_revisions(organisation_id, document.id, limit=MAX_REVISIONS)
            ready = [one for one in known if one.state is RevisionState.READY]
            served = [*ready, *(one for one in known if one.restored_from is not None and not one.state.is_settled)]
            bad = [one for one in served if one.sha256 == revision.sha256]
            if not bad:
                return
            now, rejection = self.now(), malware_after_all(name)
            closed = [one.closed(rejection, now) for one in bad[:AT_ONCE]]
            left = next((one for one in ready if one.sha256 != revision.sha256), None)
            owners = sorted({document.created_by, *(one.created_by for one in closed)})
            facts = {"closed": [one.number for one in closed], "malware": name, "ownerIds": owners}
            happened = Activity.of(
                "document.malware_found", document, actor=SYSTEM, at=now, **facts_of(revision), **facts
            )
            await self.documents.close(document.without(closed, left, now), closed, happened)
            telemetry.event("document.malware_found", document_id=document.id, revision=revision.number)


def _is_about(event: DefenderEvent, revision: Revision) -> bool:
    """The very bytes that completion saw: an upload may have been written again since they were scanned."""
    return bool(event.etag) and event.etag == (revision.blob_etag or "").strip('"')
