"""PUT, DELETE and GET /holds/{id}/documents: what is held, by which cases, and what the storage says to it."""

import asyncio

import pytest

from shared.app import App
from shared.holds.work import PROTECT_QUEUE
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Queues
from tests.documents import a_pdf, a_verified, an_announced, as_person, content_of, happened, promoted, somebody
from tests.holds import a_hold, as_it_is, closed, enforced, storage_refuses
from tests.people import counted_requests


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.put(f"v1/holds/{new_id()}/documents/{new_id()}")
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_only_admins_hold_and_release(client: ApiClient, app: App, role: Role) -> None:
    admin = somebody(Role.ADMIN)
    document, _ = await an_announced(app, admin.actor)
    hold = await a_hold(app, admin)
    caller = as_person(client, app, somebody(role, organisation_id=admin.organisation_id))
    where = f"v1/holds/{hold.id}/documents/{document.id}"
    assert {(await act(where)).code for act in (caller.put, caller.delete)} == {"forbidden"}
    assert not (await as_it_is(app, document)).is_held


async def test_one_document_is_in_several_cases_and_one_case_has_several(
    client: ApiClient, app: App, queues: Queues
) -> None:
    admin = somebody(Role.ADMIN)
    first, second = [(await an_announced(app, admin.actor, title=title))[0] for title in ("A", "B")]
    one, other = await a_hold(app, admin), await a_hold(app, admin)
    caller = as_person(client, app, admin)
    for hold, document in ((one, first), (one, second), (other, first), (other, first)):
        answer = await caller.put(f"v1/holds/{hold.id}/documents/{document.id}")
        assert answer.status == 200
    assert answer.json["holds"] == [one.id, other.id]
    page = (await caller.get(f"v1/holds/{one.id}/documents")).json
    assert [row["title"] for row in page["items"]] == ["A", "B"]
    assert [job.subject_id for job in await queues.take(PROTECT_QUEUE)] == [first.id, second.id]
    assert (await happened(app, first)).count("document.held") == 2
    assert (await caller.delete(f"v1/holds/{one.id}/documents/{first.id}")).status == 204
    assert (await caller.delete(f"v1/holds/{one.id}/documents/{first.id}")).status == 204
    assert (await as_it_is(app, first)).holds == (other.id,)
    assert await queues.take(PROTECT_QUEUE) == []


async def test_documents_of_other_sites_are_neither_shown_nor_held(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document, _ = await an_announced(app, admin.actor)
    site = new_id()
    moved = (await as_it_is(app, document)).model_copy(update={"site_id": site})
    await app.holds.service.holds.documents.replace(moved)
    hold = await a_hold(app, admin, document)
    elsewhere = somebody(Role.ADMIN, organisation_id=admin.organisation_id, site_ids=(new_id(),))
    caller = as_person(client, app, elsewhere)
    assert (await caller.get(f"v1/holds/{hold.id}/documents")).json["items"] == []
    for act in (caller.put, caller.delete):
        assert (await act(f"v1/holds/{hold.id}/documents/{document.id}")).status == 404
    there = somebody(Role.ADMIN, organisation_id=admin.organisation_id, site_ids=(site,))
    shown = await as_person(client, app, there).get(f"v1/holds/{hold.id}/documents")
    assert [row["id"] for row in shown.json["items"]] == [document.id]


async def test_the_storage_itself_refuses_to_delete_what_is_held(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    document = await a_verified(app, admin.actor, a_pdf(mark="second"), onto=document)
    hold = await a_hold(app, admin, document)
    caller = as_person(client, app, admin)
    assert (await listed(caller, hold.id))["storage"] == "pending"
    await enforced(app, document)
    assert (await listed(caller, hold.id))["storage"] == "in_place"
    for number in (1, 2):
        assert await storage_refuses(app, document.stored(number))
    assert await content_of(app, promoted(document)) == a_pdf(mark="second")
    await app.holds.service.remove(admin.actor, hold.id, document.id)
    lifted = await enforced(app, document)
    assert lifted.storage_hold == "none"
    assert not await storage_refuses(app, document.stored(1))


async def test_a_revision_that_becomes_ready_under_hold_is_protected_too(app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    await a_hold(app, admin, document)
    await enforced(app, document)
    newer = await a_verified(app, admin.actor, a_pdf(mark="second"), onto=document)
    await app.holds.enforcement.outbox.follow(
        [(await app.database.container("documents").get(newer.id, newer.organisation_id))]
    )
    assert (await enforced(app, newer)).protected_revision == 2
    assert await storage_refuses(app, newer.stored(2))


async def test_held_documents_can_be_read_trashed_and_restored(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    await a_hold(app, admin, document)
    held = await enforced(app, document)
    caller = as_person(client, app, admin)
    assert (await caller.post(f"v1/documents/{document.id}/download-url")).status == 200
    assert (await caller.delete(f"v1/documents/{document.id}", headers={"If-Match": held.etag})).status == 204
    etag = (await caller.get(f"v1/documents/{document.id}")).json["etag"]
    assert (await caller.post(f"v1/documents/{document.id}/restore", headers={"If-Match": etag})).status == 200
    assert (await as_it_is(app, document)).holds == held.holds


async def test_of_adding_and_closing_at_once_no_closed_case_keeps_a_document(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    documents = [(await an_announced(app, admin.actor))[0] for _ in range(4)]
    hold = await a_hold(app, admin)
    caller = as_person(client, app, admin)
    puts = [caller.put(f"v1/holds/{hold.id}/documents/{document.id}") for document in documents]
    answers = await asyncio.gather(*puts[:2], caller.post(f"v1/holds/{hold.id}/close"), *puts[2:])
    assert {answer.status for answer in answers} <= {200, 202, 409}
    assert (await closed(app, admin, hold)).state == "closed"
    assert [document.id for document in documents if (await as_it_is(app, document)).is_held] == []


async def test_adding_costs_three_requests(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document, _ = await an_announced(app, admin.actor)
    hold = await a_hold(app, admin)
    caller = as_person(client, app, admin)
    with counted_requests() as requests:
        await caller.put(f"v1/holds/{hold.id}/documents/{document.id}")
    assert requests == ["GET documents", "GET documents", "POST documents"]


async def listed(caller: ApiClient, hold_id: str) -> dict[str, object]:
    (row,) = (await caller.get(f"v1/holds/{hold_id}/documents")).json["items"]
    return dict(row)
