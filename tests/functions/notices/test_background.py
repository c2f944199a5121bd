"""What starts the letters about documents, and that each function does its part, through a mail server."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from functions.notices import background
from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.config import Settings
from shared.kit.jobs.handlers import DeliveryFailed
from shared.notices.work import LETTERS_QUEUE
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import items_of
from tests.letters import PostOffice, a_post_office
from tests.registered import call, deliver, trigger_of
from tests.reviewed_reports import a_crew
from tests.reviewing import a_desk


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 11, 23, 6, 30, tzinfo=UTC))  # Monday, half past seven in Oslo


@pytest.fixture
async def office() -> AsyncIterator[PostOffice]:
    async with a_post_office() as opened:
        yield opened


@pytest.fixture
async def posting(
    settings: Settings, office: PostOffice, clock: Clock, cosmos_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[App]:
    """The product with a mail server, behind the functions of this process."""
    update = {"smtp_host": "127.0.0.1", "smtp_port": office.port, "smtp_security": "none"}
    transport = AsyncEngineTransport(cosmos_engine)
    built = build_app(settings.model_copy(update=update), now=clock, cosmos_transport=transport)
    monkeypatch.setattr(background.jobs, "_app", lambda: built)
    yield built
    await built.close()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("follow_document_notices", {"type": "cosmosDBTrigger", "containerName": "documents"}),
        ("follow_report_notices", {"type": "cosmosDBTrigger", "containerName": "reports"}),
        ("send_document_letter", {"type": "queueTrigger", "queueName": LETTERS_QUEUE}),
        ("settle_poisoned_document_letter", {"type": "queueTrigger", "queueName": f"{LETTERS_QUEUE}-poison"}),
        ("remind_reviewers", {"type": "timerTrigger", "schedule": "%REMINDER_SCHEDULE%"}),
        ("begin_digests", {"type": "timerTrigger", "schedule": "%REMINDER_SCHEDULE%"}),
    ],
)
def test_each_function_is_started_by_its_own(name: str, expected: dict[str, str]) -> None:
    assert trigger_of(name).items() >= expected.items()


async def test_from_the_feed_to_the_box(posting: App, office: PostOffice, queues: Queues, clock: Clock) -> None:
    desk = await a_desk(ApiClient(posting), posting)
    await desk.begin(desk.ann, due=clock.now + timedelta(days=2))
    await call("follow_document_notices", documents=await items_of(posting, desk.admin.organisation_id))
    (job,) = await queues.take(LETTERS_QUEUE)
    office.refusals.append("451 not now")
    with pytest.raises(DeliveryFailed, match="Unavailable"):
        await deliver("send_document_letter", job)
    await deliver("send_document_letter", job)
    (envelope,), (letter,) = office.envelopes, office.messages
    assert envelope.rcpt_tos == [desk.ann.email]
    assert letter["Subject"].startswith("Please review")
    await deliver("settle_poisoned_document_letter", job)
    assert len(office.envelopes) == 1


async def test_a_report_that_comes_back_goes_the_same_way(posting: App, office: PostOffice, queues: Queues) -> None:
    crew = await a_crew(ApiClient(posting), posting)
    report = await crew.submitted()
    assert (await crew.decide(crew.erik, report, "request_changes", comment="Look again.")).status == 200
    await call("follow_report_notices", documents=await crew.happened(report))
    (job,) = await queues.take(LETTERS_QUEUE)
    office.refusals.append("451 not now")
    with pytest.raises(DeliveryFailed, match="Unavailable"):
        await deliver("send_document_letter", job)
    await deliver("settle_poisoned_document_letter", job)  # is tried again later
    await deliver("send_document_letter", job)
    await deliver("send_document_letter", job)
    (envelope,), (letter,) = office.envelopes, office.messages
    assert envelope.rcpt_tos == [crew.olga.email]
    assert letter["Subject"].endswith("came back to you")


async def test_the_timers_write_down_what_the_feed_orders(posting: App, clock: Clock) -> None:
    desk = await a_desk(ApiClient(posting), posting)
    await desk.begin(desk.ann, due=clock.now + timedelta(days=2))
    clock.advance(days=1)
    timer = type("Timer", (), {"past_due": False})()
    await call("remind_reviewers", timer=timer)
    clock.advance(days=-1)
    await call("begin_digests", timer=timer)
    items = await items_of(posting, desk.admin.organisation_id)
    assert [item for item in items if item.get("type") == "document.review_reminded"]
    assert [item["week"] for item in items if item["kind"] == "acknowledgementDigest"] == ["2026-W48"]
