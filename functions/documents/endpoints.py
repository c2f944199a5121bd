"""Documents: announce, list, read, change, download, trash, restore. Their revisions are in revisions.py, uploads in uploads.py."""

from http import HTTPStatus

from functions.documents.classification import DocumentChangeIn, DocumentList
from functions.documents.schemas import (
    AnnouncedOut,
    DocumentIn,
    DocumentOut,
    DocumentReadOut,
    DownloadQuery,
)
from functions.documents.transfers import DownloadOut
from functions.documents.views import DocumentPage, ListedDocumentOut
from shared.app import App
from shared.document_types.errors import DocumentNumberTaken, DocumentTypeRetired
from shared.documents.errors import NotApproved, NotReady, PartOfReport, TypeNotAllowed, UploadTooLarge
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Documents")

READ = requires(Permission.DOCUMENTS_READ)
WRITE = requires(Permission.DOCUMENTS_WRITE)
REVIEW = requires(Permission.DOCUMENTS_REVIEW)
CLASSIFYING = (DocumentTypeRetired, DocumentNumberTaken)
DELETE = requires(Permission.DOCUMENTS_DELETE)


@api.post(
    "v1/documents",
    summary="Announce an upload",
    auth=WRITE,
    status=HTTPStatus.CREATED,
    location="v1/documents/{document.id}",
    errors=(UploadTooLarge, TypeNotAllowed, *CLASSIFYING),
)
async def create_document(body: DocumentIn, actor: Actor, app: App) -> AnnouncedOut:
    """Registers a document and answers a signed URL for its file. The bytes go straight to the storage, never through this API."""
    document, upload, duplicates = await app.documents.service.announce(actor, body.to_draft())
    return AnnouncedOut.of(document, actor, upload, duplicates)


@api.get("v1/documents", summary="List documents", auth=READ)
async def list_documents(query: DocumentList, actor: Actor, app: App) -> DocumentPage:
    """One page of the organisation's documents, with thumbnails; those in the trash are listed apart."""
    page = await app.documents.service.list_page(actor, query.page_request(query.sort), query.to_filter())
    thumbnails = await app.documents.viewing.thumbnails(actor, page.items)
    return DocumentPage(items=ListedDocumentOut.listed(page.items, actor, thumbnails), next_cursor=page.next_cursor)


@api.get("v1/documents/{document_id:length(26)}", summary="Read a document", auth=READ)
async def get_document(document_id: Id, actor: Actor, app: App) -> DocumentReadOut:
    """One document with its newest revision and the one in force, and whether you have still to acknowledge that."""
    document = await app.documents.service.get(actor, document_id)
    duplicates = await app.documents.service.duplicates(actor, document)
    said = await app.documents.acknowledgements.own(actor, document) if document.asks(actor) else None
    return DocumentReadOut.read(document, actor, duplicates, said)


@api.patch(
    "v1/documents/{document_id:length(26)}",
    summary="Change a document",
    auth=WRITE,
    errors=(PartOfReport, *CLASSIFYING),
)
async def change_document(
    document_id: Id, body: DocumentChangeIn, if_match: str, actor: Actor, app: App
) -> DocumentOut:
    """Title, site and what it is sorted by. Who is limited to some sites moves documents between those only."""
    return DocumentOut.of(await app.documents.service.change(actor, document_id, body.to_change(), if_match), actor)


@api.post(
    "v1/documents/{document_id:length(26)}/download-url",
    summary="Get a signed URL to download",
    auth=READ,
    errors=(NotReady, NotApproved),
    idempotent=False,
)
async def create_download_url(document_id: Id, query: DownloadQuery, actor: Actor, app: App) -> DownloadOut:
    """A URL for five minutes, always as an attachment; the download is recorded. Of the revision named, or of what is `shown` to you."""
    return DownloadOut.of(*await app.documents.revisions.sign_download(actor, document_id, query.revision))


@api.delete(
    "v1/documents/{document_id:length(26)}",
    summary="Move to the trash",
    auth=DELETE,
    status=HTTPStatus.NO_CONTENT,
    errors=(PartOfReport,),
)
async def delete_document(document_id: Id, if_match: str, actor: Actor, app: App) -> None:
    """Out of sight, not gone: it can be restored."""
    await app.documents.service.trash(actor, document_id, if_match)


@api.post(
    "v1/documents/{document_id:length(26)}/restore",
    summary="Take out of the trash",
    auth=DELETE,
    errors=(PartOfReport,),
)
async def restore_document(document_id: Id, if_match: str, actor: Actor, app: App) -> DocumentOut:
    """Back among the others, as it was."""
    return DocumentOut.of(await app.documents.service.restore(actor, document_id, if_match), actor)
