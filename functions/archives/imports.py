"""Archives restored into an organisation that has no documents yet."""

from http import HTTPStatus

from functions.archives.endpoints import ARCHIVES, PROVED
from functions.archives.schemas import (
    ArchiveImportIn,
    ArchiveImportOut,
    ArchiveImportPage,
    ArchiveImportRow,
    ArchiveImportRunIn,
    ArchiveList,
    PartQuery,
    PartUploadOut,
)
from shared.app import App
from shared.archives.errors import ImportExpired, ImportUnderWay, ManifestMissing, OrganisationNotEmpty
from shared.identity.actor import Actor
from shared.kit.http import Api, Request
from shared.kit.ids import Id

api = Api("Archives")


@api.post(
    "v1/archive-imports",
    summary="Announce an archive to restore",
    auth=ARCHIVES,
    status=HTTPStatus.CREATED,
    location="v1/archive-imports/{id}",
    errors=PROVED,
    limit="30/minute",
)
async def create_archive_import(body: ArchiveImportIn, request: Request, actor: Actor, app: App) -> ArchiveImportOut:
    """Then upload the manifest (part 0) and every part, and run it."""
    held = await app.archives.imports.create(
        actor,
        body.to_proof(),
        request.client_address,
        manifest_size=body.manifest_size_bytes,
        manifest_sha256=body.manifest_sha256,
    )
    return ArchiveImportOut.read(held, None)


@api.get("v1/archive-imports", summary="List imports of archives", auth=ARCHIVES)
async def list_archive_imports(query: ArchiveList, actor: Actor, app: App) -> ArchiveImportPage:
    """One page of them."""
    page = await app.archives.imports.list_page(actor, query.page_request(query.sort))
    return ArchiveImportPage(items=[ArchiveImportRow.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get("v1/archive-imports/{import_id:length(26)}", summary="Read an import of an archive", auth=ARCHIVES)
async def get_archive_import(import_id: Id, actor: Actor, app: App) -> ArchiveImportOut:
    """How far it is, or how it ended."""
    return ArchiveImportOut.read(*await app.archives.imports.get(actor, import_id))


@api.post(
    "v1/archive-imports/{import_id:length(26)}/upload-url",
    summary="Get a signed URL for a part",
    auth=ARCHIVES,
    errors=(ImportExpired, ImportUnderWay),
    idempotent=False,
)
async def create_archive_part_url(import_id: Id, query: PartQuery, actor: Actor, app: App) -> PartUploadOut:
    """For the first time, or to go on: it says which blocks the storage has. The manifest says by its hashes which bytes count."""
    return PartUploadOut.of(await app.archives.imports.sign_upload(actor, import_id, query.part))


@api.post(
    "v1/archive-imports/{import_id:length(26)}/run",
    summary="Check and restore an archive",
    auth=ARCHIVES,
    status=HTTPStatus.ACCEPTED,
    location="v1/archive-imports/{id}",
    errors=(ImportExpired, ImportUnderWay, ManifestMissing, OrganisationNotEmpty),
)
async def run_archive_import(import_id: Id, body: ArchiveImportRunIn, actor: Actor, app: App) -> ArchiveImportOut:
    """Everything is checked before anything is written. What failed or was cancelled goes on where it was. Follow its state."""
    return ArchiveImportOut.read(*await app.archives.imports.begin(actor, import_id, dry_run=body.dry_run))


@api.post("v1/archive-imports/{import_id:length(26)}/cancel", summary="Cancel an import of an archive", auth=ARCHIVES)
async def cancel_archive_import(import_id: Id, actor: Actor, app: App) -> ArchiveImportOut:
    """What was restored stays; running it again goes on. One that has ended stays as it is."""
    return ArchiveImportOut.read(*await app.archives.imports.cancel(actor, import_id))
