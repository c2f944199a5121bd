"""A report that comes back is told to its author: once, and only as long as it waits for them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared.app import App
from shared.identity.letters import LetterKind
from shared.identity.permissions import Role
from shared.kit.jobs import Job
from shared.kit.mail import Letter
from shared.kit.query import Query
from shared.notices.report_letters import ReportLetters, asked_for
from shared.notices.work import LETTERS_QUEUE
from shared.users.model import UserChange
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.people import Person, a_colleague, a_site
from tests.reviewed_reports import Crew, a_crew, a_submit
from tests.shared.documents.killing import Killed, watched

MARKS = [
    {"address": "/uptime/hoursOnStream", "comment": "The log says 23."},
    {"address": "/volumes/oil", "comment": "bbl?"},
]


async def sent_back(crew: Crew, **said: Any) -> Any:
    report = await crew.submitted()
    answer = await crew.decide(crew.erik, report, "request_changes", **{"comment": "Look again.", **said})
    assert answer.status == 200
    return report


async def orders(app: App, crew: Crew) -> list[Job]:
    rows = await app.database.container("reports").query(
        Query("SELECT * FROM c ORDER BY c.id", {}), crew.admin.organisation_id, limit=500
    )
    return [job for job in map(asked_for, rows) if job is not None]


def catching(app: App, letters: list[Letter]) -> ReportLetters:
    async def keep(letter: Letter) -> None:
        letters.append(letter)

    return replace(app.notices.report_letters, send_letter=keep)


async def written(app: App, *jobs: Job) -> list[Letter]:
    letters: list[Letter] = []
    for job in jobs:
        await catching(app, letters).write(job)
    return letters


async def test_the_author_reads_which_report_and_how_many_fields(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await sent_back(crew, marks=MARKS)
    (letter,) = await written(app, *await orders(app, crew))
    assert letter.to == crew.olga.email
    assert letter.subject == f"Daily production of {report.subject}, {report.day} came back to you"
    assert f"{app.settings.page_url.rstrip('/')}/reports/{report.id}" in letter.text
    assert "revision 1. 2 fields are marked." in letter.text
    assert "log says" not in letter.text  # nothing of what is in it


async def test_who_wants_no_letters_about_reports_gets_none(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    await sent_back(crew)
    user = await app.users.service.get(crew.admin.actor, crew.olga.id)
    unwanted = UserChange({"declined_letters": (LetterKind.REPORTS,)})
    await app.users.service.change(crew.admin.actor, crew.olga.id, unwanted, user.etag)
    assert await written(app, *await orders(app, crew)) == []


async def test_one_field_and_none(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    await sent_back(crew, marks=MARKS[:1])
    crew_without = await a_crew(client, app)
    await sent_back(crew_without)
    (one,), (none,) = [await written(app, *await orders(app, some)) for some in (crew, crew_without)]
    assert "1 field is marked." in one.text
    assert "marked" not in none.text


async def test_a_reopened_report_is_told_too(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.approved("hse_observation")
    await crew.as_(crew.anna).post(f"v1/reports/{report.id}/reopen", {"reason": "Not yet."})
    (letter,) = await written(app, *await orders(app, crew))
    assert letter.subject == f"HSE observation, {report.day} was opened again"


async def test_it_is_sent_once_however_often_it_is_ordered(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    await sent_back(crew)
    job, again = await orders(app, crew) + await orders(app, crew)
    assert len(await written(app, job, again, job)) == 1


async def resubmitted(crew: Crew, report: Any, app: App) -> None:
    await a_submit(app, crew.olga, report)


async def reviewer_elsewhere(crew: Crew, report: Any, app: App) -> None:
    elsewhere = await a_site(app, crew.admin)
    await changed(app, crew.admin, crew.olga, site_ids=(elsewhere.id,))


async def made_a_viewer(crew: Crew, report: Any, app: App) -> None:
    await changed(app, crew.admin, crew.olga, role=Role.VIEWER)


async def changed(app: App, admin: Person, person: Person, **values: Any) -> None:
    user = await app.users.service.get(admin.actor, person.id)
    await app.users.service.change(admin.actor, person.id, UserChange(values), user.etag)


@pytest.mark.parametrize("meanwhile", [resubmitted, reviewer_elsewhere, made_a_viewer])
async def test_who_need_not_or_may_not_change_it_any_more_gets_none(
    client: ApiClient, app: App, meanwhile: Callable[..., Awaitable[None]]
) -> None:
    crew = await a_crew(client, app)
    report = await sent_back(crew)
    jobs = await orders(app, crew)
    await meanwhile(crew, report, app)
    assert (len(jobs), await written(app, *jobs)) == (1, [])


async def test_who_sends_back_their_own_and_the_reviewers_get_none(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    engineer = await a_colleague(app, crew.admin, Role.ENGINEER)
    report = await a_submit(app, engineer, await crew.a_draft())
    await crew.decide(engineer, report, "request_changes", comment="Mine.")
    assert await orders(app, crew) == []


async def test_old_news_is_not_ordered_and_a_refused_letter_is_tried_later(
    client: ApiClient, app: App, clock: Clock, queues: Queues
) -> None:
    crew = await a_crew(client, app)
    await sent_back(crew)
    text = "SELECT * FROM c WHERE c.kind = 'activity'"
    items = await app.database.container("reports").query(Query(text, {}), crew.admin.organisation_id, limit=100)
    await app.notices.report_letters.follow(items)
    (job,) = await queues.take(LETTERS_QUEUE)
    sent: list[float] = []

    class Later:
        async def send(self, queue: str, job: Job, *, delay: float = 0) -> None:
            sent.append(delay)

    resting = replace(app.notices.report_letters, queue=Later())
    await resting.rest(job)
    clock.advance(days=3)
    await resting.rest(job)
    await app.notices.report_letters.follow(items)
    assert (sent, await queues.take(LETTERS_QUEUE)) == ([timedelta(hours=1).total_seconds()], [])


async def test_whoever_is_killed_loses_no_letter_and_the_same_one_has_the_same_id(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    await sent_back(crew)
    (job,) = await orders(app, crew)
    letters: list[Letter] = []
    writing, died = catching(app, letters), 0
    for limit in range(1, 20):
        with watched(limit):
            try:
                await writing.write(job)
                break
            except Killed:
                died += 1
    assert died >= 3
    await writing.write(job)
    assert len(letters) in {1, 2}  # twice when the note was not written
    assert len({letter.message_id for letter in letters}) == 1
