"""What is still to be acknowledged, in one letter a week at most, on Monday morning."""

from datetime import UTC, datetime

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.notices import digests, letters
from shared.notices.work import asked_for
from shared.users.model import UserChange, UserStatus
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import items_of
from tests.notices import orders, written
from tests.people import a_colleague
from tests.reading import Crew, a_crew


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 23, 5, 59, tzinfo=UTC))  # a Monday, a minute to seven in Oslo


async def begun(crew: Crew) -> list[str]:
    """The weeks that were begun for the organisation, after the timer ran."""
    await crew.app.notices.digests.run()
    items = await items_of(crew.app, crew.admin.organisation_id)
    return [item["week"] for item in items if item["kind"] == "acknowledgementDigest"]


async def test_a_week_begins_once_on_monday_morning(client: ApiClient, app: App, clock: Clock) -> None:
    crew = await a_crew(client, app)
    assert await begun(crew) == []
    for _ in range(30):
        clock.advance(hours=1)
        assert await begun(crew) == ["2026-W48"]
    clock.advance(days=6)
    assert await begun(crew) == ["2026-W48", "2026-W49"]


async def test_one_letter_for_each_who_has_something_left(
    client: ApiClient, app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "PEOPLE", 2)  # so that the people are more than one delivery
    crew = await a_crew(client, app)
    viewer, gone = await a_colleague(app, crew.admin, Role.VIEWER), await a_colleague(app, crew.admin, Role.OPERATOR)
    user = await app.users.service.get(crew.admin.actor, gone.id)
    await app.users.service.change(crew.admin.actor, gone.id, UserChange({"status": UserStatus.DEACTIVATED}), user.etag)
    first, second = await crew.a_document("Lifting {plan}"), await crew.a_document("Second")
    await crew.acknowledge(crew.omar, first)
    await crew.acknowledge(crew.omar, second)
    nils = await a_colleague(app, crew.admin, Role.OPERATOR, name="Nils")
    await crew.acknowledge(nils, second)
    clock.advance(hours=1)
    await begun(crew)
    jobs = [job for job in await orders(app, crew.admin.organisation_id) if job.kind == "acknowledgements.digest"]
    sent = {letter.to: letter for letter in await written(app, *jobs)}
    assert set(sent) == {crew.olga.email, nils.email} and viewer.email not in sent
    number = (await crew.read(crew.olga, first))["number"]
    assert f"{number} Lifting {{plan}}" in sent[crew.olga.email].text
    assert "2 documents wait for you" in sent[crew.olga.email].text
    assert f"{app.settings.page_url.rstrip('/')}/waiting" in sent[crew.olga.email].text
    assert "1 document waits for you" in sent[nils.email].text and f"/documents/{first.id}" in sent[nils.email].text
    assert await written(app, *jobs) == []  # delivered again


async def test_a_long_list_is_cut(client: ApiClient, app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "LISTED", 2)
    crew = await a_crew(client, app)
    for number in range(3):
        await crew.a_document(f"D{number}")
    clock.advance(hours=1)
    await begun(crew)
    (item,) = [one for one in await items_of(app, crew.admin.organisation_id) if one["kind"] == "acknowledgementDigest"]
    first, _ = await written(app, *asked_for(item))
    assert "More than 2 documents wait for you" in first.text and "There are more." in first.text
    assert "D1" in first.text and "D2" not in first.text


async def test_where_nobody_is_asked_nobody_is_looked_at(client: ApiClient, app: App, clock: Clock) -> None:
    crew = await a_crew(client, app)
    clock.advance(hours=1)
    await begun(crew)
    assert await written(app, *await orders(app, crew.admin.organisation_id)) == []


async def test_a_letter_that_was_not_sent_is_written_at_the_next_delivery(
    client: ApiClient, app: App, clock: Clock
) -> None:
    crew = await a_crew(client, app)
    await crew.a_document()
    clock.advance(hours=1)
    await begun(crew)
    jobs = [job for job in await orders(app, crew.admin.organisation_id) if job.kind == "acknowledgements.digest"]
    await app.notices.digests.sent(crew.admin.organisation_id, crew.omar.id, "2026-W48")
    assert [letter.to for letter in await written(app, *jobs)] == [crew.olga.email]
