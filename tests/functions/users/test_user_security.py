"""What an admin does when somebody lost a device: POST /users/{id}/sign-out, DELETE /users/{id}/second-factor."""

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.functions.auth.cookies import cookie_of, refresh
from tests.functions.auth.factors import challenge_of, enrolled, happened, sign_in, verify
from tests.people import a_colleague, a_token, an_admin

ENDPOINTS = [("POST", "sign-out"), ("DELETE", "second-factor")]


@pytest.mark.parametrize(("method", "what"), ENDPOINTS)
async def test_anonymous(client: ApiClient, method: str, what: str) -> None:
    assert (await client.request(method, f"v1/users/{new_id()}/{what}")).status == 401


@pytest.mark.parametrize(("method", "what"), ENDPOINTS)
@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_wrong_permission(client: ApiClient, app: App, method: str, what: str, role: Role) -> None:
    admin = await an_admin(app)
    token = a_token(app, await a_colleague(app, admin, role))
    answer = await client.signed_in(token).request(method, f"v1/users/{admin.id}/{what}")
    assert (answer.status, answer.code) == (403, "forbidden")


@pytest.mark.parametrize(("method", "what"), ENDPOINTS)
async def test_other_organisation(client: ApiClient, app: App, method: str, what: str) -> None:
    admin, stranger = await an_admin(app), await an_admin(app)
    answer = await client.signed_in(a_token(app, admin)).request(method, f"v1/users/{stranger.id}/{what}")
    assert (answer.status, answer.code) == (404, "not_found")


async def test_an_admin_ends_every_session_of_somebody(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.OPERATOR)
    session = await sign_in(client, person)
    clock.advance(seconds=1)
    answer = await client.signed_in(a_token(app, admin)).post(f"v1/users/{person.id}/sign-out")
    assert answer.status == 204
    assert (await client.signed_in(session.json["accessToken"]).get("v1/auth/me")).status == 401
    assert (await refresh(client, cookie_of(session))).status == 401
    (entry,) = await happened(app, person, "user.signed_out_everywhere")
    assert entry["createdBy"] == admin.id


async def test_an_admin_removes_a_second_factor_that_was_lost(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.OPERATOR)
    phone = await enrolled(client, app, person)
    challenge = await challenge_of(client, person)
    clock.advance(seconds=30)
    path = f"v1/users/{person.id}/second-factor"
    assert (await client.signed_in(a_token(app, admin)).delete(path)).status == 204
    assert (await verify(client, challenge, code=phone.code)).code == "challenge_invalid"
    assert (await sign_in(client, person)).json["outcome"] == "signed_in"
    (entry,) = await happened(app, person, "user.second_factor_reset")
    assert entry["createdBy"] == admin.id
    assert (await client.signed_in(a_token(app, admin)).delete(path)).status == 204
    assert len(await happened(app, person, "user.second_factor_reset")) == 1
