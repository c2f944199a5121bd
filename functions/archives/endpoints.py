"""Archives of the whole organisation: written, followed, downloaded."""

from http import HTTPStatus

from functions.archives.schemas import (
    ArchiveDownloadOut,
    ArchiveList,
    ArchiveOut,
    ArchivePage,
    PartQuery,
    ProvedIn,
)
from shared.app import App
from shared.archives.errors import ArchiveNotReady, ArchiveUnderWay
from shared.identity.actor import Actor
from shared.identity.errors import NoPassword, ProofWrong, SessionExpired, TooManyAttempts
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api, Request
from shared.kit.ids import Id

api = Api("Archives")

ARCHIVES = requires(Permission.ARCHIVES_WRITE)
PROVED = (SessionExpired, NoPassword, ProofWrong, TooManyAttempts)


@api.post(
    "v1/archives",
    summary="Archive the whole organisation",
    auth=ARCHIVES,
    status=HTTPStatus.ACCEPTED,
    location="v1/archives/{id}",
    errors=(*PROVED, ArchiveUnderWay),
    limit="30/minute",
)
async def create_archive(body: ProvedIn, request: Request, actor: Actor, app: App) -> ArchiveOut:
    """Everything there is, as ZIP parts and a manifest with their hashes (docs/archive-format.md). Follow its state."""
    return ArchiveOut.of(await app.archives.service.begin(actor, body.to_proof(), request.client_address))


@api.get("v1/archives", summary="List archives", auth=ARCHIVES)
async def list_archives(query: ArchiveList, actor: Actor, app: App) -> ArchivePage:
    """One page of them; those that have expired among them."""
    page = await app.archives.service.list_page(actor, query.page_request(query.sort))
    return ArchivePage(items=[ArchiveOut.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get("v1/archives/{archive_id:length(26)}", summary="Read an archive", auth=ARCHIVES)
async def get_archive(archive_id: Id, actor: Actor, app: App) -> ArchiveOut:
    """How far it is, or what is in it."""
    return ArchiveOut.of(await app.archives.service.get(actor, archive_id))


@api.post("v1/archives/{archive_id:length(26)}/cancel", summary="Cancel an archive", auth=ARCHIVES)
async def cancel_archive(archive_id: Id, actor: Actor, app: App) -> ArchiveOut:
    """What was written is deleted. One that has ended stays as it is."""
    return ArchiveOut.of(await app.archives.service.cancel(actor, archive_id))


@api.post(
    "v1/archives/{archive_id:length(26)}/download-url",
    summary="Download a part of an archive",
    auth=ARCHIVES,
    errors=(ArchiveNotReady,),
    idempotent=False,
)
async def create_archive_download(archive_id: Id, query: PartQuery, actor: Actor, app: App) -> ArchiveDownloadOut:
    """A signed URL. Who asked for which part is on record."""
    return ArchiveDownloadOut.of(await app.archives.service.sign_download(actor, archive_id, query.part))
