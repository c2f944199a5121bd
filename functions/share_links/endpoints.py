"""Links to documents: made and ended by people of the organisation, used by whoever holds one."""

from http import HTTPStatus

from functions.share_links.schemas import (
    NewShareLinkOut,
    SharedDownloadIn,
    SharedDownloadOut,
    SharedIn,
    SharedOut,
    SharedViewIn,
    SharedViewOut,
    ShareLinkIn,
    ShareLinkList,
    ShareLinkOut,
    ShareLinkPage,
    ShareUseOut,
    ShareUsePage,
)
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.errors import LinkInvalid, TooManyAttempts
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api, Request, anonymous
from shared.kit.ids import Id
from shared.share_links.errors import LinkPasswordWrong, LookEnded, NoPreview, NothingToShare, ViewOnly
from shared.share_links.link import Visitor

api = Api("Share links")

SHARE = requires(Permission.DOCUMENTS_SHARE)
HOLDER = anonymous("whoever holds the link is the one it was given to")


@api.post(
    "v1/documents/{document_id:length(26)}/share-links",
    summary="Share a document by link",
    auth=SHARE,
    status=HTTPStatus.CREATED,
    location="v1/share-links/{id}",
    errors=(NothingToShare,),
    idempotent=False,
)
async def create_share_link(document_id: Id, body: ShareLinkIn, actor: Actor, app: App) -> NewShareLinkOut:
    """A link for somebody without an account, within the organisation's sharing policy. It is shown now and never again."""
    link, policy, token = await app.sharing.links.create(actor, document_id, body.to_draft())
    return NewShareLinkOut.of(link, policy, app.now(), token=token, url=app.sharing.links.address_of(token))


@api.get("v1/documents/{document_id:length(26)}/share-links", summary="List the links to a document", auth=SHARE)
async def list_share_links(document_id: Id, query: ShareLinkList, actor: Actor, app: App) -> ShareLinkPage:
    """One page, also of those that have ended; without their secrets."""
    page, policy = await app.sharing.links.list_page(actor, document_id, query.page_request(query.sort))
    items = [ShareLinkOut.of(link, policy, app.now()) for link in page.items]
    return ShareLinkPage(items=items, next_cursor=page.next_cursor)


@api.delete(
    "v1/documents/{document_id:length(26)}/share-links",
    summary="Revoke every link to a document",
    auth=SHARE,
    status=HTTPStatus.NO_CONTENT,
)
async def delete_share_links(document_id: Id, actor: Actor, app: App) -> None:
    """None of them works any more; repeating is harmless."""
    await app.sharing.links.revoke_all(actor, document_id)


@api.get("v1/share-links/{link_id:length(26)}", summary="Read a link", auth=SHARE)
async def get_share_link(link_id: Id, actor: Actor, app: App) -> ShareLinkOut:
    """One link with its count of uses, without its secret."""
    link, policy = await app.sharing.links.read(actor, link_id)
    return ShareLinkOut.of(link, policy, app.now())


@api.delete("v1/share-links/{link_id:length(26)}", summary="Revoke a link", auth=SHARE, status=HTTPStatus.NO_CONTENT)
async def delete_share_link(link_id: Id, actor: Actor, app: App) -> None:
    """It works no more, at once. It stays on record; revoking twice is fine."""
    await app.sharing.links.revoke(actor, link_id)


@api.get("v1/share-links/{link_id:length(26)}/uses", summary="List the uses of a link", auth=SHARE)
async def list_share_link_uses(link_id: Id, query: ShareLinkList, actor: Actor, app: App) -> ShareUsePage:
    """The access log of 90 days: downloads, looks and wrong passwords, from which network and with what."""
    page = await app.sharing.links.list_uses(actor, link_id, query.page_request(query.sort))
    return ShareUsePage(items=[ShareUseOut.of(use) for use in page.items], next_cursor=page.next_cursor)


@api.post(
    "v1/shared/read",
    summary="What does this link lead to?",
    auth=HOLDER,
    errors=(LinkInvalid, TooManyAttempts),
    idempotent=False,
)
async def read_shared(body: SharedIn, request: Request, app: App) -> SharedOut:
    """What the page shows before a download; counts as no use. The token travels in the body, where no log sees it."""
    return SharedOut.of(await app.sharing.visits.read(body.token, _visitor(request)))


@api.post(
    "v1/shared/download",
    summary="Download by link",
    auth=HOLDER,
    errors=(LinkInvalid, LinkPasswordWrong, ViewOnly, TooManyAttempts),
    idempotent=False,
)
async def download_shared(body: SharedDownloadIn, request: Request, app: App) -> SharedDownloadOut:
    """A URL for five minutes, always as an attachment. Every one that is given is a use of the link and recorded."""
    return SharedDownloadOut.of(*await app.sharing.visits.download(body.token, body.password, _visitor(request)))


@api.post(
    "v1/shared/view",
    summary="Look at the pages behind a link",
    auth=HOLDER,
    errors=(LinkInvalid, LinkPasswordWrong, LookEnded, NoPreview, TooManyAttempts),
    idempotent=False,
)
async def view_shared(body: SharedViewIn, request: Request, app: App) -> SharedViewOut:
    """URLs of pictures of the first pages, for 10 to 20 minutes. Looking is a use of the link and recorded, as a download is.
    Asking again with `passed` within the hour is none, as long as the link works otherwise and leads to the same revision.
    """
    visits, visitor = app.sharing.visits, _visitor(request)
    if body.passed is not None:
        return SharedViewOut.of(await visits.look_on(body.token, body.passed, visitor))
    return SharedViewOut.of(await visits.view(body.token, body.password, visitor))


def _visitor(request: Request) -> Visitor:
    return Visitor(request.client_address, request.headers.get("user-agent", ""))
