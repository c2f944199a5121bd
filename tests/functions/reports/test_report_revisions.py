"""GET /reports/{id}/revisions, one of them, and how two differ."""

from dataclasses import replace

import pytest

from shared.app import App
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.people import a_site, counted_requests
from tests.reviewed_reports import Crew, a_crew, a_submit

LATER = {"uptime": {"hoursOnStream": 23, "downtimeHours": 1, "downtimeReason": None}}


async def twice(crew: Crew) -> str:
    """A report with two revisions; its id."""
    report = await crew.submitted()
    await crew.decide(crew.erik, report, "request_changes", comment="See the hours.")
    await a_submit(crew.app, crew.olga, report, warnings=1, **LATER)
    return report.id


async def test_the_newest_comes_first_without_what_it_says(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report_id, caller = await twice(crew), crew.as_(crew.olga)
    with counted_requests() as made:
        answer = await caller.get(f"v1/reports/{report_id}/revisions")
    assert made == ["POST reports"]
    second, first = answer.json["items"]
    assert (second["number"], first["number"], second["review"]) == (2, 1, None)
    assert first["review"]["comment"] == "See the hours."
    assert [warned["rule"] for warned in second["warned"]] == ["hours.balance"]
    assert "hoursOnStream" not in answer.content.decode()
    page = (await caller.get(f"v1/reports/{report_id}/revisions?limit=1")).json
    rest = (await caller.get(f"v1/reports/{report_id}/revisions?limit=1&cursor={page['nextCursor']}")).json
    assert [row["number"] for row in page["items"] + rest["items"]] == [2, 1]
    assert rest["nextCursor"] is None


async def test_a_report_that_was_never_submitted_has_none(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report, caller = await crew.a_draft(), crew.as_(crew.olga)
    assert (await caller.get(f"v1/reports/{report.id}/revisions")).json == {"items": [], "nextCursor": None}
    assert (await caller.get(f"v1/reports/{new_id()}/revisions")).status == 404
    assert (await caller.get(f"v1/reports/{report.id}/revisions/1")).status == 404
    assert (await caller.get(f"v1/reports/{report.id}/revisions?cursor=xyz")).code == "cursor_invalid"


async def test_out_of_scope_there_is_nothing(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report_id, elsewhere = await twice(crew), await a_site(app, crew.admin)
    caller = crew.as_(replace(crew.olga, site_ids=(elsewhere.id,)))
    for path in ("revisions", "revisions/1", "revisions/2/changes"):
        answer = await caller.get(f"v1/reports/{report_id}/{path}")
        assert (answer.status, answer.code) == (404, "not_found")


async def test_a_revision_is_read_in_one_request_and_keeps_its_etag(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report_id, caller = await twice(crew), crew.as_(crew.olga)
    with counted_requests() as made:
        answer = await caller.get(f"v1/reports/{report_id}/revisions/2")
    assert made == ["POST reports"]
    assert answer.json["payload"]["uptime"] == LATER["uptime"]
    assert answer.json["payload"]["volumes"]["oil"] == {"value": 2610.5, "unit": "bbl"}  # without its SI value
    assert answer.json["submittedBy"] == crew.olga.id
    known = {"If-None-Match": answer.headers["ETag"]}
    assert (await caller.get(f"v1/reports/{report_id}/revisions/2", headers=known)).status == 304


async def test_changes_are_told_field_by_field(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report_id, caller = await twice(crew), crew.as_(crew.olga)
    with counted_requests() as made:
        answer = await caller.get(f"v1/reports/{report_id}/revisions/2/changes")
    assert made == ["POST reports"]
    expected = [
        {"kind": "changed", "address": "/uptime/hoursOnStream", "before": 22.5, "after": 23},
        {"kind": "changed", "address": "/uptime/downtimeHours", "before": 1.5, "after": 1},
        {"kind": "changed", "address": "/uptime/downtimeReason", "before": "Choke change", "after": None},
    ]
    assert answer.json == {"revision": 2, "against": 1, "payload": expected, "attachments": [], "reasons": []}
    back = (await caller.get(f"v1/reports/{report_id}/revisions/1/changes?against=2")).json
    assert [(one["before"], one["after"]) for one in back["payload"]] == [
        (one["after"], one["before"]) for one in expected
    ]
    same = (await caller.get(f"v1/reports/{report_id}/revisions/2/changes?against=2")).json
    assert same["payload"] == []


@pytest.mark.parametrize(
    ("path", "status"),
    [("1/changes", 422), ("2/changes?against=0", 422), ("3/changes", 404), ("2/changes?against=7", 404)],
)
async def test_there_is_nothing_before_the_first_or_after_the_last(
    client: ApiClient, app: App, path: str, status: int
) -> None:
    crew = await a_crew(client, app)
    report_id = await twice(crew)
    answer = await crew.as_(crew.olga).get(f"v1/reports/{report_id}/revisions/{path}")
    assert answer.status == status
    if status == 422:
        assert answer.fields == {"against"}
