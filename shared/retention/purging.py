"""Deleting a document for good, with all that hangs on it. Every step may be cut off and run again.

The decision is one conditional write (`Kept.purging`): a hold that was written before makes it fail, one that comes after is refused, and
from then on the document is gone for everybody. What is left is deleted from the outside in, its own item last: as long as anything is
left, the item says so. Rows and activities stay.
"""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.documents.errors import RevisionPending
from shared.documents.model import Document
from shared.documents.previews.stored import PREVIEWS
from shared.documents.revision import LIBRARY, QUARANTINE
from shared.errors import NotFound, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container, Write
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.query import Query
from shared.kit.repository import Activity
from shared.kit.side_by_side import side_by_side
from shared.retention.errors import NotInTheTrash
from shared.retention.model import Outcome
from shared.retention.repository import RunRepository
from shared.retention.work import PURGE_QUEUE, SYSTEM, purge_of

AT_ONCE = 100  # items of one look
_LINKS = "SELECT c.id FROM c WHERE c.kind = 'shareLink' AND c.documentId = @document"
_USES = "SELECT TOP 100 c.id FROM c WHERE c.kind = 'shareUse' AND c.linkId = @link"
_PARTS = "SELECT TOP 100 c.id FROM c WHERE c.kind IN ('revision', 'shareLink', 'acknowledgement') AND c.documentId = @document"
_TEXTS = "SELECT TOP 100 c.id FROM c"
_BUSY = (
    "SELECT TOP 1 c.id FROM c WHERE c.kind = 'revision' AND c.documentId = @document "
    "AND (c.text.state = 'pending' OR c.preview.state = 'pending')"
)

Lift = Callable[[Document], Awaitable[None]]
"""Takes our leases off the files of a document that nothing holds."""


@dataclass(frozen=True, slots=True)
class Purging:
    """`texts` is the container of pages, partitioned by organisation and document."""

    runs: RunRepository
    texts: Container
    blobs: BlobStore
    queue: JobQueue
    lift: Lift
    now: Callable[[], datetime]

    async def request(self, actor: Actor, document_id: str, etag: str) -> None:
        """By hand, out of the trash. Errors: NotFound, StaleVersion, UnderHold, NotInTheTrash, RevisionPending."""
        document = (await self.runs.documents.get(actor.organisation_id, document_id)).seen_by(actor)
        document.require_version(etag)
        now = self.now()
        purging = document.purging(now, None)
        if document.trashed_at is None:
            raise NotInTheTrash
        if not document.newest.state.is_settled:
            raise RevisionPending
        happened = Activity.of("document.purging", document, actor=actor.user_id, at=now)
        await self.runs.documents.replace(purging, happened)
        with contextlib.suppress(Unavailable):  # the change feed sends it all the same
            await self.queue.send(PURGE_QUEUE, purge_of(document.organisation_id, document.id))

    async def purge(self, job: Job) -> None:
        """Finish what was decided. Errors: Unavailable, or a group of errors when the storage refuses; the queue delivers again."""
        document = await self.runs.documents.find(job.organisation_id, job.subject_id)
        if document is None or document.purging_since is None:
            return
        if await self._ids(_BUSY, document):
            raise Unavailable("Text or pictures are being made of it.", retry_after=60)
        await self.lift(document)
        await self._delete_blobs(document)
        await self._delete_texts(document)
        await self._delete_items(document)
        with contextlib.suppress(NotFound):  # another delivery was faster
            await self._delete_itself(document)
            telemetry.event("document.purged", document_id=document.id)

    async def _delete_blobs(self, document: Document) -> None:
        """Whatever is stored under its name; the whole group fails if one is refused."""
        prefix = f"{document.organisation_id}/{document.id}/"
        for container in (PREVIEWS, QUARANTINE, LIBRARY):
            await self.blobs.delete_all(container, prefix)

    async def _delete_texts(self, document: Document) -> None:
        partition = [document.organisation_id, document.id]
        while rows := await self.texts.query(Query(_TEXTS), partition, limit=AT_ONCE):
            await side_by_side(rows, lambda row: self.texts.delete(row["id"], partition))

    async def _delete_items(self, document: Document) -> None:
        """Links with the log of their uses, then revisions and who acknowledged them."""
        items, partition = self.runs.container, document.organisation_id
        for link in await self._ids(_LINKS, document):
            while rows := await items.query(Query(_USES, {"@link": link}), partition, limit=AT_ONCE):
                await side_by_side(rows, lambda row: items.delete(row["id"], partition))
        while found := await self._ids(_PARTS, document):
            await side_by_side(found, lambda one: items.delete(one, partition))

    async def _delete_itself(self, document: Document) -> None:
        """With the row of the run and what happened. Errors: NotFound."""
        now = self.now()
        writes = [Write("delete", document.to_item())]
        row = await self.runs.rows.find_row(document.organisation_id, document.purging_for, document.id)
        if row is not None:
            writes.append(Write("upsert", row.changed(now, outcome=Outcome.DELETED).to_item()))
        facts = {"runId": document.purging_for, "revisions": document.newest.number}
        happened = Activity.of("document.purged", document, actor=SYSTEM, at=now, **facts)
        writes.append(Write("create", happened.to_item()))
        await self.runs.container.batch(document.organisation_id, writes)

    async def _ids(self, text: str, document: Document) -> list[str]:
        query = Query(text, {"@document": document.id})
        return [row["id"] async for row in self.runs.container.stream(query, document.organisation_id)]
