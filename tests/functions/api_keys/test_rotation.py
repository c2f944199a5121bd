"""POST /api-keys/{id}/rotate and DELETE /api-keys/{id}: when which secret works, here and in other processes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from azure.core.pipeline.transport import AsyncHttpResponse, HttpRequest

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.api_keys.model import ApiKey
from shared.app import App
from shared.composition import build_app
from shared.identity.revocations import STALE
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.people import Person, a_site, a_token, an_admin, an_api_key, container_of


@pytest.fixture
async def elsewhere(app: App, cosmos_engine: Engine) -> AsyncIterator[ApiClient]:
    """Another process on the same data."""
    other = build_app(app.settings, now=app.now, cosmos_transport=AsyncEngineTransport(cosmos_engine))
    yield ApiClient(other)
    await other.close()


@contextmanager
def between_reading_and_writing(act: Callable[[], Awaitable[None]]) -> Iterator[None]:
    """Somebody else acts after the first read of the directory, before its reader goes on."""
    send, first = AsyncEngineTransport.send, iter([True])

    async def interrupted(self: AsyncEngineTransport, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        answer = await send(self, request, **options)
        if request.method == "GET" and container_of(request) == "directory" and next(first, False):
            await act()
        return answer

    with mock.patch.object(AsyncEngineTransport, "send", interrupted):
        yield


async def rotate(client: ApiClient, app: App, admin: Person, key: ApiKey, **body: Any) -> Response:
    caller, path = client.signed_in(a_token(app, admin)), f"v1/api-keys/{key.id}"
    etag = (await caller.get(path)).headers["ETag"]
    return await caller.post(f"{path}/rotate", body, headers={"If-Match": etag})


async def works(client: ApiClient, token: str) -> bool:
    answer = await client.signed_in(token).get("v1/documents")
    assert answer.status == 200 or (answer.status, answer.code) == (401, "token_invalid")
    return answer.status == 200


@pytest.mark.parametrize("hours", [-1, 169, 1.5, "1", True])
async def test_bad_overlap_is_named(client: ApiClient, app: App, hours: Any) -> None:
    admin = await an_admin(app)
    key, token = await an_api_key(app, admin)
    answer = await rotate(client, app, admin, key, overlapHours=hours)
    assert (answer.status, answer.fields) == (422, {"overlapHours"})
    assert await works(client, token)


async def test_a_rotation_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, _ = await an_api_key(app, admin)
    caller = client.signed_in(a_token(app, admin))
    assert (await caller.post(f"v1/api-keys/{key.id}/rotate", {})).status == 428
    stale = await caller.post(f"v1/api-keys/{key.id}/rotate", {}, headers={"If-Match": '"other"'})
    assert (stale.status, stale.code) == (412, "stale_version")


async def test_of_two_rotations_at_once_one_secret_comes_out_and_it_works(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, old = await an_api_key(app, admin)
    caller, headers = client.signed_in(a_token(app, admin)), {"If-Match": key.etag}
    answers = await asyncio.gather(
        *(caller.post(f"v1/api-keys/{key.id}/rotate", {}, headers=headers) for _ in range(4))
    )
    assert sorted(answer.status for answer in answers) == [200, 412, 412, 412]
    (secret,) = [answer.json["secret"] for answer in answers if answer.status == 200]
    assert await works(client, secret)
    assert not await works(client, old)


async def test_who_sees_less_than_a_key_does_not_get_its_new_secret(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    wide, token = await an_api_key(app, admin)
    narrow, _ = await an_api_key(app, admin, site_ids=(site.id,))
    limited = replace(admin, site_ids=(site.id,))
    answer = await rotate(client, app, limited, wide)
    assert (answer.status, answer.code) == (403, "forbidden")
    assert await works(client, token)
    assert (await rotate(client, app, limited, narrow)).status == 200


async def test_what_has_ended_is_not_rotated(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    expiring, _ = await an_api_key(app, admin, expires_at=clock.now + timedelta(hours=1))
    revoked, _ = await an_api_key(app, admin)
    await app.api_keys.revoke(admin.actor, revoked.id)
    clock.advance(hours=1)
    for key in (expiring, revoked):
        answer = await rotate(client, app, admin, key)
        assert (answer.status, answer.code) == (409, "api_key_ended")


async def test_without_an_overlap_the_old_secret_ends_at_once(
    client: ApiClient, elsewhere: ApiClient, app: App, clock: Clock
) -> None:
    admin = await an_admin(app)
    key, old = await an_api_key(app, admin)
    assert await works(client, old)
    assert await works(elsewhere, old)
    clock.advance(seconds=2)
    answer = await rotate(client, app, admin, key)
    assert answer.json["formerSecretUntil"] is None
    assert not await works(client, old)
    assert await works(client, answer.json["secret"])
    clock.advance(seconds=STALE.total_seconds())
    assert not await works(elsewhere, old)


async def test_a_new_secret_works_at_once_in_processes_that_know_the_old_one(
    client: ApiClient, elsewhere: ApiClient, app: App, clock: Clock
) -> None:
    admin = await an_admin(app)
    key, old = await an_api_key(app, admin)
    assert await works(elsewhere, old)
    clock.advance(seconds=1)
    answer = await rotate(client, app, admin, key)
    assert await works(elsewhere, answer.json["secret"])


async def test_with_an_overlap_both_work_until_it_is_over(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    key, old = await an_api_key(app, admin)
    answer = await rotate(client, app, admin, key, overlapHours=24)
    assert answer.json["formerSecretUntil"] is not None
    clock.advance(hours=23.99)
    assert await works(client, old)
    assert await works(client, answer.json["secret"])
    clock.advance(hours=0.01)
    assert not await works(client, old)
    assert await works(client, answer.json["secret"])
    caller = client.signed_in(a_token(app, admin))
    assert (await caller.get(f"v1/api-keys/{key.id}")).json["formerSecretUntil"] is None


async def test_only_the_secret_before_the_last_rotation_may_live_on(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, first = await an_api_key(app, admin)
    second = (await rotate(client, app, admin, key, overlapHours=168)).json["secret"]
    third = (await rotate(client, app, admin, key, overlapHours=1)).json["secret"]
    assert [await works(client, token) for token in (first, second, third)] == [False, True, True]


async def test_an_overlap_does_not_outlive_the_key(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    key, old = await an_api_key(app, admin, expires_at=clock.now + timedelta(hours=2))
    await rotate(client, app, admin, key, overlapHours=168)
    clock.advance(hours=2)
    assert not await works(client, old)


async def test_a_revoked_key_ends_here_at_once_and_elsewhere_within_seconds(
    client: ApiClient, elsewhere: ApiClient, app: App, clock: Clock
) -> None:
    admin = await an_admin(app)
    key, token = await an_api_key(app, admin)
    former = (await rotate(client, app, admin, key, overlapHours=168)).json["secret"]
    tokens = (token, former)
    clock.advance(seconds=1)  # what was read from now on is not older than the rotation
    for process in (client, elsewhere):
        assert [await works(process, each) for each in tokens] == [True, True]
    caller = client.signed_in(a_token(app, admin))
    assert (await caller.delete(f"v1/api-keys/{key.id}")).status == 204
    assert [await works(client, each) for each in tokens] == [False, False]
    clock.advance(seconds=STALE.total_seconds())
    assert [await works(elsewhere, each) for each in tokens] == [False, False]
    assert (await caller.delete(f"v1/api-keys/{key.id}")).status == 204
    read = (await caller.get(f"v1/api-keys/{key.id}")).json
    assert (read["state"], read["revokedAt"]) == ("revoked", read["updatedAt"])


async def test_revoking_goes_on_when_the_key_is_changed_at_that_very_moment(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, token = await an_api_key(app, admin)

    async def rename() -> None:
        await app.api_keys.rename(admin.actor, key.id, "SCADA", key.etag)

    with between_reading_and_writing(rename):
        assert (await client.signed_in(a_token(app, admin)).delete(f"v1/api-keys/{key.id}")).status == 204
    stored = await app.api_keys.get(admin.actor, key.id)
    assert (stored.name, stored.revoked_at) == ("SCADA", app.now())
    assert not await works(client, token)


async def test_revoking_wins_over_whatever_happens_at_the_same_moment(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, old = await an_api_key(app, admin)
    caller, path, headers = client.signed_in(a_token(app, admin)), f"v1/api-keys/{key.id}", {"If-Match": key.etag}
    rotated, renamed, revoked, _ = await asyncio.gather(
        caller.post(f"{path}/rotate", {"overlapHours": 1}, headers=headers),
        caller.patch(path, {"name": "SCADA"}, headers=headers),
        caller.delete(path),
        works(client, old),
    )
    assert revoked.status == 204
    assert {rotated.status, renamed.status} <= {200, 409, 412}
    tokens = [old, *([rotated.json["secret"]] if rotated.status == 200 else [])]
    assert not any([await works(client, token) for token in tokens])
