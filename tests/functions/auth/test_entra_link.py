"""POST /auth/entra/link: somebody with a password connects a Microsoft account."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient, Response
from tests.functions.auth.cookies import cookie_of
from tests.functions.auth.entra import an_organisation, come_back, error_of, flow_cookie_of, session_of
from tests.oidc.browser import signed_in_at
from tests.oidc.fixtures import oidc, oidc_running, settings
from tests.oidc.provider import PAGE, OidcProvider
from tests.people import PASSWORD, Person, a_colleague, a_token, activities, an_admin, an_api_key

__all__ = ["oidc", "oidc_running", "settings"]

PATH = "v1/auth/entra/link"


async def connect(client: ApiClient, app: App, oidc: OidcProvider, person: Person, login: str) -> Response:
    caller = client.signed_in(a_token(app, person))
    begun = await caller.post(PATH, {"password": PASSWORD, "returnTo": "/account"})
    assert begun.status == 200
    return await come_back(client, flow_cookie_of(begun), await signed_in_at(oidc, begun.json["url"], login))


async def test_nobody_connects_anything_for_nobody(client: ApiClient, app: App) -> None:
    assert (await client.post(PATH, {"password": PASSWORD})).code == "unauthenticated"
    _, token = await an_api_key(app, await an_admin(app))
    assert (await client.signed_in(token).post(PATH, {"password": PASSWORD})).code == "persons_only"


@pytest.mark.parametrize(
    ("body", "field"),
    [({}, "password"), ({"password": PASSWORD, "userId": "x"}, "userId"), ({"password": 1}, "password")],
)
async def test_bad_input_is_named(client: ApiClient, app: App, body: dict[str, Any], field: str) -> None:
    answer = await client.signed_in(a_token(app, await an_admin(app))).post(PATH, body)
    assert (answer.status, answer.fields) == (422, {field})


async def test_a_stolen_access_token_is_not_enough(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    caller = client.signed_in(a_token(app, await an_admin(app)))
    await oidc.control()
    answer = await caller.post(PATH, {"password": "not the right password"})
    assert (answer.status, answer.code) == (422, "proof_wrong")
    assert "Set-Cookie" not in answer.headers
    assert await oidc.asked() == []


async def test_from_then_on_both_ways_lead_to_the_same_person(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app, None)
    person, login = await a_colleague(app, admin, Role.OPERATOR), await oidc.a_person()
    answer = await connect(client, app, oidc, person, login)
    assert answer.headers["Location"] == f"{PAGE}/account"
    assert cookie_of(answer).split(".")[0] == person.id
    assert (await session_of(client, oidc, login)).split(".")[0] == person.id
    signed_in = await client.post("v1/auth/sign-in", {"email": person.email, "password": PASSWORD})
    assert signed_in.status == 200
    (linked,) = await activities(app, admin.organisation_id, "user.entra_linked")
    assert (linked["subjectId"], linked["data"]) == (person.id, {})
    await connect(client, app, oidc, person, login)  # again changes nothing
    assert len(await activities(app, admin.organisation_id, "user.entra_linked")) == 1


async def test_an_account_of_another_tenant_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)  # whose the tenant is
    stranger, login = await an_admin(app), await oidc.a_person()
    assert error_of(await connect(client, app, oidc, stranger, login)) == "entra_not_admitted"


async def test_an_account_of_somebody_else_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app)
    login = await oidc.a_person()
    theirs = await session_of(client, oidc, login)
    assert error_of(await connect(client, app, oidc, admin, login)) == "entra_account_taken"
    assert (await session_of(client, oidc, login)).split(".")[0] == theirs.split(".")[0]


async def test_without_a_password_there_is_nothing_to_prove_it_with(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app)
    user_id = (await session_of(client, oidc, await oidc.a_person())).split(".")[0]
    person = Person(user_id, admin.organisation_id, "", Role.VIEWER)
    answer = await client.signed_in(a_token(app, person)).post(PATH, {"password": PASSWORD})
    assert answer.code == "no_password"
