"""Links by which people without an account send files: made and ended by people of the organisation."""

from http import HTTPStatus

from functions.share_links.upload_schemas import (
    NewUploadLinkOut,
    UploadLinkIn,
    UploadLinkList,
    UploadLinkOut,
    UploadLinkPage,
    UploadUseOut,
    UploadUsePage,
)
from shared.app import App
from shared.document_types.errors import DocumentTypeRetired
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Upload links")

WRITE = requires(Permission.DOCUMENTS_WRITE)


@api.post(
    "v1/upload-links",
    summary="Have files sent by link",
    auth=WRITE,
    status=HTTPStatus.CREATED,
    location="v1/upload-links/{id}",
    errors=(DocumentTypeRetired,),
    idempotent=False,
)
async def create_upload_link(body: UploadLinkIn, actor: Actor, app: App) -> NewUploadLinkOut:
    """A link for somebody without an account, within the organisation's sharing policy: where files go and as what is decided here.
    It is shown now and never again.
    """
    link, policy, token = await app.sharing.upload_links.create(actor, body.to_draft())
    url = app.sharing.upload_links.address_of(token)
    return NewUploadLinkOut.of(link, policy, app.now(), token=token, url=url)


@api.get("v1/upload-links", summary="List upload links", auth=WRITE)
async def list_upload_links(query: UploadLinkList, actor: Actor, app: App) -> UploadLinkPage:
    """One page, also of those that have ended; without their secrets."""
    page, policy = await app.sharing.upload_links.list_page(actor, query.page_request(query.sort))
    items = [UploadLinkOut.of(link, policy, app.now()) for link in page.items]
    return UploadLinkPage(items=items, next_cursor=page.next_cursor)


@api.get("v1/upload-links/{upload_link_id:length(26)}", summary="Read an upload link", auth=WRITE)
async def get_upload_link(upload_link_id: Id, actor: Actor, app: App) -> UploadLinkOut:
    """One link with what came by it so far, without its secret."""
    link, policy = await app.sharing.upload_links.read(actor, upload_link_id)
    return UploadLinkOut.of(link, policy, app.now())


@api.delete(
    "v1/upload-links/{upload_link_id:length(26)}",
    summary="Revoke an upload link",
    auth=WRITE,
    status=HTTPStatus.NO_CONTENT,
)
async def delete_upload_link(upload_link_id: Id, actor: Actor, app: App) -> None:
    """It takes nothing more, at once. What came by it stays; revoking twice is fine."""
    await app.sharing.upload_links.revoke(actor, upload_link_id)


@api.get("v1/upload-links/{upload_link_id:length(26)}/uses", summary="List the uses of an upload link", auth=WRITE)
async def list_upload_link_uses(upload_link_id: Id, query: UploadLinkList, actor: Actor, app: App) -> UploadUsePage:
    """The access log of 90 days: files announced and completed, wrong passwords, from which network and with what."""
    page = await app.sharing.upload_links.list_uses(actor, upload_link_id, query.page_request(query.sort))
    return UploadUsePage(items=[UploadUseOut.of(use) for use in page.items], next_cursor=page.next_cursor)
