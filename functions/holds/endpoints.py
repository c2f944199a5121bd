"""Legal holds: cases, and the documents they keep."""

from http import HTTPStatus

from functions.holds.schemas import (
    HeldDocumentList,
    HeldDocumentOut,
    HeldDocumentPage,
    HoldChangeIn,
    HoldIn,
    HoldList,
    HoldOut,
    HoldPage,
)
from shared.app import App
from shared.documents.keeping import BeingDeleted
from shared.holds.errors import HoldClosed, TooManyHolds
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Legal holds")

READ = requires(Permission.HOLDS_READ)
WRITE = requires(Permission.HOLDS_WRITE)
ONE = "v1/holds/{hold_id:length(26)}"
HELD = "v1/holds/{hold_id:length(26)}/documents/{document_id:length(26)}"


@api.post("v1/holds", summary="Open a case", auth=WRITE, status=HTTPStatus.CREATED, location="v1/holds/{id}")
async def create_hold(body: HoldIn, actor: Actor, app: App) -> HoldOut:
    """A reason to keep documents, whatever becomes of them otherwise. A document can be in several cases."""
    return HoldOut.of(await app.holds.service.create(actor, body.to_draft()))


@api.get("v1/holds", summary="List cases", auth=READ)
async def list_holds(query: HoldList, actor: Actor, app: App) -> HoldPage:
    """One page of the organisation's cases, also of those that were closed."""
    page = await app.holds.service.list_page(actor, query.page_request(query.sort), query.state)
    return HoldPage(items=[HoldOut.of(hold) for hold in page.items], next_cursor=page.next_cursor)


@api.get(ONE, summary="Read a case", auth=READ)
async def get_hold(hold_id: Id, actor: Actor, app: App) -> HoldOut:
    """One case; its documents are listed apart."""
    return HoldOut.of(await app.holds.service.get(actor, hold_id))


@api.patch(ONE, summary="Change a case", auth=WRITE, errors=(HoldClosed,))
async def change_hold(hold_id: Id, body: HoldChangeIn, if_match: str, actor: Actor, app: App) -> HoldOut:
    """Name and reason of an open case."""
    return HoldOut.of(await app.holds.service.change(actor, hold_id, body.to_change(), if_match))


@api.post(f"{ONE}/close", summary="Close a case", auth=WRITE, status=HTTPStatus.ACCEPTED, location="v1/holds/{id}")
async def close_hold(hold_id: Id, actor: Actor, app: App) -> HoldOut:
    """Lets all its documents go, and takes no more. Follow its state; those that other cases hold stay held. Repeating is harmless."""
    return HoldOut.of(await app.holds.service.close(actor, hold_id))


@api.get(f"{ONE}/documents", summary="List the documents of a case", auth=READ)
async def list_held_documents(hold_id: Id, query: HeldDocumentList, actor: Actor, app: App) -> HeldDocumentPage:
    """One page of those it holds now and that you may see, trashed ones too."""
    page = await app.holds.service.list_documents(actor, hold_id, query.page_request(query.sort))
    items = [HeldDocumentOut.of(document) for document in page.items]
    return HeldDocumentPage(items=items, next_cursor=page.next_cursor)


@api.put(HELD, summary="Put a document under hold", auth=WRITE, errors=(HoldClosed, BeingDeleted, TooManyHolds))
async def hold_document(hold_id: Id, document_id: Id, actor: Actor, app: App) -> HeldDocumentOut:
    """From now on nobody deletes it for good, nor any of its revisions; the storage follows in seconds. Repeating is harmless."""
    return HeldDocumentOut.of(await app.holds.service.add(actor, hold_id, document_id))


@api.delete(HELD, summary="Take a document out of a case", auth=WRITE, status=HTTPStatus.NO_CONTENT)
async def release_document(hold_id: Id, document_id: Id, actor: Actor, app: App) -> None:
    """Other cases go on holding it. Repeating is harmless."""
    await app.holds.service.remove(actor, hold_id, document_id)
