"""The file of the newest revision on its way: a URL for it, what has come of it, and that it is complete."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.documents.announcing import Announcing, Upload
from shared.documents.errors import NotAwaitingUpload, SizeMismatch, UploadMissing
from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.revision import Revision, RevisionState
from shared.documents.work import UPLOAD_COMPLETED, VERIFY_QUEUE, facts_of, verification_of
from shared.errors import StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.blobs import BlobStore, Block
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity


@dataclass(frozen=True, slots=True)
class Standing:
    """An upload as the storage knows it. `whole_bytes` is the size of what was put or put together, None before that."""

    revision: Revision
    upload: Upload
    whole_bytes: int | None
    committed: list[Block]
    uncommitted: list[Block]


@dataclass(frozen=True, slots=True)
class DocumentUploads:
    """`stuck_after` is how long a verification may take before the timer looks."""

    documents: DocumentRepository
    announcing: Announcing
    blobs: BlobStore
    queue: JobQueue
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def sign_again(self, actor: Actor, document_id: str) -> Upload:
        """A fresh signed URL; the file is awaited for another day. Errors: NotFound, NotAwaitingUpload."""
        return await self.announcing.sign(await self._awaited(actor, document_id))

    async def get_standing(self, actor: Actor, document_id: str) -> Standing:
        """What has come so far, and a fresh URL for the rest. Errors: NotFound, NotAwaitingUpload."""
        revision = await self._awaited(actor, document_id)
        upload = await self.announcing.sign(revision)
        most = -(-revision.size_bytes // upload.block_size_bytes) if upload.block_size_bytes else 0
        found, blocks = await asyncio.gather(
            self.blobs.properties(revision.quarantined), self.blobs.blocks(revision.quarantined)
        )
        whole = None if found is None else found.size
        return Standing(revision, upload, whole, blocks.committed[:most], blocks.uncommitted[:most])

    async def complete(self, actor: Actor, document_id: str) -> Document:
        """The bytes are there: verify them. Repeating is harmless. Errors: NotFound, UploadMissing, SizeMismatch."""
        for _ in range(WRITE_ATTEMPTS):
            document, revision = await self._newest(actor, document_id)
            if revision.state is not RevisionState.AWAITING_UPLOAD:
                return document
            etag = await self._arrived(revision)
            now = self.now()
            uploaded = revision.uploaded(etag, now, now + self.stuck_after)
            happened = Activity.of(UPLOAD_COMPLETED, document, actor=actor.user_id, at=now, **facts_of(revision))
            with contextlib.suppress(StaleVersion):  # a second completion was faster, or only the trash: look again
                document, _ = await self.documents.move(document.with_revision(uploaded, now), uploaded, happened)
                break
        else:
            raise Unavailable(retry_after=1)
        telemetry.event(UPLOAD_COMPLETED, document_id=document.id, revision=revision.number)
        with contextlib.suppress(Unavailable):  # the change feed sends it all the same
            await self.queue.send(VERIFY_QUEUE, verification_of(revision))
        return document

    async def _newest(self, actor: Actor, document_id: str) -> tuple[Document, Revision]:
        document, revision = await self.documents.get_with_newest(actor.organisation_id, document_id)
        return document.seen_by(actor), revision

    async def _awaited(self, actor: Actor, document_id: str) -> Revision:
        """The newest revision, awaited for at least half a day more. Errors: NotFound, NotAwaitingUpload."""
        document, revision = await self._newest(actor, document_id)
        if revision.state is not RevisionState.AWAITING_UPLOAD:
            raise NotAwaitingUpload
        if (longer := revision.awaited_longer(self.now())) is not None:
            with contextlib.suppress(StaleVersion):  # somebody else asked for one, or completed it
                await self.documents.hold(document, longer)
        return revision

    async def _arrived(self, revision: Revision) -> str:
        """The version of the bytes that came. Errors: UploadMissing, SizeMismatch."""
        found = await self.blobs.properties(revision.quarantined)
        if found is None:
            raise UploadMissing
        if found.size != revision.size_bytes:
            await self.blobs.delete(revision.quarantined, etag=found.etag)
            raise SizeMismatch(f"{found.size} bytes arrived, {revision.size_bytes} were announced.")
        return found.etag
