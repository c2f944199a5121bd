"""Documents on the wire."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field

from shared.documents.model import Document, DocumentDraft, DocumentState
from shared.kit.http import ListQuery, PageOut
from shared.kit.model import In, Moment, Out

if TYPE_CHECKING:
    from shared.documents.service import Upload
    from shared.kit.blobs import SignedUrl

MAX_INT = 2**53 - 1  # what JSON carries exactly
_MEDIA_TYPE = r"^[a-zA-Z0-9!#$&^_.+-]{1,127}/[a-zA-Z0-9!#$&^_.+-]{1,127}$"
_SEPARATORS = re.compile(r"[/\\]")
_INVISIBLE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # controls, halves of characters, line and paragraph breaks
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def _line(text: str) -> str:
    """One line of text. Errors: ValueError for control characters and for marks that change the direction of writing.

    Joiners stay: Persian, Hindi and emoji are spelt with them.
    """
    if any(unicodedata.category(letter) in _INVISIBLE or letter in _DIRECTIONS for letter in text):
        raise ValueError("must not contain control characters or marks that change the direction of writing")
    return text


def _file_name(name: str) -> str:
    """The name as people know it, letter by letter. Errors: ValueError for paths."""
    if _SEPARATORS.search(name) or name in {".", ".."}:
        raise ValueError("must be a file name, not a path")
    return _line(name)


class DocumentIn(In):
    file_name: Annotated[str, Field(min_length=1, max_length=255), AfterValidator(_file_name)]
    size_bytes: int = Field(ge=1, le=MAX_INT, strict=True)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="of the whole file, lower-case hex")
    content_type: str = Field(
        pattern=_MEDIA_TYPE, description="what the client takes it for; the real type is looked at"
    )
    title: Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_line)] | None = Field(
        default=None, description="the file name if left out"
    )

    def to_draft(self) -> DocumentDraft:
        return DocumentDraft(self.file_name, self.size_bytes, self.sha256, self.content_type, self.title)


class DocumentList(ListQuery):
    sort: Literal["createdAt", "-createdAt", "updatedAt", "-updatedAt", "title", "-title"] = "-createdAt"
    state: DocumentState | None = None
    trashed: bool = False


class RejectionOut(Out):
    code: str
    message: str


class DocumentOut(Out):
    id: str
    title: str
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    detected_type: str | None
    revision: int
    state: DocumentState
    rejection: RejectionOut | None
    created_at: Moment
    created_by: str
    updated_at: Moment
    trashed_at: Moment | None
    etag: str

    @classmethod
    def of(cls, document: Document) -> Self:
        revision, rejection = document.revision, document.revision.rejection
        return cls(
            id=document.id,
            title=document.title,
            file_name=revision.file_name,
            size_bytes=revision.size_bytes,
            sha256=revision.sha256,
            content_type=revision.content_type,
            detected_type=revision.detected_type,
            revision=revision.number,
            state=revision.state,
            rejection=None if rejection is None else RejectionOut(code=rejection.code, message=rejection.message),
            created_at=document.created_at,
            created_by=document.created_by,
            updated_at=document.updated_at,
            trashed_at=document.trashed_at,
            etag=document.etag,
        )


class DocumentPage(PageOut):
    items: list[DocumentOut]


class UploadOut(Out):
    """PUT the whole file to `url` (single), or blocks of `blockSizeBytes` and then the block list (blocks)."""

    method: Literal["single", "blocks"]
    url: str
    block_size_bytes: int = Field(description="0 for single")
    expires_at: Moment

    @classmethod
    def of(cls, upload: Upload) -> Self:
        return cls(
            method=upload.method,
            url=upload.signed.url,
            block_size_bytes=upload.block_size_bytes,
            expires_at=upload.signed.expires_at,
        )


class AnnouncedOut(Out):
    document: DocumentOut
    upload: UploadOut


class DownloadOut(Out):
    url: str
    expires_at: Moment
    file_name: str
    size_bytes: int
    sha256: str

    @classmethod
    def of(cls, document: Document, signed: SignedUrl) -> Self:
        revision = document.revision
        return cls(
            url=signed.url,
            expires_at=signed.expires_at,
            file_name=revision.file_name,
            size_bytes=revision.size_bytes,
            sha256=revision.sha256,
        )
