"""What people do with documents. What happens to their files afterwards is in processing.py."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from shared.documents import inspection
from shared.documents.errors import (
    NotAwaitingUpload,
    NotReady,
    SizeMismatch,
    TypeNotAllowed,
    UploadMissing,
    UploadTooLarge,
)
from shared.documents.model import AWAITED_FOR, Document, DocumentDraft, DocumentState, Revision, blob_name
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.work import UPLOAD_COMPLETED, VERIFY_QUEUE, verification_of
from shared.errors import FieldError, NotFound, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.blobs import BlobStore, SignedUrl
from shared.kit.ids import new_id
from shared.kit.jobs.queues import JobQueue
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.repository import Activity

SINGLE_LIMIT = 32 * 1024 * 1024  # bytes; above it the file goes up in blocks
BLOCK = 8 * 1024 * 1024
SINGLE_LIFE = timedelta(minutes=10)
BLOCKS_LIFE = timedelta(minutes=60)
DOWNLOAD_LIFE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Upload:
    """Where the bytes go: one PUT of the whole file, or blocks of `block_size_bytes`."""

    method: Literal["single", "blocks"]
    signed: SignedUrl
    block_size_bytes: int


def is_single(size_bytes: int) -> bool:
    return size_bytes <= SINGLE_LIMIT


@dataclass(frozen=True, slots=True)
class DocumentService:
    """`max_bytes` is the size limit of one file; `stuck_after` how long a verification may take before the timer looks."""

    documents: DocumentRepository
    blobs: BlobStore
    queue: JobQueue
    max_bytes: int
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def announce(self, actor: Actor, draft: DocumentDraft) -> tuple[Document, Upload]:
        """Errors: UploadTooLarge, TypeNotAllowed."""
        if draft.size_bytes > self.max_bytes:
            message = f"At most {self.max_bytes} bytes."
            raise UploadTooLarge(message, fields=[FieldError("sizeBytes", UploadTooLarge.code, message)])
        if inspection.is_forbidden_name(draft.file_name):
            raise TypeNotAllowed(fields=[FieldError("fileName", TypeNotAllowed.code, TypeNotAllowed.message)])
        document = self._drafted(actor, draft)
        upload = await self._sign(document)
        stored = await self.documents.create(document, self._activity("document.announced", document, actor))
        telemetry.event("document.announced", document_id=document.id)
        return stored, upload

    async def sign_again(self, actor: Actor, document_id: str) -> Upload:
        """A fresh signed URL; the file is awaited for another day. Errors: NotFound, NotAwaitingUpload."""
        document = await self.get(actor, document_id)
        if document.state is not DocumentState.AWAITING_UPLOAD:
            raise NotAwaitingUpload
        if (longer := document.awaited_longer(self.now())) is not None:
            with contextlib.suppress(StaleVersion):  # somebody else asked for one, or completed it
                await self.documents.replace(longer)
        return await self._sign(document)

    async def complete(self, actor: Actor, document_id: str) -> Document:
        """The bytes are there: verify them. Repeating is harmless. Errors: NotFound, UploadMissing, SizeMismatch."""
        for _ in range(WRITE_ATTEMPTS):
            document = await self.get(actor, document_id)
            if document.state is not DocumentState.AWAITING_UPLOAD:
                return document
            etag = await self._arrived(document)
            now = self.now()
            with contextlib.suppress(StaleVersion):  # a second completion was faster, or only the trash: look again
                uploaded = await self.documents.replace(
                    document.uploaded(etag, now, now + self.stuck_after),
                    self._activity(UPLOAD_COMPLETED, document, actor),
                )
                break
        else:
            raise Unavailable(retry_after=1)
        telemetry.event(UPLOAD_COMPLETED, document_id=document.id)
        with contextlib.suppress(Unavailable):  # the change feed sends it all the same
            await self.queue.send(VERIFY_QUEUE, verification_of(document.organisation_id, document.id))
        return uploaded

    async def get(self, actor: Actor, document_id: str) -> Document:
        """Errors: NotFound, also for another organisation's and for a site outside the actor's scope."""
        document = await self.documents.get(actor.organisation_id, document_id)
        if not actor.may_see_site(document.site_id):
            raise NotFound
        return document

    async def list_page(
        self, actor: Actor, request: PageRequest, state: DocumentState | None, trashed: bool
    ) -> Page[Document]:
        conditions = [Condition("NOT IS_NULL(c.trashedAt)" if trashed else "IS_NULL(c.trashedAt)", {})]
        if state is not None:
            conditions.append(Condition("c.revision.state = @state", {"@state": state.value}))
        if actor.site_ids is not None:
            conditions.append(
                Condition("(IS_NULL(c.siteId) OR ARRAY_CONTAINS(@sites, c.siteId))", {"@sites": list(actor.site_ids)})
            )
        return await self.documents.list_page(actor.organisation_id, request, conditions)

    async def sign_download(self, actor: Actor, document_id: str) -> tuple[Document, SignedUrl]:
        """Errors: NotFound, NotReady."""
        document = await self.get(actor, document_id)
        if document.state is not DocumentState.READY:
            raise NotReady
        kind = document.revision.detected_type or "application/octet-stream"
        signed = await self.blobs.sign_download(document.stored, document.revision.file_name, kind, DOWNLOAD_LIFE)
        await self.documents.record(self._activity("document.downloaded", document, actor))
        telemetry.event("document.downloaded", document_id=document.id)
        return document, signed

    async def trash(self, actor: Actor, document_id: str, etag: str) -> None:
        """Errors: NotFound, StaleVersion."""
        document = await self.get(actor, document_id)
        document.require_version(etag)
        if document.trashed_at is None:
            await self._move(document, self.now(), "document.trashed", actor)

    async def restore(self, actor: Actor, document_id: str, etag: str) -> Document:
        """Errors: NotFound, StaleVersion."""
        document = await self.get(actor, document_id)
        document.require_version(etag)
        if document.trashed_at is None:
            return document
        return await self._move(document, None, "document.restored", actor)

    async def _move(self, document: Document, trashed_at: datetime | None, happened: str, actor: Actor) -> Document:
        moved = document.changed(self.now(), trashed_at=trashed_at)
        stored = await self.documents.replace(moved, self._activity(happened, document, actor))
        telemetry.event(happened, document_id=document.id)
        return stored

    async def _arrived(self, document: Document) -> str:
        """The version of the bytes that came. Errors: UploadMissing, SizeMismatch."""
        found = await self.blobs.properties(document.quarantined)
        if found is None:
            raise UploadMissing
        if found.size != document.revision.size_bytes:
            await self.blobs.delete(document.quarantined, etag=found.etag)
            raise SizeMismatch(f"{found.size} bytes arrived, {document.revision.size_bytes} were announced.")
        return found.etag

    async def _sign(self, document: Document) -> Upload:
        if is_single(document.revision.size_bytes):
            return Upload("single", await self.blobs.sign_create(document.quarantined, SINGLE_LIFE), 0)
        return Upload("blocks", await self.blobs.sign_blocks(document.quarantined, BLOCKS_LIFE), BLOCK)

    def _drafted(self, actor: Actor, draft: DocumentDraft) -> Document:
        now, document_id = self.now(), new_id()
        revision = Revision(
            number=1,
            file_name=draft.file_name,
            size_bytes=draft.size_bytes,
            sha256=draft.sha256,
            content_type=draft.content_type,
            blob_name=blob_name(actor.organisation_id, document_id, 1),
            awaited_until=now + AWAITED_FOR,
        )
        return Document(
            id=document_id,
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            title=draft.title or draft.file_name,
            revision=revision,
            overdue_at=now + (SINGLE_LIFE if is_single(draft.size_bytes) else BLOCKS_LIFE),
        )

    def _activity(self, happened: str, document: Document, actor: Actor) -> Activity:
        return Activity.of(happened, document, actor=actor.user_id, at=self.now())
