"""The refresh cookie to the letter, per kind of deployment, and that no endpoint reads it without the header."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from functions.apis import APIS
from local.cosmos.engine import Engine
from shared.app import App
from shared.kit.http.operation import Operation
from tests.api_client import ApiClient
from tests.functions.auth.cookies import HEADER
from tests.functions.auth.deployments import deployed
from tests.people import PASSWORD, an_admin
from tests.settings import settings_for

ROOT = Path(__file__).resolve().parents[3]
DEPLOYMENTS = [
    ("same", True, "__Secure-rt", "HttpOnly; Secure; SameSite=Strict"),
    ("cross", True, "__Secure-rt", "HttpOnly; Secure; SameSite=None; Partitioned"),
    ("same", False, "rt", "HttpOnly; SameSite=Strict"),
]
READERS = {"functions/auth/cookies.py"}


@pytest.mark.parametrize(("site", "secure", "name", "attributes"), DEPLOYMENTS)
async def test_it_is_set_rotated_and_cleared_with_the_attributes_of_the_deployment(
    app: App, cosmos_engine: Engine, site: str, secure: bool, name: str, attributes: str
) -> None:
    async with deployed(app, cosmos_engine, session_cookie_site=site, session_cookie_secure=secure) as built:
        client, admin = ApiClient(built), await an_admin(built)
        answer = await client.post("v1/auth/sign-in", {"email": admin.email, "password": PASSWORD})
        token = answer.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
        assert answer.headers["Set-Cookie"] == f"{name}={token}; Path=/api/v1/auth; Max-Age=604800; {attributes}"
        rotated = await client.post("v1/auth/refresh", headers={**HEADER, "Cookie": f"{name}={token}"})
        newer = rotated.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
        assert newer != token
        assert rotated.headers["Set-Cookie"] == f"{name}={newer}; Path=/api/v1/auth; Max-Age=604800; {attributes}"
        cleared = await client.post("v1/auth/sign-out", headers={**HEADER, "Cookie": f"{name}={newer}"})
        assert cleared.headers["Set-Cookie"] == f"{name}=; Path=/api/v1/auth; Max-Age=0; {attributes}"


def test_a_cookie_no_browser_would_keep_cannot_be_configured() -> None:
    with pytest.raises(ValueError, match="SESSION_COOKIE_SECURE"):
        settings_for(storage="x", session_cookie_site="cross", session_cookie_secure=False)
    with pytest.raises(ValueError, match="session_cookie_site"):
        settings_for(storage="x", session_cookie_site="lax")


def reading() -> Iterator[Operation]:
    """Endpoints that read the refresh cookie."""
    for api in APIS:
        for operation in api.operations:
            if "refresh_token(" in inspect.getsource(operation.handler):
                yield operation


@pytest.mark.parametrize("operation", list(reading()), ids=lambda operation: operation.name)
async def test_whoever_reads_it_wants_the_header(client: ApiClient, operation: Operation) -> None:
    answer = await client.request(operation.method, operation.route, headers={"Cookie": "__Secure-rt=a.b.c"})
    assert (answer.status, answer.code) == (403, "csrf_header_required")


def test_the_endpoints_that_read_it_are_found() -> None:
    assert {"refresh_session", "sign_out"} <= {operation.name for operation in reading()}


def test_cookies_are_read_in_one_place_only() -> None:
    found = set()
    for file in [*ROOT.glob("functions/**/*.py"), *ROOT.glob("shared/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "cookies" and ast.unparse(node.value) == "request":
                found.add(file.relative_to(ROOT).as_posix())
    assert found == READERS
