"""Due reports as tests need them: plans, reports that were begun or submitted, letters that were written."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from shared.app import App
from shared.due_reports.model import DuePlan, Escalation
from shared.due_reports.watch import DueWatch
from shared.due_reports.work import asked_for
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from shared.kit.mail import Letter
from shared.kit.query import Query
from shared.reports.model import Report, ReportState
from shared.reports.periods import reporting_day
from shared.sites.model import Site
from tests.people import Person

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
STEPS = (
    Escalation(after_minutes=0, role=Role.OPERATOR),
    Escalation(after_minutes=120, role=Role.ENGINEER),
    Escalation(after_minutes=1440, role=Role.ADMIN),
)


def a_site_in(zone: str = "Europe/Oslo", day_start: str = "06:00", **facts: Any) -> Site:
    """Not stored."""
    known = {"id": "site-1", "name": "Sleipner", "code": "NO-1", "created_by": "ada"}
    dated = {"organisation_id": "org", "created_at": NOW, "updated_at": NOW}
    return Site(**{**known, **dated, "time_zone": zone, "day_start": day_start, **facts})


def a_plan(**facts: Any) -> DuePlan:
    """Not stored: daily production of two wells, due half an hour after the day."""
    known = {"id": "plan-1", "site_id": "site-1", "type": "daily_production", "subjects": ("F-1", "F-12")}
    dated = {"organisation_id": "org", "created_at": NOW, "updated_at": NOW, "created_by": "ada"}
    return DuePlan(**{**known, **dated, "due_at": "06:30", "valid_from": date(2020, 1, 1), **facts})


async def a_stored_plan(app: App, admin: Person, site: Site, **facts: Any) -> DuePlan:
    known = {"subjects": ("F-1", "F-12"), "due_at": "06:30", "valid_from": date(2020, 1, 1)}
    kind = facts.pop("type", "daily_production")
    return await app.due_reports.plans.create(admin.actor, site.id, kind, {**known, **facts})


async def a_begun(app: App, author: Person, site: Site, day: str, subject: str | None = "F-1", **facts: Any) -> Report:
    """A stored draft; with `submitted` it was submitted then."""
    period = reporting_day(site.time_zone, site.day_start, date.fromisoformat(day))
    assert period is not None
    submitted: datetime | None = facts.pop("submitted", None)
    if submitted is not None:
        sent = {"first_submitted_at": submitted, "submitted_at": submitted, "submitted_by": author.id, "revision": 1}
        facts = {"state": ReportState.SUBMITTED, **sent, **facts}
    report = Report(
        **{
            "id": new_id(),
            "organisation_id": author.organisation_id,
            "created_at": app.now(),
            "updated_at": app.now(),
            "created_by": author.id,
            "type": "daily_production",
            "version": 1,
            "site_id": site.id,
            "day": day,
            "subject": subject,
            "time_zone": site.time_zone,
            "day_start": site.day_start,
            "period_begin": period.begin,
            "period_end": period.end,
            **facts,
        }
    )
    return Report.from_item(await app.database.container("reports").create(report.to_item()))


async def watched(app: App, organisation_id: str) -> None:
    """One run of the timer, for this organisation only."""
    for watch in await watches_of(app, organisation_id):
        if watch.look_at <= app.now():
            await app.due_reports.watching.look(watch)


async def watches_of(app: App, organisation_id: str) -> list[DueWatch]:
    return [DueWatch.from_item(item) for item in await directory_of(app, organisation_id, "dueWatch")]


async def directory_of(app: App, organisation_id: str, kind: str) -> list[dict[str, Any]]:
    query = Query("SELECT * FROM c WHERE c.kind = @kind ORDER BY c.id", {"@kind": kind})
    return await app.database.container("directory").query(query, organisation_id, limit=500)


async def due_letters(app: App, organisation_id: str, *, deliveries: int = 1) -> list[Letter]:
    """What the feed orders for what was noticed, each delivered so often, caught before the mail server."""
    letters: list[Letter] = []
    waiting: list[Job] = []

    async def send(_queue: str, job: Job) -> None:
        waiting.extend([job] * deliveries)

    async def keep(letter: Letter) -> None:
        letters.append(letter)

    writing = replace(app.notices.due_letters, send=send, send_letter=keep)
    for item in await directory_of(app, organisation_id, "dueNotice"):
        if (asked := asked_for(item)) is not None:
            await send(*asked)
    while waiting:
        await writing.write(waiting.pop(0))
    return letters


async def hours(
    app: App, clock: Any, organisation_id: str, until: datetime, minutes: int = 30
) -> list[tuple[str, ...]]:
    """To whom about what and when (UTC), with the timer every so many minutes until then."""
    told: list[tuple[str, ...]] = []
    while clock.now < until:
        await watched(app, organisation_id)
        letters = await due_letters(app, organisation_id)
        told += [(letter.to.split(".")[0], letter.subject, f"{clock.now:%d %H:%M}") for letter in letters]
        clock.now += timedelta(minutes=minutes)
    return told
