"""`Authorization: Bearer pck_...`: what a key may do, and what is no key."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from azure.core.pipeline.transport import AsyncHttpResponse, HttpRequest

from local.cosmos.transport import AsyncEngineTransport
from shared.api_keys.access import KNOWN_FOR, USE_NOTED_EVERY
from shared.app import App
from shared.identity.permissions import Permission
from shared.kit.clock import to_wire
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import an_announced
from tests.people import Person, a_site, an_admin, an_api_key, container_of, counted_requests


@contextmanager
def no_writes() -> Iterator[None]:
    """The directory can be read, and refuses every write."""
    send = AsyncEngineTransport.send

    async def refusing(self: AsyncEngineTransport, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        if request.method == "POST" and container_of(request) == "directory":
            raise RuntimeError("the disk is full")
        return await send(self, request, **options)

    with mock.patch.object(AsyncEngineTransport, "send", refusing):
        yield


def flipped(token: str) -> str:
    return token[:-1] + ("0" if token[-1] != "0" else "1")


BROKEN: dict[str, Callable[[str], str]] = {
    "another secret": flipped,
    "no secret": lambda token: token.rpartition("_")[0],
    "empty secret": lambda token: token.rpartition("_")[0] + "_",
    "large letters": str.upper,
    "large secret": lambda token: token.rpartition("_")[0] + "_" + token.rpartition("_")[2].upper(),
    "longer": lambda token: token + "0",
    "shorter": lambda token: token[:-1],
    "oversized": lambda token: token + "0" * 100_000,
    "line break": lambda token: token[:-1] + "\n",
    "prefix only": lambda token: "pck_",
    "not ascii": lambda token: token[:-1] + "٠",
    "another key": lambda token: token.replace(token.split("_")[2], new_id()),
    "another organisation": lambda token: token.replace(token.split("_")[1], new_id()),
    "a path": lambda token: f"pck_{'.' * 26}_{'/' * 26}_{token.rpartition('_')[2]}",
}


@pytest.mark.parametrize("broken", BROKEN)
async def test_what_is_no_key_is_refused_without_saying_why(client: ApiClient, app: App, broken: str) -> None:
    _, token = await an_api_key(app, await an_admin(app))
    answer = await client.signed_in(BROKEN[broken](token)).get("v1/documents")
    expected = await client.signed_in("nonsense").get("v1/documents")
    assert (answer.status, answer.code) == (401, "token_invalid")
    assert {**answer.json, "requestId": ""} == {**expected.json, "requestId": ""}


@pytest.mark.parametrize("broken", ["no secret", "longer", "oversized", "prefix only", "a path"])
async def test_what_cannot_be_a_key_costs_no_request(client: ApiClient, app: App, broken: str) -> None:
    _, token = await an_api_key(app, await an_admin(app))
    with counted_requests() as made:
        await client.signed_in(BROKEN[broken](token)).get("v1/documents")
    assert made == []


async def test_an_id_that_is_no_keys_is_refused(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    for other in (admin.id, admin.organisation_id):
        token = f"pck_{admin.organisation_id}_{other}_{'0' * 64}"
        assert (await client.signed_in(token).get("v1/documents")).code == "token_invalid"


async def test_an_expired_key_is_refused_like_any_other(client: ApiClient, app: App, clock: Clock) -> None:
    _, token = await an_api_key(app, await an_admin(app), expires_at=clock.now + timedelta(seconds=10))
    assert (await client.signed_in(token).get("v1/documents")).status == 200
    clock.advance(seconds=10)
    answer = await client.signed_in(token).get("v1/documents")
    assert (answer.status, answer.code) == (401, "token_invalid")


async def test_a_key_may_what_it_was_given_and_no_more(client: ApiClient, app: App) -> None:
    _, token = await an_api_key(app, await an_admin(app), Permission.USERS_READ)
    caller = client.signed_in(token)
    assert (await caller.get("v1/users")).status == 200
    assert (await caller.get("v1/documents")).code == "forbidden"
    assert (await caller.post("v1/users", {})).code == "forbidden"
    assert (await caller.get("v1/auth/me")).code == "persons_only"


async def test_a_key_never_makes_keys_even_if_storage_says_so(client: ApiClient, app: App) -> None:
    key, token = await an_api_key(app, await an_admin(app))
    await app.api_keys.keys.replace(key.model_copy(update={"permissions": tuple(Permission)}))
    caller = client.signed_in(token)
    assert (await caller.get("v1/api-keys")).status == 200
    assert (await caller.delete(f"v1/api-keys/{key.id}")).code == "forbidden"


async def test_a_key_sees_its_own_organisation_only(client: ApiClient, app: App) -> None:
    admin, stranger = await an_admin(app), await an_admin(app)
    _, token = await an_api_key(app, admin, Permission.ORGANISATION_READ)
    caller = client.signed_in(token)
    assert (await caller.get(f"v1/organisations/{admin.organisation_id}")).status == 200
    assert (await caller.get(f"v1/organisations/{stranger.organisation_id}")).status == 404


async def test_the_sites_of_a_key_limit_its_documents(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    mine, other = await a_site(app, admin), await a_site(app, admin)
    kept = []
    for site_id in (mine.id, other.id, None):
        document, _ = await an_announced(app, admin.actor)
        kept.append(await app.documents.service.documents.replace(document.model_copy(update={"site_id": site_id})))
    _, token = await an_api_key(app, admin, site_ids=(mine.id,))
    caller = client.signed_in(token)
    statuses = [(await caller.get(f"v1/documents/{document.id}")).status for document in kept]
    assert statuses == [200, 404, 200]
    listed = (await caller.get("v1/documents?state=awaiting_upload")).json["items"]
    assert {document["id"] for document in listed} == {kept[0].id, kept[2].id}
    sites = client.signed_in((await an_api_key(app, admin, Permission.SITES_READ, site_ids=(mine.id,)))[1])
    assert [site["id"] for site in (await sites.get("v1/sites")).json["items"]] == [mine.id]


async def test_what_a_key_does_is_recorded_as_its_own(client: ApiClient, app: App) -> None:
    key, token = await an_api_key(app, await an_admin(app), Permission.SITES_WRITE, Permission.SITES_READ)
    body = {"name": "Sleipner", "code": "S", "timeZone": "UTC"}
    headers = {"Idempotency-Key": "k"}
    first, second = [await client.signed_in(token).post("v1/sites", body, headers=headers) for _ in range(2)]
    assert (first.status, first.json) == (second.status, second.json) == (201, first.json)
    site = await app.sites.sites.get(key.organisation_id, first.json["id"])
    assert site.created_by == key.id


async def test_a_key_costs_one_point_read_in_half_a_minute(client: ApiClient, app: App, clock: Clock) -> None:
    _, token = await an_api_key(app, await an_admin(app))
    caller = client.signed_in(token)
    await caller.get("v1/documents")  # its first use is noted
    clock.advance(seconds=KNOWN_FOR.total_seconds())
    await app.identity.revocations.refresh()
    with counted_requests() as made:
        await caller.get("v1/documents")
    assert made == ["GET directory", "POST documents"]
    clock.advance(seconds=1)
    with counted_requests() as made:
        await asyncio.gather(*(caller.get("v1/documents") for _ in range(3)))
    assert made == ["POST documents"] * 3


async def test_guessing_costs_no_more_than_a_read_a_second(client: ApiClient, app: App, clock: Clock) -> None:
    _, token = await an_api_key(app, await an_admin(app))
    await client.signed_in(token).get("v1/documents")
    clock.advance(seconds=1)
    with counted_requests() as made:
        for _ in range(5):
            assert (await client.signed_in(flipped(token)).get("v1/documents")).status == 401
    assert made == ["GET directory"]


async def last_use(app: App, admin: Person, key_id: str) -> str | None:
    key = await app.api_keys.get(admin.actor, key_id)
    return None if key.last_used_at is None else to_wire(key.last_used_at)


async def test_its_use_is_noted_once_an_hour_and_is_no_change(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    key, token = await an_api_key(app, admin)
    caller, first = client.signed_in(token), clock.now
    assert (await client.signed_in(flipped(token)).get("v1/documents")).status == 401
    assert await last_use(app, admin, key.id) is None
    for _ in range(3):
        await caller.get("v1/documents")
        assert await last_use(app, admin, key.id) == to_wire(first)
        clock.advance(seconds=USE_NOTED_EVERY.total_seconds() / 3)
    await caller.get("v1/documents")
    stored = await app.api_keys.get(admin.actor, key.id)
    assert (stored.last_used_at, stored.updated_at) == (clock.now, first)


async def test_a_request_does_not_fail_because_its_use_cannot_be_noted(
    client: ApiClient, app: App, clock: Clock
) -> None:
    admin = await an_admin(app)
    key, token = await an_api_key(app, admin, Permission.ORGANISATION_READ)
    path = f"v1/organisations/{admin.organisation_id}"
    with no_writes(), counted_requests() as made:
        for _ in range(3):
            assert (await client.signed_in(token).get(path)).status == 200
    assert made.count("POST directory") == 1
    assert await last_use(app, admin, key.id) is None
    clock.advance(seconds=KNOWN_FOR.total_seconds())
    assert (await client.signed_in(token).get(path)).status == 200
    assert await last_use(app, admin, key.id) == to_wire(clock.now)


async def test_many_first_uses_at_once_all_work(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, token = await an_api_key(app, admin)
    answers = await asyncio.gather(*(client.signed_in(token).get("v1/documents") for _ in range(8)))
    assert {answer.status for answer in answers} == {200}
    assert await last_use(app, admin, key.id) is not None
