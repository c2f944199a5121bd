"""Reminders before and escalation after: each once, however late or often the timer runs, in every zone and over both clock changes."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.app import App
from shared.due_reports.owing import Obligations
from shared.due_reports.watch import steps_of
from shared.errors import StaleVersion
from shared.identity.permissions import Role
from shared.sites.model import SiteChange, SiteStatus
from shared.users.model import UserChange, UserStatus
from tests.conftest import Clock
from tests.due_reports import (
    STEPS,
    a_begun,
    a_plan,
    a_site_in,
    a_stored_plan,
    directory_of,
    due_letters,
    hours,
    watched,
    watches_of,
)
from tests.people import a_colleague, a_site, an_admin
from tests.shared.due_reports.test_owing import CLOCKS, ZONES

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
PLANNED = {
    "reminder_minutes": 60,
    "escalations": STEPS,
    "valid_from": date(2026, 3, 2),
    "valid_until": date(2026, 3, 2),
}


@pytest.fixture
def clock() -> Clock:
    return Clock(MONDAY)


@settings(deadline=None)  # a zone that is read for the first time takes long
@given(
    st.sampled_from(ZONES),
    CLOCKS,
    st.integers(640_000_000, 2_080_000_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    st.lists(st.timedeltas(timedelta(minutes=1), timedelta(hours=20)), min_size=1, max_size=6),
)
def test_steps_are_neither_left_out_nor_taken_twice_whenever_one_looks(
    zone: str, due_at: str, begin: datetime, pauses: list[timedelta]
) -> None:
    site, plan = (
        a_site_in(zone),
        a_plan(due_at=due_at, reminder_minutes=90, escalations=STEPS, valid_from=date(1980, 1, 1)),
    )
    obligations = Obligations((plan,), {site.id: site})
    moment, found = begin, []
    for pause in pauses:
        found += list(steps_of(obligations, plan, moment, moment + pause))
        moment += pause
    at_once = list(steps_of(obligations, plan, begin, moment))
    assert sorted(found, key=lambda step: (step.at, step.day, step.name)) == sorted(
        at_once, key=lambda step: (step.at, step.day, step.name)
    )
    assert len({(step.day, step.name) for step in found}) == len(found)


async def test_a_missing_report_goes_up_the_line(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    for role in (Role.OPERATOR, Role.ENGINEER, Role.VIEWER):
        await a_colleague(app, admin, role)
    elsewhere = await a_site(app, admin, "Gullfaks")
    await a_colleague(app, admin, Role.OPERATOR, site_ids=(elsewhere.id,))
    await a_stored_plan(app, admin, site, **PLANNED)
    told = await hours(app, clock, admin.organisation_id, MONDAY + timedelta(days=3))
    assert told == [
        ("operator", "Daily production of Sleipner is due soon", "03 04:30"),
        ("operator", "Daily production of Sleipner is missing", "03 05:30"),
        ("engineer", "Daily production of Sleipner is missing", "03 07:30"),
        ("admin", "Daily production of Sleipner is missing", "04 05:30"),
    ]


async def test_what_was_submitted_meanwhile_is_nobodys_concern(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    olga = await a_colleague(app, admin, Role.OPERATOR)
    await a_stored_plan(app, admin, site, **PLANNED)
    await a_begun(app, olga, site, "2026-03-02", "F-12")
    clock.now = datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
    await watched(app, admin.organisation_id)
    letters = await due_letters(app, admin.organisation_id)
    assert len(letters) == 2
    (missing,) = [letter for letter in letters if letter.subject.endswith("missing")]
    assert "It was due at 2026-03-03 06:30 (Europe/Oslo)" in missing.text
    assert "F-1\n" in missing.text and "F-12 (begun, not submitted)" in missing.text
    assert f"/due-reports?siteId={site.id}" in missing.text
    for subject in ("F-1", "f-12 "):
        await a_begun(app, olga, site, "2026-03-02", subject, submitted=clock.now)
    assert await hours(app, clock, admin.organisation_id, clock.now + timedelta(days=2)) == []


async def test_a_timer_that_comes_late_or_twice_orders_each_step_once(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    await a_colleague(app, admin, Role.OPERATOR)
    await a_stored_plan(app, admin, site, **PLANNED)
    (watch,) = await watches_of(app, admin.organisation_id)
    clock.now = datetime(2026, 3, 3, 9, tzinfo=UTC)  # nobody looked since noon of the day before
    looks = [app.due_reports.watching.look(watch) for _ in range(4)]
    answers = await asyncio.gather(*looks, return_exceptions=True)
    assert sum(answer is None for answer in answers) == 1
    assert all(isinstance(answer, StaleVersion) for answer in answers if answer is not None)
    await watched(app, admin.organisation_id)
    notices = await directory_of(app, admin.organisation_id, "dueNotice")
    assert sorted((item["role"], item["afterMinutes"]) for item in notices if item["afterMinutes"] is not None) == [
        ("engineer", 120),
        ("operator", 0),
    ]
    assert len(notices) == 3
    letters = await due_letters(app, admin.organisation_id, deliveries=3)
    assert sorted(letter.to.split(".")[0] for letter in letters) == ["operator", "operator"]
    assert await due_letters(app, admin.organisation_id) == []


async def test_a_plan_made_after_something_was_due_complains_of_nothing_old(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    await a_stored_plan(
        app,
        admin,
        await a_site(app, admin),
        **{**PLANNED, "valid_from": date(2026, 2, 1), "valid_until": date(2026, 3, 1)},
    )
    assert await hours(app, clock, admin.organisation_id, MONDAY + timedelta(hours=12)) == []
    assert [item["afterMinutes"] for item in await directory_of(app, admin.organisation_id, "dueNotice")] == []


async def test_a_plan_moved_to_a_later_time_tells_nobody_twice(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    await a_colleague(app, admin, Role.OPERATOR)
    plan = await a_stored_plan(app, admin, site, **{**PLANNED, "escalations": STEPS[:1], "reminder_minutes": None})
    first = await hours(app, clock, admin.organisation_id, datetime(2026, 3, 3, 6, tzinfo=UTC))
    assert len(first) == 1
    await app.due_reports.plans.change(admin.actor, plan.id, {"due_at": "09:00"}, plan.etag)
    assert await hours(app, clock, admin.organisation_id, datetime(2026, 3, 4, tzinfo=UTC)) == []


async def test_a_plan_that_has_ended_rests_and_a_deleted_one_is_forgotten(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    plan = await a_stored_plan(app, admin, await a_site(app, admin), **PLANNED)
    clock.advance(days=60)
    await watched(app, admin.organisation_id)
    (watch,) = await watches_of(app, admin.organisation_id)
    assert (watch.looked_until, watch.look_at) == (clock.now, clock.now + timedelta(days=1))
    await app.due_reports.plans.delete(admin.actor, plan.id, plan.etag)
    await app.database.container("directory").create({**watch.to_item()})  # as a run that was overtaken might leave it
    clock.advance(days=2)
    await watched(app, admin.organisation_id)
    assert await watches_of(app, admin.organisation_id) == []


async def test_who_left_or_the_report_that_came_gets_no_letter(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    olga = await a_colleague(app, admin, Role.OPERATOR)
    await a_stored_plan(app, admin, site, **PLANNED)
    clock.now = datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
    await watched(app, admin.organisation_id)
    user = await app.users.service.get(admin.actor, olga.id)
    await app.users.service.change(admin.actor, olga.id, UserChange({"status": UserStatus.DEACTIVATED}), user.etag)
    assert await due_letters(app, admin.organisation_id) == []


async def test_a_site_that_is_suspended_or_moves_is_seen_within_the_hour(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    await a_colleague(app, admin, Role.OPERATOR)
    await a_stored_plan(app, admin, site, **{**PLANNED, "reminder_minutes": None})
    await watched(app, admin.organisation_id)
    (watch,) = await watches_of(app, admin.organisation_id)
    assert watch.look_at <= clock.now + timedelta(hours=1)
    change = SiteChange({"status": SiteStatus.SUSPENDED}, date(2026, 3, 2))
    await app.sites.change(admin.actor, site.id, change, site.etag)
    assert await hours(app, clock, admin.organisation_id, MONDAY + timedelta(days=2)) == []


@pytest.mark.parametrize(
    ("zone", "day", "due"),
    [
        ("America/Chicago", "2026-03-07", "2026-03-08T11:30"),  # the day has 23 hours
        ("America/Chicago", "2026-10-31", "2026-11-01T12:30"),  # 25
        ("Europe/Oslo", "2026-03-28", "2026-03-29T04:30"),
        ("Europe/Oslo", "2026-10-24", "2026-10-25T05:30"),
        ("Asia/Kolkata", "2026-03-28", "2026-03-29T01:00"),
        ("Australia/Lord_Howe", "2026-04-04", "2026-04-04T20:00"),
    ],
)
async def test_letters_come_by_the_clock_at_the_site(app: App, clock: Clock, zone: str, day: str, due: str) -> None:
    clock.now = datetime.fromisoformat(f"{day}T06:00:00+00:00")
    admin = await an_admin(app)
    site = await a_site(app, admin, time_zone=zone)
    await a_colleague(app, admin, Role.OPERATOR)
    of_day = {"valid_from": date.fromisoformat(day), "valid_until": date.fromisoformat(day)}
    await a_stored_plan(app, admin, site, **{**PLANNED, "escalations": STEPS[:1], **of_day})
    told = await hours(app, clock, admin.organisation_id, clock.now + timedelta(days=2))
    moment = datetime.fromisoformat(due)
    assert [when for _, _, when in told] == [f"{moment - timedelta(hours=1):%d %H:%M}", f"{moment:%d %H:%M}"]
