"""GET /auth/me, and what an access token must be for any endpoint."""

import pytest

from shared.app import App
from shared.identity.permissions import PERMISSIONS, Role
from shared.users.model import UserStatus
from tests.api_client import ApiClient
from tests.people import a_colleague, a_site, a_token, an_admin, counted_requests


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer ", "Basic dTpw", "token"])
async def test_anonymous(client: ApiClient, header: str | None) -> None:
    answer = await client.get("v1/auth/me", headers={} if header is None else {"Authorization": header})
    assert (answer.status, answer.code) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


async def test_an_expired_token_is_refused(client: ApiClient, app: App, clock) -> None:
    token = a_token(app, await an_admin(app))
    clock.advance(minutes=15)
    answer = await client.signed_in(token).get("v1/auth/me")
    assert (answer.status, answer.code) == (401, "token_invalid")


async def test_a_tampered_token_is_refused_before_any_request(client: ApiClient, app: App) -> None:
    head, payload, signature = a_token(app, await an_admin(app)).split(".")
    with counted_requests() as made:
        answer = await client.signed_in(f"{head}.{payload}.{signature[::-1]}").get("v1/auth/me")
    assert (answer.code, made) == ("token_invalid", [])


async def test_who_was_deactivated_is_nobody_at_once(client: ApiClient, app: App) -> None:
    person = await a_colleague(app, await an_admin(app), Role.VIEWER)
    user = await app.users.service.get(person.actor, person.id)
    await app.users.service.users.replace(user.model_copy(update={"status": UserStatus.DEACTIVATED}))
    answer = await client.signed_in(a_token(app, person)).get("v1/auth/me")
    assert (answer.status, answer.code) == (401, "session_expired")


@pytest.mark.parametrize("role", list(Role))
async def test_each_role_is_told_what_it_may_do(client: ApiClient, app: App, role: Role) -> None:
    admin = await an_admin(app, "Gamma Gas")
    sites = ((await a_site(app, admin)).id, (await a_site(app, admin)).id)
    person = await a_colleague(app, admin, role, name="Øyvind Åse", site_ids=sites)
    answer = await client.signed_in(a_token(app, person)).get("v1/auth/me")
    assert answer.status == 200
    assert answer.json == {
        "id": person.id,
        "email": person.email,
        "name": "Øyvind Åse",
        "role": role.value,
        "permissions": sorted(permission.value for permission in PERMISSIONS[role]),
        "siteIds": sorted(sites),
        "organisation": {"id": person.organisation_id, "name": "Gamma Gas"},
    }


async def test_it_takes_one_request(client: ApiClient, app: App) -> None:
    me = client.signed_in(a_token(app, await an_admin(app)))
    await me.get("v1/auth/me")
    with counted_requests() as made:
        assert (await me.get("v1/auth/me")).status == 200
    assert made == ["POST directory"]
