"""MSAL as it is used towards Microsoft itself, with the network replaced: what is asked, and how this app proves who it is."""

import json
from collections.abc import Iterator
from typing import Any
from unittest import mock
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from azure.core.credentials import AccessToken

from shared.errors import Unavailable
from shared.identity.entra.errors import EntraCancelled, EntraGrantEnded, EntraRefused
from shared.identity.entra.provider import TIMEOUT, EntraProvider, Flow
from shared.identity.entra.settings import EntraSettings
from shared.kit import workload_identity

HOST = "https://login.microsoftonline.com"
AUTHORITY = f"{HOST}/organizations"
DISCOVERY = {
    "issuer": f"{HOST}/{{tenantid}}/v2.0",
    "authorization_endpoint": f"{AUTHORITY}/oauth2/v2.0/authorize",
    "token_endpoint": f"{AUTHORITY}/oauth2/v2.0/token",
    "jwks_uri": f"{AUTHORITY}/discovery/v2.0/keys",
    "end_session_endpoint": f"{AUTHORITY}/oauth2/v2.0/logout",
}


def settings(**changes: Any) -> EntraSettings:
    given = {"client_id": "app", "authority": AUTHORITY, "page_url": "https://page.test/", "client_secret": "secret"}
    return EntraSettings(**{**given, **changes})


class Microsoft:
    """Answers as Microsoft does, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, dict[str, Any]]] = []
        self.tokens: tuple[int, dict[str, Any]] = (200, {})

    def request(self, _session: requests.Session, method: str, url: str, **options: Any) -> requests.Response:
        self.asked.append((method, url, options))
        status, content = (200, DISCOVERY) if method == "GET" else self.tokens
        answer = requests.Response()
        answer.status_code, answer.url = status, url
        answer._content = json.dumps(content).encode()
        return answer

    @property
    def posted(self) -> dict[str, Any]:
        (form,) = [options["data"] for method, _, options in self.asked if method == "POST"]
        return dict(form)


@pytest.fixture
def microsoft() -> Iterator[Microsoft]:
    double = Microsoft()
    with mock.patch.object(requests.Session, "request", lambda *args, **options: double.request(*args, **options)):
        yield double


def granted(flow: Flow) -> tuple[int, dict[str, Any]]:
    import hashlib

    nonce = hashlib.sha256(flow["nonce"].encode()).hexdigest()
    id_token = jwt.encode({"nonce": nonce, "sub": "s", "oid": "o", "tid": "t", "preferred_username": "a@b.c"}, "k" * 32)
    return 200, {
        "access_token": "access", "refresh_token": "refresh", "id_token": id_token, "token_type": "Bearer", "expires_in": 3600,
        "scope": "openid profile User.Read",
    }  # fmt: skip


async def redeemed(provider: EntraProvider, microsoft: Microsoft) -> str:
    """MSAL's cache after a sign-in."""
    flow = await provider.begin()
    microsoft.tokens = granted(flow)
    return (await provider.redeem(flow, {"state": flow["state"], "code": "code"})).cache


async def test_discovery_is_asked_for_once_per_worker(microsoft: Microsoft) -> None:
    provider = EntraProvider(settings())
    for _ in range(3):
        flow = await provider.begin()
    assert [(method, url) for method, url, _ in microsoft.asked] == [
        ("GET", f"{AUTHORITY}/v2.0/.well-known/openid-configuration")
    ]
    assert await provider.keys_url() == DISCOVERY["jwks_uri"]
    assert await provider.end_session_url("https://page.test/sign-in") == (
        f"{AUTHORITY}/oauth2/v2.0/logout?post_logout_redirect_uri=https%3A%2F%2Fpage.test%2Fsign-in&client_id=app"
    )
    where = urlsplit(flow["auth_uri"])
    assert f"{where.scheme}://{where.netloc}{where.path}" == DISCOVERY["authorization_endpoint"]
    assert parse_qs(where.query)["redirect_uri"] == ["https://page.test/api/v1/auth/entra/callback"]
    assert "User.Read" in parse_qs(where.query)["scope"][0].split()
    assert len(microsoft.asked) == 1


async def test_a_sign_in_and_a_renewal_are_one_request_each(microsoft: Microsoft) -> None:
    provider = EntraProvider(settings())
    cache = await redeemed(provider, microsoft)
    assert (microsoft.posted["grant_type"], microsoft.posted["client_secret"]) == ("authorization_code", "secret")
    assert len(microsoft.posted["code_verifier"]) >= 43
    microsoft.asked.clear()
    assert (await provider.renew(cache)).id_token is not None
    assert [method for method, _, _ in microsoft.asked] == ["POST"]
    assert (microsoft.posted["grant_type"], microsoft.posted["refresh_token"]) == ("refresh_token", "refresh")


async def test_every_request_has_a_deadline_and_takes_nothing_from_the_environment(
    microsoft: Microsoft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/somebody/elses.pem")
    provider = EntraProvider(settings(ca_file="/ours.pem"))
    await redeemed(provider, microsoft)
    assert {options["timeout"] for _, _, options in microsoft.asked} == {TIMEOUT}
    session = provider._http._session
    assert session.merge_environment_settings(AUTHORITY, {}, None, None, None)["verify"] == "/ours.pem"


async def test_without_a_secret_the_managed_identity_vouches_for_the_app(microsoft: Microsoft) -> None:
    asked: list[tuple[str | None, str]] = []

    class Identity:
        def __init__(self, client_id: str | None) -> None:
            self.client_id = client_id

        def get_token(self, scope: str) -> AccessToken:
            asked.append((self.client_id, scope))
            return AccessToken("proof", 0)

    provider = EntraProvider(settings(client_secret="", identity_client_id="identity"))
    with mock.patch("azure.identity.ManagedIdentityCredential", Identity):
        await redeemed(provider, microsoft)
    assert asked == [("identity", workload_identity.SCOPE)]
    assert microsoft.posted["client_assertion"] == "proof"
    assert microsoft.posted["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    assert "client_secret" not in microsoft.posted


@pytest.mark.parametrize("error", ["invalid_grant", "interaction_required", "login_required", "consent_required"])
async def test_who_is_not_vouched_for_any_more_is_told_apart(microsoft: Microsoft, error: str) -> None:
    provider = EntraProvider(settings())
    cache = await redeemed(provider, microsoft)
    microsoft.tokens = (400, {"error": error})
    with pytest.raises(EntraGrantEnded):
        await provider.renew(cache)


@pytest.mark.parametrize(
    "trouble",
    [
        (500, {}),
        (503, {}),
        (400, {"error": "temporarily_unavailable"}),
        (401, {"error": "invalid_client"}),
        (429, {"error": "slow"}),
    ],
)
async def test_from_trouble_that_is_not_the_persons(microsoft: Microsoft, trouble: tuple[int, dict[str, Any]]) -> None:
    provider = EntraProvider(settings())
    cache = await redeemed(provider, microsoft)
    microsoft.tokens = trouble
    with pytest.raises(Unavailable):
        await provider.renew(cache)


async def test_without_a_refresh_token_there_is_nothing_to_renew(microsoft: Microsoft) -> None:
    provider = EntraProvider(settings())
    flow = await provider.begin()
    status, tokens = granted(flow)
    microsoft.tokens = status, {name: value for name, value in tokens.items() if name != "refresh_token"}
    cache = (await provider.redeem(flow, {"state": flow["state"], "code": "code"})).cache
    for kept in (cache, "{}"):
        with pytest.raises(EntraGrantEnded):
            await provider.renew(kept)


@pytest.mark.parametrize(
    ("error", "expected"),
    [("access_denied", EntraCancelled), ("server_error", EntraRefused), ("consent_required", EntraRefused)],
)
async def test_what_the_provider_says_instead_of_a_code(
    microsoft: Microsoft, error: str, expected: type[Exception]
) -> None:
    provider = EntraProvider(settings())
    flow = await provider.begin()
    with pytest.raises(expected):
        await provider.redeem(flow, {"state": flow["state"], "error": error, "error_description": "x"})


async def test_what_is_no_discovery_document_is_trouble_too(microsoft: Microsoft) -> None:
    provider = EntraProvider(settings())
    with mock.patch.object(microsoft, "request", side_effect=requests.ConnectionError), pytest.raises(Unavailable):
        await provider.begin()
    with mock.patch.dict(DISCOVERY, clear=True), pytest.raises(Unavailable):
        await provider.begin()
