"""Bytes coming and going, on the wire: how far an upload is, and where a revision is downloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import Field

from functions.documents.schemas import UploadOut, standing
from shared.documents.model import Document
from shared.documents.revision import RevisionSummary
from shared.kit.model import Moment, Out

if TYPE_CHECKING:
    from shared.documents.uploads import Standing
    from shared.kit.blob_signing import SignedUrl
    from shared.kit.blobs import Block


class BlockOut(Out):
    id: str
    size_bytes: int

    @classmethod
    def of(cls, block: Block) -> Self:
        return cls(id=block.id, size_bytes=block.size)


class StandingOut(Out):
    """What the storage holds of an upload that is not completed: go on with what is missing."""

    revision: int
    file_name: str
    size_bytes: int
    sha256: str
    upload: UploadOut
    whole_bytes: int | None = Field(description="size of what was put, or put together from blocks; null before that")
    committed: list[BlockOut] = Field(description="blocks that were put together; at most as many as the file needs")
    uncommitted: list[BlockOut] = Field(description="blocks sent so far; at most as many as the file needs")

    @classmethod
    def of(cls, standing: Standing) -> Self:
        revision = standing.revision
        return cls(
            revision=revision.number,
            file_name=revision.file_name,
            size_bytes=revision.size_bytes,
            sha256=revision.sha256,
            upload=UploadOut.of(standing.upload),
            whole_bytes=standing.whole_bytes,
            committed=[BlockOut.of(block) for block in standing.committed],
            uncommitted=[BlockOut.of(block) for block in standing.uncommitted],
        )


class DownloadOut(Out):
    url: str
    expires_at: Moment
    file_name: str
    size_bytes: int
    sha256: str
    revision: int
    in_force: bool
    superseded_by: int | None = Field(description="the revision in force, if it is a later one")
    is_newest: bool = Field(description="no later one is ready or on its way")

    @classmethod
    def of(cls, document: Document, revision: RevisionSummary, signed: SignedUrl) -> Self:
        return cls(
            url=signed.url,
            expires_at=signed.expires_at,
            file_name=revision.file_name,
            size_bytes=revision.size_bytes,
            sha256=revision.sha256,
            **standing(document, revision.number),
        )
