"""DELETE /documents/{id} and POST /documents/{id}/restore."""

import asyncio

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.documents import a_verified, an_announced, as_person, happened, somebody, stored
from tests.people import counted_requests

BOTH = pytest.mark.parametrize("action", ["trash", "restore"])


async def act(caller: ApiClient, action: str, document_id: str, etag: str | None) -> Response:
    headers = {} if etag is None else {"If-Match": etag}
    if action == "trash":
        return await caller.delete(f"v1/documents/{document_id}", headers=headers)
    return await caller.post(f"v1/documents/{document_id}/restore", headers=headers)


@BOTH
async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient, action: str) -> None:
    answer = await act(client, action, new_id(), '"1"')
    assert (answer.status, answer.code) == (401, "unauthenticated")


@BOTH
@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR])
async def test_viewers_and_operators_may_not(client: ApiClient, app: App, action: str, role: Role) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, somebody(role, organisation_id=person.organisation_id))
    answer = await act(caller, action, document.id, document.etag)
    assert (answer.status, answer.code) == (403, "forbidden")


@BOTH
async def test_another_organisation_finds_nothing(client: ApiClient, app: App, action: str) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    answer = await act(as_person(client, app, somebody(Role.ADMIN)), action, document.id, document.etag)
    assert (answer.status, answer.code) == (404, "not_found")
    assert await app.documents.service.get(person.actor, document.id) == document


@BOTH
async def test_the_version_must_be_named(client: ApiClient, app: App, action: str) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    assert (await act(caller, action, document.id, None)).code == "if_match_required"
    assert (await act(caller, action, document.id, "no quotes")).status == 400


@BOTH
async def test_a_stale_version_is_refused(client: ApiClient, app: App, action: str) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    answer = await act(as_person(client, app, person), action, document.id, '"another"')
    assert (answer.status, answer.code) == (412, "stale_version")


async def test_out_of_sight_and_back_as_it_was(client: ApiClient, app: App, clock: Clock) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    caller = as_person(client, app, person)
    clock.advance(minutes=1)
    assert (await act(caller, "trash", document.id, document.etag)).status == 204
    trashed = (await caller.get(f"v1/documents/{document.id}")).json
    assert trashed["trashedAt"] == trashed["updatedAt"] != trashed["createdAt"]
    assert (await stored(app, document)).promoted
    restored = await act(caller, "restore", document.id, trashed["etag"])
    assert (restored.status, restored.json["trashedAt"], restored.json["current"]["state"]) == (200, None, "ready")
    assert restored.headers["ETag"] == restored.json["etag"]
    assert (await happened(app, document))[-2:] == ["document.trashed", "document.restored"]


async def test_again_changes_nothing(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    assert (await act(caller, "restore", document.id, document.etag)).json["etag"] == document.etag
    await act(caller, "trash", document.id, document.etag)
    etag = (await caller.get(f"v1/documents/{document.id}")).json["etag"]
    assert (await act(caller, "trash", document.id, etag)).status == 204
    assert await happened(app, document) == ["document.announced", "document.trashed"]


async def test_of_two_at_once_one_wins_and_the_other_is_told(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    answers = await asyncio.gather(*(act(caller, "trash", document.id, document.etag) for _ in range(2)))
    assert sorted(answer.status for answer in answers) == [204, 412]


@BOTH
async def test_it_costs_two_requests(client: ApiClient, app: App, action: str) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    if action == "restore":
        await act(caller, "trash", document.id, document.etag)
    etag = (await caller.get(f"v1/documents/{document.id}")).json["etag"]
    with counted_requests() as requests:
        await act(caller, action, document.id, etag)
    assert requests == ["GET documents", "POST documents"]
