"""POST /auth/refresh."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest import mock

import pytest
from azure.core.pipeline.transport import AsyncHttpResponse, HttpRequest

from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.identity import sessions
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from shared.users.model import UserStatus
from tests.api_client import ApiClient
from tests.functions.auth.cookies import HEADER, NAME, cookie_of, refresh, sign_out, signed_in_cookie
from tests.people import Person, a_colleague, an_admin, container_of, counted_requests


@contextmanager
def all_read_before_any_writes(readers: int) -> Iterator[None]:
    """Hold the first readers of a session until all have read: the worst moment for a race, every time."""
    together, send, first = asyncio.Barrier(readers), AsyncEngineTransport.send, iter(range(readers))

    async def held(self: AsyncEngineTransport, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        answer = await send(self, request, **options)
        if request.method == "GET" and container_of(request) == "sessions" and next(first, None) is not None:
            await together.wait()
        return answer

    with mock.patch.object(AsyncEngineTransport, "send", held):
        yield


async def change_user(app: App, person: Person, **update: object) -> None:
    user = await app.users.service.get(person.actor, person.id)
    await app.users.service.users.replace(user.model_copy(update=update))


async def test_without_the_header_a_foreign_page_gets_nothing(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    answer = await client.post("v1/auth/refresh", headers={"Cookie": f"{NAME}={cookie}"})
    assert (answer.status, answer.code) == (403, "csrf_header_required")
    assert (await refresh(client, cookie)).status == 200


@pytest.mark.parametrize(
    "cookie",
    ["", "nonsense", ".", f"{new_id()}.secret", f"{new_id()}.{new_id()}.secret", "../../etc/passwd.secret", "x" * 5000],
    ids=["none", "nonsense", "dot", "unknown user", "unknown family", "path", "long"],
)
async def test_a_cookie_of_no_session_is_expired(client: ApiClient, cookie: str) -> None:
    answer = await refresh(client, cookie)
    assert (answer.status, answer.code) == (401, "session_expired")


async def test_no_cookie_at_all_is_expired(client: ApiClient) -> None:
    answer = await client.post("v1/auth/refresh", headers=HEADER)
    assert (answer.status, answer.code) == (401, "session_expired")


async def test_an_access_token_is_no_refresh_token(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    cookie = await signed_in_cookie(client, admin)
    access = (await refresh(client, cookie)).json["accessToken"]
    assert (await refresh(client, access)).code == "session_expired"


async def test_each_refresh_rotates_the_cookie_and_answers_a_session(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    cookies = [await signed_in_cookie(client, admin)]
    for _ in range(3):
        answer = await refresh(client, cookies[-1])
        assert answer.status == 200
        assert answer.json["user"]["id"] == admin.id
        actor = app.identity.tokens.verify(answer.json["accessToken"], app.now()).actor
        assert actor == replace(admin.actor, session_id=cookies[0].split(".")[1])
        cookies.append(cookie_of(answer))
    assert len(set(cookies)) == 4


async def test_it_takes_two_reads_and_one_write(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    with counted_requests() as made:
        await refresh(client, cookie)
    assert made == ["GET sessions", "POST directory", "PUT sessions"]


async def test_of_five_tabs_at_once_exactly_one_wins(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    with all_read_before_any_writes(5):
        answers = await asyncio.gather(*(refresh(client, cookie) for _ in range(5)))
    winners = [answer for answer in answers if answer.status == 200]
    losers = [answer for answer in answers if answer.status == 409]
    assert (len(winners), len(losers)) == (1, 4)
    assert {loser.code for loser in losers} == {"refresh_in_progress"}
    assert (await refresh(client, cookie_of(winners[0]))).status == 200


async def test_a_tab_that_comes_a_moment_late_is_asked_to_wait(client: ApiClient, app: App, clock) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    newest = cookie_of(await refresh(client, cookie))
    clock.advance(seconds=sessions.GRACE.total_seconds() - 1)
    late = await refresh(client, cookie)
    assert (late.status, late.code, late.headers["Retry-After"]) == (409, "refresh_in_progress", "1")
    assert (await refresh(client, newest)).status == 200


async def test_the_slowest_of_three_tabs_ends_nobodys_session(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    second = cookie_of(await refresh(client, cookie))
    third = cookie_of(await refresh(client, second))
    assert (await refresh(client, cookie)).status == 409
    assert (await refresh(client, third)).status == 200


@pytest.mark.parametrize("rotations", [1, 2, 3])
async def test_an_old_token_used_later_ends_the_whole_family(
    client: ApiClient, app: App, clock, rotations: int
) -> None:
    admin = await an_admin(app)
    stolen = newest = await signed_in_cookie(client, admin)
    for _ in range(rotations):
        newest = cookie_of(await refresh(client, newest))
    clock.advance(seconds=sessions.GRACE.total_seconds())
    assert [(a.status, a.code) for a in (await refresh(client, stolen), await refresh(client, newest))] == [
        (401, "session_revoked"),
        (401, "session_revoked"),
    ]
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.type = 'user.session_revoked'")
    (recorded,) = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert recorded["data"]["sessionId"] == stolen.split(".")[1]


async def test_a_theft_beside_the_owners_refresh_still_ends_it(client: ApiClient, app: App, clock) -> None:
    """The family is rotated between the thief's read and the revocation."""
    old = await signed_in_cookie(client, await an_admin(app))
    newest = cookie_of(await refresh(client, old))
    clock.advance(seconds=sessions.GRACE.total_seconds())
    with all_read_before_any_writes(2):
        thief, owner = await asyncio.gather(refresh(client, old), refresh(client, newest))
    assert thief.code == "session_revoked"
    assert owner.status in (200, 409)
    assert (await refresh(client, cookie_of(owner) if owner.status == 200 else newest)).code == "session_revoked"


async def test_a_guessed_secret_ends_the_family_too(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    forged = cookie[:-1] + ("A" if cookie[-1] != "A" else "B")
    assert (await refresh(client, forged)).code == "session_revoked"
    assert (await refresh(client, cookie)).code == "session_revoked"


async def test_other_sessions_of_the_same_person_go_on(client: ApiClient, app: App, clock) -> None:
    admin = await an_admin(app)
    phone, desk = await signed_in_cookie(client, admin), await signed_in_cookie(client, admin)
    await refresh(client, phone)
    clock.advance(minutes=1)
    assert (await refresh(client, phone)).code == "session_revoked"
    assert (await refresh(client, desk)).status == 200


async def test_a_session_ends_seven_days_after_signing_in(client: ApiClient, app: App, clock) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    clock.advance(days=6, hours=23)
    answer = await refresh(client, cookie)
    assert answer.status == 200
    assert "Max-Age=3600" in answer.headers["Set-Cookie"]
    stored = await app.database.container("sessions").get(cookie.split(".")[1], cookie.split(".")[0])
    assert stored["ttl"] == 3600
    clock.advance(hours=1)
    assert (await refresh(client, cookie_of(answer))).code == "session_expired"


async def test_a_new_role_and_scope_count_from_the_next_refresh(client: ApiClient, app: App) -> None:
    person = await a_colleague(app, await an_admin(app), Role.VIEWER)
    cookie, site = await signed_in_cookie(client, person), new_id()
    await change_user(app, person, role=Role.ENGINEER, site_ids=(site,))
    answer = await refresh(client, cookie)
    assert (answer.json["user"]["role"], answer.json["user"]["siteIds"]) == ("engineer", [site])
    actor = app.identity.tokens.verify(answer.json["accessToken"], app.now()).actor
    assert (actor.role, actor.site_ids) == (Role.ENGINEER, (site,))


async def test_who_was_deactivated_is_out(client: ApiClient, app: App) -> None:
    person = await a_colleague(app, await an_admin(app), Role.OPERATOR)
    cookie = await signed_in_cookie(client, person)
    await change_user(app, person, status=UserStatus.DEACTIVATED)
    assert [(await refresh(client, cookie)).code for _ in range(2)] == ["session_expired"] * 2
    await change_user(app, person, status=UserStatus.ACTIVE)
    assert (await refresh(client, cookie)).code == "session_expired"


async def test_signing_out_during_a_refresh_wins(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    with all_read_before_any_writes(2):
        refreshed, _ = await asyncio.gather(refresh(client, cookie), sign_out(client, cookie))
    newest = cookie_of(refreshed) if refreshed.status == 200 else cookie
    assert (await refresh(client, newest)).code == "session_expired"
