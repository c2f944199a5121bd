"""GET /auth/entra/sign-in to POST /auth/entra/callback, the way it should go."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.functions.auth.cookies import cookie_of, refresh
from tests.functions.auth.entra import an_organisation, begin, come_back, session_of, sign_in, user_of
from tests.oidc.browser import signed_in_at
from tests.oidc.fixtures import oidc, oidc_running, settings
from tests.oidc.provider import CALLBACK, CLIENT, PAGE, TENANT, OidcProvider, an_object_id
from tests.people import activities

__all__ = ["oidc", "oidc_running", "settings"]


async def test_the_page_is_told_that_it_is_there(client: ApiClient) -> None:
    answer = await client.get("v1/auth/methods")
    assert (answer.status, answer.json) == (200, {"methods": ["password", "entra"]})


async def test_it_leads_to_the_provider_with_state_nonce_and_pkce(client: ApiClient, oidc: OidcProvider) -> None:
    answer = await client.get("v1/auth/entra/sign-in")
    where = urlsplit(answer.headers["Location"])
    asked = {name: value for name, (value,) in parse_qs(where.query).items()}
    assert answer.status == 302
    assert f"{where.scheme}://{where.netloc}{where.path}" == f"{oidc.authority}/auth"
    assert (asked["client_id"], asked["redirect_uri"]) == (CLIENT, CALLBACK)
    assert (asked["response_type"], asked["response_mode"], asked["code_challenge_method"]) == (
        "code",
        "form_post",
        "S256",
    )
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 16
    assert {"openid", "profile", "offline_access"} <= set(asked["scope"].split())


async def test_the_cookie_goes_with_a_post_from_another_site_and_shows_nothing(client: ApiClient) -> None:
    answer = await client.get("v1/auth/entra/sign-in")
    value, *attributes = answer.headers["Set-Cookie"].split("; ")
    assert attributes == ["Path=/api/v1/auth/entra", "Max-Age=600", "HttpOnly", "Secure", "SameSite=None"]
    assert len(answer.headers["Set-Cookie"]) < 4096
    assert re.fullmatch(r"__Secure-entra=[A-Za-z0-9_-]+", value)  # the host escapes everything else
    state = parse_qs(urlsplit(answer.headers["Location"]).query)["state"][0]
    assert state not in value


async def test_who_comes_back_has_a_session(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app, Role.OPERATOR)
    login = await oidc.a_person(name="Eva Entra")
    answer = await sign_in(client, oidc, login, "/documents?view=mine#top")
    assert (answer.status, answer.headers["Location"]) == (303, f"{PAGE}/documents?view=mine#top")
    assert "SameSite=Strict" in answer.headers["Set-Cookie"]
    refreshed = await refresh(client, cookie_of(answer))
    user = refreshed.json["user"]
    assert (user["email"], user["name"], user["role"]) == (f"{login}@tenant.test", "Eva Entra", "operator")
    assert user["organisation"]["id"] == admin.organisation_id
    assert (await client.signed_in(refreshed.json["accessToken"]).get("v1/auth/me")).status == 200


async def test_it_is_on_record(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app)
    cookie = await session_of(client, oidc, await oidc.a_person())
    (signed_in,) = await activities(app, admin.organisation_id, "user.signed_in")
    assert (signed_in["subjectId"], signed_in["data"]) == (cookie.split(".")[0], {"method": "entra"})
    (joined,) = [
        each
        for each in await activities(app, admin.organisation_id, "user.joined")
        if each["subjectId"] == cookie.split(".")[0]
    ]
    assert joined["createdBy"] == cookie.split(".")[0]


async def test_the_second_time_it_is_the_same_person_whatever_they_are_called_by_then(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    await an_organisation(app)
    oid = an_object_id()
    first = await session_of(client, oidc, await oidc.a_person(oid=oid))
    second = await session_of(client, oidc, await oidc.a_person(oid=oid))  # another sign-in name, the same object
    assert first.split(".")[0] == second.split(".")[0]
    assert first.split(".")[1] != second.split(".")[1]


async def test_who_has_the_sign_in_name_of_somebody_before_is_somebody_else(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    """Addresses change hands; object ids do not."""
    await an_organisation(app)
    first = await user_of(app, await session_of(client, oidc, await oidc.a_person()))
    answer = await sign_in(client, oidc, await oidc.a_person(preferred_username=first["email"]))
    assert answer.headers["Location"] == f"{PAGE}/sign-in?error=entra_address_taken"


async def test_no_token_of_the_provider_is_stored_in_the_clear(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    user_id = (await session_of(client, oidc, await oidc.a_person())).split(".")[0]
    kept = await app.database.container("sessions").get("entra", user_id)
    assert (kept["tenantId"], kept["kind"]) == (TENANT, "entra-grant")
    assert "eyJ" not in str({**kept, "sealed": ""})
    assert "RefreshToken" in app.entra.sign_in.grants.sealer.open(kept["sealed"])
    assert "RefreshToken" not in kept["sealed"]


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example", "evil.example",
        "javascript:alert(1)", "/" + "x" * 500, "/ø", "/a b", "/\r\nSet-Cookie: a=b",
    ],
)  # fmt: skip
async def test_it_ends_on_the_page_and_nowhere_else(
    client: ApiClient, app: App, oidc: OidcProvider, wanted: str
) -> None:
    await an_organisation(app)
    url, cookie = await begin(client, wanted)
    answer = await come_back(client, cookie, await signed_in_at(oidc, url, await oidc.a_person()))
    assert answer.headers["Location"] == f"{PAGE}/"
