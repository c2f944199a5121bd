"""What is no access token (any more) opens no endpoint, says nothing about why, and costs no request."""

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from local.cosmos.engine import Engine
from shared.app import App
from shared.identity.permissions import Role
from shared.identity.revocations import STALE
from shared.identity.tokens import LEEWAY, LIFE, MAX_LENGTH, Tokens
from shared.kit.ids import new_id
from tests.api_client import ApiClient, Response
from tests.functions.auth.cookies import cookie_of, refresh, sign_out
from tests.functions.auth.deployments import deployed
from tests.people import PASSWORD, Person, a_colleague, a_token, an_admin, counted_requests
from tests.settings import signing_key

Forge = Callable[[App, Person], str]


def signed(app: App, person: Person, *, key: Any = None, headers: dict[str, Any] | None = None, **claims: Any) -> str:
    """With the deployment's own key, but other claims (`...` leaves one out)."""
    good = jwt.decode(a_token(app, person), options={"verify_signature": False})
    (own,) = json.loads(app.settings.token_signing_keys)["keys"]
    chosen = {name: value for name, value in {**good, **claims}.items() if value is not ...}
    key = ECAlgorithm.from_jwk(own) if key is None else key
    return jwt.encode(chosen, key, "ES256", {"kid": own["kid"], "typ": "at+jwt", **(headers or {})})


def later(app: App, **units: float) -> int:
    return int((app.now() + timedelta(**units)).timestamp())


def unsigned(app: App, person: Person) -> str:
    _, payload, _ = a_token(app, person).split(".")
    head = base64.urlsafe_b64encode(b'{"alg":"none","typ":"at+jwt","kid":"k1"}').decode().rstrip("=")
    return f"{head}.{payload}."


def tampered(app: App, person: Person) -> str:
    head, _, signature = a_token(app, person).split(".")
    _, payload, _ = signed(app, person, role="admin", org=new_id()).split(".")
    return f"{head}.{payload}.{signature}"


def of_another_deployment(app: App, person: Person) -> str:
    actor = replace(person.actor, session_id=new_id())
    return Tokens(app.settings.token_signing_keys, "petroconnect-test").issue(actor, app.now())


BAD: dict[str, Forge] = {
    "malformed": lambda app, person: "not.a.token",
    "one part of three": lambda app, person: a_token(app, person).split(".")[1],
    "not even text": lambda app, person: "\x00\xff",
    "expired": lambda app, person: signed(app, person, exp=later(app, seconds=0)),
    "issued in the future": lambda app, person: signed(app, person, iat=later(app, seconds=LEEWAY + 1)),
    "not valid before later": lambda app, person: signed(app, person, nbf=later(app, seconds=LEEWAY + 1)),
    "not valid before text": lambda app, person: signed(app, person, nbf="now"),
    "another audience": lambda app, person: signed(app, person, aud="https://graph.microsoft.com"),
    "another issuer": of_another_deployment,
    "another type": lambda app, person: signed(app, person, headers={"typ": "JWT"}),
    "no algorithm": unsigned,
    "another algorithm": lambda app, person: jwt.encode({"sub": person.id}, "x" * 32, "HS256", {"kid": "k1"}),
    "another key": lambda app, person: signed(app, person, key=ec.generate_private_key(ec.SECP256R1())),
    "a key that is gone": lambda app, person: signed(app, person, headers={"kid": "k0"}),
    "tampered": tampered,
    "no session": lambda app, person: signed(app, person, sid=""),
    "oversized": lambda app, person: signed(app, person, sites=["x" * MAX_LENGTH]),
}


def ask(client: ApiClient, token: str) -> Any:
    return client.signed_in(token).get("v1/auth/me")


def is_refused(answer: Response) -> bool:
    return (answer.status, answer.code, answer.headers["WWW-Authenticate"]) == (401, "token_invalid", "Bearer")


@pytest.mark.parametrize("forge", BAD.values(), ids=BAD.keys())
async def test_a_bad_token_is_refused_without_a_request(client: ApiClient, app: App, forge: Forge) -> None:
    token = forge(app, await an_admin(app))
    with counted_requests() as made:
        answer = await ask(client, token)
    assert is_refused(answer)
    assert answer.json["detail"] == "The access token is not valid. Refresh the session or sign in again."
    assert made == []


async def test_the_forger_of_these_tests_can_make_a_good_one(client: ApiClient, app: App) -> None:
    assert (await ask(client, signed(app, await an_admin(app), nbf=later(app, seconds=LEEWAY)))).status == 200


async def test_clocks_may_differ_a_little_and_no_token_outlives_its_quarter_of_an_hour(
    client: ApiClient, app: App, clock
) -> None:
    token = a_token(app, await an_admin(app))
    clock.advance(seconds=-LEEWAY)
    assert (await ask(client, token)).status == 200
    clock.advance(seconds=LEEWAY + LIFE.total_seconds() - 1)
    assert (await ask(client, token)).status == 200
    clock.advance(seconds=1)
    assert is_refused(await ask(client, token))


async def signed_in(client: ApiClient, person: Person) -> tuple[str, str]:
    """The access token and the cookie."""
    answer = await client.post("v1/auth/sign-in", {"email": person.email, "password": PASSWORD})
    return answer.json["accessToken"], cookie_of(answer)


async def test_a_token_replayed_after_signing_out_is_refused_and_other_sessions_go_on(
    client: ApiClient, app: App
) -> None:
    admin = await an_admin(app)
    token, cookie = await signed_in(client, admin)
    other, _ = await signed_in(client, admin)
    assert (await ask(client, token)).status == 200
    await sign_out(client, cookie)
    assert is_refused(await ask(client, token))
    assert (await ask(client, other)).status == 200


async def test_a_token_of_a_stolen_session_ends_with_it(client: ApiClient, app: App, clock) -> None:
    token, cookie = await signed_in(client, await an_admin(app))
    await refresh(client, cookie)
    clock.advance(minutes=1)
    assert (await refresh(client, cookie)).code == "session_revoked"
    assert is_refused(await ask(client, token))


async def test_a_token_of_somebody_revoked_is_refused_and_the_next_one_is_good(
    client: ApiClient, app: App, clock
) -> None:
    person = await a_colleague(app, await an_admin(app), Role.VIEWER)
    before = a_token(app, person)
    await app.identity.revocations.revoke(person.id)
    assert is_refused(await ask(client, before))
    clock.advance(milliseconds=1)
    assert (await ask(client, a_token(app, person))).status == 200


async def test_another_process_hears_of_it_within_seconds(client: ApiClient, app: App, clock) -> None:
    from shared.identity.revocations import Revocations

    person = await an_admin(app)
    token = a_token(app, person)
    assert (await ask(client, token)).status == 200
    await Revocations(app.identity.revocations.container, app.now).revoke(person.id)
    clock.advance(seconds=STALE.total_seconds())
    assert is_refused(await ask(client, token))


async def test_both_keys_are_good_while_they_rotate(app: App, cosmos_engine: Engine) -> None:
    (old,) = json.loads(app.settings.token_signing_keys)["keys"]
    admin, new = await an_admin(app), signing_key("k2")
    token = a_token(app, admin)
    published = {name: value for name, value in old.items() if name != "d"}
    async with deployed(app, cosmos_engine, token_signing_keys=json.dumps({"keys": [new, published]})) as during:
        newer = a_token(during, admin)
        assert [(await ask(ApiClient(during), one)).status for one in (token, newer)] == [200, 200]
    async with deployed(app, cosmos_engine, token_signing_keys=json.dumps({"keys": [new]})) as after:
        assert [(await ask(ApiClient(after), one)).status for one in (token, newer)] == [401, 200]
