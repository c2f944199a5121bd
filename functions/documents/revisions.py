"""Revisions of a document: announce a further one, list, read, give up, roll back."""

from http import HTTPStatus
from typing import Annotated

from pydantic import Field

from functions.documents.endpoints import READ, WRITE
from functions.documents.revision_schemas import ReprocessIn, RevisionOut, RevisionPage
from functions.documents.schemas import AnnouncedOut, DocumentOut, RevisionIn
from shared.app import App
from shared.documents.errors import (
    AlreadyCurrent,
    InTheTrash,
    NotGivenUp,
    NotReady,
    PartOfReport,
    RevisionPending,
    TooManyRevisions,
    TypeNotAllowed,
    UploadTooLarge,
)
from shared.documents.revision import MAX_REVISIONS
from shared.identity.actor import Actor
from shared.kit.http import Api, ListQuery
from shared.kit.ids import Id

api = Api("Documents")

Number = Annotated[int, Field(ge=1, le=MAX_REVISIONS)]
BEGINNING = (PartOfReport, RevisionPending, TooManyRevisions, InTheTrash)


@api.post(
    "v1/documents/{document_id:length(26)}/revisions",
    summary="Announce a further revision",
    auth=WRITE,
    status=HTTPStatus.CREATED,
    location="v1/documents/{document.id}/revisions/{document.newest.number}",
    errors=(UploadTooLarge, TypeNotAllowed, *BEGINNING),
)
async def create_revision(document_id: Id, body: RevisionIn, actor: Actor, app: App) -> AnnouncedOut:
    """Answers a signed URL for its file. The current revision is served until this one is ready; one at a time is on its way."""
    document, upload, duplicates = await app.documents.revisions.announce(actor, document_id, body.to_file())
    return AnnouncedOut.of(document, actor, upload, duplicates)


@api.get("v1/documents/{document_id:length(26)}/revisions", summary="List revisions", auth=READ)
async def list_revisions(document_id: Id, query: ListQuery, actor: Actor, app: App) -> RevisionPage:
    """Newest first; what was refused or given up stays, with its reason."""
    document, page = await app.documents.revisions.list_page(actor, document_id, query.page_request("id"))
    items = [RevisionOut.revision(document, revision) for revision in page.items]
    return RevisionPage(items=items, next_cursor=page.next_cursor)


@api.get("v1/documents/{document_id:length(26)}/revisions/{number}", summary="Read a revision", auth=READ)
async def get_revision(document_id: Id, number: Number, actor: Actor, app: App) -> RevisionOut:
    """One revision: current, superseded, on its way, or refused."""
    return RevisionOut.revision(*await app.documents.revisions.get(actor, document_id, number))


@api.delete(
    "v1/documents/{document_id:length(26)}/revisions/{number}",
    summary="Give up a revision",
    auth=WRITE,
    status=HTTPStatus.NO_CONTENT,
    errors=(NotGivenUp, PartOfReport),
)
async def delete_revision(document_id: Id, number: Number, actor: Actor, app: App) -> None:
    """Its file is awaited no longer. It stays in the list, its number is not given again. Repeating is harmless."""
    await app.documents.revisions.give_up(actor, document_id, number)


@api.post(
    "v1/documents/{document_id:length(26)}/revisions/{number}/restore",
    summary="Roll back to a revision",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    location="v1/documents/{id}/revisions/{newest.number}",
    errors=(NotReady, AlreadyCurrent, *BEGINNING),
)
async def restore_revision(document_id: Id, number: Number, actor: Actor, app: App) -> DocumentOut:
    """A new revision with the same bytes, copied by the storage and verified as any other; nothing is taken away."""
    document, _ = await app.documents.revisions.roll_back(actor, document_id, number)
    return DocumentOut.of(document, actor)


@api.post(
    "v1/documents/{document_id:length(26)}/revisions/{number}/reprocess",
    summary="Read and draw a revision again",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    errors=(NotReady,),
)
async def reprocess_revision(document_id: Id, number: Number, body: ReprocessIn, actor: Actor, app: App) -> RevisionOut:
    """Its text or its pictures are made anew in the background. The file itself and its state are not touched."""
    return RevisionOut.revision(*await app.documents.derivation.restart(actor, document_id, number, body.parts))
