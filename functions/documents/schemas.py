"""Documents on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field

from functions.documents.classification import ClassificationIn
from shared.documents.acknowledgement import Acknowledgement
from shared.documents.drafts import DocumentDraft, Duplicate, FileDraft
from shared.documents.model import Document
from shared.documents.review import ControlStatus
from shared.documents.revision import RevisionState, RevisionSummary
from shared.documents.titles import FileName, MediaType, Sha256, SizeBytes, Title
from shared.identity.actor import Actor
from shared.identity.permissions import Permission, Role
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out

if TYPE_CHECKING:
    from shared.documents.announcing import Upload


class RevisionIn(In):
    file_name: FileName
    size_bytes: SizeBytes
    sha256: Sha256
    content_type: MediaType

    def to_file(self) -> FileDraft:
        return FileDraft(self.file_name, self.size_bytes, self.sha256, self.content_type)


class DocumentIn(RevisionIn, ClassificationIn):
    title: Title | None = Field(default=None, description="the file name if left out")
    site_id: Id | None = Field(default=None, description="without it, everybody in the organisation sees the document")

    def to_draft(self) -> DocumentDraft:
        return DocumentDraft(self.to_file(), self.title, self.site_id, self.classification())


class DownloadQuery(In):
    revision: int | None = Field(
        default=None,
        ge=1,
        description="a number; without it what is `shown` to you",
    )


class RejectionOut(Out):
    code: str
    message: str


class GuestOut(Out):
    link_id: str
    name: str = Field(description="what they call themselves")


class FileOut(Out):
    """One revision's file and what became of it."""

    number: int
    state: RevisionState
    rejection: RejectionOut | None
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    detected_type: str | None

    @classmethod
    def of(cls, file: RevisionSummary) -> Self:
        return cls(**file_facts(file))


class ShownOut(Out):
    """One of the revisions of a document, and where it stands among the others."""

    revision: int
    in_force: bool
    superseded_by: int | None = Field(description="the revision in force, if it is a later one")
    is_newest: bool = Field(description="no later one is ready or on its way")

    @classmethod
    def of(cls, document: Document, shown: RevisionSummary | None) -> Self | None:
        return None if shown is None else cls(**standing(document, shown.number))


def standing(document: Document, number: int) -> dict[str, Any]:
    return {
        "revision": number,
        "in_force": document.is_approved(number),
        "superseded_by": document.superseded_by(number),
        "is_newest": not document.has_newer(number),
    }


class DocumentOut(Out):
    id: str
    title: str
    number: str | None = Field(description="unique in the organisation; null without a type")
    site_id: str | None = Field(description="null: of no site, for everybody in the organisation")
    type_id: str | None
    type_version: int | None = Field(description="the version of the type that `fields` keep to")
    discipline: str | None
    tags: list[str]
    fields: dict[str, Any] = Field(
        description="custom fields that have a value, by key: a text, a date as 2026-05-04, or a number with `unit` and `si`"
    )
    newest: FileOut = Field(description="the last revision announced, whatever became of it")
    current: FileOut | None = Field(description="the newest ready revision")
    approved: FileOut | None = Field(description="the revision in force")
    shown: ShownOut | None = Field(
        description="what you get where you name no revision: the one in force; the current one if you may review"
    )
    status: ControlStatus = Field(description="of the current revision")
    review_required: bool = Field(description="if not, whatever is ready is approved")
    in_review: int | None = Field(description="the number of the revision that is being reviewed")
    acknowledgement_roles: list[Role] = Field(description="who has to acknowledge the revision in force")
    added_acknowledgement_roles: list[Role] = Field(
        description="those of them who are asked besides by this document alone"
    )
    is_held: bool = Field(description="under legal hold: nobody can delete it for good")
    holds: list[str] | None = Field(description="ids of the cases that hold it; null for who may not read cases")
    report_id: str | None = Field(description="the report that it is part of, and follows")
    guest: GuestOut | None = Field(description="who sent it by an upload link; it is its maker's all the same")
    created_at: Moment
    created_by: str
    updated_at: Moment
    trashed_at: Moment | None
    etag: str

    @classmethod
    def of(cls, document: Document, actor: Actor) -> Self:
        """As the actor may see it."""
        return cls(**_document(document, actor))


class DuplicateOut(Out):
    id: str
    title: str
    trashed: bool

    @classmethod
    def of(cls, duplicate: Duplicate) -> Self:
        return cls(id=duplicate.id, title=duplicate.title, trashed=duplicate.trashed)


class AskedOut(Out):
    """You are asked to acknowledge the revision in force."""

    revision: int
    acknowledged_at: Moment | None = Field(description="null: still to be done")

    @classmethod
    def of(cls, document: Document, actor: Actor, said: Acknowledgement | None) -> Self | None:
        if document.approved is None or not document.asks(actor):
            return None
        return cls(revision=document.approved.number, acknowledged_at=None if said is None else said.created_at)


class DocumentReadOut(DocumentOut):
    duplicates: list[DuplicateOut] = Field(
        description="others that held the bytes of the newest or current revision when it was verified, as far as you may see them"
    )

    acknowledgement: AskedOut | None = Field(description="what is asked of you; null: nothing")

    @property
    def says_more(self) -> bool:
        """What somebody has acknowledged, and other documents, do not show from this one's version."""
        return self.acknowledgement is not None or bool(self.duplicates)

    @classmethod
    def read(cls, document: Document, actor: Actor, duplicates: list[Duplicate], said: Acknowledgement | None) -> Self:
        """`said` is the actor's own acknowledgement of the revision in force."""
        return cls(
            **_document(document, actor),
            duplicates=[DuplicateOut.of(one) for one in duplicates],
            acknowledgement=AskedOut.of(document, actor, said),
        )


class UploadOut(Out):
    """PUT the whole file to `url` (single), or blocks of `blockSizeBytes` and then the block list (blocks).

    Blocks named alike everywhere, base64 of `block-000000` and so on, can be gone on with on another device.
    """

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
    duplicates: list[DuplicateOut] = Field(description="documents you may see that hold the same bytes already")

    @classmethod
    def of(cls, document: Document, actor: Actor, upload: Upload, duplicates: list[Duplicate]) -> Self:
        return cls(
            document=DocumentOut.of(document, actor),
            upload=UploadOut.of(upload),
            duplicates=[DuplicateOut.of(one) for one in duplicates],
        )


def file_facts(file: RevisionSummary) -> dict[str, Any]:
    rejection = None if file.rejection is None else RejectionOut(**file.rejection.model_dump())
    names = [name for name in FileOut.model_fields if name != "rejection"]
    return {**{name: getattr(file, name) for name in names}, "rejection": rejection}


def _document(document: Document, actor: Actor) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "number": document.number,
        "site_id": document.site_id,
        "type_id": document.type_id,
        "type_version": document.type_version,
        "discipline": document.discipline,
        "tags": list(document.tags),
        "fields": document.fields,
        "newest": FileOut.of(document.newest),
        "current": None if document.current is None else FileOut.of(document.current),
        "approved": None if document.approved is None else FileOut.of(document.approved),
        "shown": ShownOut.of(document, document.shown_to(actor)),
        "status": document.status,
        "review_required": document.review_required,
        "in_review": document.in_review,
        "acknowledgement_roles": list(document.acknowledgers),
        "added_acknowledgement_roles": list(document.own_acknowledgers),
        "is_held": document.is_held,
        "holds": list(document.holds) if Permission.HOLDS_READ in actor.permissions else None,
        "report_id": document.report_id,
        "guest": None if document.guest is None else GuestOut(**dict(document.guest)),
        "created_at": document.created_at,
        "created_by": document.created_by,
        "updated_at": document.updated_at,
        "trashed_at": document.trashed_at,
        "etag": document.etag,
    }
