"""What the first and every further revision begin with: a file that may come, and a signed URL for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from shared.documents import inspection
from shared.documents.drafts import FileDraft
from shared.documents.errors import TypeNotAllowed, UploadTooLarge
from shared.documents.revision import AWAITED_FOR, Revision, blob_name, revision_id
from shared.errors import FieldError
from shared.identity.actor import Actor
from shared.kit.blob_signing import SignedUrl
from shared.kit.blobs import BlobStore

SINGLE_LIMIT = 32 * 1024 * 1024  # bytes; above it the file goes up in blocks
BLOCK = 8 * 1024 * 1024
SINGLE_LIFE = timedelta(minutes=10)
BLOCKS_LIFE = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Upload:
    """Where the bytes go: one PUT of the whole file, or blocks of `block_size_bytes`."""

    method: Literal["single", "blocks"]
    signed: SignedUrl
    block_size_bytes: int


def is_single(size_bytes: int) -> bool:
    return size_bytes <= SINGLE_LIMIT


@dataclass(frozen=True, slots=True)
class Announcing:
    """`max_bytes` is the size limit of one file."""

    blobs: BlobStore
    max_bytes: int
    now: Callable[[], datetime]

    def check(self, file: FileDraft) -> None:
        """Errors: UploadTooLarge, TypeNotAllowed."""
        if file.size_bytes > self.max_bytes:
            message = f"At most {self.max_bytes} bytes."
            raise UploadTooLarge(message, fields=[FieldError("sizeBytes", UploadTooLarge.code, message)])
        if inspection.is_forbidden_name(file.file_name):
            raise TypeNotAllowed(fields=[FieldError("fileName", TypeNotAllowed.code, TypeNotAllowed.message)])

    def draft(self, actor: Actor, document_id: str, number: int, file: FileDraft) -> Revision:
        now = self.now()
        return Revision(
            id=revision_id(document_id, number),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            document_id=document_id,
            number=number,
            file_name=file.file_name,
            size_bytes=file.size_bytes,
            sha256=file.sha256,
            content_type=file.content_type,
            blob_name=blob_name(actor.organisation_id, document_id, number),
            awaited_until=now + AWAITED_FOR,
            overdue_at=now + (SINGLE_LIFE if is_single(file.size_bytes) else BLOCKS_LIFE),
        )

    async def sign(self, revision: Revision) -> Upload:
        if is_single(revision.size_bytes):
            return Upload("single", await self.blobs.sign_create(revision.quarantined, SINGLE_LIFE), 0)
        return Upload("blocks", await self.blobs.sign_blocks(revision.quarantined, BLOCKS_LIFE), BLOCK)
