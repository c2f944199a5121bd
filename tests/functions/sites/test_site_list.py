"""GET /sites."""

from dataclasses import replace
from typing import Any

import pytest

from shared.app import App
from tests.api_client import ApiClient
from tests.people import Person, a_site, a_token, an_admin, counted_requests

NAMES = ["Brage", "Draugen", "Gullfaks", "Åsgard"]


async def everything(caller: ApiClient, query: str = "") -> list[dict[str, Any]]:
    """All pages, two rows each."""
    rows: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = (await caller.get(f"v1/sites?limit=2{query}{cursor}")).json
        rows += page["items"]
        if page["nextCursor"] is None:
            return rows
        cursor = f"&cursor={page['nextCursor']}"


async def a_company(app: App) -> Person:
    admin = await an_admin(app)
    for number, name in enumerate(reversed(NAMES)):
        await a_site(app, admin, name, code=f"C{number}")
    return admin


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


@pytest.mark.parametrize(
    ("query", "field"), [("limit=0", "limit"), ("sort=status", "sort"), ("status=gone", "status"), ("owner=x", "owner")]
)
async def test_bad_input_is_named(client: ApiClient, app: App, query: str, field: str) -> None:
    answer = await as_(client, app, await an_admin(app)).get(f"v1/sites?{query}")
    assert (answer.status, answer.fields) == (422, {field})


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", NAMES),
        ("-name", NAMES[::-1]),
        ("code", NAMES[::-1]),
        ("-code", NAMES),
        ("createdAt", NAMES[::-1]),
        ("-createdAt", NAMES),
    ],
)
async def test_every_sort_pages_through_everything_once(
    client: ApiClient, app: App, sort: str, expected: list[str]
) -> None:
    caller = as_(client, app, await a_company(app))
    assert [site["name"] for site in await everything(caller, f"&sort={sort}")] == expected


async def test_a_page_is_one_request(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await a_company(app))
    with counted_requests() as made:
        answer = await caller.get("v1/sites?limit=3")
    assert (len(answer.json["items"]), made) == (3, ["POST directory"])


async def test_only_what_is_in_scope_is_listed(client: ApiClient, app: App) -> None:
    admin = await a_company(app)
    sites = await everything(as_(client, app, admin))
    scope = tuple(site["id"] for site in sites[1:3])
    assert await everything(as_(client, app, replace(admin, site_ids=scope))) == sites[1:3]
    assert await everything(as_(client, app, replace(admin, site_ids=()))) == []


async def test_other_organisations_are_not_listed(client: ApiClient, app: App) -> None:
    await a_company(app)
    assert await everything(as_(client, app, await an_admin(app))) == []


@pytest.mark.parametrize(
    ("search", "expected"), [("gul", ["Gullfaks"]), ("c3", ["Brage"]), ("ra", ["Brage", "Draugen"]), ("nowhere", [])]
)
async def test_search_looks_into_name_and_code(client: ApiClient, app: App, search: str, expected: list[str]) -> None:
    found = await everything(as_(client, app, await a_company(app)), f"&search={search}")
    assert [site["name"] for site in found] == expected


async def test_suspended_sites_are_listed_and_can_be_told_apart(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await a_company(app))
    first, *others = await everything(caller)
    headers = {"If-Match": first["etag"]}
    await caller.patch(f"v1/sites/{first['id']}", {"status": "suspended"}, headers=headers)
    assert len(await everything(caller)) == len(NAMES)
    assert [site["id"] for site in await everything(caller, "&status=suspended")] == [first["id"]]
    assert await everything(caller, "&status=active") == others
