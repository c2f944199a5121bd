"""GET /reports and /reports/reviews."""

from dataclasses import replace
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.reports.model import Report
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.people import a_colleague, a_site, counted_requests
from tests.reports import a_payload
from tests.reviewed_reports import Crew, a_crew, a_submit

DAYS = ("2026-05-04", "2026-05-05", "2026-05-06")


async def a_shelf(client: ApiClient, app: App, clock: Clock) -> tuple[Crew, list[Report]]:
    """Three days of one well, the last two submitted, the newest day first."""
    crew = await a_crew(client, app)
    found = []
    for day in reversed(DAYS):
        clock.advance(seconds=1)
        found.append(await crew.a_draft(day=day) if day == DAYS[0] else await crew.submitted(day=day))
    return crew, found


async def days(caller: ApiClient, query: str = "") -> list[str]:
    """Of all pages, two rows each."""
    rows: list[str] = []
    cursor = ""
    while True:
        page = (await caller.get(f"v1/reports?limit=2&{query}{cursor}")).json
        rows += [row["day"] for row in page["items"]]
        if page["nextCursor"] is None:
            return rows
        cursor = f"&cursor={page['nextCursor']}"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"), ("sort=state", "sort"), ("state=gone", "state"), ("siteId=x", "siteId"), ("dayFrom=May", "dayFrom"),
        ("dayTo=1900-01-01", "dayTo"), ("owner=x", "owner"), ("type=Daily", "type"), ("mine=perhaps", "mine"),
    ],
)  # fmt: skip
async def test_bad_input_is_named(client: ApiClient, app: App, query: str, field: str) -> None:
    crew = await a_crew(client, app)
    answer = await crew.as_(crew.admin).get(f"v1/reports?{query}")
    assert (answer.status, answer.fields) == (422, {field})


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("day", DAYS), ("-day", DAYS[::-1]), ("updatedAt", DAYS[::-1]), ("-updatedAt", DAYS)],
)
async def test_every_sort_pages_through_everything_once(
    client: ApiClient, app: App, clock: Clock, sort: str, expected: tuple[str, ...]
) -> None:
    crew, _ = await a_shelf(client, app, clock)
    assert await days(crew.as_(crew.olga), f"sort={sort}") == list(expected)


async def test_filters_narrow_it_down(client: ApiClient, app: App, clock: Clock) -> None:
    crew, shelf = await a_shelf(client, app, clock)
    other = await a_site(app, crew.admin)
    caller = crew.as_(crew.olga)
    assert await days(caller, "state=draft") == [DAYS[0]]
    assert await days(caller, "type=daily_drilling") == []
    assert await days(caller, f"siteId={other.id}") == []
    assert await days(caller, f"subject={str(shelf[0].subject).lower()}&dayFrom={DAYS[1]}") == [DAYS[2], DAYS[1]]
    assert await days(caller, f"subject=F-99&dayTo={DAYS[1]}") == []
    assert await days(caller, f"dayTo={DAYS[1]}") == [DAYS[1], DAYS[0]]
    assert await days(caller, "mine=true") == list(DAYS[::-1])
    assert await days(crew.as_(crew.erik), "mine=true") == []
    assert await days(crew.as_(crew.erik), "awaiting=true") == [DAYS[2], DAYS[1]]
    assert await days(caller, "awaiting=true") == []


async def test_a_page_is_one_request_and_holds_no_payload(client: ApiClient, app: App, clock: Clock) -> None:
    crew, _ = await a_shelf(client, app, clock)
    caller = crew.as_(await a_colleague(app, crew.admin, Role.VIEWER))
    with counted_requests() as made:
        answer = await caller.get("v1/reports")
    assert (len(answer.json["items"]), made) == (3, ["POST reports"])
    assert "hoursOnStream" not in answer.content.decode()


async def test_only_what_is_in_scope_is_listed(client: ApiClient, app: App, clock: Clock) -> None:
    crew, _ = await a_shelf(client, app, clock)
    elsewhere = await a_site(app, crew.admin)
    for path in ("v1/reports", "v1/reports/reviews"):
        assert (await crew.as_(replace(crew.erik, site_ids=(elsewhere.id,))).get(path)).json["items"] == []
        assert (await crew.as_((await a_crew(client, app)).erik).get(path)).json["items"] == []


async def test_what_has_waited_longest_comes_first(client: ApiClient, app: App, clock: Clock) -> None:
    crew, (newest, middle, draft) = await a_shelf(client, app, clock)
    caller = crew.as_(crew.erik)

    async def waiting(who: ApiClient = caller, query: str = "") -> list[str]:
        return [row["id"] for row in (await who.get(f"v1/reports/reviews{query}")).json["items"]]

    assert await waiting() == [newest.id, middle.id]
    with counted_requests() as made:
        page = (await caller.get("v1/reports/reviews?limit=1")).json
    assert ([row["id"] for row in page["items"]], made) == ([newest.id], ["POST reports"])
    assert await waiting(query=f"?limit=1&cursor={page['nextCursor']}") == [middle.id]
    await caller.post(f"v1/reports/{newest.id}/review")
    assert await waiting(crew.as_(crew.anna)) == [newest.id, middle.id]  # taken up, and still to be decided about
    await crew.decide(crew.erik, newest)
    assert await waiting() == [middle.id]
    clock.advance(seconds=1)
    await a_submit(app, crew.erik, draft)
    assert await waiting() == [middle.id]  # nobody waits for oneself
    assert await waiting(crew.as_(crew.anna)) == [middle.id, draft.id]


async def test_operators_have_nothing_to_decide(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    assert (await crew.as_(crew.olga).get("v1/reports/reviews")).status == 403


async def test_reports_of_all_types_lie_in_one_list(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    for kind in ("daily_drilling", "hse_observation", "equipment_inspection"):
        await crew.submitted(kind, payload=a_payload(kind))
    rows: list[dict[str, Any]] = (await crew.as_(crew.olga).get("v1/reports?sort=updatedAt")).json["items"]
    assert {row["type"] for row in rows} == {"daily_drilling", "hse_observation", "equipment_inspection"}
