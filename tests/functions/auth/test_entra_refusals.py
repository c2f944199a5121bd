"""POST /auth/entra/callback, when something is wrong: each with its own code, back on the page, and nobody is signed in."""

import base64
import hashlib
import hmac
import json
from dataclasses import replace
from typing import Any
from unittest import mock
from urllib.parse import urlencode

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.identity.entra import provider as entra_provider
from shared.identity.entra.sign_in import EntraSignIn
from tests.api_client import ApiClient, Response
from tests.functions.auth.entra import FORM, an_organisation, begin, come_back, error_of, sign_in
from tests.oidc.browser import signed_in_at
from tests.oidc.fixtures import oidc, oidc_running, settings
from tests.oidc.provider import API, CLIENT, TENANT, OidcProvider, an_object_id, public_key_pem
from tests.settings import PROVISIONING_KEY

__all__ = ["oidc", "oidc_running", "settings"]

OTHER_TENANT = "99999999-2222-4333-8444-555555555555"
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def resealed(app: App, cookie: str, **changes: Any) -> str:
    """The same sign-in with something else in it: what a thief of our keys could make."""
    flow = app.entra.sign_in.flows.open(cookie)
    return app.entra.sign_in.flows.seal(replace(flow, msal={**flow.msal, **changes}))


async def come_back_with(client: ApiClient, app: App, oidc: OidcProvider, make: Any) -> Response:
    """A sign-in in which the provider's token endpoint answers the ID token that `make(right claims)` gives."""
    login = await oidc.a_person()
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, login)
    nonce = app.entra.sign_in.flows.open(cookie).msal["nonce"]
    now = int(app.now().timestamp())
    right = {
        "iss": oidc.authority, "aud": CLIENT, "iat": now, "nbf": now, "exp": now + 3600, "sub": login, "tid": TENANT,
        "oid": an_object_id(), "nonce": hashed(nonce), "preferred_username": f"{login}@tenant.test", "name": "Eva",
    }  # fmt: skip
    await oidc.control(idToken=make(right))
    return await come_back(client, cookie, fields)


def hashed(nonce: str) -> str:
    return hashlib.sha256(nonce.encode()).hexdigest()


async def test_a_token_made_as_in_these_tests_is_good_when_nothing_is_wrong_with_it(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    await an_organisation(app)
    answer = await come_back_with(client, app, oidc, oidc.sign)
    assert answer.headers["Location"].endswith("/documents")


@pytest.mark.parametrize(
    ("what", "changes"),
    [
        ("another audience", {"aud": "somebody-else"}),
        ("the API as audience, as access tokens have it", {"aud": API}),
        ("another issuer", {"iss": f"https://login.evil.example/{TENANT}/v2.0"}),
        ("another tenant than the issuer says", {"tid": OTHER_TENANT}),
        ("no tenant", {"tid": None}),
        ("no object id", {"oid": None}),
        ("an empty object id", {"oid": ""}),
        ("expired", {"exp": 1}),
        ("not yet valid", {"nbf": 9_999_999_999}),
        ("issued in the future", {"iat": 9_999_999_999}),
        ("a time that is none", {"exp": "tomorrow"}),
        ("another nonce", {"nonce": "0" * 64}),
        ("no nonce", {"nonce": None}),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
async def test_an_id_token_that_says_something_else_is_refused(
    client: ApiClient, app: App, oidc: OidcProvider, what: str, changes: dict[str, Any]
) -> None:
    await an_organisation(app)

    def make(right: dict[str, Any]) -> str:
        return oidc.sign({name: value for name, value in {**right, **changes}.items() if value is not None})

    assert error_of(await come_back_with(client, app, oidc, make)) == "entra_token_invalid"


async def test_the_nonce_is_checked_here_too_and_not_only_by_msal(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    await an_organisation(app)
    redeem = entra_provider.EntraProvider.redeem

    async def without_msals_check(self: Any, flow: dict[str, Any], answer: Any) -> Any:
        granted = await redeem(self, flow, answer)
        return entra_provider.Granted(oidc.sign({**unverified(granted.id_token), "nonce": "0" * 64}), granted.cache)

    with mock.patch.object(entra_provider.EntraProvider, "redeem", without_msals_check):
        assert error_of(await sign_in(client, oidc, await oidc.a_person())) == "entra_token_invalid"


def unverified(token: str | None) -> dict[str, Any]:
    return dict(jwt.decode(str(token), options={"verify_signature": False}))


async def test_a_forged_signature_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    answer = await come_back_with(client, app, oidc, lambda right: oidc.sign(right, key=OTHER_KEY))
    assert error_of(answer) == "entra_token_invalid"


async def test_an_unknown_key_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    answer = await come_back_with(client, app, oidc, lambda right: oidc.sign(right, key=OTHER_KEY, kid="mine"))
    assert error_of(answer) == "entra_token_invalid"


async def test_an_unsigned_token_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    answer = await come_back_with(client, app, oidc, lambda right: oidc.sign(right, key="", algorithm="none"))
    assert error_of(answer) == "entra_token_invalid"


async def test_the_public_key_as_a_shared_secret_signs_nothing(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    """The oldest trick on libraries that believe the algorithm in the header."""
    await an_organisation(app)

    def make(right: dict[str, Any]) -> str:
        def part(content: dict[str, Any]) -> str:
            return base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")

        body = f"{part({'alg': 'HS256', 'kid': 'test-key', 'typ': 'JWT'})}.{part(right)}"
        signature = hmac.digest(public_key_pem(oidc), body.encode(), "sha256")
        return f"{body}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"

    assert error_of(await come_back_with(client, app, oidc, make)) == "entra_token_invalid"


@pytest.mark.parametrize("token", ["nonsense", "a.b.c", "e30.e30.", "x" * 20_000])
async def test_what_is_no_token_is_refused(client: ApiClient, app: App, oidc: OidcProvider, token: str) -> None:
    await an_organisation(app)
    assert error_of(await come_back_with(client, app, oidc, lambda _: token)) == "entra_token_invalid"


async def test_without_an_id_token_nobody_is_known(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    assert error_of(await come_back_with(client, app, oidc, lambda _: "")) == "entra_refused"


async def test_without_the_cookie_it_was_begun_elsewhere(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    """Somebody who makes a victim's browser post the answer to their own sign-in."""
    await an_organisation(app)
    url, _ = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    assert error_of(await come_back(client, "", fields)) == "entra_start_again"


async def test_the_cookie_of_another_sign_in_does_not_fit(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    url, _ = await begin(client)
    _, other = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    assert error_of(await come_back(client, other, fields)) == "entra_start_again"


@pytest.mark.parametrize("state", [None, "", "guess", "ø"])
async def test_another_state_is_refused_before_the_provider_is_asked(
    client: ApiClient, app: App, oidc: OidcProvider, state: str | None
) -> None:
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    await oidc.control()
    changed = {**fields, "state": state} if state is not None else {"code": fields["code"]}
    assert error_of(await come_back(client, cookie, changed)) == "entra_start_again"
    assert await oidc.asked() == []


async def test_ten_minutes_later_it_is_too_late(client: ApiClient, app: App, oidc: OidcProvider, clock: Any) -> None:
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    clock.advance(minutes=10)
    assert error_of(await come_back(client, cookie, fields)) == "entra_start_again"


@pytest.mark.parametrize("cookie", ["nonsense", "gAAAAA", "ø"])
async def test_a_cookie_nobody_sealed_is_refused(client: ApiClient, oidc: OidcProvider, cookie: str) -> None:
    assert error_of(await come_back(client, cookie, {"state": "x", "code": "y"})) == "entra_start_again"


async def test_what_was_sealed_for_something_else_is_no_sign_in(client: ApiClient, app: App) -> None:
    sealed = app.entra.sign_in.flows.sealer.seal(json.dumps({"for": "something else", "until": "2999-01-01T00:00:00Z"}))
    assert error_of(await come_back(client, sealed, {"state": "x", "code": "y"})) == "entra_start_again"


async def test_a_replayed_callback_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    assert (await come_back(client, cookie, fields)).headers["Location"].endswith("/documents")
    assert error_of(await come_back(client, cookie, fields)) == "entra_refused"


async def test_a_code_of_another_sign_in_lacks_its_verifier(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    stolen = resealed(app, cookie, code_verifier="v" * 43)
    assert error_of(await come_back(client, stolen, fields)) == "entra_refused"


async def test_a_made_up_code_is_refused(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    assert error_of(await come_back(client, cookie, {**fields, "code": "made-up"})) == "entra_refused"


async def test_who_cancels_is_told_so(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, "", cancel=True)
    assert fields["error"] == "access_denied"
    assert error_of(await come_back(client, cookie, fields)) == "entra_cancelled"


@pytest.mark.parametrize(
    ("content", "headers", "code"),
    [
        (b"{}", {"Content-Type": "application/json"}, "unsupported_media_type"),
        (b"state=a&state=b", FORM, "malformed"),
        (b"state=%ff", FORM, "malformed"),
        (b"\xff", FORM, "malformed"),
        (b"&".join(b"a%d=1" % number for number in range(60)), FORM, "malformed"),
        (b"state=" + b"x" * 70_000, FORM, "body_too_large"),
    ],
    ids=["JSON", "twice", "no text", "no bytes of text", "many fields", "large"],
)
async def test_what_is_no_form_goes_back_to_the_page_too(
    client: ApiClient, content: bytes, headers: dict[str, str], code: str
) -> None:
    assert error_of(await client.post("v1/auth/entra/callback", content=content, headers=headers)) == code


async def test_a_provider_that_fails_is_no_fault_of_the_person(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    url, cookie = await begin(client)
    fields = await signed_in_at(oidc, url, await oidc.a_person())
    await oidc.control(broken=True)
    assert error_of(await come_back(client, cookie, fields)) == "unavailable"
    await oidc.control()
    assert (await come_back(client, cookie, fields)).headers["Location"].endswith("/documents")


async def test_a_provider_that_never_answers_is_given_up(
    client: ApiClient, oidc: OidcProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entra_provider, "TIMEOUT", 0.3)
    await oidc.control(silent=True)
    answer = await client.get("v1/auth/entra/sign-in")
    assert (answer.status, answer.headers["Location"]) == (302, "https://petroconnect.test/sign-in?error=unavailable")
    await oidc.control()
    await begin(client)  # and asked again


async def test_a_bug_of_ours_goes_back_to_the_page_too(client: ApiClient) -> None:
    with mock.patch.object(EntraSignIn, "finish", side_effect=ZeroDivisionError):
        answer = await client.post("v1/auth/entra/callback", content=urlencode({"state": "x"}).encode(), headers=FORM)
    assert error_of(answer) == "internal_error"


@pytest.fixture
async def without(app: App, cosmos_engine: Engine) -> Any:
    """The product with nothing set up."""
    settings = app.settings.model_copy(update={"entra_client_id": ""})
    built = build_app(settings, now=app.now, cosmos_transport=AsyncEngineTransport(cosmos_engine))
    yield ApiClient(built)
    await built.close()


async def test_where_it_is_not_set_up_there_is_nothing(without: ApiClient) -> None:
    tenant = f"v1/organisations/{'0' * 26}/tenants/{TENANT}"
    key = {"X-Provisioning-Key": PROVISIONING_KEY}
    answers = [
        await without.get("v1/auth/entra/sign-in"),
        await without.post("v1/auth/entra/callback", content=b"", headers=FORM),
        await without.post("v1/auth/entra/invitation", {"token": "x"}),
        await without.put(tenant, {"defaultRole": None, "roleFromEntra": False}, headers=key),
        await without.delete(tenant, headers=key),
    ]
    assert [(answer.status, answer.code) for answer in answers] == [(404, "entra_not_configured")] * 5
    assert (await without.get("v1/auth/methods")).json == {"methods": ["password"]}
