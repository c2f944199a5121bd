"""The storage follows holds wherever a worker dies, whoever is late, and whatever message was lost."""

import asyncio
from itertools import count
from typing import Any

import pytest

from shared.app import App
from shared.documents.model import Document
from shared.errors import Protected
from shared.holds.model import lease_id
from shared.holds.work import CLOSE_QUEUE, PROTECT_QUEUE, closing_of, protection_of
from shared.identity.permissions import Role
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import BlobStore
from shared.kit.ids import new_id
from tests.conftest import Clock, Queues
from tests.documents import a_pdf, a_verified, an_announced, items_of, somebody
from tests.holds import a_hold, as_it_is, enforced, storage_refuses
from tests.people import Person
from tests.shared.documents.killing import Killed, watched


async def test_killed_after_any_request_the_next_delivery_protects_every_file(app: App) -> None:
    admin = somebody(Role.ADMIN)
    for limit in count():
        document = await a_verified(app, admin.actor, a_pdf(mark="first"))
        document = await a_verified(app, admin.actor, a_pdf(mark="second"), onto=document)
        await a_hold(app, admin, document)
        with watched(limit) as requests:
            killed = await dies(app, document)
        assert (await enforced(app, document)).storage_hold == "in_place", requests.lines[-1:]
        for number in (1, 2):
            assert await storage_refuses(app, document.stored(number)), requests.lines[-1:]
        if not killed:
            assert limit >= 4
            return


async def dies(app: App, document: Any) -> bool:
    """The blobs are leased side by side, in a group of tasks."""
    try:
        await app.holds.enforcement.protect(protection_of(document))
    except Killed:
        return True
    except BaseExceptionGroup as group:
        assert group.subgroup(Killed) is not None
        return True
    return False


async def test_who_is_late_lifting_an_earlier_hold_does_not_touch_a_later_one(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    hold = await a_hold(app, admin, document)
    await enforced(app, document)
    await app.holds.service.remove(admin.actor, hold.id, document.id)
    arrived, go_on = asyncio.Event(), asyncio.Event()
    release = BlobStore.release_lease

    async def held_up(self: BlobStore, path: BlobPath, known: str) -> bool:
        arrived.set()
        await go_on.wait()
        return await release(self, path, known)

    monkeypatch.setattr(BlobStore, "release_lease", held_up)
    late = asyncio.create_task(app.holds.enforcement.protect(protection_of(document)))
    await arrived.wait()
    await app.holds.service.add(admin.actor, hold.id, document.id)
    again = await enforced(app, document)
    go_on.set()
    with pytest.raises(Exception, match="Somebody changed"):
        await late
    assert (again.storage_hold, again.hold_epoch) == ("in_place", 2)
    assert await storage_refuses(app, document.stored(1))


async def test_released_and_held_again_before_the_storage_followed_stays_protected(app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    hold = await a_hold(app, admin, document)
    await enforced(app, document)
    for _ in range(3):
        await app.holds.service.remove(admin.actor, hold.id, document.id)
        await app.holds.service.add(admin.actor, hold.id, document.id)
    again = await enforced(app, document)
    assert again.hold_epoch == 4
    await app.holds.service.remove(admin.actor, hold.id, document.id)
    await enforced(app, document)
    assert not await storage_refuses(app, document.stored(1))


async def test_a_lost_message_is_sent_by_the_feed_and_by_the_timer(app: App, clock: Clock, queues: Queues) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    hold = await a_hold(app, admin, document)
    await app.holds.service.close(admin.actor, hold.id)
    for queue in (PROTECT_QUEUE, CLOSE_QUEUE):
        await queues.take(queue)
    await app.holds.enforcement.outbox.follow(await items_of(app, admin.organisation_id))
    assert await subjects(queues, document.id, hold.id) == [document.id, hold.id]
    await app.holds.enforcement.outbox.reconcile()
    assert await subjects(queues, document.id, hold.id) == []
    clock.advance(minutes=6)
    await app.holds.enforcement.outbox.reconcile()
    assert await subjects(queues, document.id, hold.id) == [document.id, hold.id]
    await app.holds.enforcement.outbox.reconcile()
    assert await subjects(queues, document.id, hold.id) == []


async def subjects(queues: Queues, *among: str) -> list[str]:
    """The timer looks after what other tests left, too."""
    jobs = [*await queues.take(PROTECT_QUEUE), *await queues.take(CLOSE_QUEUE)]
    return [job.subject_id for job in jobs if job.subject_id in among]


async def test_what_failed_at_every_delivery_rests_for_an_hour_and_stays_held(
    app: App, clock: Clock, queues: Queues
) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    hold = await a_hold(app, admin, document)
    closing = await app.holds.service.close(admin.actor, hold.id)
    await app.holds.enforcement.outbox.rest(protection_of(document))
    await app.holds.enforcement.outbox.rest(closing_of(closing))
    await subjects(queues)
    await app.holds.enforcement.outbox.follow(await items_of(app, admin.organisation_id))
    assert await subjects(queues, document.id, hold.id) == []
    clock.advance(minutes=59)
    await app.holds.enforcement.outbox.reconcile()
    assert await subjects(queues, document.id, hold.id) == []
    clock.advance(minutes=2)
    await app.holds.enforcement.outbox.reconcile()
    assert await subjects(queues, document.id, hold.id) == [document.id, hold.id]
    assert (await as_it_is(app, document)).is_held


async def test_many_documents_are_let_go_in_steps(app: App, monkeypatch: pytest.MonkeyPatch, queues: Queues) -> None:
    monkeypatch.setattr("shared.holds.enforcement.LET_GO_AT_ONCE", 2)
    admin = somebody(Role.ADMIN)
    documents = [(await an_announced(app, admin.actor))[0] for _ in range(3)]
    hold = await a_hold(app, admin, *documents)
    await app.holds.service.close(admin.actor, hold.id)
    turns = 0
    while jobs := await queues.take(CLOSE_QUEUE):
        await app.holds.enforcement.let_go(jobs[0])
        turns += 1
    assert turns == 3
    assert (await app.holds.service.get(admin.actor, hold.id)).state == "closed"
    assert [(await as_it_is(app, one)).is_held for one in documents] == [False] * 3


async def test_a_lease_of_somebody_else_is_left_alone_and_said(app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    path = document.stored(1)
    await app.blobs.acquire_lease(path, lease_id(BlobPath("library", new_id()), 1))
    with pytest.raises(Protected):
        await app.blobs.delete(path)
    await a_hold(app, admin, document)
    with pytest.raises(ExceptionGroup) as refused:
        await enforced(app, document)
    assert refused.group_contains(Protected)
    assert (await as_it_is(app, document)).storage_hold == "pending"


async def a_closed(app: App, owner: Person, document: Document) -> None:
    """Malware was found in its newest revision after it was stored."""
    found = await app.blobs.properties(document.stored(document.newest.number))
    assert found is not None
    data = {
        "blobUri": app.blobs.client(document.stored(document.newest.number)).url,
        "eTag": found.etag.strip('"'),
        "scanResultType": "Malicious",
        "scanResultDetails": {"malwareNamesFound": ["Test"]},
    }
    await app.documents.scan_results.receive({"eventType": "Microsoft.Security.MalwareScanningResult", "data": data})


async def test_what_was_closed_for_malware_under_hold_is_let_go_with_the_rest(app: App) -> None:
    """Else the storage would refuse to delete it for ever, and with it the document."""
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor, a_pdf(mark="first"))
    document = await a_verified(app, admin.actor, a_pdf(mark="second"), onto=document)
    hold = await a_hold(app, admin, document)
    await enforced(app, document)
    await a_closed(app, admin, document)
    await enforced(app, document)
    await app.holds.service.remove(admin.actor, hold.id, document.id)
    assert (await enforced(app, document)).storage_hold == "none"
    for number in (1, 2):
        assert not await storage_refuses(app, document.stored(number))


@pytest.mark.parametrize("before", [0, 1])
async def test_what_was_closed_for_malware_before_the_hold_is_protected_too(app: App, before: int) -> None:
    """It may be the very evidence that the case is about; also where it was all there is."""
    admin, document = somebody(Role.ADMIN), None
    for number in range(before + 1):
        document = await a_verified(app, admin.actor, a_pdf(mark=str(number)), onto=document)
    assert document is not None
    await a_closed(app, admin, document)
    await a_hold(app, admin, document)
    assert (await enforced(app, document)).storage_hold == "in_place"
    for number in range(1, before + 2):
        assert await storage_refuses(app, document.stored(number))
