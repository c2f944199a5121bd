"""GET /users: sorted, paged, one request a page."""

from collections.abc import Callable
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.users.model import UserChange, UserDraft, UserStatus
from tests.api_client import ApiClient
from tests.people import a_colleague, a_site, a_token, an_admin, an_email, counted_requests


async def staff(client: ApiClient, app: App, clock) -> ApiClient:
    """An admin and four colleagues, two of the same name, taken on a second apart."""
    admin = await an_admin(app)
    for name in ("Zed", "Bo", "Bo", "Mia"):
        clock.advance(seconds=1)
        await a_colleague(app, admin, Role.VIEWER, name=name)
    return client.signed_in(a_token(app, admin))


async def pages(caller: ApiClient, query: str) -> list[list[dict[str, Any]]]:
    found, cursor = [], ""
    while True:
        answer = await caller.get(f"v1/users?{query}&cursor={cursor}")
        assert answer.status == 200
        found.append(answer.json["items"])
        if not (cursor := answer.json["nextCursor"]):
            return found


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("name", lambda user: (user["name"], user["id"])),
        ("email", lambda user: (user["email"], user["id"])),
        ("createdAt", lambda user: (user["createdAt"], user["id"])),
    ],
)
async def test_every_sort_in_both_directions_over_pages(
    client: ApiClient, app: App, clock, sort: str, key: Callable[[dict[str, Any]], Any]
) -> None:
    caller = await staff(client, app, clock)
    up, down = await pages(caller, f"limit=2&sort={sort}"), await pages(caller, f"limit=2&sort=-{sort}")
    assert [len(page) for page in up] == [2, 2, 1]
    rows = [user for page in up for user in page]
    assert rows == sorted(rows, key=key)
    assert [user for page in down for user in page] == rows[::-1]


async def test_names_come_first_without_asking(client: ApiClient, app: App, clock) -> None:
    caller = await staff(client, app, clock)
    names = [user["name"] for user in (await caller.get("v1/users")).json["items"]]
    assert names == ["Ada Admin", "Bo", "Bo", "Mia", "Zed"]


@pytest.mark.parametrize("query", ["sort=role", "sort=passwordHash", "limit=0", "limit=201", "limit=x", "page=2"])
async def test_what_the_list_does_not_offer_is_refused(client: ApiClient, app: App, query: str) -> None:
    caller = client.signed_in(a_token(app, await an_admin(app)))
    answer = await caller.get(f"v1/users?{query}")
    assert (answer.status, answer.fields) == (422, {query.partition("=")[0]})


async def test_a_cursor_of_another_sort_is_refused(client: ApiClient, app: App, clock) -> None:
    caller = await staff(client, app, clock)
    cursor = (await caller.get("v1/users?limit=2&sort=name")).json["nextCursor"]
    answer = await caller.get(f"v1/users?limit=2&sort=email&cursor={cursor}")
    assert (answer.status, answer.code) == (400, "cursor_invalid")


async def test_a_cursor_of_another_organisation_shows_nothing_of_it(client: ApiClient, app: App, clock) -> None:
    theirs = await staff(client, app, clock)
    cursor = (await theirs.get("v1/users?limit=1&sort=-name")).json["nextCursor"]
    ours = await staff(client, app, clock)
    shown = await ours.get(f"v1/users?sort=-name&cursor={cursor}")
    mine = {user["id"] for page in await pages(ours, "limit=200") for user in page}
    assert {user["id"] for user in shown.json["items"]} <= mine


async def test_a_page_is_one_request(client: ApiClient, app: App, clock) -> None:
    caller = await staff(client, app, clock)
    await caller.get("v1/users?limit=2")
    with counted_requests() as made:
        await caller.get("v1/users?limit=2")
    assert made == ["POST directory"]


async def crowd(client: ApiClient, app: App) -> tuple[ApiClient, str]:
    """One of every kind: an admin, an engineer of one site, a viewer of none, somebody invited, deactivated and deleted."""
    admin = await an_admin(app)
    site = (await a_site(app, admin)).id
    await a_colleague(app, admin, Role.ENGINEER, name="Eirik Fjord", site_ids=(site,))
    await a_colleague(app, admin, Role.VIEWER, name="Viktor fjordman", site_ids=())
    await app.users.service.invite(admin.actor, UserDraft(an_email("nora%_new"), "Nora 100%", Role.VIEWER, None))
    for name, end in (("Dag Deactivated", "deactivated"), ("Dora Deleted", "deleted")):
        person = await a_colleague(app, admin, Role.OPERATOR, name=name)
        user = await app.users.service.users.get(admin.organisation_id, person.id)
        if end == "deleted":
            await app.users.service.erase(admin.actor, person.id)
        else:
            await app.users.service.change(
                admin.actor, person.id, UserChange({"status": UserStatus.DEACTIVATED}), user.etag
            )
    return client.signed_in(a_token(app, admin)), site


async def test_every_filter_alone_and_together(client: ApiClient, app: App) -> None:
    caller, site = await crowd(client, app)
    expected = {
        "": ["Ada Admin", "Dag Deactivated", "Eirik Fjord", "Nora 100%", "Viktor fjordman"],
        "role=viewer": ["Nora 100%", "Viktor fjordman"],
        "status=active": ["Ada Admin", "Eirik Fjord", "Viktor fjordman"],
        "status=invited": ["Nora 100%"],
        "status=deactivated": ["Dag Deactivated"],
        "status=deleted": ["Deleted user"],
        f"siteId={site}": ["Ada Admin", "Dag Deactivated", "Eirik Fjord", "Nora 100%"],
        f"siteId={new_id()}": ["Ada Admin", "Dag Deactivated", "Nora 100%"],
        "search=FJORD": ["Eirik Fjord", "Viktor fjordman"],
        "search=100%25": ["Nora 100%"],
        "search=%25_NEW.": ["Nora 100%"],
        "search=dora": [],
        "search=%27%20OR%201=1": [],
        f"role=engineer&status=active&siteId={site}&search=eirik": ["Eirik Fjord"],
        "role=engineer&status=invited": [],
    }
    for query, names in expected.items():
        found = await caller.get(f"v1/users?{query}")
        assert found.status == 200, query
        assert [user["name"] for user in found.json["items"]] == names, query


@pytest.mark.parametrize("sort", ["name", "-name", "email", "-email", "createdAt", "-createdAt"])
async def test_filters_hold_over_pages_in_every_sort(client: ApiClient, app: App, sort: str) -> None:
    caller, site = await crowd(client, app)
    wanted = f"siteId={site}&search=a&sort={sort}"
    whole = (await caller.get(f"v1/users?{wanted}&limit=200")).json["items"]
    assert len(whole) >= 3
    assert [user for page in await pages(caller, f"{wanted}&limit=1") for user in page] == whole


@pytest.mark.parametrize(
    "query", ["status=gone", "role=owner", "siteId=x", "search=" + "x" * 101, "email=a@demo.example"]
)
async def test_a_filter_there_is_not_is_refused(client: ApiClient, app: App, query: str) -> None:
    caller = client.signed_in(a_token(app, await an_admin(app)))
    answer = await caller.get(f"v1/users?{query}")
    assert (answer.status, answer.fields) == (422, {query.partition("=")[0]})
