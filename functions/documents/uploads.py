"""The file of the newest revision: a URL for it, how far it is, and that it is complete."""

from http import HTTPStatus

from functions.documents.endpoints import WRITE
from functions.documents.schemas import DocumentOut, UploadOut
from functions.documents.transfers import StandingOut
from shared.app import App
from shared.documents.errors import NotAwaitingUpload, SizeMismatch, UploadMissing
from shared.identity.actor import Actor
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Documents")


@api.post(
    "v1/documents/{document_id:length(26)}/upload-url",
    summary="Get a fresh signed URL",
    auth=WRITE,
    errors=(NotAwaitingUpload,),
    idempotent=False,
)
async def create_upload_url(document_id: Id, actor: Actor, app: App) -> UploadOut:
    """For an upload that is still awaited: the first URL has expired, or the upload goes on elsewhere."""
    return UploadOut.of(await app.documents.uploads.sign_again(actor, document_id))


@api.get(
    "v1/documents/{document_id:length(26)}/upload",
    summary="Read what has been uploaded so far",
    auth=WRITE,
    errors=(NotAwaitingUpload,),
)
async def get_upload(document_id: Id, actor: Actor, app: App) -> StandingOut:
    """For going on after a restart or on another device: the blocks the storage has, and a fresh URL for the others."""
    return StandingOut.of(await app.documents.uploads.get_standing(actor, document_id))


@api.post(
    "v1/documents/{document_id:length(26)}/complete",
    summary="Say that the bytes are there",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    location="v1/documents/{id}",
    errors=(UploadMissing, SizeMismatch),
)
async def complete_upload(document_id: Id, actor: Actor, app: App) -> DocumentOut:
    """Starts verification of the newest revision; follow its state. Repeating is harmless."""
    return DocumentOut.of(await app.documents.uploads.complete(actor, document_id), actor)
