"""Archives on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from shared.identity.passwords import GivenText
from shared.identity.proof import Proof, ProofKind
from shared.kit.http import ListQuery, PageOut
from shared.kit.jobs.runs import RunState
from shared.kit.model import In, Moment, Out

if TYPE_CHECKING:
    from shared.archives.model import Archive
    from shared.archives.service import Download


class ProvedIn(In):
    """Who asks proves once more who they are: with a code of the authenticator app, or the password."""

    code: str | None = Field(default=None, min_length=6, max_length=16, repr=False, description="six digits")
    password: GivenText | None = Field(default=None, repr=False)

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.code is None) == (self.password is None):
            raise ValueError("give either code or password")
        return self

    def to_proof(self) -> Proof:
        if self.code is not None:
            return Proof(ProofKind.CODE, self.code.replace(" ", ""))
        return Proof(ProofKind.PASSWORD, self.password or "")


class ArchiveList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class PartQuery(In):
    part: int = Field(default=0, ge=0, le=10_000, description="0 is the manifest")


class ArchiveOut(Out):
    """An archive of the organisation, and how far it is."""

    id: str
    state: RunState
    percent: int | None = Field(description="of the documents; null while nobody knows how many there are")
    done: int = Field(description="documents")
    total: int | None
    parts: int = Field(description="that are written")
    size_bytes: int = Field(description="of these parts")
    file_bytes: int = Field(description="of the files in them")
    writing: int = Field(description="bytes of files in the part that is being written")
    counts: dict[str, int] = Field(description="items by kind")
    data_as_of: Moment | None = Field(description="everything that was accepted before is in it")
    failure: str | None = Field(description="a code for why it failed")
    failed_at: str = Field(description="the revision whose file is not what was verified")
    expires_at: Moment | None = Field(description="null when it has expired, or is not finished")
    created_at: Moment
    created_by: str
    finished_at: Moment | None

    @classmethod
    def of(cls, archive: Archive) -> Self:
        facts = {name: getattr(archive, name) for name in cls.model_fields if name != "expires_at"}
        return cls(**facts, expires_at=archive.blobs_due_at if archive.is_there else None)


class ArchivePage(PageOut):
    items: list[ArchiveOut]


class ArchiveDownloadOut(Out):
    """Where a part is for an hour; its bytes have this SHA-256."""

    file_name: str
    size_bytes: int
    sha256: str
    url: str
    expires_at: Moment

    @classmethod
    def of(cls, download: Download) -> Self:
        return cls(
            file_name=download.name,
            size_bytes=download.size_bytes,
            sha256=download.sha256,
            url=download.signed.url,
            expires_at=download.signed.expires_at,
        )
