"""POST /auth/refresh of a session that Microsoft vouched for, and signing out of it."""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from shared.app import App
from shared.identity.entra import grants as entra_grants
from shared.identity.entra import provider as entra_provider
from shared.identity.permissions import Role
from shared.kit.clock import to_wire
from tests.api_client import ApiClient, Response
from tests.functions.auth.cookies import HEADER, NAME, cookie_of, refresh, signed_in_cookie
from tests.functions.auth.entra import an_organisation, session_of, user_of
from tests.oidc.fixtures import oidc, oidc_running, settings
from tests.oidc.provider import CLIENT, PAGE, SECRET, TENANT, OidcProvider, an_object_id
from tests.people import activities, an_admin

__all__ = ["oidc", "oidc_running", "settings"]


async def disable(app: App, oidc: OidcProvider, cookie: str) -> None:
    """The provider takes back what it granted, as when somebody is disabled there."""
    kept = await app.database.container("sessions").get("entra", cookie.split(".")[0])
    cache = json.loads(app.entra.sign_in.grants.sealer.open(kept["sealed"]))
    for token in cache["RefreshToken"].values():
        form = {"token": token["secret"], "client_id": CLIENT, "client_secret": SECRET}
        async with oidc.client() as client:
            (await client.post(f"{oidc.authority}/token/revocation", data=form)).raise_for_status()


async def sign_out(client: ApiClient, cookie: str) -> Response:
    return await client.post("v1/auth/entra/sign-out", headers={**HEADER, "Cookie": f"{NAME}={cookie}"})


async def test_the_session_knows_how_it_was_opened(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app)
    for cookie, method in (
        (await session_of(client, oidc, await oidc.a_person()), "entra"),
        (await signed_in_cookie(client, admin), "password"),
    ):
        stored = await app.database.container("sessions").get(cookie.split(".")[1], cookie.split(".")[0])
        assert stored["method"] == method


async def test_the_provider_is_asked_again_and_its_new_tokens_are_kept(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    for _ in range(3):  # refresh tokens work once there: had one not been kept, the next would be refused
        clock.advance(minutes=15)
        await oidc.control()
        answer = await refresh(client, cookie)
        assert answer.status == 200
        assert await oidc.asked() == ["POST /token"]
        cookie = cookie_of(answer)
        kept = await app.database.container("sessions").get("entra", cookie.split(".")[0])
        assert kept["checkedAt"] == to_wire(clock.now)


async def test_within_a_minute_it_is_not_asked_again(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    await oidc.control()
    clock.advance(seconds=entra_grants.FRESH.total_seconds() - 1)
    assert (await refresh(client, cookie)).status == 200
    assert await oidc.asked() == []


async def test_a_session_with_a_password_asks_nobody(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    clock.advance(minutes=15)
    await oidc.control(silent=True)
    assert (await refresh(client, cookie)).status == 200


async def test_who_is_disabled_there_is_out_here_when_the_access_token_ends(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    admin = await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    refreshed = await refresh(client, cookie)
    await disable(app, oidc, cookie)
    clock.advance(minutes=14)
    answer = await refresh(client, cookie_of(refreshed))
    assert (answer.status, answer.code) == (401, "session_expired")
    me = await client.signed_in(refreshed.json["accessToken"]).get("v1/auth/me")
    assert (me.status, me.code) == (401, "token_invalid")
    assert (await refresh(client, cookie_of(refreshed))).code == "session_expired"
    (ended,) = await activities(app, admin.organisation_id, "user.session_ended")
    assert ended["data"] == {"sessionId": cookie.split(".")[1]}


async def test_all_sessions_of_the_person_end_with_it(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    await an_organisation(app)
    login = await oidc.a_person()
    phone, desk = await session_of(client, oidc, login), await session_of(client, oidc, login)
    await disable(app, oidc, desk)
    clock.advance(minutes=15)
    assert [(await refresh(client, cookie)).code for cookie in (desk, phone)] == ["session_expired"] * 2


async def test_other_people_go_on(client: ApiClient, app: App, oidc: OidcProvider, clock: Any) -> None:
    await an_organisation(app)
    first = await session_of(client, oidc, await oidc.a_person())
    second = await session_of(client, oidc, await oidc.a_person())
    await disable(app, oidc, first)
    clock.advance(minutes=15)
    assert (await refresh(client, first)).status == 401
    assert (await refresh(client, second)).status == 200


@pytest.mark.parametrize("trouble", [{"broken": True}, {"silent": True}], ids=["answers 503", "never answers"])
async def test_a_provider_that_does_not_answer_ends_nobodys_session(
    client: ApiClient,
    app: App,
    oidc: OidcProvider,
    clock: Any,
    monkeypatch: pytest.MonkeyPatch,
    trouble: dict[str, bool],
) -> None:
    await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    monkeypatch.setattr(entra_provider, "TIMEOUT", 0.3)
    await oidc.control(**trouble)
    for _ in range(3):
        clock.advance(minutes=15)
        answer = await refresh(client, cookie)
        assert answer.status == 200
        cookie = cookie_of(answer)
    clock.advance(minutes=15)  # now for an hour
    answer = await refresh(client, cookie)
    assert (answer.status, answer.code, answer.headers["Retry-After"]) == (503, "unavailable", "30")
    monkeypatch.undo()
    await oidc.control()
    clock.advance(minutes=1)
    assert (await refresh(client, cookie)).status == 200  # it was not ended, only not believed


async def test_while_it_does_not_answer_not_everybody_waits_for_it(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    clock.advance(minutes=15)
    await oidc.control(broken=True)
    for _ in range(2):
        cookie = cookie_of(await refresh(client, cookie))
    assert await oidc.asked() == ["POST /token"]
    clock.advance(seconds=entra_grants.CLAIM.total_seconds())
    await refresh(client, cookie)
    assert len(await oidc.asked()) == 2


async def test_tabs_that_refresh_at_once_ask_once(client: ApiClient, app: App, oidc: OidcProvider, clock: Any) -> None:
    """A refresh token used twice would look stolen there, and end everything."""
    await an_organisation(app)
    login = await oidc.a_person()
    cookies = [await session_of(client, oidc, login) for _ in range(3)]
    clock.advance(minutes=15)
    await oidc.control()
    answers = await asyncio.gather(*(refresh(client, cookie) for cookie in cookies))
    assert [answer.status for answer in answers] == [200] * 3
    assert await oidc.asked() == ["POST /token"]


async def test_another_app_role_counts_from_the_next_refresh(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    await an_organisation(app, Role.VIEWER, from_entra=True)
    person: dict[str, Any] = {"oid": an_object_id(), "preferred_username": f"{an_object_id()}@tenant.test"}
    login = await oidc.a_person(**person, roles=["engineer"])
    cookie = await session_of(client, oidc, login)
    old = await refresh(client, cookie)
    await oidc.control(users={login: {**person, "roles": []}})
    clock.advance(minutes=2)
    answer = await refresh(client, cookie_of(old))
    assert answer.json["user"]["role"] == "viewer"
    assert (await client.signed_in(old.json["accessToken"]).get("v1/auth/me")).code == "token_invalid"
    clock.advance(seconds=1)
    newest = await refresh(client, cookie_of(answer))
    assert (await client.signed_in(newest.json["accessToken"]).get("v1/auth/me")).json["role"] == "viewer"


async def test_a_tenant_that_is_gone_ends_the_sessions_of_its_people(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    admin = await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    await app.entra.directory.disallow(admin.organisation_id, TENANT)
    clock.advance(minutes=15)
    assert (await refresh(client, cookie)).code == "session_expired"


async def test_a_provider_that_suddenly_vouches_for_somebody_else_is_not_believed(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    await an_organisation(app)
    person: dict[str, Any] = {"oid": an_object_id(), "preferred_username": f"{an_object_id()}@tenant.test"}
    login = await oidc.a_person(**person)
    cookie = await session_of(client, oidc, login)
    await oidc.control(users={login: {**person, "oid": an_object_id()}})
    clock.advance(minutes=15)
    assert (await refresh(client, cookie)).code == "session_expired"


async def test_what_was_sealed_with_lost_keys_ends_the_session(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    container = app.database.container("sessions")
    kept = await container.get("entra", cookie.split(".")[0])
    await container.upsert({**kept, "sealed": "nonsense"})
    clock.advance(minutes=15)
    assert (await refresh(client, cookie)).code == "session_expired"


async def test_signing_out_answers_where_to_end_the_session_there_too(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    answer = await sign_out(client, cookie)
    assert answer.status == 200
    assert answer.headers["Set-Cookie"].startswith(f"{NAME}=; Path=/api/v1/auth; Max-Age=0")
    where = urlsplit(answer.json["endSessionUrl"])
    assert f"{where.scheme}://{where.netloc}{where.path}" == f"{oidc.authority}/session/end"
    assert parse_qs(where.query) == {"post_logout_redirect_uri": [f"{PAGE}/sign-in"], "client_id": [CLIENT]}
    async with oidc.client() as browser:
        assert (await browser.get(answer.json["endSessionUrl"])).status_code == 200
    assert (await refresh(client, cookie)).code == "session_expired"
    assert (await user_of_session(app, cookie)) is None


async def user_of_session(app: App, cookie: str) -> dict[str, Any] | None:
    return await app.database.container("sessions").find(cookie.split(".")[1], cookie.split(".")[0])


@pytest.mark.parametrize("cookie", ["", "nonsense"])
async def test_without_a_session_there_is_nothing_to_end(client: ApiClient, oidc: OidcProvider, cookie: str) -> None:
    answer = await sign_out(client, cookie)
    assert (answer.status, answer.json) == (200, {"endSessionUrl": None})


async def test_a_session_with_a_password_ends_here_only(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    assert (await sign_out(client, cookie)).json == {"endSessionUrl": None}
    assert (await refresh(client, cookie)).code == "session_expired"


async def test_without_the_header_nobody_is_signed_out(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    answer = await client.post("v1/auth/entra/sign-out", headers={"Cookie": f"{NAME}={cookie}"})
    assert (answer.status, answer.code) == (403, "csrf_header_required")
    assert (await user_of(app, cookie))["status"] == "active"
