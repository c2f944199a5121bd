"""A schedule asks once for each time it is due, as its owner may; people it names get a letter with a link."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from shared.app import App
from shared.errors import NotFound
from shared.exports.model import Export, ExportState
from shared.exports.schedule import ExportSchedule, Outcome, Period
from shared.identity.letters import LetterKind
from shared.identity.permissions import Role
from shared.kit.jobs import Job
from shared.kit.mail import Letter
from shared.kit.query import Query
from shared.reports.model import ReportState
from shared.users.model import UserChange, UserStatus
from tests.conftest import Clock
from tests.exported import a_stored_report, an_order, fetched, schedule_facts, worked_off
from tests.people import Person, a_colleague, a_member, a_site


def yesterday(clock: Clock) -> date:
    """At any place between Chicago and Oslo, at noon UTC."""
    return clock.now.date() - timedelta(days=1)


@pytest.fixture(autouse=True)
def noon(clock: Clock) -> None:
    clock.now = clock.now.replace(hour=12, minute=0, second=0)


async def run_tomorrow(app: App, clock: Clock) -> None:
    clock.advance(days=1)
    await app.exports.schedules.run_due()


async def exports_of(app: App, owner: Person) -> list[Export]:
    query = Query("SELECT * FROM c WHERE c.kind = 'export' ORDER BY c.id")
    rows = await app.database.container("exports").query(query, owner.organisation_id, limit=50)
    return [Export.from_item(row) for row in rows]


async def again(app: App, schedule: ExportSchedule) -> ExportSchedule:
    return await app.exports.schedules.schedules.get(schedule.organisation_id, schedule.id)


async def test_what_is_due_is_begun_once_and_for_the_days_before(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ENGINEER)
    admin = replace(owner, role=Role.ADMIN)
    site = await a_site(app, admin)
    await a_stored_report(app, owner, site, day=yesterday(clock) + timedelta(days=1))
    await a_stored_report(app, owner, site, day=yesterday(clock))
    schedule = await app.exports.schedules.create(owner.actor, schedule_facts(site_id=site.id))
    await app.exports.schedules.run_due()
    assert await exports_of(app, owner) == []
    await run_tomorrow(app, clock)
    await app.exports.schedules.run_due()
    (export,) = await exports_of(app, owner)
    ran = await again(app, schedule)
    assert ran.last_run is not None
    assert (ran.last_run.outcome, ran.last_run.export_id) == (Outcome.BEGUN, export.id)
    assert ran.next_at is not None
    assert ran.next_at > clock.now
    done = await worked_off(app, export)
    assert (done.shown_state, done.done, done.order.title) == (ExportState.READY, 1, "Morning report")
    assert done.order.wanted.first_day == done.order.wanted.last_day == yesterday(clock)
    await run_tomorrow(app, clock)
    assert len(await exports_of(app, owner)) == 1  # no report of that day


async def test_where_days_begin_at_noon_the_one_before_is_still_going_on_at_seven(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner, day_start="12:00")
    over = yesterday(clock)
    await a_stored_report(app, owner, site, day=over)
    await app.exports.schedules.create(owner.actor, schedule_facts(site_id=site.id))
    await run_tomorrow(app, clock)
    (export,) = await exports_of(app, owner)
    assert (export.order.wanted.first_day, export.order.wanted.last_day) == (over, over)


async def test_begun_by_a_timer_that_died_it_is_not_begun_again(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_stored_report(app, owner, await a_site(app, owner), day=clock.now.date())
    schedule = await app.exports.schedules.create(owner.actor, schedule_facts())
    await run_tomorrow(app, clock)
    ran = await again(app, schedule)
    await app.exports.schedules.schedules.replace(ran.model_copy(update={"next_at": schedule.next_at}))
    await app.exports.schedules.run_due()
    assert len(await exports_of(app, owner)) == 1
    last = (await again(app, schedule)).last_run
    assert last is not None
    assert last.outcome is Outcome.BEGUN


@pytest.mark.parametrize("states", [(), (ReportState.APPROVED,)])
async def test_it_waits_for_approval(app: App, clock: Clock, states: tuple[ReportState, ...]) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    await a_stored_report(app, owner, site, day=clock.now.date())
    await a_stored_report(app, owner, site, day=clock.now.date(), state=ReportState.SUBMITTED)
    facts = schedule_facts(order=an_order(states=states))
    strict = await app.exports.schedules.create(owner.actor, facts)
    loose = await app.exports.schedules.create(owner.actor, facts.model_copy(update={"only_approved": False}))
    await run_tomorrow(app, clock)
    skipped, begun = (await again(app, strict)).last_run, (await again(app, loose)).last_run
    assert skipped is not None
    assert begun is not None
    assert (skipped.outcome, skipped.reason, skipped.waiting) == (Outcome.SKIPPED, "not_approved", 1)
    assert begun.outcome is Outcome.BEGUN


async def test_without_reports_there_is_nothing_to_send(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    schedule = await app.exports.schedules.create(owner.actor, schedule_facts())
    await run_tomorrow(app, clock)
    last = (await again(app, schedule)).last_run
    assert last is not None
    assert (last.outcome, last.reason) == (Outcome.SKIPPED, "no_reports")


@pytest.mark.parametrize(
    ("change", "reason"), [({"status": UserStatus.DEACTIVATED}, "owner_gone"), ({"role": Role.VIEWER}, "forbidden")]
)
async def test_it_runs_as_long_as_its_owner_may(app: App, clock: Clock, change: dict[str, Any], reason: str) -> None:
    owner = await a_member(app, Role.ADMIN)
    engineer = await a_colleague(app, owner, Role.ENGINEER)
    schedule = await app.exports.schedules.create(engineer.actor, schedule_facts())
    user = await app.users.service.users.get(engineer.organisation_id, engineer.id)
    await app.users.service.users.replace(user.model_copy(update=change))
    await run_tomorrow(app, clock)
    last = (await again(app, schedule)).last_run
    assert last is not None
    assert (last.outcome, last.reason) == (Outcome.FAILED, reason)


async def test_what_is_of_all_sites_is_not_begun_when_its_owner_sees_some(app: App, clock: Clock) -> None:
    """Else people would get a file of all sites in which one is missing, and nothing would say so."""
    owner = await a_member(app, Role.ADMIN)
    kept, lost = await a_site(app, owner), await a_site(app, owner)
    engineer = await a_colleague(app, owner, Role.ENGINEER)
    schedule = await app.exports.schedules.create(engineer.actor, schedule_facts())
    for site in (kept, lost):
        await a_stored_report(app, owner, site, day=clock.now.date())
    user = await app.users.service.users.get(engineer.organisation_id, engineer.id)
    await app.users.service.users.replace(user.model_copy(update={"site_ids": (kept.id,)}))
    await run_tomorrow(app, clock)
    last = (await again(app, schedule)).last_run
    assert last is not None
    assert (last.outcome, last.reason, last.export_id) == (Outcome.FAILED, "invalid", None)
    assert await exports_of(app, owner) == []


async def test_times_that_passed_are_not_made_up_for(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    for number in range(5):
        await a_stored_report(app, owner, site, day=clock.now.date() + timedelta(days=number))
    await app.exports.schedules.create(owner.actor, schedule_facts(period=Period.DAY))
    clock.advance(days=5)
    for _ in range(3):
        await app.exports.schedules.run_due()
    assert len(await exports_of(app, owner)) == 1


async def letters_about(app: App, export: Export) -> list[Letter]:
    """Ordered by the change feed and written, as the background functions do it."""
    jobs: list[Job] = []
    letters: list[Letter] = []

    class Queue:
        async def send(self, _: str, job: Job) -> None:
            jobs.append(job)

    async def send(letter: Letter) -> None:
        letters.append(letter)

    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @id", {"@id": export.id})
    items = await app.database.container("exports").query(query, export.organisation_id, limit=20)
    queue: Any = Queue()
    writing = replace(app.exports.letters, queue=queue, send_letter=send)
    await writing.follow(items)
    for job in jobs:  # which grow while they are worked off
        await writing.write(job)
    return letters


async def test_people_it_names_get_a_link_as_far_as_they_see_the_sites(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    site, other = await a_site(app, owner), await a_site(app, owner)
    seeing = await a_colleague(app, owner, Role.VIEWER, site_ids=(site.id,))
    not_seeing = await a_colleague(app, owner, Role.VIEWER, site_ids=(other.id,))
    operator = await a_colleague(app, owner, Role.OPERATOR)
    await a_stored_report(app, owner, site, day=clock.now.date())
    facts = schedule_facts(order=an_order(site_ids=(site.id,)), recipients=(Role.VIEWER,))
    await app.exports.schedules.create(owner.actor, facts)
    await run_tomorrow(app, clock)
    (export,) = await exports_of(app, owner)
    assert await letters_about(app, export) == []  # not before it is there
    export = await worked_off(app, export)
    (letter,) = await letters_about(app, export)
    assert letter.to == seeing.email
    assert letter.subject == "Morning report: 1 report"
    assert f"/exports/{export.id}" in letter.text
    assert (await fetched(app, seeing.actor, export)).manifest["complete"] is True
    for person in (not_seeing, operator):
        with pytest.raises(NotFound):
            await app.exports.service.get(person.actor, export.id)
    with pytest.raises(NotFound):
        await app.exports.service.cancel(seeing.actor, export.id)


async def test_of_all_sites_only_those_who_see_all_get_it(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    await a_colleague(app, owner, Role.VIEWER, site_ids=(site.id,))
    everywhere = await a_colleague(app, owner, Role.VIEWER)
    await a_stored_report(app, owner, site, day=clock.now.date())
    await app.exports.schedules.create(owner.actor, schedule_facts(recipients=(Role.VIEWER,)))
    await run_tomorrow(app, clock)
    export = await worked_off(app, (await exports_of(app, owner))[0])
    assert [letter.to for letter in await letters_about(app, export)] == [everywhere.email]
    user = await app.users.service.get(owner.actor, everywhere.id)
    unwanted = UserChange({"declined_letters": (LetterKind.EXPORTS,)})
    await app.users.service.change(owner.actor, user.id, unwanted, user.etag)
    assert await letters_about(app, export) == []


async def test_an_export_somebody_asked_for_sends_no_letters(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_stored_report(app, owner, await a_site(app, owner))
    export = await worked_off(app, await app.exports.service.request(owner.actor, an_order()))
    assert await letters_about(app, export) == []
