"""The timer: uploads nobody completed, verifications nobody works on, announcements nothing followed; of every organisation."""

from datetime import timedelta
from itertools import count, pairwise
from typing import Any

import pytest

from shared.app import App
from shared.documents import reconciliation
from shared.documents.announcing import BLOCKS_LIFE, SINGLE_LIFE, SINGLE_LIMIT
from shared.documents.model import Document
from shared.documents.revision import AWAITED_FOR, MAX_ATTEMPTS
from shared.documents.work import VERIFY_QUEUE
from shared.errors import Unavailable
from shared.identity.actor import Actor
from shared.kit.blobs import BlobStore
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from tests.conftest import Clock, Queues
from tests.documents import (
    PDF,
    a_completed,
    a_verified,
    an_announced,
    an_earlier,
    an_uploaded,
    happened,
    job_of,
    put,
    quarantined,
    revision_of,
    somebody,
    stored,
)
from tests.shared.documents.killing import Killed, watched

NUMBERS = pytest.mark.parametrize("number", [1, 2], ids=["first revision", "second revision"])
ANNOUNCED = {1: "document.announced", 2: "document.revision_announced"}


async def jobs_for(queues: Queues, document: Document) -> list[Job]:
    wanted = (document.id, document.newest.revision_id)
    return [job for job in await queues.take(VERIFY_QUEUE) if (job.subject_id, job.arguments["revisionId"]) == wanted]


async def state_of(app: App, actor: Actor, document: Document) -> str:
    return (await app.documents.service.get(actor, document.id)).state.value


@NUMBERS
async def test_bytes_nobody_completed_are_completed_after_the_life_of_their_url(
    app: App, clock: Clock, number: int, queues: Queues
) -> None:
    actor = somebody().actor
    document = await an_uploaded(app, actor, onto=await an_earlier(app, actor, number))
    await app.documents.reconciliation.run()
    assert await state_of(app, actor, document) == "awaiting_upload"
    clock.advance(seconds=SINGLE_LIFE.total_seconds())
    await app.documents.reconciliation.run()
    assert await state_of(app, actor, document) == "verifying"
    assert await happened(app, document) == [ANNOUNCED[number], "document.upload_completed"]
    (job,) = await jobs_for(queues, document)
    await app.documents.processing.verify(job)
    assert await state_of(app, actor, document) == "ready"


async def test_an_upload_in_blocks_has_longer(app: App, clock: Clock) -> None:
    document, _ = await an_announced(app, somebody().actor, size_bytes=SINGLE_LIMIT + 1)
    assert (await revision_of(app, document)).overdue_at == clock() + BLOCKS_LIFE


async def test_bytes_of_another_size_are_left_for_whoever_sends_them(app: App, clock: Clock) -> None:
    actor = somebody().actor
    document, upload = await an_announced(app, actor)
    await put(upload.signed.url, PDF + b"too long")
    clock.advance(minutes=11)
    await app.documents.reconciliation.run()
    assert await state_of(app, actor, document) == "awaiting_upload"
    assert (await stored(app, document)).quarantined


async def test_what_does_not_come_is_looked_for_less_and_less_often(app: App, clock: Clock) -> None:
    actor = somebody().actor
    document, _ = await an_announced(app, actor)
    looks = 0
    for _ in range(int(AWAITED_FOR / timedelta(minutes=5)) - 1):
        clock.advance(minutes=5)
        before = await revision_of(app, document)
        await app.documents.reconciliation.run()
        after = await revision_of(app, document)
        looks += before.etag != after.etag
    assert await app.documents.service.get(actor, document.id) == document
    assert looks == 8  # after 10 and 20 minutes, 40, 80 ... instead of 287 times


@NUMBERS
async def test_what_never_came_is_given_up_after_a_day(app: App, clock: Clock, number: int) -> None:
    actor = somebody().actor
    document, upload = await an_announced(app, actor, onto=await an_earlier(app, actor, number))
    await put(upload.signed.url, b"only a part")
    clock.advance(hours=24)
    await app.documents.reconciliation.run()
    given_up = await app.documents.service.get(actor, document.id)
    assert given_up.state == "rejected"
    assert given_up.newest.rejection is not None
    assert given_up.newest.rejection.code == "never_uploaded"
    assert not (await stored(app, document)).quarantined
    assert await happened(app, document) == [ANNOUNCED[number], "document.rejected"]


async def test_a_fresh_url_is_good_for_another_day(app: App, clock: Clock) -> None:
    actor = somebody().actor
    document, _ = await an_announced(app, actor)
    clock.advance(hours=23)
    await app.documents.uploads.sign_again(actor, document.id)
    clock.advance(hours=23)
    await app.documents.reconciliation.run()
    assert await state_of(app, actor, document) == "awaiting_upload"
    clock.advance(hours=1)
    await app.documents.reconciliation.run()
    assert await state_of(app, actor, document) == "rejected"


async def test_a_lost_message_is_sent_again_once_in_a_while(app: App, clock: Clock, queues: Queues) -> None:
    """Once per `reconcile_after`, not once per run: or a queue that nobody reads would fill up."""
    actor = somebody().actor
    document = await a_completed(app, actor)
    await queues.take(VERIFY_QUEUE)
    await app.documents.reconciliation.run()
    assert await jobs_for(queues, document) == []
    clock.advance(seconds=300)
    for _ in range(3):
        await app.documents.reconciliation.run()
    assert len(await jobs_for(queues, document)) == 1
    clock.advance(seconds=300)
    await app.documents.reconciliation.run()
    (job,) = await jobs_for(queues, document)
    await app.documents.processing.verify(job)
    assert await state_of(app, actor, document) == "ready"


@NUMBERS
async def test_a_dead_worker_is_noticed_when_its_lease_runs_out(
    app: App, clock: Clock, number: int, queues: Queues
) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor, onto=await an_earlier(app, actor, number))
    await queues.take(VERIFY_QUEUE)
    with watched(2), pytest.raises(Killed):
        await app.documents.processing.verify(job_of(document))
    clock.advance(seconds=119)
    await app.documents.reconciliation.run()
    assert await jobs_for(queues, document) == []
    clock.advance(seconds=2)
    await app.documents.reconciliation.run()
    assert len(await jobs_for(queues, document)) == 1


@NUMBERS
async def test_a_file_that_kills_every_worker_is_given_up(app: App, clock: Clock, number: int) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor, onto=await an_earlier(app, actor, number))
    for _ in range(MAX_ATTEMPTS):
        with watched(2), pytest.raises(Killed):
            await app.documents.processing.verify(job_of(document))
        clock.advance(seconds=121)
    await app.documents.reconciliation.run()
    given_up = await app.documents.service.get(actor, document.id)
    assert given_up.newest.rejection is not None
    assert given_up.newest.rejection.code == "processing_failed"
    assert not (await stored(app, document)).quarantined


async def test_uploads_of_every_organisation_are_found_together(app: App, clock: Clock, queues: Queues) -> None:
    actors = [somebody().actor for _ in range(5)]
    documents = [await an_uploaded(app, actor) for actor in actors]
    clock.advance(minutes=11)
    with watched() as requests:
        await app.documents.reconciliation.run()
    for actor, document in zip(actors, documents, strict=True):
        assert await state_of(app, actor, document) == "verifying"
    assert 0 < requests.searches < len(actors)
    assert {document.id for document in documents} <= {job.subject_id for job in await queues.take(VERIFY_QUEUE)}


async def test_a_run_is_bounded_and_the_next_one_goes_on(
    app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = somebody().actor
    documents = [(await an_announced(app, actor))[0] for _ in range(5)]
    before = [await revision_of(app, document) for document in documents]
    clock.advance(minutes=11)
    monkeypatch.setattr(reconciliation, "AT_ONCE", 2)
    looked_at = [0]
    while looked_at[-1] < len(documents):  # what earlier tests left behind may come first, but only once
        await app.documents.reconciliation.run()
        fresh = [await revision_of(app, document) for document in documents]
        looked_at.append(sum(one.etag != revision.etag for one, revision in zip(fresh, before, strict=True)))
    assert max(more - fewer for fewer, more in pairwise(looked_at)) <= 2


async def test_one_that_cannot_be_helped_does_not_hold_up_the_others(
    app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = somebody().actor
    documents = [await an_uploaded(app, actor) for _ in range(3)]
    clock.advance(minutes=11)
    properties = BlobStore.properties

    async def failing(self: BlobStore, path: Any) -> Any:
        if path == quarantined(documents[1]):
            raise Unavailable
        return await properties(self, path)

    monkeypatch.setattr(BlobStore, "properties", failing)
    await app.documents.reconciliation.run()
    states = [await state_of(app, actor, document) for document in documents]
    assert states == ["verifying", "awaiting_upload", "verifying"]


async def test_what_is_settled_is_never_looked_at_again(app: App, clock: Clock) -> None:
    actor = somebody().actor
    ready = await a_verified(app, actor)
    clock.advance(days=400)
    await app.documents.reconciliation.run()
    assert await app.documents.service.get(actor, ready.id) == ready


async def test_a_timer_killed_after_any_request_finds_everything_again(app: App, clock: Clock, queues: Queues) -> None:
    actor = somebody().actor
    for limit in count():
        clock.advance(days=30)
        await app.documents.reconciliation.run()  # so that this document is alone
        await queues.take(VERIFY_QUEUE)
        document = await an_uploaded(app, actor)
        clock.advance(minutes=11)
        with watched(limit) as requests:
            killed = False
            try:
                await app.documents.reconciliation.run()
            except Killed:
                killed = True
        clock.advance(minutes=11)
        await app.documents.reconciliation.run()
        for job in await queues.take(VERIFY_QUEUE):
            await app.documents.processing.verify(job)
        assert await state_of(app, actor, document) == "ready", requests.lines
        if not killed:
            assert limit > 3
            return


async def test_the_timer_does_without_the_queue(app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The queue is down: what could be written is written, and the feed or the next run sends it."""
    actor = somebody().actor
    document = await an_uploaded(app, actor)
    clock.advance(minutes=11)

    async def down(*_: Any, **__: Any) -> None:
        raise Unavailable

    with monkeypatch.context() as broken:
        broken.setattr(JobQueue, "send", down)
        await app.documents.reconciliation.run()
    assert await state_of(app, actor, document) == "verifying"
