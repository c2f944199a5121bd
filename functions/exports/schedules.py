"""Schedules: exports that are made again and again."""

from http import HTTPStatus

from functions.exports.schedule_schemas import (
    ExportScheduleIn,
    ExportScheduleList,
    ExportScheduleOut,
    ExportSchedulePage,
)
from shared.app import App
from shared.errors import StaleVersion
from shared.exports.errors import TooManySchedules
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Exports")

SCHEDULE = requires(Permission.EXPORTS_SCHEDULE)
ONE = "v1/export-schedules/{schedule_id:length(26)}"


@api.post(
    "v1/export-schedules",
    summary="Schedule an export",
    auth=SCHEDULE,
    status=HTTPStatus.CREATED,
    location="v1/export-schedules/{id}",
    errors=(TooManySchedules,),
)
async def create_export_schedule(body: ExportScheduleIn, actor: Actor, app: App) -> ExportScheduleOut:
    """It runs in your name, on the clock of the site: a time that summer time leaves out is made up for right after the gap, one that comes
    twice counts once.
    """
    return ExportScheduleOut.of(await app.exports.schedules.create(actor, body.to_facts()))


@api.get("v1/export-schedules", summary="List schedules of exports", auth=SCHEDULE)
async def list_export_schedules(query: ExportScheduleList, actor: Actor, app: App) -> ExportSchedulePage:
    """One page of those over sites you see."""
    page = await app.exports.schedules.list_page(actor, query.page_request(query.sort))
    return ExportSchedulePage(items=[ExportScheduleOut.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get(ONE, summary="Read a schedule of exports", auth=SCHEDULE)
async def get_export_schedule(schedule_id: Id, actor: Actor, app: App) -> ExportScheduleOut:
    """When it is due next, and how it went last."""
    return ExportScheduleOut.of(await app.exports.schedules.get(actor, schedule_id))


@api.put(ONE, summary="Replace a schedule of exports", auth=SCHEDULE, errors=(StaleVersion,))
async def replace_export_schedule(
    schedule_id: Id, body: ExportScheduleIn, if_match: str, actor: Actor, app: App
) -> ExportScheduleOut:
    """From now on it runs in your name."""
    return ExportScheduleOut.of(await app.exports.schedules.replace(actor, schedule_id, body.to_facts(), if_match))


@api.delete(ONE, summary="Delete a schedule of exports", auth=SCHEDULE, status=HTTPStatus.NO_CONTENT)
async def delete_export_schedule(schedule_id: Id, if_match: str, actor: Actor, app: App) -> None:
    """Exports it made stay until they expire."""
    await app.exports.schedules.delete(actor, schedule_id, if_match)
