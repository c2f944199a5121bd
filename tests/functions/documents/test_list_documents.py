"""GET /documents: sorted, filtered, paged; one request a page."""

from collections.abc import Callable
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import PDF, PROGRAM, a_completed, a_verified, an_announced, as_person, items_of, somebody
from tests.people import Person, counted_requests

Row = dict[str, Any]


async def a_shelf(app: App, clock: Clock) -> Person:
    """Seven documents: some announced in one moment, two of one title."""
    person = somebody()
    for seconds, title in (
        (0, "Well B"),
        (1, "Well A"),
        (0, "Well C"),
        (0, "Well A"),
        (2, "Ålesund"),
        (1, "well d"),
        (0, "Z"),
    ):
        clock.advance(seconds=seconds)
        await an_announced(app, person.actor, title=title)
    return person


async def pages(caller: ApiClient, query: str) -> list[list[Row]]:
    found: list[list[Row]] = []
    cursor = ""
    while True:
        answer = await caller.get(f"v1/documents?{query}&cursor={cursor}")
        assert answer.status == 200
        found.append(answer.json["items"])
        if not (cursor := answer.json["nextCursor"]):
            return found


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.get("v1/documents")
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_nobody_sees_another_organisation(client: ApiClient, app: App, clock: Clock) -> None:
    await a_shelf(app, clock)
    answer = await as_person(client, app, somebody(Role.ADMIN)).get("v1/documents")
    assert answer.json == {"items": [], "nextCursor": None}


async def test_a_cursor_of_another_organisation_shows_nothing_of_it(client: ApiClient, app: App, clock: Clock) -> None:
    theirs = as_person(client, app, await a_shelf(app, clock))
    cursor = (await theirs.get("v1/documents?limit=2&sort=title")).json["nextCursor"]
    ours = as_person(client, app, await a_shelf(app, clock))
    mine = {row["id"] for page in await pages(ours, "limit=200") for row in page}
    shown = (await ours.get(f"v1/documents?sort=title&cursor={cursor}")).json["items"]
    assert {row["id"] for row in shown} <= mine


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=x",
        "sort=sizeBytes",
        "sort=--title",
        "state=lost",
        "trashed=perhaps",
        "filter=1",
        "typeId=x",
        "field=depth",
        "field=Depth:1",
        "field=a%22]:1",
        "createdFrom=yesterday",
        "updatedBefore=2026-05-04T00:00:00",
    ],
)
async def test_what_the_list_does_not_offer_is_refused(client: ApiClient, app: App, query: str) -> None:
    answer = await as_person(client, app, somebody()).get(f"v1/documents?{query}")
    assert (answer.status, answer.fields) == (422, {query.partition("=")[0]})


@pytest.mark.parametrize("cursor", ["x", "bm90IGpzb24", "WzFd", "e30", "W10", "Int9Ig", "%F0%9F%92%A9"])
async def test_a_cursor_nobody_gave_out_is_refused(client: ApiClient, app: App, cursor: str) -> None:
    answer = await as_person(client, app, somebody()).get(f"v1/documents?cursor={cursor}")
    assert (answer.status, answer.code) == (400, "cursor_invalid")


async def test_a_cursor_of_another_sort_is_refused(client: ApiClient, app: App, clock: Clock) -> None:
    caller = as_person(client, app, await a_shelf(app, clock))
    cursor = (await caller.get("v1/documents?limit=2&sort=title")).json["nextCursor"]
    answer = await caller.get(f"v1/documents?limit=2&sort=-title&cursor={cursor}")
    assert (answer.status, answer.code) == (400, "cursor_invalid")


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("createdAt", lambda row: (row["createdAt"], row["id"])),
        ("updatedAt", lambda row: (row["updatedAt"], row["id"])),
        ("title", lambda row: (row["title"], row["id"])),
    ],
)
async def test_every_sort_in_both_directions_over_pages(
    client: ApiClient, app: App, clock: Clock, sort: str, key: Callable[[Row], Any]
) -> None:
    caller = as_person(client, app, await a_shelf(app, clock))
    up, down = await pages(caller, f"limit=3&sort={sort}"), await pages(caller, f"limit=3&sort=-{sort}")
    assert [len(page) for page in up] == [3, 3, 1]
    rows = [row for page in up for row in page]
    assert rows == sorted(rows, key=key)
    assert [row for page in down for row in page] == rows[::-1]


async def test_the_newest_come_first_without_asking(client: ApiClient, app: App, clock: Clock) -> None:
    caller = as_person(client, app, await a_shelf(app, clock))
    rows = (await caller.get("v1/documents")).json["items"]
    assert rows == sorted(rows, key=lambda row: (row["createdAt"], row["id"]), reverse=True)


async def test_what_comes_in_between_two_pages_moves_nothing(client: ApiClient, app: App, clock: Clock) -> None:
    person = await a_shelf(app, clock)
    caller = as_person(client, app, person)
    before = [row["id"] for page in await pages(caller, "limit=200") for row in page]
    first = (await caller.get("v1/documents?limit=3")).json
    clock.advance(seconds=1)
    await an_announced(app, person.actor)
    rest = (await caller.get(f"v1/documents?limit=200&cursor={first['nextCursor']}")).json
    assert [row["id"] for row in [*first["items"], *rest["items"]]] == before


async def test_states_are_told_apart(client: ApiClient, app: App) -> None:
    person = somebody()
    by_state = {
        "awaiting_upload": (await an_announced(app, person.actor))[0],
        "verifying": await a_completed(app, person.actor),
        "ready": await a_verified(app, person.actor),
        "rejected": await a_verified(app, person.actor, PROGRAM),
    }
    caller = as_person(client, app, person)
    for state, document in by_state.items():
        rows = (await caller.get(f"v1/documents?state={state}")).json["items"]
        assert [(row["id"], row["newest"]["state"]) for row in rows] == [(document.id, state)]


async def test_the_trash_is_listed_apart(client: ApiClient, app: App) -> None:
    person = somebody()
    kept, _ = await an_announced(app, person.actor)
    thrown, _ = await an_announced(app, person.actor)
    await app.documents.service.trash(person.actor, thrown.id, thrown.etag)
    caller = as_person(client, app, person)
    assert [row["id"] for row in (await caller.get("v1/documents")).json["items"]] == [kept.id]
    assert [row["id"] for row in (await caller.get("v1/documents?trashed=true")).json["items"]] == [thrown.id]


async def test_sites_limit_what_is_listed(client: ApiClient, app: App) -> None:
    mine, theirs = new_id(), new_id()
    person = somebody()
    placed = {}
    for site_id in (None, mine, theirs):
        document, _ = await an_announced(app, person.actor)
        await app.documents.service.documents.replace(document.model_copy(update={"site_id": site_id}))
        placed[site_id] = document.id
    limited = somebody(Role.ENGINEER, organisation_id=person.organisation_id, site_ids=(mine,))
    nowhere = somebody(Role.ENGINEER, organisation_id=person.organisation_id, site_ids=())
    for who, expected in ((person, {None, mine, theirs}), (limited, {None, mine}), (nowhere, {None})):
        rows = (await as_person(client, app, who).get("v1/documents")).json["items"]
        assert {row["id"] for row in rows} == {placed[site_id] for site_id in expected}


async def test_a_page_costs_one_request_however_many_there_are(client: ApiClient, app: App, clock: Clock) -> None:
    person = await a_shelf(app, clock)
    caller = as_person(client, app, person)
    with counted_requests() as requests:
        await caller.get("v1/documents?limit=2&sort=title")
    assert requests == ["POST documents"]
    assert len([item for item in await items_of(app, person.organisation_id) if item["kind"] == "document"]) == 7


async def test_a_full_page_with_nothing_behind_it_has_no_cursor(client: ApiClient, app: App) -> None:
    person = somebody()
    for _ in range(2):
        await an_announced(app, person.actor, PDF)
    answer = await as_person(client, app, person).get("v1/documents?limit=2")
    assert (len(answer.json["items"]), answer.json["nextCursor"]) == (2, None)
