"""Documents: announce, upload, complete, list, read, download, trash, restore."""

from http import HTTPStatus

from functions.documents.schemas import (
    AnnouncedOut,
    DocumentIn,
    DocumentList,
    DocumentOut,
    DocumentPage,
    DownloadOut,
    UploadOut,
)
from shared.app import App
from shared.documents.errors import (
    NotAwaitingUpload,
    NotReady,
    SizeMismatch,
    TypeNotAllowed,
    UploadMissing,
    UploadTooLarge,
)
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Documents")

READ = requires(Permission.DOCUMENTS_READ)
WRITE = requires(Permission.DOCUMENTS_WRITE)
DELETE = requires(Permission.DOCUMENTS_DELETE)


@api.post(
    "v1/documents",
    summary="Announce an upload",
    auth=WRITE,
    status=HTTPStatus.CREATED,
    location="v1/documents/{document.id}",
    errors=(UploadTooLarge, TypeNotAllowed),
)
async def create_document(body: DocumentIn, actor: Actor, app: App) -> AnnouncedOut:
    """Registers a document and answers a signed URL for its file. The bytes go straight to the storage, never through this API."""
    document, upload = await app.documents.announce(actor, body.to_draft())
    return AnnouncedOut(document=DocumentOut.of(document), upload=UploadOut.of(upload))


@api.post(
    "v1/documents/{document_id:length(26)}/upload-url",
    summary="Get a fresh signed URL",
    auth=WRITE,
    errors=(NotAwaitingUpload,),
    idempotent=False,
)
async def create_upload_url(document_id: Id, actor: Actor, app: App) -> UploadOut:
    """For an upload that is still awaited: the first URL has expired, or the upload goes on elsewhere."""
    return UploadOut.of(await app.documents.sign_again(actor, document_id))


@api.post(
    "v1/documents/{document_id:length(26)}/complete",
    summary="Say that the bytes are there",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    location="v1/documents/{id}",
    errors=(UploadMissing, SizeMismatch),
)
async def complete_upload(document_id: Id, actor: Actor, app: App) -> DocumentOut:
    """Starts verification; follow the document's state. Repeating is harmless."""
    return DocumentOut.of(await app.documents.complete(actor, document_id))


@api.get("v1/documents", summary="List documents", auth=READ)
async def list_documents(query: DocumentList, actor: Actor, app: App) -> DocumentPage:
    """One page of the organisation's documents; those in the trash are listed apart."""
    page = await app.documents.list_page(actor, query.page_request(query.sort), query.state, query.trashed)
    return DocumentPage(items=[DocumentOut.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get("v1/documents/{document_id:length(26)}", summary="Read a document", auth=READ)
async def get_document(document_id: Id, actor: Actor, app: App) -> DocumentOut:
    """One document with the state of its file."""
    return DocumentOut.of(await app.documents.get(actor, document_id))


@api.post(
    "v1/documents/{document_id:length(26)}/download-url",
    summary="Get a signed URL to download",
    auth=READ,
    errors=(NotReady,),
    idempotent=False,
)
async def create_download_url(document_id: Id, actor: Actor, app: App) -> DownloadOut:
    """A URL for five minutes, always as an attachment; the download is recorded."""
    return DownloadOut.of(*await app.documents.sign_download(actor, document_id))


@api.delete(
    "v1/documents/{document_id:length(26)}", summary="Move to the trash", auth=DELETE, status=HTTPStatus.NO_CONTENT
)
async def delete_document(document_id: Id, if_match: str, actor: Actor, app: App) -> None:
    """Out of sight, not gone: it can be restored."""
    await app.documents.trash(actor, document_id, if_match)


@api.post("v1/documents/{document_id:length(26)}/restore", summary="Take out of the trash", auth=DELETE)
async def restore_document(document_id: Id, if_match: str, actor: Actor, app: App) -> DocumentOut:
    """Back among the others, as it was."""
    return DocumentOut.of(await app.documents.restore(actor, document_id, if_match))
