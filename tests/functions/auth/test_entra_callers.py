"""Callers that bring an access token of their own from Microsoft."""

import json
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from shared.api_keys.model import EntraApplication
from shared.app import App
from shared.identity.entra import provider as entra_provider
from shared.identity.entra.callers import KNOWN_FOR
from shared.identity.permissions import Permission, Role
from shared.users.model import UserStatus
from tests.api_client import ApiClient
from tests.functions.auth.entra import an_organisation, session_of
from tests.oidc.browser import tokens_of_daemon
from tests.oidc.fixtures import oidc, oidc_running, settings
from tests.oidc.provider import API, CLIENT, DAEMON, DAEMON_OID, SECRET, TENANT, OidcProvider, an_object_id
from tests.people import Person, a_token, an_api_key, counted_requests

__all__ = ["oidc", "oidc_running", "settings"]

OTHER_TENANT = "99999999-2222-4333-8444-555555555555"
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def delegated(app: App, oidc: OidcProvider, object_id: str, **changes: Any) -> dict[str, Any]:
    """The claims of a token that an app of the partner's got for a person."""
    now = int(app.now().timestamp())
    right = {
        "iss": oidc.authority, "aud": API, "iat": now, "nbf": now, "exp": now + 3600, "sub": "pairwise", "tid": TENANT,
        "oid": object_id, "azp": "partners-app", "scp": "openid access_as_user", "ver": "2.0",
    }  # fmt: skip
    return {name: value for name, value in {**right, **changes}.items() if value is not None}


async def a_member(client: ApiClient, app: App, oidc: OidcProvider, role: Role = Role.ENGINEER) -> tuple[str, str]:
    """Object id and user id of somebody who has joined."""
    await an_organisation(app, role)
    oid = an_object_id()
    cookie = await session_of(client, oidc, await oidc.a_person(oid=oid))
    return oid, cookie.split(".")[0]


async def test_a_token_that_the_provider_gave_for_a_person_is_that_person(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    oid, user_id = await a_member(client, app, oidc)
    answer = await client.signed_in(oidc.sign(delegated(app, oidc, oid))).get("v1/auth/me")
    assert (answer.status, answer.json["id"], answer.json["role"]) == (200, user_id, "engineer")


async def test_the_very_token_that_msal_got_is_good_too(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    user_id = (await session_of(client, oidc, await oidc.a_person())).split(".")[0]
    kept = await app.database.container("sessions").get("entra", user_id)
    granted = await app.entra.sign_in.provider.renew(app.entra.sign_in.grants.sealer.open(kept["sealed"]))
    (token,) = {entry["secret"] for entry in json.loads(granted.cache)["AccessToken"].values()}
    assert jwt.decode(token, options={"verify_signature": False})["aud"] == API
    assert (await client.signed_in(token).get("v1/auth/me")).json["id"] == user_id


async def test_our_own_tokens_go_on_without_a_word_to_anybody(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app)
    await oidc.control()
    assert (await client.signed_in(a_token(app, admin)).get("v1/auth/me")).status == 200
    assert await oidc.asked() == []


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("another audience", {"aud": "api://somebody-else"}),
        ("the audience of an ID token", {"aud": CLIENT}),
        ("another tenant than the issuer says", {"tid": OTHER_TENANT}),
        ("expired", {"exp": 1}),
        ("not yet valid", {"nbf": 9_999_999_999}),
        ("no scope", {"scp": None}),
        ("another scope", {"scp": "openid profile"}),
        ("an ID token: a nonce", {"nonce": "x"}),
        ("an ID token: for no app", {"azp": None}),
        ("somebody unknown", {"oid": "aaaaaaaa-0000-4000-8000-ffffffffffff"}),
        ("no object id", {"oid": None}),
        ("an object id that is no text", {"oid": ["a"]}),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
async def test_a_token_that_says_something_else_is_refused(
    client: ApiClient, app: App, oidc: OidcProvider, what: str, changes: dict[str, Any]
) -> None:
    oid, _ = await a_member(client, app, oidc)
    token = oidc.sign(delegated(app, oidc, oid, **changes))
    answer = await client.signed_in(token).get("v1/auth/me")
    assert (answer.status, answer.code, answer.headers["WWW-Authenticate"]) == (401, "token_invalid", "Bearer")


async def test_a_forged_or_unsigned_token_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    oid, _ = await a_member(client, app, oidc)
    right = delegated(app, oidc, oid)
    for token in (
        oidc.sign(right, key=OTHER_KEY),
        oidc.sign(right, key=OTHER_KEY, kid="unknown"),
        oidc.sign(right, key="", algorithm="none"),
        oidc.sign(right, key="x" * 64, algorithm="HS256"),
        oidc.sign(right)[:-8] + "AAAAAAAA",
    ):
        assert (await client.signed_in(token).get("v1/auth/me")).code == "token_invalid"


@pytest.mark.parametrize(
    "issuer",
    [
        f"https://login.evil.example/{TENANT}/v2.0", f"https://sts.windows.net/{TENANT}/", "", "petroconnect2",
        "https://localhost:1/{tenantid}/v2.0", "null",
    ],
)  # fmt: skip
async def test_an_unknown_issuer_is_refused_without_asking_anybody(
    client: ApiClient, app: App, oidc: OidcProvider, issuer: str
) -> None:
    claims = {**delegated(app, oidc, an_object_id()), "iss": issuer}
    await oidc.control()
    with counted_requests() as made:
        answer = await client.signed_in(oidc.sign(claims)).get("v1/auth/me")
    assert (answer.status, answer.code, made, await oidc.asked()) == (401, "token_invalid", [], [])


@pytest.mark.parametrize(
    "token", ["nonsense", "a.b.c", "e30.e30.e30", "e30.W10.x", "x" * 20_000, "e30." + "W1" * 3000 + ".x"]
)
async def test_what_is_no_token_is_refused_without_asking_anybody(
    client: ApiClient, oidc: OidcProvider, token: str
) -> None:
    with counted_requests() as made:
        answer = await client.signed_in(token).get("v1/auth/me")
    assert (answer.status, answer.code, made, await oidc.asked()) == (401, "token_invalid", [], [])


async def test_the_keys_are_fetched_once_and_an_unknown_one_asks_again_only_after_a_while(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    await oidc.control()
    for _ in range(3):
        token = oidc.sign(delegated(app, oidc, an_object_id()))
        assert (await client.signed_in(token).get("v1/auth/me")).code == "token_invalid"  # nobody known
    asked = await oidc.asked()
    assert sorted(asked) == ["GET /.well-known/openid-configuration", "GET /jwks"]
    for number in range(3):
        token = oidc.sign(delegated(app, oidc, an_object_id()), kid=f"unknown-{number}")
        assert (await client.signed_in(token).get("v1/auth/me")).code == "token_invalid"
    assert len(await oidc.asked()) <= len(asked) + 1


async def test_a_provider_without_keys_to_give_is_a_503(
    client: ApiClient, app: App, oidc: OidcProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entra_provider, "TIMEOUT", 0.3)
    await oidc.control(silent=True)
    answer = await client.signed_in(oidc.sign(delegated(app, oidc, an_object_id()))).get("v1/auth/me")
    assert (answer.status, answer.code) == (503, "unavailable")


async def test_who_they_are_is_remembered_for_half_a_minute(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    oid, user_id = await a_member(client, app, oidc)
    caller = client.signed_in(oidc.sign(delegated(app, oidc, oid)))
    assert (await caller.get("v1/documents")).status == 200
    with counted_requests() as made:
        assert (await caller.get("v1/documents")).status == 200
    assert made == ["POST documents"]
    stored = await user_of_id(app, user_id)
    user = await app.users.service.users.get(stored["organisationId"], user_id)
    await app.users.service.users.replace(user.model_copy(update={"status": UserStatus.DEACTIVATED}))
    clock.advance(seconds=KNOWN_FOR.total_seconds())
    assert (await caller.get("v1/documents")).code == "token_invalid"


async def user_of_id(app: App, user_id: str) -> dict[str, Any]:
    kept = await app.database.container("sessions").get("entra", user_id)
    key = f"entra:{TENANT}:{kept['objectId']}"
    return await app.database.container("identities").get(key, key)


async def test_a_tenant_that_is_gone_takes_its_callers_along(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    oid, user_id = await a_member(client, app, oidc)
    caller = client.signed_in(oidc.sign(delegated(app, oidc, oid)))
    await app.entra.directory.disallow((await user_of_id(app, user_id))["organisationId"], TENANT)
    assert (await caller.get("v1/documents")).code == "token_invalid"


async def test_a_person_may_do_through_an_app_what_their_role_allows_and_no_more(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    oid, _ = await a_member(client, app, oidc, Role.VIEWER)
    caller = client.signed_in(oidc.sign(delegated(app, oidc, oid)))
    assert (await caller.get("v1/users")).code == "forbidden"


async def an_application(app: App, admin: Person, object_id: str) -> str:
    """The id of the API key that stands for an application of the tenant."""
    entra = EntraApplication(tenant_id=TENANT, object_id=object_id)
    key, _ = await an_api_key(app, admin, Permission.DOCUMENTS_READ, entra=entra)
    return key.id


def for_itself(app: App, oidc: OidcProvider, object_id: str, roles: Any = ("access_as_application",)) -> str:
    """A token that an application got for itself."""
    given = list(roles) if isinstance(roles, tuple) else roles
    return oidc.sign(delegated(app, oidc, object_id, scp=None, roles=given))


async def test_an_application_is_the_api_key_it_stands_for(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app)
    await app.database.container("identities").delete(*[f"entra:{TENANT}:{DAEMON_OID}"] * 2)  # of the test run before
    key_id = await an_application(app, admin, DAEMON_OID)
    token = await tokens_of_daemon(oidc, DAEMON, SECRET, f"{API}/.default")
    actor = await app.identity.authentication.authenticate(token)
    assert (actor.user_id, actor.organisation_id, actor.role) == (key_id, admin.organisation_id, None)
    caller = client.signed_in(token)
    assert (await caller.get("v1/documents")).status == 200
    assert (await caller.get("v1/auth/me")).code == "persons_only"
    assert (await caller.get("v1/users")).code == "forbidden"


async def test_an_application_without_a_key_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    token = for_itself(app, oidc, an_object_id())
    assert (await client.signed_in(token).get("v1/documents")).code == "token_invalid"


@pytest.mark.parametrize("roles", [None, [], ["something.else"], "access_as_application", [1]])
async def test_an_application_without_the_app_role_is_refused(
    client: ApiClient, app: App, oidc: OidcProvider, roles: Any
) -> None:
    object_id = an_object_id()
    await an_application(app, await an_organisation(app), object_id)
    assert (await client.signed_in(for_itself(app, oidc, object_id, roles)).get("v1/documents")).code == "token_invalid"
    assert (await client.signed_in(for_itself(app, oidc, object_id)).get("v1/documents")).status == 200


async def test_an_application_is_no_person_and_a_person_no_application(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    object_id = an_object_id()
    await an_application(app, await an_organisation(app), object_id)
    assert (
        await client.signed_in(oidc.sign(delegated(app, oidc, object_id))).get("v1/auth/me")
    ).code == "token_invalid"
    person, _ = await a_member(client, app, oidc)
    assert (await client.signed_in(for_itself(app, oidc, person)).get("v1/documents")).code == "token_invalid"


async def test_a_key_that_is_revoked_ends_its_application_at_once(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin, object_id = await an_organisation(app), an_object_id()
    key_id = await an_application(app, admin, object_id)
    caller = client.signed_in(for_itself(app, oidc, object_id))
    assert (await caller.get("v1/documents")).status == 200
    await app.api_keys.revoke(admin.actor, key_id)
    assert (await caller.get("v1/documents")).code == "token_invalid"


async def test_a_tenant_that_is_gone_ends_its_applications(
    client: ApiClient, app: App, oidc: OidcProvider, clock: Any
) -> None:
    admin, object_id = await an_organisation(app), an_object_id()
    await an_application(app, admin, object_id)
    caller = client.signed_in(for_itself(app, oidc, object_id))
    assert (await caller.get("v1/documents")).status == 200
    await app.entra.directory.disallow(admin.organisation_id, TENANT)
    clock.advance(seconds=KNOWN_FOR.total_seconds())
    assert (await caller.get("v1/documents")).code == "token_invalid"
