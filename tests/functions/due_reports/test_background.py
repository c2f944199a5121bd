"""The functions behind due reports: what starts them, and that each does its part."""

from dataclasses import replace
from datetime import date

import pytest

from functions.due_reports import background
from shared.app import App
from shared.due_reports.work import LETTERS_QUEUE, notice_of
from shared.errors import Unavailable
from shared.identity.permissions import Role
from shared.kit.jobs import Job
from shared.kit.mail import Letter
from tests.conftest import Clock, Queues
from tests.due_reports import STEPS, a_stored_plan, directory_of, watches_of
from tests.people import Person, a_colleague, a_site, an_admin
from tests.registered import call, deliver, trigger_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("watch_due_reports", {"schedule": "%DUE_REPORTS_SCHEDULE%"}),
        ("follow_due_notices", {"containerName": "directory"}),
        ("reconcile_due_notices", {"schedule": "%RECONCILE_SCHEDULE%"}),
        ("send_due_letter", {"queueName": LETTERS_QUEUE}),
        ("rest_poisoned_due_letter", {"queueName": f"{LETTERS_QUEUE}-poison"}),
    ],
)
def test_each_function_is_started_by_its_own(name: str, expected: dict[str, str]) -> None:
    assert trigger_of(name).items() >= expected.items()


@pytest.fixture
def here(app: App, monkeypatch: pytest.MonkeyPatch) -> App:
    """The functions of this process work with the app of this test."""
    monkeypatch.setattr(background.jobs, "_app", lambda: app)
    return app


async def a_missing(app: App, clock: Clock) -> Person:
    """Reports that were due this minute, in an organisation with an operator."""
    admin = await an_admin(app)
    site = await a_site(app, admin)
    await a_colleague(app, admin, Role.OPERATOR)
    clock.now = clock.now.replace(hour=0, minute=0)
    today = clock.now.date()
    plan = {"due_at": "06:30", "valid_from": today, "valid_until": today, "escalations": STEPS[:1]}
    await a_stored_plan(app, admin, site, **plan)
    clock.advance(days=1, hours=12)
    return admin


async def test_the_timer_writes_down_what_the_feed_orders(here: App, clock: Clock, queues: Queues) -> None:
    admin = await a_missing(here, clock)
    timer = type("Timer", (), {"past_due": True})()
    await call("watch_due_reports", timer=timer)
    await call("watch_due_reports", timer=timer)
    (notice,) = await directory_of(here, admin.organisation_id, "dueNotice")
    (watch,) = await watches_of(here, admin.organisation_id)
    assert (watch.looked_until, watch.look_at > clock.now) == (clock.now, True)
    await call("follow_due_notices", documents=[notice])
    (job,) = [one for one in await queues.take(LETTERS_QUEUE) if one.organisation_id == admin.organisation_id]
    await deliver("send_due_letter", job)
    (letter,) = [one for one in await queues.take(LETTERS_QUEUE) if one.organisation_id == admin.organisation_id]
    assert letter.subject_id == notice["id"] and letter.kind == "due_reports.letter"
    (settled,) = await directory_of(here, admin.organisation_id, "dueNotice")
    assert (settled["state"], settled["keepingDueAt"]) == ("sent", None)
    await call("follow_due_notices", documents=[settled])
    assert [one for one in await queues.take(LETTERS_QUEUE) if one.organisation_id == admin.organisation_id] == []


async def test_what_got_stuck_is_sent_again_and_rests_when_nothing_helps(
    here: App, clock: Clock, queues: Queues
) -> None:
    admin = await a_missing(here, clock)
    (watch,) = await watches_of(here, admin.organisation_id)
    await here.due_reports.watching.look(watch)
    clock.advance(minutes=10)
    await call("reconcile_due_notices", timer=type("Timer", (), {"past_due": False})())
    (job,) = [one for one in await queues.take(LETTERS_QUEUE) if one.organisation_id == admin.organisation_id]
    await deliver("rest_poisoned_due_letter", job)
    (notice,) = await directory_of(here, admin.organisation_id, "dueNotice")
    assert notice["state"] == "ordered" and notice["keepingDueAt"] > clock.now.isoformat()


async def test_a_letter_the_mail_server_refused_is_sent_at_the_next_delivery(here: App, clock: Clock) -> None:
    admin = await a_missing(here, clock)
    (watch,) = await watches_of(here, admin.organisation_id)
    await here.due_reports.watching.look(watch)
    (notice,) = await directory_of(here, admin.organisation_id, "dueNotice")
    sent: list[Letter] = []
    refusals = [Unavailable()]

    async def send(letter: Letter) -> None:
        if refusals:
            raise refusals.pop()
        sent.append(letter)

    jobs: list[Job] = []

    async def order(_queue: str, job: Job) -> None:
        jobs.append(job)

    writing = replace(here.notices.due_letters, send=order, send_letter=send)
    await writing.write(notice_of(admin.organisation_id, notice["id"]))
    (job,) = jobs
    with pytest.raises(Unavailable):
        await writing.write(job)
    await writing.write(job)
    await writing.write(job)
    assert len(sent) == 1
    assert date.fromisoformat(notice["day"]).isoformat() in sent[0].text
