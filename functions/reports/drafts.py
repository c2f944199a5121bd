"""A report as people and devices write it: read, edit, discard."""

from http import HTTPStatus

from functions.reports.schemas import ReportEditIn, ReportReadOut, ReportSavedOut
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Answer, Api
from shared.kit.ids import Id
from shared.reports.errors import (
    AlreadySubmitted,
    EditConflict,
    EditionUnknown,
    NoSuchDay,
    NotEditable,
    NotYours,
    PayloadTooLarge,
    ReportDiscarded,
    ReportExists,
    ReportIdTaken,
)

api = Api("Reports")

READ = requires(Permission.REPORTS_READ)
WRITE = requires(Permission.REPORTS_WRITE)
PLACING = (ReportIdTaken, ReportExists, ReportDiscarded, NoSuchDay, PayloadTooLarge)


@api.get("v1/reports/{report_id:length(26)}", summary="Read a report", auth=READ)
async def get_report(report_id: Id, actor: Actor, app: App) -> ReportReadOut:
    """Where it stands and what it says now, as it was entered. What was submitted is read by revision."""
    return ReportReadOut.read(*await app.reports.service.get(actor, report_id))


@api.put(
    "v1/reports/{report_id:length(26)}",
    summary="Send an edit of a report",
    auth=WRITE,
    also=HTTPStatus.CREATED,
    errors=(*PLACING, NotEditable, EditConflict, EditionUnknown),
)
async def put_report(report_id: Id, body: ReportEditIn, actor: Actor, app: App) -> Answer[ReportSavedOut]:
    """Stores what a device has. The id is the device's own, and so are those of its edits, so that a message may come twice, late or
    out of order: it holds all that the device has not seen confirmed, and one whose edits are all known changes nothing. 201 when the
    report was not there before.

    What somebody else changed meanwhile is brought together with it, field by field (`merged`). If both changed one field, nothing is
    stored: 409 `edit_conflict` carries all sides (`base`, `mine`, `theirs`, `merged`, `conflicts`). The device then sends what shall
    stay, based on the `edition` it was told, with the edits that are still unconfirmed and a new one.
    """
    saved = await app.reports.drafting.save(actor, report_id, body.to_edit())
    return Answer(ReportSavedOut.saved(saved), status=HTTPStatus.CREATED if saved.created else None)


@api.delete(
    "v1/reports/{report_id:length(26)}",
    summary="Discard a draft",
    auth=WRITE,
    status=HTTPStatus.NO_CONTENT,
    errors=(AlreadySubmitted, NotYours),
)
async def delete_report(report_id: Id, if_match: str, actor: Actor, app: App) -> None:
    """A draft that was never submitted, by its author or by who may review. What devices send of it later is refused."""
    await app.reports.drafting.discard(actor, report_id, if_match)
