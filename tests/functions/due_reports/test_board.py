"""GET /due-reports."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shared.app import App
from shared.due_reports import repository, service
from shared.identity.permissions import Role
from shared.reports.model import ReportState
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import as_person
from tests.due_reports import a_begun, a_stored_plan
from tests.people import Person, a_colleague, a_member, a_site, counted_requests

SPAN = "v1/due-reports?from=2026-03-01&to=2026-03-03"
TIMELY = datetime(2026, 3, 2, 5, tzinfo=UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 3, 4, 5, tzinfo=UTC))  # half an hour before the reports of the third are due in Oslo


async def a_board(app: App) -> tuple[Person, str]:
    """Production of two wells for three days: everything that can have become of them."""
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    await a_stored_plan(app, admin, site)
    await a_begun(app, admin, site, "2026-03-01", "F-1", submitted=TIMELY, state=ReportState.APPROVED)
    await a_begun(app, admin, site, "2026-03-01", "F-12", submitted=TIMELY + timedelta(hours=1))
    await a_begun(app, admin, site, "2026-03-02", "F-1", submitted=TIMELY + timedelta(days=1))
    await a_begun(app, admin, site, "2026-03-03", "F-12")
    await a_begun(app, admin, site, "2026-03-02", "F-99", submitted=TIMELY)  # nobody asked for it
    return admin, site.id


async def test_each_owed_report_says_how_it_stands(client: ApiClient, app: App) -> None:
    admin, site_id = await a_board(app)
    caller = as_person(client, app, admin)
    with counted_requests() as made:
        answer = await caller.get(SPAN)
    assert len(made) == 2
    rows = answer.json["items"]
    assert [(row["day"][-2:], row["subject"], row["state"], row["isLate"], row["missingSince"]) for row in rows] == [
        ("03", "F-1", "expected", False, None),
        ("03", "F-12", "draft", False, None),
        ("02", "F-1", "submitted", False, None),
        ("02", "F-12", "missing", False, "2026-03-03T05:30:00.000Z"),
        ("01", "F-1", "done", False, None),
        ("01", "F-12", "late", True, None),
    ]
    assert {row["siteId"] for row in rows} == {site_id}
    first = rows[4]
    assert (first["submittedBy"], first["submittedAt"], first["reportState"]) == (
        admin.id,
        "2026-03-02T05:00:00.000Z",
        "approved",
    )
    assert rows[0]["reportId"] is None and rows[1]["reportId"] is not None


async def test_no_report_is_missing_because_there_are_many(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, _ = await a_board(app)
    caller = as_person(client, app, admin)
    everything = (await caller.get(SPAN)).json["items"]
    monkeypatch.setattr(repository, "FILED", 1)
    assert (await caller.get(SPAN)).json["items"] == everything


async def test_pages_follow_each_other(client: ApiClient, app: App) -> None:
    admin, _ = await a_board(app)
    caller = as_person(client, app, admin)
    everything = (await caller.get(SPAN)).json["items"]
    found, cursor = [], ""
    while cursor is not None:
        page = (await caller.get(f"{SPAN}&limit=1" + (f"&cursor={cursor}" if cursor else ""))).json
        found += page["items"]
        cursor = page["nextCursor"]
    assert found == everything


@pytest.mark.parametrize("looked_at", [1, 2, 2000])
async def test_only_what_is_missing(
    client: ApiClient, app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    """Whoever goes on as long as there is a next page finds all of it, however little a page looks at."""
    monkeypatch.setattr(service, "LOOKED_AT", looked_at)
    admin, _ = await a_board(app)
    clock.advance(hours=1)
    caller = as_person(client, app, admin)
    found, cursor = [], ""
    while cursor is not None:
        page = (await caller.get(f"{SPAN}&missing=true&limit=2" + (f"&cursor={cursor}" if cursor else ""))).json
        found += [(row["day"][-2:], row["subject"], row["state"]) for row in page["items"]]
        cursor = page["nextCursor"]
    assert found == [("03", "F-1", "missing"), ("03", "F-12", "draft"), ("02", "F-12", "missing")]


async def test_a_site_and_a_type_of_ones_scope(client: ApiClient, app: App) -> None:
    admin, site_id = await a_board(app)
    other = await a_site(app, admin, "Gullfaks", time_zone="America/Chicago")
    await a_stored_plan(app, admin, other, type="daily_drilling", subjects=("31/5-7",), valid_from=date(2026, 3, 3))
    caller = as_person(client, app, admin)
    assert {row["siteId"] for row in (await caller.get(SPAN)).json["items"]} == {site_id, other.id}
    (row,) = (await caller.get(f"{SPAN}&siteId={other.id}")).json["items"]
    assert (row["subject"], row["dueAt"]) == ("31/5-7", "2026-03-04T12:30:00.000Z")
    assert (await caller.get(f"{SPAN}&type=daily_drilling")).json["items"] == [row]
    assert (await caller.get(f"{SPAN}&type=daily_drilling&siteId={site_id}")).json["items"] == []
    limited = await a_colleague(app, admin, Role.VIEWER, site_ids=(other.id,))
    assert (await as_person(client, app, limited).get(SPAN)).json["items"] == [row]
    assert (await as_person(client, app, limited).get(f"{SPAN}&siteId={site_id}")).json["items"] == []


@pytest.mark.parametrize(
    "query",
    [
        "from=2026-03-01",
        "from=2026-03-02&to=2026-03-01",
        "from=2026-03-01&to=2026-04-05",
        "from=yesterday&to=2026-03-01",
        "from=9999-12-31&to=9999-12-31",
        "from=0001-01-01&to=0001-01-01",
    ],
)
async def test_a_span_is_bounded(client: ApiClient, app: App, query: str) -> None:
    admin = await a_member(app, Role.ADMIN)
    answer = await as_person(client, app, admin).get(f"v1/due-reports?{query}")
    assert answer.status == 422


async def test_a_cursor_that_is_none_of_ours(client: ApiClient, app: App) -> None:
    admin, _ = await a_board(app)
    for cursor in ("nonsense", "WyItZGF5IiwxLCJhIl0", "WyItZGF5IiwiMjAyNi0wMy0wMiIsImEiXQ"):
        answer = await as_person(client, app, admin).get(f"{SPAN}&cursor={cursor}")
        assert (answer.status, answer.code) == (400, "cursor_invalid"), cursor
