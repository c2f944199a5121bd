"""A review and its letters: asked, due soon, overdue, decided; nobody gets one about what they may not see or need not decide."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared.app import App
from shared.documents.drafts import DocumentChange
from shared.documents.revision import Revision
from shared.identity.permissions import Role
from shared.kit.jobs import Job
from shared.notices.work import LETTERS_QUEUE
from shared.users.model import UserChange, UserStatus
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import items_of, revision_of
from tests.notices import news, orders, written
from tests.people import a_site
from tests.reviewing import Desk, a_desk
from tests.shared.documents.killing import Killed, watched

FRIDAY = datetime(2026, 11, 27, 11, 0, tzinfo=UTC)  # noon in Oslo, where the organisation is


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 23, 8, 0, tzinfo=UTC))


async def reminded(desk: Desk, seen: set[str]) -> list[tuple[str, str]]:
    await desk.app.notices.reminders.run()
    return await news(desk.app, desk.admin.organisation_id, seen)


async def a_seen_desk(client: ApiClient, app: App, **facts: bool) -> tuple[Desk, set[str]]:
    desk, seen = await a_desk(client, app, **facts), set[str]()
    assert await news(app, desk.admin.organisation_id, seen) == []
    return desk, seen


async def test_reviewers_are_asked_by_letter(client: ApiClient, app: App) -> None:
    desk, seen = await a_seen_desk(client, app)
    await desk.begin(desk.ann, desk.bob, due=FRIDAY)
    jobs = await orders(app, desk.admin.organisation_id, after=seen)
    first, second = await written(app, *jobs)
    assert {first.to, second.to} == {desk.ann.email, desk.bob.email}
    assert first.message_id != second.message_id
    number = (await desk.read())["number"]
    assert first.subject == f"Please review {number} report.pdf"
    assert "revision 1. It is due by 2026-11-27 12:00 (Europe/Oslo)." in first.text
    assert f"/documents/{desk.document.id}?revision=1" in first.text and "Open the document" in first.html
    again = await written(app, *jobs)
    assert [letter.message_id for letter in again] == [first.message_id, second.message_id]


async def test_who_need_not_or_may_not_gets_none(client: ApiClient, app: App) -> None:
    desk, seen = await a_seen_desk(client, app, site=True)
    await desk.begin(desk.ann, desk.bob)
    jobs = await orders(app, desk.admin.organisation_id, after=seen)
    await desk.decide(desk.ann)
    assert [letter.to for letter in await written(app, *jobs)] == [desk.bob.email]

    async def bob_is(**values: object) -> None:
        user = await app.users.service.get(desk.admin.actor, desk.bob.id)
        await app.users.service.change(desk.admin.actor, desk.bob.id, UserChange(values), user.etag)

    elsewhere = await a_site(app, desk.admin, "Gullfaks")
    for gone, back in (
        ({"status": UserStatus.DEACTIVATED}, {"status": UserStatus.ACTIVE}),
        ({"site_ids": (elsewhere.id,)}, {"site_ids": None}),
        ({"role": Role.OPERATOR}, {"role": Role.ENGINEER}),
    ):
        await bob_is(**gone)
        assert await written(app, *jobs) == [], gone
        await bob_is(**back)
    assert len(await written(app, *jobs)) == 1
    await desk.withdraw()
    assert await written(app, *jobs) == []


async def test_the_result_goes_to_who_began_it(client: ApiClient, app: App) -> None:
    desk, seen = await a_seen_desk(client, app)
    await desk.begin(desk.ann, desk.bob)
    await news(app, desk.admin.organisation_id, seen)
    await desk.decide(desk.ann)
    assert await news(app, desk.admin.organisation_id, seen) == []
    await desk.decide(desk.bob, "request_changes", comment="Wrong well: secret.")
    (job,) = await orders(app, desk.admin.organisation_id, after=seen)
    (letter,) = await written(app, job)
    assert letter.to == desk.admin.email and letter.subject.startswith("Changes to ")
    assert "secret" not in letter.text + letter.html
    await desk.next_revision("second")
    await news(app, desk.admin.organisation_id, seen)
    await desk.begin(desk.ann, number=2)
    await news(app, desk.admin.organisation_id, seen)
    await desk.decide(desk.ann, number=2)
    ((to, subject),) = await news(app, desk.admin.organisation_id, seen)
    assert to == desk.admin.email and subject.endswith("was approved")


async def test_who_decides_about_their_own_review_is_told_nothing(client: ApiClient, app: App) -> None:
    desk, seen = await a_seen_desk(client, app)
    await desk.begin(desk.ann, by=desk.ann)
    await news(app, desk.admin.organisation_id, seen)
    await desk.decide(desk.ann)
    assert await news(app, desk.admin.organisation_id, seen) == []


async def test_reminders_the_day_before_and_the_morning_after(client: ApiClient, app: App, clock: Clock) -> None:
    desk, seen = await a_seen_desk(client, app)
    await desk.begin(desk.ann, desk.bob, due=FRIDAY)
    await news(app, desk.admin.organisation_id, seen)
    told: list[tuple[str, str, str]] = []
    while clock.now < FRIDAY + timedelta(days=3):
        for to, subject in await reminded(desk, seen):
            told.append((to.split(".")[0], subject.rpartition(" is ")[2], f"{clock.now:%d %H}"))
        if clock.now == FRIDAY:
            await desk.decide(desk.bob)
        clock.advance(hours=1)
    assert [(subject, when) for _, subject, when in told] == [("due soon", "26 06")] * 2 + [("overdue", "28 06")]
    revision = await revision_of(app, desk.document)
    assert revision.remind_at is None


async def test_the_sites_zone_counts(client: ApiClient, app: App, clock: Clock) -> None:
    desk, seen = await a_seen_desk(client, app)
    site = await a_site(app, desk.admin, time_zone="America/Chicago")
    document = await app.documents.service.get(desk.admin.actor, desk.document.id)
    change = DocumentChange({"site_id": site.id})
    await app.documents.service.change(desk.admin.actor, document.id, change, document.etag)
    await desk.begin(desk.ann, due=FRIDAY)
    await news(app, desk.admin.organisation_id, seen)
    clock.now = datetime(2026, 11, 26, 12, 59, tzinfo=UTC)
    assert await reminded(desk, seen) == []
    clock.advance(minutes=1)  # seven in the morning in Houston
    assert len(await reminded(desk, seen)) == 1


async def test_what_ended_or_lies_in_the_trash_reminds_nobody(client: ApiClient, app: App, clock: Clock) -> None:
    desk, seen = await a_seen_desk(client, app)
    await desk.begin(desk.ann, due=FRIDAY)
    await news(app, desk.admin.organisation_id, seen)
    document = await app.documents.service.get(desk.admin.actor, desk.document.id)
    await app.documents.service.trash(desk.admin.actor, document.id, document.etag)
    clock.now = FRIDAY - timedelta(hours=4)
    assert await reminded(desk, seen) == []
    document = await app.documents.service.get(desk.admin.actor, desk.document.id)
    await app.documents.service.restore(desk.admin.actor, document.id, document.etag)
    clock.advance(days=3)
    assert [subject.rpartition(" is ")[2] for _, subject in await reminded(desk, seen)] == ["overdue"]
    waived = await app.documents.service.get(desk.admin.actor, desk.document.id)
    await app.documents.service.change(desk.admin.actor, waived.id, DocumentChange({"type_id": None}), waived.etag)
    clock.advance(days=3)
    assert await reminded(desk, seen) == []


async def test_two_timers_and_a_decision_at_once_remind_once(client: ApiClient, app: App, clock: Clock) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann, desk.bob, due=FRIDAY)
    clock.now = FRIDAY - timedelta(days=1)
    revision = await revision_of(app, desk.document)
    answers = await asyncio.gather(
        *(app.notices.reminders.remind(revision) for _ in range(3)), desk.decide(desk.ann), return_exceptions=True
    )
    assert not [answer for answer in answers if isinstance(answer, AssertionError)]
    await app.notices.reminders.run()
    items = await items_of(app, desk.admin.organisation_id)
    said = [
        one["userId"]
        for item in items
        if item.get("type") == "document.review_reminded"
        for one in item["data"]["reminders"]
    ]
    assert sorted(said) in ([desk.bob.id], sorted([desk.ann.id, desk.bob.id]))


async def test_killed_after_any_request_everybody_is_reminded_once(client: ApiClient, app: App, clock: Clock) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann, desk.bob, due=FRIDAY)
    clock.now = FRIDAY - timedelta(days=1)
    stored = (await revision_of(app, desk.document)).to_item()
    container = app.database.container("documents")
    for limit in range(20):
        revision = Revision.from_item(await container.upsert(stored))
        before = len(await reminders_of(app, desk))
        killed = False
        with watched(limit):
            try:
                await app.notices.reminders.remind(revision)
            except Killed:
                killed = True
        await app.notices.reminders.run()
        await app.notices.reminders.run()
        assert len(await reminders_of(app, desk)) - before == 1, limit
        if not killed:
            assert limit >= 3
            return


async def reminders_of(app: App, desk: Desk) -> list[str]:
    items = await items_of(app, desk.admin.organisation_id)
    return [item["id"] for item in items if item.get("type") == "document.review_reminded"]


async def test_the_feed_orders_once_and_nothing_old(client: ApiClient, app: App, clock: Clock, queues: Queues) -> None:
    desk = await a_desk(client, app)
    await desk.begin(desk.ann)
    items = await items_of(app, desk.admin.organisation_id)
    await app.notices.letters.follow(items)
    assert [job.kind for job in await queues.take(LETTERS_QUEUE)] == ["review.asked"]
    clock.advance(days=3)
    await app.notices.letters.follow(items)
    assert await queues.take(LETTERS_QUEUE) == []


async def test_what_the_mail_server_refused_is_tried_every_hour_for_two_days(
    client: ApiClient, app: App, clock: Clock
) -> None:
    desk, seen = await a_seen_desk(client, app)
    await desk.begin(desk.ann)
    (job,) = await orders(app, desk.admin.organisation_id, after=seen)
    job = job.model_copy(update={"sent_at": clock()})
    sent: list[tuple[str, str, float]] = []

    class Later:
        async def send(self, queue: str, job: Job, *, delay: float = 0) -> None:
            sent.append((queue, job.kind, delay))

    resting = replace(app.notices.letters, queue=Later())
    await resting.rest(job)
    clock.advance(days=3)
    await resting.rest(job)
    assert sent == [(LETTERS_QUEUE, job.kind, timedelta(hours=1).total_seconds())]
