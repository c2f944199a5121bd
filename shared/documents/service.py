"""What people do with documents. What happens to their files afterwards is in processing.py."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from shared.documents import inspection
from shared.documents.errors import (
    NotAwaitingUpload,
    NotReady,
    SizeMismatch,
    TypeNotAllowed,
    UploadMissing,
    UploadTooLarge,
)
from shared.documents.model import Document, DocumentState, Revision
from shared.documents.repository import DocumentRepository
from shared.errors import NotFound, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.blobs import BlobStore, SignedUrl
from shared.kit.ids import new_id
from shared.kit.jobs import Job, JobQueue
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.repository import Activity

QUEUE = "documents-verify"
UPLOAD_COMPLETED = "document.upload_completed"
SINGLE_LIMIT = 32 * 1024 * 1024  # bytes; above it the file goes up in blocks
BLOCK = 8 * 1024 * 1024
SINGLE_LIFE = timedelta(minutes=10)
BLOCKS_LIFE = timedelta(minutes=60)
DOWNLOAD_LIFE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Upload:
    """Where the bytes go: one PUT of the whole file, or blocks of `block_size_bytes`."""

    method: Literal["single", "blocks"]
    signed: SignedUrl
    block_size_bytes: int


def verification_of(document: Document) -> Job:
    return Job.of("document.verify", document.organisation_id, document.id)


@dataclass(frozen=True, slots=True)
class DocumentService:
    documents: DocumentRepository
    blobs: BlobStore
    queue: JobQueue
    max_bytes: int
    now: Callable[[], datetime]

    async def announce(self, actor: Actor, draft: DocumentDraft) -> tuple[Document, Upload]:
        """Errors: UploadTooLarge, TypeNotAllowed."""
        if draft.size_bytes > self.max_bytes:
            raise UploadTooLarge(f"At most {self.max_bytes} bytes.")
        if inspection.is_forbidden_name(draft.file_name):
            raise TypeNotAllowed
        now = self.now()
        document = Document(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            title=draft.title or draft.file_name,
            revision=Revision(
                number=1,
                file_name=draft.file_name,
                size_bytes=draft.size_bytes,
                sha256=draft.sha256,
                content_type=draft.content_type,
            ),
            pending_since=now,
        )
        stored = await self.documents.create(document, self._activity("document.announced", document, actor))
        return stored, await self._sign(stored)

    async def sign_again(self, actor: Actor, document_id: str) -> Upload:
        """A fresh signed URL. Errors: NotFound, NotAwaitingUpload."""
        document = await self.get(actor, document_id)
        if document.state is not DocumentState.AWAITING_UPLOAD:
            raise NotAwaitingUpload
        return await self._sign(document)

    async def complete(self, actor: Actor, document_id: str) -> Document:
        """The bytes are there: verify them. Repeating is harmless. Errors: NotFound, UploadMissing, SizeMismatch."""
        document = await self.get(actor, document_id)
        if document.state is not DocumentState.AWAITING_UPLOAD:
            return document
        found = await self.blobs.properties(document.quarantined)
        if found is None:
            raise UploadMissing
        if found.size != document.revision.size_bytes:
            await self.blobs.delete(document.quarantined)
            raise SizeMismatch(f"{found.size} bytes arrived, {document.revision.size_bytes} were announced.")
        try:
            uploaded = await self.documents.replace(
                document.uploaded(found.etag, self.now()), self._activity(UPLOAD_COMPLETED, document, actor)
            )
        except StaleVersion:
            return await self.get(actor, document_id)  # a second completion was faster
        with contextlib.suppress(Unavailable):  # the change feed sends it all the same
            await self.queue.send(QUEUE, verification_of(uploaded))
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
        return document, signed

    async def trash(self, actor: Actor, document_id: str, etag: str) -> None:
        """Errors: NotFound, StaleVersion."""
        document = await self.get(actor, document_id)
        document.require_version(etag)
        if document.trashed_at is None:
            now = self.now()
            await self.documents.replace(
                document.changed(now, trashed_at=now), self._activity("document.trashed", document, actor)
            )

    async def restore(self, actor: Actor, document_id: str, etag: str) -> Document:
        """Errors: NotFound, StaleVersion."""
        document = await self.get(actor, document_id)
        document.require_version(etag)
        if document.trashed_at is None:
            return document
        return await self.documents.replace(
            document.changed(self.now(), trashed_at=None), self._activity("document.restored", document, actor)
        )

    async def _sign(self, document: Document) -> Upload:
        if document.revision.size_bytes <= SINGLE_LIMIT:
            return Upload("single", await self.blobs.sign_create(document.quarantined, SINGLE_LIFE), 0)
        return Upload("blocks", await self.blobs.sign_blocks(document.quarantined, BLOCKS_LIFE), BLOCK)

    def _activity(self, happened: str, document: Document, actor: Actor, **data: Any) -> Activity:
        telemetry.event(happened, document_id=document.id)
        return Activity.of(happened, document, actor=actor.user_id, at=self.now(), **data)
