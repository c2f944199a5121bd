"""Killed at any point, a deletion is finished; of a hold and a deletion at once, one wins and nothing is ever half deleted."""

import asyncio
from datetime import timedelta
from itertools import count

import pytest

from shared.app import App
from shared.documents.model import Document
from shared.errors import PetroConnectError
from shared.identity.permissions import Role
from shared.kit.cosmos import Write
from shared.retention.work import PURGE_QUEUE, RUN_QUEUE, purge_of
from shared.share_links.model import ShareUse, UseOutcome
from tests.conftest import Clock, Queues
from tests.documents import a_pdf, a_verified, items_of, somebody
from tests.holds import a_hold, as_it_is, enforced, storage_refuses
from tests.people import Person
from tests.retention import a_run, a_trashed, forget_derivation, left_of, outcomes, rows_of, worked_off
from tests.share_links import a_stored_link
from tests.shared.documents.killing import Killed, watched


async def much(app: App, owner: Person) -> Document:
    """In the trash: two revisions, text, a picture, a link that was used, leases of a hold that was lifted."""
    document = await a_verified(app, owner.actor, a_pdf(mark="first"))
    document = await a_verified(app, owner.actor, a_pdf(mark="second"), onto=document)
    hold = await a_hold(app, owner, document)
    await enforced(app, document)
    await app.holds.service.remove(owner.actor, hold.id, document.id)
    link = await a_stored_link(app, owner, document.id)
    use = ShareUse(
        id=f"{link.id}-use", organisation_id=link.organisation_id, created_at=app.now(), updated_at=app.now(),
        created_by=link.id, link_id=link.id, outcome=UseOutcome.DOWNLOADED, revision=1, network="192.0.2.0/24", device="",
    )  # fmt: skip
    await app.sharing.links.uses.create(use)
    page = {"id": "p1", "kind": "page", "organisationId": document.organisation_id, "documentId": document.id}
    await app.database.container("pages").batch([document.organisation_id, document.id], [Write("create", page)])
    await forget_derivation(app, document)
    now = await as_it_is(app, document)
    await app.documents.service.trash(owner.actor, now.id, now.etag)
    return await as_it_is(app, document)


@pytest.mark.slow
async def test_killed_after_any_request_the_timer_finishes_the_deletion(app: App, clock: Clock, queues: Queues) -> None:
    owner = somebody(Role.ADMIN)
    for limit in count():
        document = await much(app, owner)
        clock.advance(days=31)
        run = await a_run(app, owner)
        with watched(limit) as requests:
            killed = await dies(app, document, run.id)
        for _ in range(3):
            clock.advance(minutes=11)
            await app.retention.outbox.reconcile()
            for queue, act in ((RUN_QUEUE, app.retention.running.run), (PURGE_QUEUE, app.retention.purging.purge)):
                for job in await queues.take(queue):
                    if job.organisation_id == owner.organisation_id:
                        await act(job)
        where = f"killed after {limit}: {requests.lines[-1:]}"
        assert await left_of(app, document) == [], where
        assert [row.outcome for row in await rows_of(app, run)] == ["deleted"], where
        assert not any(item["kind"] == "shareUse" for item in await items_of(app, owner.organisation_id)), where
        assert await app.database.container("pages").find("p1", [owner.organisation_id, document.id]) is None, where
        if not killed:
            assert limit > 15
            return


async def dies(app: App, document: Document, run_id: str) -> bool:
    try:
        await app.retention.running.run(app.retention.running.job_of(document.organisation_id, run_id))
        await app.retention.purging.purge(purge_of(document.organisation_id, document.id))
    except Killed:
        return True
    except BaseExceptionGroup as group:
        assert group.subgroup(Killed) is not None
        return True
    return False


async def test_of_a_hold_and_a_deletion_at_once_one_wins_and_the_other_is_told(app: App, clock: Clock) -> None:
    owner = somebody(Role.ADMIN)
    kept = 0
    for turn in range(8):
        document = await a_trashed(app, owner)
        clock.advance(days=31)
        hold, run = await a_hold(app, owner), await a_run(app, owner)

        async def held(hold_id: str = hold.id, document_id: str = document.id, turns: int = turn) -> object:
            for _ in range(turns * 4):
                await asyncio.sleep(0)
            return await app.holds.service.add(owner.actor, hold_id, document_id)

        answer, _ = await asyncio.gather(held(), worked_off(app, run), return_exceptions=True)
        outcome = (await outcomes(app, run))[document.id]
        if isinstance(answer, PetroConnectError):
            assert (answer.code in {"being_deleted", "not_found"}, outcome) == (True, "deleted")
            assert await left_of(app, document) == []
        else:
            kept += 1
            assert outcome == "kept_by_hold"
            assert await left_of(app, document) == ["document", "library", "revision"]
            await enforced(app, document)
            assert await storage_refuses(app, document.stored(1))
            await app.holds.service.remove(owner.actor, hold.id, document.id)
            await enforced(app, document)
            await worked_off(app, await a_run(app, owner))
    assert kept < 8


async def test_a_hold_between_reading_and_deciding_wins(
    app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = somebody(Role.ADMIN)
    document = await a_trashed(app, owner)
    clock.advance(days=31)
    hold, run = await a_hold(app, owner), await a_run(app, owner)
    candidates = type(app.retention.running.runs).candidates

    async def held_meanwhile(self: object, *given: object) -> object:
        found = await candidates(self, *given)  # type: ignore[arg-type]
        await app.holds.service.add(owner.actor, hold.id, document.id)
        return found

    monkeypatch.setattr(type(app.retention.running.runs), "candidates", held_meanwhile)
    run = await worked_off(app, run)
    assert await outcomes(app, run) == {document.id: "kept_by_hold"}
    assert (await as_it_is(app, document)).purging_since is None


async def test_what_the_storage_refuses_stays_gone_for_everybody_and_is_tried_every_hour(
    app: App, clock: Clock, queues: Queues
) -> None:
    owner = somebody(Role.ADMIN)
    document = await a_trashed(app, owner)
    foreign = "5c2f1c1e-6a0c-4c57-9d0b-0b7a2f6c9a11"
    await app.blobs.acquire_lease(document.stored(1), foreign)
    await app.retention.purging.request(owner.actor, document.id, document.etag)
    job = purge_of(document.organisation_id, document.id)
    with pytest.raises(ExceptionGroup, match="TaskGroup"):
        await app.retention.purging.purge(job)
    await app.retention.outbox.rest(job)
    await queues.take(PURGE_QUEUE)
    await app.retention.outbox.follow(await items_of(app, owner.organisation_id))
    assert await queues.take(PURGE_QUEUE) == []
    assert "library" in await left_of(app, document)
    await app.blobs.release_lease(document.stored(1), foreign)
    clock.now += timedelta(minutes=61)
    await app.retention.outbox.reconcile()
    assert job.subject_id in [sent.subject_id for sent in await queues.take(PURGE_QUEUE)]
    await app.retention.purging.purge(job)
    assert await left_of(app, document) == []


async def test_a_run_that_failed_at_every_delivery_says_so(app: App) -> None:
    owner = somebody(Role.ADMIN)
    run = await a_run(app, owner)
    await app.retention.running.give_up(app.retention.running.job_of(run.organisation_id, run.id))
    assert (await app.retention.service.get_run(owner.actor, run.id))[0].state == "failed"
