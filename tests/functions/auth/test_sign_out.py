"""POST /auth/sign-out."""

import pytest

from shared.app import App
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.api_client import ApiClient
from tests.functions.auth.cookies import HEADER, NAME, cookie_of, refresh, sign_out, signed_in_cookie
from tests.people import an_admin


async def test_without_the_header_nobody_is_signed_out(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    answer = await client.post("v1/auth/sign-out", headers={"Cookie": f"{NAME}={cookie}"})
    assert (answer.status, answer.code) == (403, "csrf_header_required")
    assert (await refresh(client, cookie)).status == 200


@pytest.mark.parametrize("cookie", ["", "nonsense", f"{new_id()}.secret"])
async def test_whatever_the_cookie_it_is_cleared(client: ApiClient, cookie: str) -> None:
    answer = await sign_out(client, cookie)
    assert answer.status == 204
    assert answer.headers["Set-Cookie"].startswith(f"{NAME}=; Path=/api/v1/auth; Max-Age=0")


async def test_without_a_cookie_it_succeeds(client: ApiClient) -> None:
    assert (await client.post("v1/auth/sign-out", headers=HEADER)).status == 204


async def test_the_session_is_over_and_on_record(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    here, there = await signed_in_cookie(client, admin), await signed_in_cookie(client, admin)
    assert (await sign_out(client, here)).status == 204
    assert (await refresh(client, here)).code == "session_expired"
    assert (await refresh(client, there)).status == 200
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.type = 'user.signed_out'")
    (recorded,) = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert recorded["subjectId"] == admin.id


async def test_signing_out_twice_is_fine(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    assert [(await sign_out(client, cookie)).status for _ in range(2)] == [204, 204]


async def test_a_tab_with_the_cookie_of_a_moment_ago_signs_out_too(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    newest = cookie_of(await refresh(client, cookie))
    assert (await sign_out(client, cookie)).status == 204
    assert (await refresh(client, newest)).code == "session_expired"


async def test_knowing_the_sessions_id_is_not_enough(client: ApiClient, app: App) -> None:
    cookie = await signed_in_cookie(client, await an_admin(app))
    assert (await sign_out(client, f"{cookie.partition('.')[0]}.guess")).status == 204
    assert (await refresh(client, cookie)).status == 200
