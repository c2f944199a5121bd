"""The steps of signing in with Microsoft, as a browser takes them."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient, Response
from tests.functions.auth.cookies import cookie_of
from tests.oidc.browser import signed_in_at
from tests.oidc.provider import PAGE, TENANT, OidcProvider
from tests.people import Person, an_admin

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
FLOW = "__Secure-entra"


async def an_organisation(app: App, default_role: Role | None = Role.VIEWER, *, from_entra: bool = False) -> Person:
    """The admin of a new organisation to which the provider's tenant belongs from now on."""
    admin = await an_admin(app)
    await app.database.container("identities").delete(f"tenant:{TENANT}", f"tenant:{TENANT}")  # of the test before
    await app.entra.directory.allow(admin.organisation_id, TENANT, default_role, from_entra)
    return admin


async def begin(client: ApiClient, return_to: str = "/documents") -> tuple[str, str]:
    """Where the page's link leads, and the cookie that was set."""
    answer = await client.get(f"v1/auth/entra/sign-in?{urlencode({'returnTo': return_to})}")
    assert answer.status == 302
    return answer.headers["Location"], flow_cookie_of(answer)


def flow_cookie_of(answer: Response) -> str:
    name, _, value = answer.headers["Set-Cookie"].partition(";")[0].partition("=")
    assert name == FLOW
    return value


async def come_back(client: ApiClient, cookie: str, fields: dict[str, str], **headers: str) -> Response:
    cookies = {"Cookie": f"{FLOW}={cookie}"} if cookie else {}
    content = urlencode(fields).encode()
    return await client.post("v1/auth/entra/callback", content=content, headers={**FORM, **cookies, **headers})


async def sign_in(client: ApiClient, oidc: OidcProvider, login: str, return_to: str = "/documents") -> Response:
    url, cookie = await begin(client, return_to)
    return await come_back(client, cookie, await signed_in_at(oidc, url, login))


async def session_of(client: ApiClient, oidc: OidcProvider, login: str) -> str:
    """The refresh cookie of somebody who has just signed in."""
    answer = await sign_in(client, oidc, login)
    assert answer.headers["Location"] == f"{PAGE}/documents"
    return cookie_of(answer)


def error_of(answer: Response) -> str:
    """The code with which the browser was sent back to the page; a human never gets JSON."""
    assert (answer.status, answer.content) == (303, b"")
    where = urlsplit(answer.headers["Location"])
    assert f"{where.scheme}://{where.netloc}{where.path}" == f"{PAGE}/sign-in"
    return parse_qs(where.query)["error"][0]


async def user_of(app: App, cookie: str) -> dict[str, Any]:
    """The stored user that a refresh cookie belongs to."""
    found = await app.database.container("sessions").get(cookie.split(".")[1], cookie.split(".")[0])
    return await app.database.container("directory").get(found["userId"], found["organisationId"])
