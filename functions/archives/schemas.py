"""Archives on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, model_validator

from shared.archives.format import MAX_MANIFEST, MAX_PARTS, SHA256
from shared.archives.model import ImportPhase
from shared.identity.passwords import GivenText
from shared.identity.proof import Proof, ProofKind
from shared.kit.http import ListQuery, PageOut
from shared.kit.jobs.runs import RunState
from shared.kit.model import In, Moment, Out

if TYPE_CHECKING:
    from shared.archives.imports import PartUpload
    from shared.archives.model import Archive, ArchiveImport, ImportRun
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
    part: int = Field(default=0, ge=0, le=MAX_PARTS, description="0 is the manifest")


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


class ArchiveImportIn(ProvedIn):
    """The manifest that will be uploaded; it says what the parts are."""

    manifest_size_bytes: int = Field(ge=2, le=MAX_MANIFEST, strict=True)
    manifest_sha256: str = Field(pattern=SHA256)


class ArchiveImportRunIn(In):
    dry_run: bool = Field(strict=True, description="true: check everything, restore nothing")


class ArchiveImportRunOut(Out):
    """The newest work on an import."""

    state: RunState
    dry_run: bool
    phase: ImportPhase
    percent: int | None
    done: int = Field(description="parts that were checked, and that were restored")
    total: int | None
    restored: dict[str, int] = Field(description="items by kind")
    rejected: int = Field(description="revisions whose files are not let in any more")
    failure: str | None = Field(description="a code for why it failed")
    failed_at: str = Field(description="the part and what in it")
    created_at: Moment
    created_by: str
    finished_at: Moment | None

    @classmethod
    def of(cls, run: ImportRun) -> Self:
        return cls(**{name: getattr(run, name) for name in cls.model_fields})


class ArchiveImportRow(Out):
    id: str
    created_at: Moment
    created_by: str
    begun: bool = Field(description="something was done with it; read it to know what")
    expires_at: Moment | None = Field(description="when what was uploaded is deleted; null when it is")

    @classmethod
    def of(cls, held: ArchiveImport) -> Self:
        return cls(**_import(held))


class ArchiveImportPage(PageOut):
    items: list[ArchiveImportRow]


class ArchiveImportOut(ArchiveImportRow):
    run: ArchiveImportRunOut | None

    @classmethod
    def read(cls, held: ArchiveImport, run: ImportRun | None) -> Self:
        return cls(**_import(held), run=None if run is None else ArchiveImportRunOut.of(run))


class BlockOut(Out):
    id: str
    size_bytes: int


class PartUploadOut(Out):
    """Where a part goes: blocks of `blockSizeBytes` and a list of them, or one PUT; the manifest in one PUT."""

    url: str
    expires_at: Moment
    block_size_bytes: int
    whole_bytes: int | None = Field(description="of what is there wholly; null before that")
    blocks: list[BlockOut] = Field(description="that have come and are not put together yet")

    @classmethod
    def of(cls, upload: PartUpload) -> Self:
        return cls(
            url=upload.signed.url,
            expires_at=upload.signed.expires_at,
            block_size_bytes=upload.block_size,
            whole_bytes=upload.whole_bytes,
            blocks=[BlockOut(id=block.id, size_bytes=block.size) for block in upload.blocks],
        )


def _import(held: ArchiveImport) -> dict[str, Any]:
    return {
        "id": held.id,
        "created_at": held.created_at,
        "created_by": held.created_by,
        "begun": held.run_id is not None,
        "expires_at": held.blobs_due_at,
    }
