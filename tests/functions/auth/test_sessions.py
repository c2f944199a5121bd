"""Where somebody is signed in, and ending it."""

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.functions.auth.cookies import cookie_of, refresh
from tests.functions.auth.factors import happened
from tests.people import PASSWORD, Person, a_colleague, a_token, an_admin

PATH = "v1/auth/sessions"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1"


async def sign_in(client: ApiClient, person: Person, device: str = FIREFOX) -> Response:
    body = {"email": person.email, "password": PASSWORD}
    return await client.post("v1/auth/sign-in", body, headers={"User-Agent": device})


def own(client: ApiClient, session: Response) -> ApiClient:
    return client.signed_in(session.json["accessToken"])


def id_of(session: Response) -> str:
    return cookie_of(session).split(".")[1]


async def is_over(client: ApiClient, session: Response) -> bool:
    """Both halves: the access token and the cookie."""
    me = await own(client, session).get("v1/auth/me")
    refreshed = await refresh(client, cookie_of(session))
    assert (me.status == 401) == (refreshed.status == 401)
    return me.status == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", PATH), ("DELETE", f"{PATH}/{new_id()}"), ("POST", "v1/auth/sign-out-everywhere")],
)
async def test_anonymous(client: ApiClient, method: str, path: str) -> None:
    assert (await client.request(method, path)).status == 401


async def test_the_list_says_where_and_when(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await sign_in(client, admin, SAFARI)
    clock.advance(minutes=10)
    here = await sign_in(client, admin)
    clock.advance(minutes=1)
    listed = (await own(client, here).get(PATH)).json["items"]
    assert [(item["id"], item["device"], item["current"]) for item in listed] == [
        (id_of(here), "Firefox on Linux", True),
        (id_of(phone), "Safari on iPhone", False),
    ]
    assert set(listed[0]) == {"id", "device", "createdAt", "lastUsedAt", "expiresAt", "current"}
    clock.advance(minutes=1)
    await refresh(client, cookie_of(phone))
    again = (await own(client, here).get(PATH)).json["items"]
    assert [item["id"] for item in again] == [id_of(phone), id_of(here)]
    assert again[0]["lastUsedAt"] > again[0]["createdAt"]


async def test_nobody_elses_are_listed(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    colleague = await a_colleague(app, admin, Role.VIEWER)
    await sign_in(client, colleague)
    mine = await sign_in(client, admin)
    assert [item["id"] for item in (await own(client, mine).get(PATH)).json["items"]] == [id_of(mine)]


async def test_ending_one_ends_its_access_token_and_no_other(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    lost, here = await sign_in(client, admin), await sign_in(client, admin)
    clock.advance(seconds=1)
    ended = await own(client, here).delete(f"{PATH}/{id_of(lost)}")
    assert (ended.status, "Set-Cookie" in ended.headers) == (204, False)
    assert await is_over(client, lost)
    assert not await is_over(client, here)
    assert (await own(client, here).delete(f"{PATH}/{id_of(lost)}")).status == 204
    assert len(await happened(app, admin, "user.signed_out")) == 1


async def test_ending_this_one_clears_the_cookie(client: ApiClient, app: App, clock: Clock) -> None:
    here = await sign_in(client, await an_admin(app))
    clock.advance(seconds=1)
    ended = await own(client, here).delete(f"{PATH}/{id_of(here)}")
    assert (ended.status, cookie_of(ended)) == (204, "")
    assert await is_over(client, here)


async def test_nobody_ends_somebody_elses(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    theirs = await sign_in(client, await a_colleague(app, admin, Role.VIEWER))
    mine = await sign_in(client, admin)
    clock.advance(seconds=1)
    assert (await own(client, mine).delete(f"{PATH}/{id_of(theirs)}")).status == 204
    assert not await is_over(client, theirs)


async def test_an_id_that_cannot_be_one(client: ApiClient, app: App) -> None:
    answer = await client.signed_in(a_token(app, await an_admin(app))).delete(f"{PATH}/{'!' * 26}")
    assert answer.status == 404


async def test_signing_out_everywhere(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    sessions = [await sign_in(client, admin) for _ in range(3)]
    clock.advance(seconds=1)
    answer = await own(client, sessions[0]).post("v1/auth/sign-out-everywhere")
    assert (answer.status, cookie_of(answer)) == (204, "")
    assert all([await is_over(client, session) for session in sessions])
    clock.advance(seconds=1)
    assert not await is_over(client, await sign_in(client, admin))
