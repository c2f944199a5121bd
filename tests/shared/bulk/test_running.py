"""An operation on many documents is as whoever asked for it, does each document once wherever a worker dies, and stops when it must."""

import asyncio
from itertools import count
from typing import Any

import pytest

from shared.app import App
from shared.bulk import model, running
from shared.bulk.actions import (
    Asked,
    ClassDocuments,
    HoldDocuments,
    MoveDocuments,
    RestoreDocuments,
    TagDocuments,
    TrashDocuments,
)
from shared.bulk.work import QUEUE
from shared.document_types.model import Discipline
from shared.documents.drafts import DocumentChange
from shared.documents.filters import DocumentFilter
from shared.documents.tags import MAX_TAGS
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.jobs import running as kit
from shared.users.model import UserChange, UserStatus
from tests.bulk import WELL, an_operation, as_it_is, job_of, outcomes, rows_of, worked_off
from tests.conftest import Clock, Queues
from tests.documents import an_announced, happened, items_of
from tests.holds import a_hold
from tests.people import a_colleague, a_member, a_site
from tests.shared.documents.killing import Killed, watched


@pytest.mark.slow
@pytest.mark.parametrize("by_query", [False, True])
async def test_killed_after_any_request_each_document_is_done_once(
    app: App, clock: Clock, queues: Queues, monkeypatch: pytest.MonkeyPatch, by_query: bool
) -> None:
    monkeypatch.setattr(running, "FOUND_AT_ONCE", 2)
    monkeypatch.setattr(model, "CHUNK", 2)
    monkeypatch.setattr(running, "CHUNK", 2)
    owner = await a_member(app, Role.ENGINEER)
    for limit in count():
        tag = f"killed {limit}"
        documents = [(await an_announced(app, owner.actor, b"%d" % number))[0] for number in range(3)]
        for document in documents:
            await app.documents.service.change(
                owner.actor, document.id, DocumentChange({"tags": (tag,)}), document.etag
            )
        query = DocumentFilter(tag=tag) if by_query else None
        operation = await an_operation(app, owner, *documents, query=query)
        await queues.take(QUEUE)
        with watched(limit) as requests:
            killed = await dies(app, operation)
        for _ in range(3):
            clock.advance(minutes=6)
            await app.bulk.outbox.reconcile()
            for job in await queues.take(QUEUE):
                if job.organisation_id == owner.organisation_id:
                    await app.bulk.running.run(job)
        operation = await as_it_is(app, operation)
        where = f"killed after {limit}: {requests.lines[-1:]}"
        assert (operation.state, operation.outcomes) == ("finished", {"done": 3}), where
        assert await outcomes(app, operation) == {document.id: "done" for document in documents}, where
        for document in documents:
            changes = [one for one in await happened(app, document) if one == "document.changed"]
            assert len(changes) == 2, where
        if not killed:
            assert limit > 10
            return


async def dies(app: App, operation: Any) -> bool:
    try:
        await app.bulk.running.run(job_of(operation))
    except Killed:
        return True
    except BaseExceptionGroup as group:
        assert group.subgroup(Killed) is not None
        return True
    return False


async def test_documents_of_other_sites_are_neither_touched_nor_named_nor_counted(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site, elsewhere = await a_site(app, admin), await a_site(app, admin, "Gullfaks")
    here, _ = await an_announced(app, admin.actor, b"1", site_id=site.id)
    there, _ = await an_announced(app, admin.actor, b"2", title="Secret", site_id=elsewhere.id)
    scoped = await a_colleague(app, admin, Role.ENGINEER, site_ids=(site.id,))
    found = await worked_off(app, await an_operation(app, scoped, query=DocumentFilter()))
    assert (found.total, await outcomes(app, found)) == (1, {here.id: "done"})
    named = await worked_off(app, await an_operation(app, scoped, here, there))
    assert await outcomes(app, named) == {here.id: "unchanged", there.id: "not_found"}
    assert "Secret" not in str(await rows_of(app, named))
    assert (await app.documents.service.get(admin.actor, there.id)).etag == there.etag


async def test_what_left_the_actors_sites_after_it_was_selected_is_not_there_any_more(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site, elsewhere = await a_site(app, admin), await a_site(app, admin, "Gullfaks")
    document, _ = await an_announced(app, admin.actor, site_id=site.id)
    scoped = await a_colleague(app, admin, Role.ENGINEER, site_ids=(site.id,))
    tried = await worked_off(app, await an_operation(app, scoped, document, dry_run=True))
    moved = await app.documents.service.change(
        admin.actor, document.id, DocumentChange({"site_id": elsewhere.id}), document.etag
    )
    done = await worked_off(app, await app.bulk.service.carry_out(scoped.actor, tried.id))
    assert await outcomes(app, done) == {document.id: "not_found"}
    assert (await app.documents.service.get(admin.actor, document.id)).etag == moved.etag


@pytest.mark.parametrize(
    ("change", "failure"),
    [(UserChange({"status": UserStatus.DEACTIVATED}), "actor_gone"), (UserChange({"role": Role.VIEWER}), "forbidden")],
)
async def test_it_stops_when_whoever_asked_may_not_any_more(app: App, change: UserChange, failure: str) -> None:
    admin = await a_member(app, Role.ADMIN)
    owner = await a_colleague(app, admin, Role.OPERATOR)
    document, _ = await an_announced(app, owner.actor)
    operation = await an_operation(app, owner, document)
    user = await app.users.service.users.get(owner.organisation_id, owner.id)
    await app.users.service.change(admin.actor, owner.id, change, user.etag)
    operation = await worked_off(app, operation)
    assert (operation.state, operation.failure, operation.outcomes) == ("failed", failure, {})
    assert (await app.documents.service.get(admin.actor, document.id)).etag == document.etag


@pytest.mark.parametrize("dry_run", [True, False])
async def test_what_is_held_is_not_trashed(app: App, dry_run: bool) -> None:
    admin = await a_member(app, Role.ADMIN)
    held, free, gone = [(await an_announced(app, admin.actor, b"%d" % number))[0] for number in range(3)]
    await a_hold(app, admin, held)
    await app.documents.service.trash(admin.actor, gone.id, gone.etag)
    action = TrashDocuments(type="trash")
    operation = await an_operation(app, admin, held, free, gone, action=action, dry_run=dry_run)
    done = await worked_off(app, operation)
    assert await outcomes(app, done) == {held.id: "under_hold", free.id: "done", gone.id: "unchanged"}
    assert ((await app.documents.service.get(admin.actor, free.id)).trashed_at is None) is dry_run
    restoring = await worked_off(
        app, await an_operation(app, admin, held, free, action=RestoreDocuments(type="restore"))
    )
    assert await outcomes(app, restoring) == {held.id: "unchanged", free.id: "unchanged" if dry_run else "done"}
    assert (await app.documents.service.get(admin.actor, free.id)).trashed_at is None


@pytest.mark.parametrize("dry_run", [True, False])
async def test_what_is_part_of_a_report_is_neither_trashed_nor_restored(app: App, dry_run: bool) -> None:
    """A dry run says so too, before anybody counts on it."""
    admin = await a_member(app, Role.ADMIN)
    photo, _ = await an_announced(app, admin.actor)
    photo = await app.documents.service.documents.replace(photo.model_copy(update={"report_id": new_id()}))
    for action, trashed_at in ((TrashDocuments(type="trash"), None), (RestoreDocuments(type="restore"), app.now())):
        photo = await app.documents.service.documents.replace(photo.model_copy(update={"trashed_at": trashed_at}))
        done = await worked_off(app, await an_operation(app, admin, photo, action=action, dry_run=dry_run))
        assert await outcomes(app, done) == {photo.id: "part_of_report"}


async def test_a_hold_between_judging_and_trashing_wins(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    admin = await a_member(app, Role.ADMIN)
    document, _ = await an_announced(app, admin.actor)
    hold = await a_hold(app, admin)
    put_away = type(app.documents.service).put_away

    async def held_meanwhile(self: Any, *given: Any, **more: Any) -> Any:
        await app.holds.service.add(admin.actor, hold.id, document.id)
        return await put_away(self, *given, **more)

    monkeypatch.setattr(type(app.documents.service), "put_away", held_meanwhile)
    done = await worked_off(app, await an_operation(app, admin, document, action=TrashDocuments(type="trash")))
    assert await outcomes(app, done) == {document.id: "under_hold"}


async def test_many_are_put_under_one_hold_at_once(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    documents = [(await an_announced(app, admin.actor, b"%d" % number))[0] for number in range(12)]
    hold = await a_hold(app, admin, documents[0])
    action = HoldDocuments(type="hold", hold_id=hold.id)
    done = await worked_off(app, await an_operation(app, admin, *documents, action=action))
    assert done.outcomes == {"unchanged": 1, "done": 11}
    for document in documents:
        assert (await app.documents.service.get(admin.actor, document.id)).holds == (hold.id,)


async def test_moving_and_giving_a_discipline_keep_to_the_rules_of_one_document(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    known = await app.document_types.get_disciplines(admin.actor)
    await app.document_types.replace_disciplines(admin.actor, [Discipline(code="DRL", name="Drilling")], known.etag)
    site, other = await a_site(app, admin), await a_site(app, admin, "Gullfaks")
    mine, _ = await an_announced(app, admin.actor, b"1", site_id=site.id)
    everybodys, _ = await an_announced(app, admin.actor, b"2")
    scoped = await a_colleague(app, admin, Role.ENGINEER, site_ids=(site.id, other.id))
    cases: list[tuple[Asked, dict[str, str]]] = [
        (MoveDocuments(type="move", site_id=other.id), {mine.id: "done", everybodys.id: "beyond_yours"}),
        (MoveDocuments(type="move", site_id=None), {mine.id: "beyond_yours", everybodys.id: "unchanged"}),
        (ClassDocuments(type="discipline", discipline="drl"), {mine.id: "done", everybodys.id: "done"}),
        (ClassDocuments(type="discipline", discipline="XXX"), dict.fromkeys((mine.id, everybodys.id), "unknown_discipline")),
        (TagDocuments(type="tag", add=tuple(f"t{number}" for number in range(MAX_TAGS))), {mine.id: "done", everybodys.id: "done"}),
        (TagDocuments(type="tag", add=("one more",)), dict.fromkeys((mine.id, everybodys.id), "too_many_tags")),
        (TagDocuments(type="tag", add=("one more",), remove=("t1",)), {mine.id: "done", everybodys.id: "done"}),
    ]  # fmt: skip
    for action, expected in cases:
        done = await worked_off(app, await an_operation(app, scoped, mine, everybodys, action=action))
        assert await outcomes(app, done) == expected, action
    assert (await app.documents.service.get(admin.actor, mine.id)).site_id == other.id


async def test_more_than_may_be_changed_at_once_changes_nothing(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "MAX_FOUND", 2)
    owner = await a_member(app, Role.ENGINEER)
    documents = [(await an_announced(app, owner.actor, b"%d" % number))[0] for number in range(3)]
    done = await worked_off(app, await an_operation(app, owner, query=DocumentFilter()))
    assert (done.state, done.failure, await rows_of(app, done)) == ("failed", "too_many", [])
    assert (await app.documents.service.get(owner.actor, documents[0].id)).etag == documents[0].etag


async def test_nothing_matching_is_finished_at_once(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    done = await worked_off(app, await an_operation(app, owner, query=DocumentFilter(tag="nowhere")))
    assert (done.state, done.total, done.percent) == ("finished", 0, 100)


async def test_two_operations_on_the_same_documents_both_come_to_their_end(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    documents = [(await an_announced(app, owner.actor, b"%d" % number))[0] for number in range(10)]
    operations = [
        await an_operation(app, owner, *documents, action=TagDocuments(type="tag", add=(tag,))) for tag in ("a", "b")
    ]
    await asyncio.gather(*(worked_off(app, one) for one in operations))
    for document in documents:
        assert (await app.documents.service.get(owner.actor, document.id)).tags == ("a", "b")


async def test_stopped_half_way_it_says_what_was_done(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit, "PULSE", 0)
    monkeypatch.setattr(running, "HANDFUL", 8)
    owner = await a_member(app, Role.ENGINEER)
    documents = [(await an_announced(app, owner.actor, b"%d" % number))[0] for number in range(20)]
    operation = await an_operation(app, owner, *documents)
    judge = type(app.bulk.running.deeds).judge

    async def stopped(self: Any, *given: Any) -> Any:
        if given[-1].id == documents[9].id:
            await app.bulk.service.cancel(owner.actor, operation.id)
        return await judge(self, *given)

    monkeypatch.setattr(type(app.bulk.running.deeds), "judge", stopped)
    done = await worked_off(app, operation)
    assert (done.state, done.done, done.outcomes) == ("cancelled", 16, {"done": 16})
    assert len(await rows_of(app, done)) == 16


async def test_what_happened_names_the_operation(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    document, _ = await an_announced(app, owner.actor)
    operation = await worked_off(app, await an_operation(app, owner, document, action=WELL))
    items = await items_of(app, owner.organisation_id)
    activities = {item["type"]: item for item in items if item["kind"] == "activity"}
    assert activities["document.changed"]["data"]["operationId"] == operation.id
    assert activities["document.changed"]["createdBy"] == owner.id
    assert activities["bulk.operation_finished"]["data"] == {"done": 1, "outcomes": {"done": 1}}


async def test_a_person_limited_since_is_judged_by_what_they_see_now(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    document, _ = await an_announced(app, admin.actor, site_id=site.id)
    owner = await a_colleague(app, admin, Role.OPERATOR)
    operation = await an_operation(app, owner, document)
    user = await app.users.service.users.get(owner.organisation_id, owner.id)
    elsewhere = await a_site(app, admin, "Gullfaks")
    await app.users.service.change(admin.actor, owner.id, UserChange({"site_ids": (elsewhere.id,)}), user.etag)
    operation = await worked_off(app, operation)
    assert await outcomes(app, operation) == {document.id: "not_found"}
