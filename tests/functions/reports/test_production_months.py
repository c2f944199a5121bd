"""GET and POST /production-months."""

import asyncio
from dataclasses import dataclass, replace
from typing import Any

import pytest

from shared.app import App
from shared.kit.query import Query
from shared.kit.side_by_side import side_by_side
from shared.reports.model import Report
from tests.api_client import ApiClient, Response
from tests.people import Person, a_site, counted_requests
from tests.reports import a_payload
from tests.reviewed_reports import Crew, a_crew, a_submit
from tests.shared.documents.killing import Killed, watched

MONTH, DAYS = "2026-02", [f"2026-02-{day:02}" for day in range(1, 29)]
NOTHING = dict.fromkeys(("hoursOnStream", "oil", "gas", "water", "waterInjected", "gasInjected"))


def oil(value: float) -> dict[str, Any]:
    return {
        "volumes": {
            **dict.fromkeys(("gas", "water", "waterInjected", "gasInjected")),
            "oil": {"value": value, "unit": "bbl"},
        }
    }


@dataclass
class Office:
    """A well with an approved report for each day of February, 10 bbl and 24 h a day."""

    crew: Crew
    reports: list[Report]

    @property
    def sheet(self) -> dict[str, Any]:
        return {**NOTHING, "hoursOnStream": 24 * len(DAYS), "oil": {"value": 10 * len(DAYS), "unit": "bbl"}}

    async def close(self, sheet: dict[str, Any] | None = None, who: Person | None = None, **changes: Any) -> Response:
        body = {"siteId": self.crew.site.id, "well": "F-12", "month": MONTH, "sheet": sheet or self.sheet, **changes}
        return await self.crew.as_(who or self.crew.erik).post("v1/production-months", body)

    async def states(self) -> set[str]:
        page = (await self.crew.as_(self.crew.olga).get("v1/reports?limit=200")).json
        return {row["state"] for row in page["items"]}


async def an_office(client: ApiClient, app: App, days: list[str] = DAYS, *, approved: bool = True) -> Office:
    crew = await a_crew(client, app)

    async def one(day: str) -> Report:
        changes = {
            "/header": {"well": "f-12" if day.endswith("7") else "F-12", "date": day},
            "/uptime/hoursOnStream": 24,
        }
        payload = {**a_payload(**changes), **oil(10)}
        report = await crew.submitted(day=day, payload=payload)
        return await approve(crew, report) if approved else report

    return Office(crew, await side_by_side(days, one))


async def approve(crew: Crew, report: Report) -> Report:
    assert (await crew.decide(crew.erik, report)).status == 200
    return await crew.stored(report)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"month": "2026-13"}, "month"),
        ({"month": "2026-2"}, "month"),
        ({"well": ""}, "well"),
        ({"siteId": "x"}, "siteId"),
        ({"sheet": {"oil": None}}, "sheet.hoursOnStream"),
        ({"sheet": {**NOTHING, "oil": {"value": 1, "unit": "Mscf"}}}, "sheet.oil.unit"),
        ({"sheet": {**NOTHING, "oil": {"value": 1e16, "unit": "bbl"}}}, "sheet.oil.value"),
        ({"sheet": {**NOTHING, "hoursOnStream": -1}}, "sheet.hoursOnStream"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, changes: dict[str, Any], field: str) -> None:
    office = await an_office(client, app, [])
    answer = await office.close(**changes)
    assert (answer.status, field in answer.fields) == (422, True)


async def test_operators_read_and_reviewers_close(client: ApiClient, app: App) -> None:
    office = await an_office(client, app, [])
    assert (await office.close(who=office.crew.olga)).status == 403
    assert (await office.crew.as_(office.crew.olga).get("v1/production-months")).json["items"] == []


async def test_a_site_out_of_scope_is_not_there(client: ApiClient, app: App) -> None:
    office = await an_office(client, app, [])
    elsewhere = await a_site(app, office.crew.admin)
    answer = await office.close(who=replace(office.crew.erik, site_ids=(elsewhere.id,)))
    assert (answer.status, answer.code) == (404, "not_found")


async def test_days_that_are_missing_or_open_are_named(client: ApiClient, app: App) -> None:
    office = await an_office(client, app, DAYS[:2], approved=False)
    await approve(office.crew, office.reports[0])
    answer = await office.close()
    assert (answer.status, answer.code) == (409, "month_incomplete")
    assert {(one["field"], one["code"]) for one in answer.json["errors"]} == {
        (DAYS[1], "submitted"),
        *((day, "missing") for day in DAYS[2:]),
    }


async def test_a_month_that_adds_up_is_closed_in_one_batch(client: ApiClient, app: App) -> None:
    office = await an_office(client, app)
    crew, wrong = (
        office.crew,
        {**office.sheet, "oil": {"value": 281, "unit": "bbl"}, "water": {"value": 0, "unit": "Sm3"}},
    )
    refused = await office.close(wrong)
    assert (refused.code, refused.fields) == ("month_differs", {"sheet.oil", "sheet.water"})
    assert await office.states() == {"approved"}
    with counted_requests() as made:
        closed = await office.close()
    assert made == ["GET directory", "GET reports", *["POST reports"] * 3]  # site, month; reports, revisions, batch
    assert (closed.status, closed.json["state"], closed.json["sheet"]) == (200, "closed", office.sheet)
    assert closed.json["totals"]["oil"] == pytest.approx(280 * 0.158987294928)
    assert closed.json["totals"]["gas"] is None
    assert [one["day"] for one in closed.json["reports"]] == DAYS
    assert {one["receipt"] for one in closed.json["reports"]} == {report.receipt for report in office.reports}
    assert await office.states() == {"final"}
    assert (await office.close()).json == closed.json
    assert (await office.close(wrong)).code == "month_closed"
    listed = await crew.as_(crew.olga).get(
        f"v1/production-months?siteId={crew.site.id}&well=f-12&month={MONTH}&state=closed"
    )
    assert listed.json["items"] == [closed.json]
    elsewhere = await a_site(app, crew.admin)
    assert (await crew.as_(replace(crew.olga, site_ids=(elsewhere.id,))).get("v1/production-months")).json[
        "items"
    ] == []
    assert await happened(office) == ["production_month.closed"]


async def happened(office: Office) -> list[str]:
    text = "SELECT * FROM c WHERE c.kind = 'activity' AND STARTSWITH(c.type, 'production_month') ORDER BY c.id"
    container = office.crew.app.database.container("reports")
    return [row["type"] for row in await container.query(Query(text, {}), office.crew.admin.organisation_id, limit=100)]


async def test_reopening_a_report_opens_the_month_and_it_closes_with_the_new_figures(
    client: ApiClient, app: App
) -> None:
    office = await an_office(client, app)
    crew = office.crew
    first = (await office.close()).json
    report = office.reports[6]  # which writes the well in small letters
    path = f"v1/reports/{report.id}/reopen"
    assert (await crew.as_(crew.erik).post(path, {"reason": "meter"})).status == 403
    assert (await crew.as_(crew.admin).post(path, {"reason": "meter"})).status == 200
    (row,) = (await crew.as_(crew.olga).get("v1/production-months")).json["items"]
    assert (row["state"], row["reopenedAt"] is not None, row["sheet"]) == ("reopened", True, first["sheet"])
    assert (await office.close()).code == "month_incomplete"
    again = await a_submit(app, crew.olga, report, **oil(11))
    await approve(crew, again)
    assert (await office.close()).fields == {"sheet.oil"}
    second = await office.close({**office.sheet, "oil": {"value": 281, "unit": "bbl"}})
    assert (second.json["state"], second.json["reopenedAt"]) == ("closed", None)
    assert [one["revision"] for one in second.json["reports"] if one["reportId"] == report.id] == [2]
    assert await office.states() == {"final"}
    assert await happened(office) == [f"production_month.{what}" for what in ("closed", "reopened", "closed")]


async def test_who_closes_and_who_reopens_at_once_leave_no_closed_month_with_an_open_day(
    client: ApiClient, app: App
) -> None:
    office = await an_office(client, app)
    crew = office.crew
    for report in office.reports[:2]:
        await crew.as_(crew.erik).post(f"v1/reports/{report.id}/finalise")
    reopening = crew.as_(crew.admin).post(f"v1/reports/{office.reports[0].id}/reopen", {"reason": "meter"})
    closed, opened = await asyncio.gather(office.close(), reopening)
    assert opened.status == 200
    assert closed.status in {200, 409}
    listed = (await crew.as_(crew.olga).get("v1/production-months")).json["items"]
    assert [row["state"] for row in listed] in ([], ["reopened"])
    assert "changes_requested" in await office.states()


async def test_of_two_who_close_at_once_there_is_one_month(client: ApiClient, app: App) -> None:
    office = await an_office(client, app)
    answers = await asyncio.gather(office.close(), office.close(who=office.crew.anna))
    assert [answer.status for answer in answers] == [200, 200]
    assert answers[0].json == answers[1].json
    assert await happened(office) == ["production_month.closed"]


async def test_who_is_killed_while_closing_leaves_all_or_nothing(client: ApiClient, app: App) -> None:
    office = await an_office(client, app)
    for limit in range(1, 6):  # five requests, of which the last one writes
        with pytest.raises(Killed), watched(limit):
            await office.close()
        done = limit == 5
        assert await office.states() == ({"final"} if done else {"approved"})
        assert await happened(office) == (["production_month.closed"] if done else [])
    assert (await office.close()).json["state"] == "closed"
    assert await happened(office) == ["production_month.closed"]
