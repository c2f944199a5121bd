"""POST /reports/approvals."""

from dataclasses import replace
from typing import Any
from unittest import mock

import pytest

from shared.app import App
from shared.errors import Unavailable
from shared.kit.ids import new_id
from shared.reports.model import Report
from shared.reports.repository import ReportRepository
from tests.api_client import ApiClient
from tests.people import a_site, counted_requests
from tests.reviewed_reports import a_crew, a_submit

KINDS = ("daily_production", "daily_drilling", "equipment_inspection", "hse_observation")


def named(*reports: Report) -> dict[str, Any]:
    return {"items": [{"id": report.id, "revision": report.revision} for report in reports]}


@pytest.mark.parametrize(
    ("items", "field"),
    [
        ([], "items"),
        ([{"id": new_id(), "revision": 1} for _ in range(51)], "items"),
        ([{"id": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "revision": 1}] * 2, "items"),
        ([{"id": "x", "revision": 1}], "items[0].id"),
        ([{"id": new_id(), "revision": 0}], "items[0].revision"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, items: list[Any], field: str) -> None:
    crew = await a_crew(client, app)
    answer = await crew.as_(crew.erik).post("v1/reports/approvals", {"items": items})
    assert (answer.status, answer.fields) == (422, {field})


async def test_operators_approve_nothing(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted()
    with counted_requests() as made:
        answer = await crew.as_(crew.olga).post("v1/reports/approvals", named(report))
    assert (answer.status, made) == (403, [])


async def test_each_is_judged_by_itself_and_answered_in_order(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    good, draft, warned = (
        await crew.submitted(),
        await crew.a_draft("daily_drilling"),
        await crew.submitted("equipment_inspection", warnings=1),
    )
    own = await a_submit(app, crew.erik, await crew.a_draft("hse_observation"))
    unknown = good.model_copy(update={"id": new_id()})
    caller, body = crew.as_(crew.erik), named(good, draft.model_copy(update={"revision": 1}), warned, own, unknown)
    answer = await caller.post("v1/reports/approvals", body)
    found = [(one["id"], one["code"], one["report"] and one["report"]["state"]) for one in answer.json["items"]]
    assert found == [
        (good.id, None, "approved"),
        (draft.id, "not_submitted", None),
        (warned.id, "has_warnings", None),
        (own.id, "own_report", None),
        (unknown.id, "not_found", None),
    ]
    assert all(one["detail"] for one in answer.json["items"][1:])
    assert (await crew.stored(warned)).state == "submitted"
    again = await caller.post("v1/reports/approvals", body)
    assert again.json == answer.json
    assert [one["type"] for one in await crew.happened(good)] == ["report.approved"]
    assert (await crew.decide(crew.erik, warned)).json["state"] == "approved"  # on its own it is


async def test_out_of_scope_nothing_is_approved(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report, elsewhere = await crew.submitted(), await a_site(app, crew.admin)
    caller = crew.as_(replace(crew.erik, site_ids=(elsewhere.id,)))
    (one,) = (await caller.post("v1/reports/approvals", named(report))).json["items"]
    assert (one["code"], one["report"]) == ("not_found", None)
    assert await crew.stored(report) == report


async def test_one_that_cannot_be_reached_does_not_hold_up_the_others(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    reports = [await crew.submitted(kind) for kind in KINDS]
    find = ReportRepository.find_submit

    async def failing(self: ReportRepository, organisation_id: str, report_id: str, number: int) -> Any:
        if report_id == reports[1].id:
            raise Unavailable
        return await find(self, organisation_id, report_id, number)

    with mock.patch.object(ReportRepository, "find_submit", failing):
        answer = await crew.as_(crew.erik).post("v1/reports/approvals", named(*reports))
    assert [one["code"] for one in answer.json["items"]] == [None, "unavailable", None, None]
    again = await crew.as_(crew.erik).post("v1/reports/approvals", named(*reports))
    assert [one["report"]["state"] for one in again.json["items"]] == ["approved"] * 4
