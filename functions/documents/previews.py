"""A file looked at in place: pictures and text of its pages."""

from functions.documents.endpoints import READ
from functions.documents.revisions import Number
from functions.documents.views import PageTextList, PageTextPage, PreviewOut
from shared.app import App
from shared.documents.errors import NotReady
from shared.identity.actor import Actor
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Documents")


@api.get(
    "v1/documents/{document_id:length(26)}/revisions/{number}/preview",
    summary="Look at the pages of a revision",
    auth=READ,
    errors=(NotReady,),
)
async def get_preview(document_id: Id, number: Number, actor: Actor, app: App) -> PreviewOut:
    """Signed URLs of WebP pictures of the first pages, of any ready revision. They work for 10 to 20 minutes."""
    return PreviewOut.of(*await app.documents.viewing.preview(actor, document_id, number))


@api.get(
    "v1/documents/{document_id:length(26)}/revisions/{number}/pages",
    summary="Read the text of a revision",
    auth=READ,
    errors=(NotReady,),
)
async def list_page_texts(document_id: Id, number: Number, query: PageTextList, actor: Actor, app: App) -> PageTextPage:
    """Page by page, from any page on: what was found by search, in its place."""
    request = query.page_request("id")
    return PageTextPage.of(
        *await app.documents.viewing.list_pages(actor, document_id, number, request, first=query.first)
    )
