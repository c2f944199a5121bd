"""The outbox and the poison queue: what a request could not send, what no delivery could do."""

from typing import Any

import pytest
from opentelemetry.trace import SpanKind

from shared.app import App
from shared.documents.work import VERIFY_QUEUE
from shared.errors import NotFound, Unavailable
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from tests.conftest import Clock, Queues
from tests.documents import (
    Stored,
    a_completed,
    a_verified,
    an_announced,
    an_earlier,
    an_uploaded,
    happened,
    items_of,
    job_of,
    somebody,
    stored,
)
from tests.shared.documents.killing import Killed, watched

NUMBERS = pytest.mark.parametrize("number", [1, 2], ids=["first revision", "second revision"])


@NUMBERS
async def test_a_completion_whose_message_was_lost_is_sent_by_the_feed(
    app: App, queues: Queues, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    actor = somebody().actor
    onto = await an_earlier(app, actor, number)
    await queues.take(VERIFY_QUEUE)
    document = await an_uploaded(app, actor, onto=onto)

    async def down(*_: Any, **__: Any) -> None:
        raise Unavailable

    with monkeypatch.context() as broken:
        broken.setattr(JobQueue, "send", down)
        assert (await app.documents.uploads.complete(actor, document.id)).state == "verifying"
    assert await queues.take(VERIFY_QUEUE) == []
    await app.documents.processing.follow(await items_of(app, actor.organisation_id))
    (job,) = await queues.take(VERIFY_QUEUE)
    await app.documents.processing.verify(job)
    assert (await app.documents.service.get(actor, document.id)).state == "ready"


async def test_what_the_feed_sends_goes_on_in_the_trace_of_the_request(app: App, queues: Queues) -> None:
    actor, trace = somebody().actor, "0af7651916cd43dd8448eb211c80319c"
    with telemetry.span("complete_document", SpanKind.SERVER, f"00-{trace}-b7ad6b7169203331-01"):
        await a_completed(app, actor)
    (at_once,) = await queues.take(VERIFY_QUEUE)
    await app.documents.processing.follow(await items_of(app, actor.organisation_id))
    (by_the_feed,) = await queues.take(VERIFY_QUEUE)
    assert [job.traceparent.split("-")[1] for job in (at_once, by_the_feed)] == [trace] * 2


async def test_the_feed_sends_nothing_for_what_is_only_announced(app: App, queues: Queues) -> None:
    actor = somebody().actor
    await an_announced(app, actor)
    await app.documents.processing.follow(await items_of(app, actor.organisation_id))
    assert await queues.take(VERIFY_QUEUE) == []


async def test_the_feed_sends_nothing_for_what_it_sees_settled(app: App, queues: Queues) -> None:
    actor = somebody().actor
    await a_verified(app, actor)
    await queues.take(VERIFY_QUEUE)
    await app.documents.processing.follow(await items_of(app, actor.organisation_id))
    assert await queues.take(VERIFY_QUEUE) == []


@NUMBERS
async def test_the_feed_again_is_harmless(app: App, queues: Queues, number: int) -> None:
    actor = somebody().actor
    onto = await an_earlier(app, actor, number)
    await queues.take(VERIFY_QUEUE)
    document = await a_completed(app, actor, onto=onto)
    items = await items_of(app, actor.organisation_id)
    for _ in range(3):
        await app.documents.processing.follow(items)
    jobs = await queues.take(VERIFY_QUEUE)
    assert len(jobs) == 4
    with watched() as requests:
        for job in jobs:
            await app.documents.processing.verify(job)
    assert requests.copies_of(document.id) == 1
    assert (await happened(app, document)).count("document.verified") == 1


@NUMBERS
async def test_what_no_delivery_could_do_is_refused(app: App, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor, onto=await an_earlier(app, actor, number))

    async def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("of a kind that nobody foresaw")

    monkeypatch.setattr(BlobStore, "promote", broken)
    for _ in range(5):
        with pytest.raises(RuntimeError):
            await app.documents.processing.verify(job_of(document))
    await app.documents.processing.give_up(job_of(document))
    given_up = await app.documents.service.get(actor, document.id)
    assert given_up.state == "rejected"
    assert given_up.newest.rejection is not None
    assert given_up.newest.rejection.code == "processing_failed"
    assert await stored(app, document) == Stored(quarantined=False, promoted=False)
    assert (await happened(app, document))[-1] == "document.rejected"


async def test_giving_up_leaves_what_another_delivery_finished(app: App) -> None:
    actor = somebody().actor
    document = await a_verified(app, actor)
    await app.documents.processing.give_up(job_of(document))
    assert await app.documents.service.get(actor, document.id) == document


@NUMBERS
async def test_giving_up_leaves_what_somebody_works_on(app: App, clock: Clock, number: int) -> None:
    """If that one is dead, the timer notices when its lease runs out."""
    actor = somebody().actor
    document = await a_completed(app, actor, onto=await an_earlier(app, actor, number))
    with watched(2), pytest.raises(Killed):
        await app.documents.processing.verify(job_of(document))
    await app.documents.processing.give_up(job_of(document))
    assert (await app.documents.service.get(actor, document.id)).state == "verifying"
    clock.advance(seconds=121)
    await app.documents.processing.verify(job_of(document))
    assert (await app.documents.service.get(actor, document.id)).state == "ready"


async def test_a_job_that_comes_too_early_takes_nothing_away(app: App) -> None:
    """Neither the worker nor the poison handler touches bytes that are still on their way."""
    actor = somebody().actor
    document = await an_uploaded(app, actor)
    await app.documents.processing.verify(job_of(document))
    await app.documents.processing.give_up(job_of(document))
    assert (await app.documents.service.get(actor, document.id)).state == "awaiting_upload"
    assert (await stored(app, document)).quarantined


async def test_a_job_for_a_document_that_is_not_there_is_final(app: App) -> None:
    job = Job.of("document.verify", new_id(), new_id())
    with pytest.raises(NotFound):
        await app.documents.processing.verify(job)
    with pytest.raises(NotFound):
        await app.documents.processing.give_up(job)
