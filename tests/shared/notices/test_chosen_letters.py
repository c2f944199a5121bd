"""Letters that somebody does not want are not written, whatever was ordered; everybody else gets theirs."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shared.app import App
from shared.identity.letters import LetterKind
from shared.identity.permissions import Role
from shared.notices.work import asked_for
from shared.users.model import UserChange
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import items_of
from tests.due_reports import a_stored_plan, due_letters, watched
from tests.notices import news, orders, written
from tests.people import Person, a_colleague, a_site, an_admin
from tests.reading import a_crew
from tests.reviewing import a_desk


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 23, 6, 30, tzinfo=UTC))  # Monday morning in Oslo, where the organisation is


async def declined(app: App, person: Person, *kinds: LetterKind) -> None:
    user = await app.users.service.get(person.actor, person.id)
    await app.users.service.change(person.actor, person.id, UserChange({"declined_letters": kinds}), user.etag)


async def test_a_review_asks_and_reminds_those_who_want_it(client: ApiClient, app: App, clock: Clock) -> None:
    desk, seen = await a_desk(client, app), set[str]()
    organisation_id = desk.admin.organisation_id
    await declined(app, desk.ann, LetterKind.REVIEW_REQUESTS)
    await declined(app, desk.bob, LetterKind.REVIEW_REMINDERS)
    await news(app, organisation_id, seen)
    await desk.begin(desk.ann, desk.bob, due=clock.now + timedelta(hours=30))
    assert [to for to, _ in await news(app, organisation_id, seen)] == [desk.bob.email]
    for _ in range(3):  # the morning before, and the one after
        clock.advance(days=1)
        await app.notices.reminders.run()
    reminded = await news(app, organisation_id, seen)
    assert {to for to, _ in reminded} == {desk.ann.email}
    assert any(subject.endswith("is overdue") for _, subject in reminded)


async def test_a_result_is_kept_from_who_does_not_want_it(client: ApiClient, app: App) -> None:
    desk, seen = await a_desk(client, app), set[str]()
    await declined(app, desk.admin, *(kind for kind in LetterKind if kind is not LetterKind.REVIEW_RESULTS))
    await desk.begin(desk.ann)
    await news(app, desk.admin.organisation_id, seen)
    await desk.decide(desk.ann)
    ordered = await orders(app, desk.admin.organisation_id, after=seen)
    assert [letter.to for letter in await written(app, *ordered)] == [desk.admin.email]
    await declined(app, desk.admin, LetterKind.REVIEW_RESULTS)
    assert await written(app, *ordered) == []


async def test_what_is_to_be_read_is_told_to_those_who_want_it(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    await crew.a_document()
    await declined(app, crew.omar, LetterKind.ACKNOWLEDGEMENTS)
    await app.notices.digests.run()
    items = await items_of(app, crew.admin.organisation_id)
    (begun,) = [item for item in items if item["kind"] == "acknowledgementDigest"]
    jobs = asked_for(begun)
    assert [letter.to for letter in await written(app, *jobs)] == [crew.olga.email]
    await declined(app, crew.omar)
    assert [letter.to for letter in await written(app, *jobs)] == [crew.omar.email]


async def test_a_report_that_is_due_is_told_to_those_who_want_it(app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    olga, omar = [await a_colleague(app, admin, Role.OPERATOR) for _ in range(2)]
    today = date(2026, 11, 23)
    await a_stored_plan(app, admin, site, reminder_minutes=60, valid_from=today, valid_until=today)
    await declined(app, omar, LetterKind.REPORTS)
    for _ in range(72):
        clock.advance(hours=1)
        await watched(app, admin.organisation_id)
    assert {letter.to for letter in await due_letters(app, admin.organisation_id)} == {olga.email}
