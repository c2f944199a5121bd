"""The board of due reports, and the days on which nothing is owed."""

from functions.due_reports.schemas import (
    DueCalendarIn,
    DueCalendarOut,
    DueReportList,
    DueReportOut,
    DueReportPage,
)
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api

api = Api("Due reports")

READ = requires(Permission.REPORTS_READ)


@api.get("v1/due-reports", summary="See which reports are owed", auth=READ)
async def list_due_reports(query: DueReportList, actor: Actor, app: App) -> DueReportPage:
    """What each site owes on these reporting days, the last day first, and how it stands. With `missing` a page may hold fewer rows than
    `limit` though others follow: go on as long as there is a `nextCursor`.
    """
    page = await app.due_reports.board.list_page(
        actor,
        query.from_day,
        query.to_day,
        query.to_wanted(),
        missing=query.missing,
        limit=query.limit,
        cursor=query.cursor,
    )
    return DueReportPage(items=[DueReportOut.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get("v1/due-calendar", summary="Read the holidays", auth=READ)
async def get_due_calendar(actor: Actor, app: App) -> DueCalendarOut:
    """Those of all sites, and of the sites you see."""
    return DueCalendarOut.of(await app.due_reports.calendar.get(actor))


@api.put(
    "v1/due-calendar", summary="Write the holidays", auth=requires(Permission.REPORTS_PLAN), errors=(StaleVersion,)
)
async def replace_due_calendar(body: DueCalendarIn, if_match: str, actor: Actor, app: App) -> DueCalendarOut:
    """All of them. On these reporting days only plans that say so owe something."""
    holidays = tuple(one.to_holiday() for one in body.holidays)
    return DueCalendarOut.of(await app.due_reports.calendar.replace(actor, holidays, if_match))
