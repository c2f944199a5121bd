"""Exports of reports: asked for, followed, cancelled, downloaded."""

from http import HTTPStatus

from functions.exports.schemas import ExportDownloadOut, ExportIn, ExportList, ExportOut, ExportPage
from shared.app import App
from shared.exports.errors import ExportNotReady, TooManyExports
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Exports")

EXPORTS = requires(Permission.EXPORTS_REQUEST)
ONE = "v1/exports/{export_id:length(26)}"


@api.post(
    "v1/exports",
    summary="Export reports",
    auth=EXPORTS,
    status=HTTPStatus.ACCEPTED,
    location="v1/exports/{id}",
    errors=(TooManyExports,),
    limit="60/minute",
)
async def create_export(body: ExportIn, actor: Actor, app: App) -> ExportOut:
    """PDF of up to 2,000 reports; XLSX, CSV or JSON of up to 100,000. Of what you may see when it is written. Follow its state.

    A report is written in its newest revision, a draft that was never submitted as it is. CSV is one file for one type without tables
    of its own (daily production), else a ZIP of files.
    """
    return ExportOut.of(await app.exports.service.request(actor, body.to_order()))


@api.get("v1/exports", summary="List your exports", auth=EXPORTS)
async def list_exports(query: ExportList, actor: Actor, app: App) -> ExportPage:
    """One page of your own, those that have expired among them."""
    page = await app.exports.service.list_page(actor, query.page_request(query.sort))
    return ExportPage(items=[ExportOut.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get(ONE, summary="Read an export", auth=EXPORTS)
async def get_export(export_id: Id, actor: Actor, app: App) -> ExportOut:
    """How far it is, or what is in it. One of your own."""
    return ExportOut.of(await app.exports.service.get(actor, export_id))


@api.post(f"{ONE}/cancel", summary="Cancel an export", auth=EXPORTS, status=HTTPStatus.ACCEPTED)
async def cancel_export(export_id: Id, actor: Actor, app: App) -> ExportOut:
    """Within about a second. What was written is deleted. One that has ended stays as it is."""
    return ExportOut.of(await app.exports.service.cancel(actor, export_id))


@api.get(f"{ONE}/download", summary="Download an export", auth=EXPORTS, errors=(ExportNotReady,))
async def get_export_download(export_id: Id, actor: Actor, app: App) -> ExportDownloadOut:
    """Fresh signed URLs of the file and its manifest. Who asked for them is on record."""
    return ExportDownloadOut.of(await app.exports.service.sign_download(actor, export_id))
