"""Read and acknowledge: say so, who has and has not, what is still to be read."""

from typing import Self

from pydantic import Field

from functions.documents.endpoints import READ
from shared.app import App
from shared.documents.acknowledgement import Acknowledgement
from shared.documents.acknowledgements import Due
from shared.documents.acknowledging import Progress, Reader, Standing
from shared.documents.errors import InTheTrash, NotAsked, NotInForce
from shared.documents.revision import MAX_REVISIONS
from shared.errors import Forbidden
from shared.identity.actor import Actor
from shared.identity.permissions import Permission, Role
from shared.identity.policy import requires
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.kit.paging import Page

api = Api("Documents")

ACKNOWLEDGE = requires(Permission.DOCUMENTS_ACKNOWLEDGE)


class AcknowledgementIn(In):
    revision: int = Field(ge=1, le=MAX_REVISIONS, strict=True, description="the one that was read: it must be in force")


class AcknowledgementOut(Out):
    document_id: str
    revision: int
    user_id: str
    role: Role
    sha256: str = Field(description="of the file that was read")
    acknowledged_at: Moment

    @classmethod
    def of(cls, said: Acknowledgement) -> Self:
        return cls(
            document_id=said.document_id,
            revision=said.revision,
            user_id=said.created_by,
            role=said.role,
            sha256=said.sha256,
            acknowledged_at=said.created_at,
        )


class ReaderList(ListQuery):
    standing: Standing | None = Field(
        default=None,
        description="without it everybody who must, by name; outstanding: those of them who have not; "
        "acknowledged: whoever has, in that order, also if they have left or need not any more",
    )
    revision: int | None = Field(default=None, ge=1, le=MAX_REVISIONS, description="without it, the one in force")


class ReaderOut(Out):
    user_id: str
    name: str | None = Field(description="null: was deleted")
    role: Role = Field(description="of who has acknowledged in the past: the one they had then, where that is listed")
    must: bool = Field(description="is asked, as things are now")
    acknowledged_at: Moment | None

    @classmethod
    def of(cls, reader: Reader) -> Self:
        return cls(**{name: getattr(reader, name) for name in cls.model_fields})


class DueOut(Out):
    """A document whose revision in force you have not acknowledged."""

    document_id: str
    title: str
    number: str | None
    site_id: str | None
    type_id: str | None
    revision: int
    file_name: str
    size_bytes: int
    in_force_since: Moment | None

    @classmethod
    def of(cls, due: Due) -> Self:
        facts = due.model_dump(include={"title", "number", "site_id", "type_id", "file_name", "size_bytes"})
        return cls(document_id=due.id, revision=due.in_force, in_force_since=due.approved_at, **facts)


class DuePage(PageOut):
    items: list[DueOut]


class ProgressOut(Out):
    asked: int
    acknowledged: int = Field(description="of those who are asked")


class ReaderPage(PageOut):
    items: list[ReaderOut]
    revision: int | None = Field(description="the revision this is about; null: none is in force")
    roles: list[Role] = Field(description="which roles must acknowledge it")
    progress: ProgressOut | None = Field(description="on the first page only")

    @classmethod
    def of(cls, page: Page[Reader], revision: int | None, roles: tuple[Role, ...], progress: Progress | None) -> Self:
        counted = None if progress is None else ProgressOut(asked=progress.asked, acknowledged=progress.acknowledged)
        items = [ReaderOut.of(reader) for reader in page.items]
        return cls(items=items, next_cursor=page.next_cursor, revision=revision, roles=list(roles), progress=counted)


@api.post(
    "v1/documents/{document_id:length(26)}/acknowledgements",
    summary="Acknowledge the revision in force",
    auth=ACKNOWLEDGE,
    errors=(InTheTrash, NotAsked, NotInForce),
)
async def acknowledge_document(document_id: Id, body: AcknowledgementIn, actor: Actor, app: App) -> AcknowledgementOut:
    """You have read it. For those who are asked, in person; it stays on record and is never taken back. Repeating is harmless."""
    return AcknowledgementOut.of(await app.documents.acknowledgements.acknowledge(actor, document_id, body.revision))


@api.get(
    "v1/documents/{document_id:length(26)}/acknowledgements",
    summary="Who has acknowledged a document, and who has not",
    auth=READ,
    errors=(Forbidden,),
)
async def list_acknowledgements(document_id: Id, query: ReaderList, actor: Actor, app: App) -> ReaderPage:
    """For those who may review, and for who announced the document. One page; a page of who is outstanding may be short before the end."""
    service = app.documents.acknowledgements
    request = query.page_request("id")
    document, number, page = await service.list_readers(actor, document_id, request, query.standing, query.revision)
    progress = await service.progress(document, number) if number is not None and query.cursor is None else None
    return ReaderPage.of(page, number, document.acknowledgers, progress)


@api.get("v1/documents/to-acknowledge", summary="List what you have still to acknowledge", auth=ACKNOWLEDGE)
async def list_documents_to_acknowledge(query: ListQuery, actor: Actor, app: App) -> DuePage:
    """Documents that ask you about the revision in force, oldest document first. A page may be short before the end."""
    page = await app.documents.acknowledgements.list_due(actor, query.page_request("id"))
    return DuePage(items=[DueOut.of(one) for one in page.items], next_cursor=page.next_cursor)
