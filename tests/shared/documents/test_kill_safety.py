"""Killed at any point, an upload ends ready with one copy in the library; so do three deliveries at once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.config import Settings
from shared.documents.model import Document
from shared.documents.work import VERIFY_QUEUE
from shared.errors import Unavailable
from shared.identity.actor import Actor
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import BlobStore
from tests.conftest import Clock, Queues
from tests.documents import (
    PDF,
    PROGRAM,
    Stored,
    a_completed,
    a_verified,
    an_earlier,
    an_uploaded,
    content_of,
    happened,
    items_of,
    job_of,
    promoted,
    revision_of,
    somebody,
    stored,
)
from tests.shared.documents.killing import Killed, watched

FEWEST = 12  # requests of a whole life; fewer would mean that the loop below ended too early
Recovery = Callable[[App, Actor, Document, Clock, Queues], Awaitable[None]]
Start = Callable[[], App]
NUMBERS = pytest.mark.parametrize("number", [1, 3], ids=["first revision", "third revision"])


@pytest.fixture
async def start(settings: Settings, clock: Clock, cosmos_engine: Engine) -> AsyncIterator[Start]:
    """A new process: nothing is left in memory from the one before."""
    started: list[App] = []

    def build() -> App:
        started.append(build_app(settings, now=clock, cosmos_transport=AsyncEngineTransport(cosmos_engine)))
        return started[-1]

    yield build
    for app in started:
        await app.close()


async def live(app: App, actor: Actor, document: Document) -> None:
    """From completion to the end, as one worker would do it."""
    completed = await app.documents.uploads.complete(actor, document.id)
    await app.documents.processing.verify(job_of(completed))


async def deliver_all(app: App, queues: Queues) -> None:
    for job in await queues.take(VERIFY_QUEUE):
        await app.documents.processing.verify(job)


async def by_messages(app: App, actor: Actor, document: Document, clock: Clock, queues: Queues) -> None:
    """The browser asks again, the feed goes on where it was, the host delivers again what nobody finished."""
    clock.advance(minutes=10)
    await app.documents.uploads.complete(actor, document.id)
    await app.documents.processing.follow(await items_of(app, actor.organisation_id))
    await deliver_all(app, queues)
    await app.documents.processing.verify(job_of(document))


async def by_timer(app: App, _actor: Actor, _document: Document, clock: Clock, queues: Queues) -> None:
    """Every message is lost; there is only the timer."""
    await queues.take(VERIFY_QUEUE)
    for _ in range(3):
        clock.advance(minutes=11)
        await app.documents.reconciliation.run()
        await deliver_all(app, queues)


@NUMBERS
@pytest.mark.parametrize("recover", [by_messages, by_timer])
@pytest.mark.parametrize("content", [PDF, PROGRAM], ids=["good", "bad"])
async def test_killed_after_any_request_it_is_settled_once(
    start: Start, clock: Clock, queues: Queues, recover: Recovery, content: bytes, number: int
) -> None:
    actor = somebody().actor
    expected = "ready" if content == PDF else "rejected"
    for limit in count():
        onto = await an_earlier(start(), actor, number)
        document = await an_uploaded(start(), actor, content, onto=onto)
        with watched(limit) as before:
            killed = await dies(live(start(), actor, document))
        app = start()
        with watched() as after:
            await recover(app, actor, document, clock, queues)
        where = f"killed after {limit}: {before.lines[-1:]}"
        settled = await app.documents.service.get(actor, document.id)
        assert settled.state == expected, where
        assert settled.current == (settled.newest if expected == "ready" else onto and onto.current), where
        assert before.copies_of(document.id) + after.copies_of(document.id) == (expected == "ready"), where
        outcome = "document.verified" if expected == "ready" else "document.rejected"
        assert (await happened(app, document)).count(outcome) == 1, where
        left = await stored(app, document)
        assert left.promoted == (expected == "ready"), where
        if recover is by_messages:  # with every message lost as well, the storage's own rule sweeps the quarantine
            assert not left.quarantined, where
        if not killed:
            assert limit >= FEWEST - 2 * (expected == "rejected")
            return


async def dies(work: Awaitable[None]) -> bool:
    try:
        await work
    except Killed:
        return True
    return False


@NUMBERS
async def test_three_deliveries_at_once_promote_once(app: App, number: int) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor, onto=await an_earlier(app, actor, number))
    with watched() as requests:
        await asyncio.gather(*(app.documents.processing.verify(job_of(document)) for _ in range(3)))
    assert requests.copies_of(document.id) == 1
    assert (await app.documents.service.get(actor, document.id)).state == "ready"
    assert (await happened(app, document)).count("document.verified") == 1


async def test_a_delivery_after_success_changes_nothing(app: App) -> None:
    actor = somebody().actor
    document = await a_verified(app, actor)
    await app.documents.processing.verify(job_of(document))
    assert await app.documents.service.get(actor, document.id) == document


async def test_a_held_file_is_left_alone_until_the_lease_runs_out(app: App, clock: Clock) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor)
    with watched(2):  # read, claimed, dead
        assert await dies(app.documents.processing.verify(job_of(document)))
    await app.documents.processing.verify(job_of(document))
    assert (await app.documents.service.get(actor, document.id)).state == "verifying"
    clock.advance(seconds=121)
    await app.documents.processing.verify(job_of(document))
    assert (await app.documents.service.get(actor, document.id)).state == "ready"


@NUMBERS
async def test_a_slow_worker_that_lost_its_lease_does_no_harm(
    app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """The first is about to copy when the second has done everything, the quarantined bytes are gone already."""
    actor = somebody().actor
    document = await a_completed(app, actor, onto=await an_earlier(app, actor, number))
    arrived, go_on = asyncio.Event(), asyncio.Event()
    promote = BlobStore.promote

    async def held_once(self: BlobStore, *paths: BlobPath, **options: Any) -> None:
        if not arrived.is_set():
            arrived.set()
            await go_on.wait()
        await promote(self, *paths, **options)

    monkeypatch.setattr(BlobStore, "promote", held_once)
    with watched() as requests:
        slow = asyncio.create_task(app.documents.processing.verify(job_of(document)))
        await arrived.wait()
        clock.advance(seconds=121)
        await app.documents.processing.verify(job_of(document))
        go_on.set()
        await slow
    assert requests.copies_of(document.id) == 1
    assert (await app.documents.service.get(actor, document.id)).state == "ready"
    assert await stored(app, document) == Stored(quarantined=False, promoted=True)
    assert (await happened(app, document)).count("document.verified") == 1


async def test_a_failed_delivery_lets_the_next_one_work_at_once(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor)

    async def unreachable(*_: Any, **__: Any) -> None:
        raise Unavailable

    with monkeypatch.context() as broken:
        broken.setattr(BlobStore, "promote", unreachable)
        with pytest.raises(Unavailable):
            await app.documents.processing.verify(job_of(document))
    await app.documents.processing.verify(job_of(document))
    assert (await app.documents.service.get(actor, document.id)).state == "ready"


@NUMBERS
async def test_what_is_trashed_while_it_is_verified_is_claimed_and_settled_all_the_same(
    app: App, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor, onto=await an_earlier(app, actor, number))
    promote = BlobStore.promote

    async def trashed_first(self: BlobStore, *paths: BlobPath, **options: Any) -> None:
        fresh = await app.documents.service.get(actor, document.id)
        await app.documents.service.trash(actor, document.id, fresh.etag)
        await promote(self, *paths, **options)

    monkeypatch.setattr(BlobStore, "promote", trashed_first)
    await app.documents.processing.verify(job_of(document))
    settled = await app.documents.service.get(actor, document.id)
    assert (settled.state, settled.trashed_at is not None) == ("ready", True)
    assert await content_of(app, promoted(settled)) == PDF


async def test_a_large_file_is_held_longer(clock: Clock, app: App) -> None:
    actor = somebody().actor
    small = await revision_of(app, await a_completed(app, actor))
    large = small.model_copy(update={"size_bytes": 5 * 1024**3})
    lease = timedelta(minutes=2)
    held = [one.claim(clock(), lease) for one in (small, large)]
    until = [one.leased_until - clock() for one in held if one is not None and one.leased_until]
    assert until[0] < timedelta(seconds=121)
    assert until[1] == lease + timedelta(seconds=320)
