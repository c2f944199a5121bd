"""Taking up, deciding, making final, reopening."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.people import a_colleague, a_site, counted_requests
from tests.reviewed_reports import a_crew, a_submit

MARK = {"address": "/uptime/hoursOnStream", "comment": "The log says 23."}
RETURNED = {"decision": "request_changes", "comment": "See the hours.", "marks": [MARK]}
MOVES = {
    "review": None,
    "review/decision": {"revision": 1, "decision": "approve"},
    "finalise": None,
    "reopen": {"reason": "x"},
}


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER])
async def test_only_reviewers_move_a_report(client: ApiClient, app: App, move: str, role: Role) -> None:
    crew = await a_crew(client, app)
    report, caller = await crew.submitted(), crew.as_(await a_colleague(app, crew.admin, role))
    with counted_requests() as made:
        answer = await caller.post(f"v1/reports/{report.id}/{move}", MOVES[move])
    assert (answer.status, made) == (403, [])


@pytest.mark.parametrize("move", MOVES)
async def test_a_report_of_a_site_out_of_scope_is_not_there(client: ApiClient, app: App, move: str) -> None:
    crew = await a_crew(client, app)
    report, elsewhere = await crew.submitted(), await a_site(app, crew.admin)
    caller = crew.as_(replace(crew.erik, site_ids=(elsewhere.id,)))
    answer = await caller.post(f"v1/reports/{report.id}/{move}", MOVES[move])
    assert (answer.status, answer.code) == (404, "not_found")
    assert await crew.stored(report) == report


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"decision": "reject"}, "decision"),
        ({"decision": "request_changes"}, ""),
        ({"marks": [MARK]}, ""),
        ({"revision": 0}, "revision"),
        ({"revision": 201}, "revision"),
        ({"comment": ""}, "comment"),
        ({"comment": "x" * 2001}, "comment"),
        ({"comment": "a\u0007b"}, "comment"),
        ({**RETURNED, "marks": [MARK, MARK]}, "marks"),
        ({**RETURNED, "marks": [{**MARK, "address": "uptime"}]}, "marks[0].address"),
        ({**RETURNED, "marks": [{**MARK, "comment": ""}]}, "marks[0].comment"),
        ({**RETURNED, "marks": [{**MARK, "address": "/uptime/colour"}]}, "marks[0].address"),
        ({**RETURNED, "marks": [MARK, {**MARK, "address": "/gauges/id:r1/choke"}]}, "marks[1].address"),
        ({**RETURNED, "marks": [{**MARK, "address": f"/uptime/{number}"} for number in range(101)]}, "marks"),
        ({"seen": True}, "seen"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_decided(
    client: ApiClient, app: App, said: dict[str, Any], field: str
) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted()
    answer = await crew.decide(crew.erik, report, **{"decision": "approve", **said})
    assert (answer.status, answer.fields) == (422, {field})
    assert await crew.stored(report) == report


async def test_taking_up_says_who_looks_at_it(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted()
    path = f"v1/reports/{report.id}/review"
    first, again = await crew.as_(crew.erik).post(path), await crew.as_(crew.erik).post(path)
    assert (first.status, first.json["state"], first.json["review"]["reviewerId"]) == (200, "in_review", crew.erik.id)
    assert again.json == first.json
    assert (await crew.as_(crew.anna).post(path)).json["review"]["reviewerId"] == crew.anna.id
    assert [one["type"] for one in await crew.happened(report)] == ["report.review_begun"] * 2


async def test_what_was_decided_is_in_the_report_in_its_revision_and_on_record(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted()
    answer = await crew.decide(crew.erik, report, **RETURNED)
    assert (answer.status, answer.json["state"]) == (200, "changes_requested")
    review = answer.json["review"]
    assert (review["decision"], review["comment"], review["marks"]) == ("request_changes", "See the hours.", [MARK])
    assert (await crew.revision(report, 1))["review"] == review
    (activity,) = await crew.happened(report)
    assert (activity["type"], activity["createdBy"]) == ("report.changes_requested", crew.erik.id)
    assert activity["data"] == {
        "type": "daily_production",
        "siteId": crew.site.id,
        "day": report.day,
        "subject": report.subject,
        "revision": 1,
        "submittedBy": crew.olga.id,
        "marks": 1,
    }


async def test_the_same_decision_again_changes_nothing_and_another_is_refused(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted()
    first, again = await crew.decide(crew.erik, report), await crew.decide(crew.erik, report)
    assert (again.status, again.json) == (200, first.json)
    for who, said in ((crew.erik, RETURNED), (crew.anna, {})):
        answer = await crew.decide(who, report, **said)
        assert (answer.status, answer.code) == (409, "reviewed")
    assert len(await crew.happened(report)) == 1


async def test_of_two_who_decide_at_once_one_is_heard(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted()
    answers = await asyncio.gather(crew.decide(crew.erik, report), crew.decide(crew.anna, report, **RETURNED))
    assert sorted(answer.status for answer in answers) == [200, 409]
    (activity,) = await crew.happened(report)
    (heard,) = [answer.json["review"]["decision"] for answer in answers if answer.status == 200]
    assert heard == {"report.approved": "approve", "report.changes_requested": "request_changes"}[activity["type"]]


async def test_nobody_approves_their_own_but_may_send_it_back(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await a_submit(app, crew.erik, await crew.a_draft())
    answer = await crew.decide(crew.erik, report)
    assert (answer.status, answer.code) == (403, "own_report")
    assert (await crew.decide(crew.erik, report, **RETURNED)).status == 200


async def test_only_the_newest_revision_is_decided_about(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted()
    await crew.decide(crew.erik, report, **RETURNED)
    second = await a_submit(app, crew.olga, report)
    assert (await crew.decide(crew.erik, report)).code == "reviewed"
    assert (await crew.decide(crew.erik, second)).json["state"] == "approved"
    assert (await crew.decide(crew.erik, replace_revision(second, 7))).code == "not_submitted"
    assert (await crew.revision(report, 1))["review"]["decision"] == "request_changes"


def replace_revision(report: Any, number: int) -> Any:
    return report.model_copy(update={"revision": number})


async def test_a_draft_cannot_be_moved(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report, caller = await crew.a_draft(), crew.as_(crew.erik)
    codes = {move: (await caller.post(f"v1/reports/{report.id}/{move}", body)).code for move, body in MOVES.items()}
    assert codes == {
        "review": "not_submitted",
        "review/decision": "not_submitted",
        "finalise": "not_approved",
        "reopen": "not_reopenable",
    }


async def test_rows_are_marked_by_their_ids(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.submitted("daily_drilling")
    good = ["/timeLog", "/timeLog/id:r2", "/timeLog/id:r2/remark", "/status/holeDiameter"]
    marks = [{"address": address, "comment": "?"} for address in good]
    bad = [
        {"address": address, "comment": "?"}
        for address in ("/timeLog/id:zz/remark", "/timeLog/1/remark", "/timeLog/id:r2/rem")
    ]
    refused = await crew.decide(crew.erik, report, "request_changes", marks=[*marks, *bad])
    assert refused.fields == {f"marks[{place}].address" for place in (4, 5, 6)}
    assert (await crew.decide(crew.erik, report, "request_changes", marks=marks)).status == 200


async def test_final_and_open_again(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.approved()
    path, engineer = f"v1/reports/{report.id}", crew.as_(crew.erik)
    final, again = await engineer.post(f"{path}/finalise"), await engineer.post(f"{path}/finalise")
    assert (final.json["state"], again.json) == ("final", final.json)
    why = {"reason": "The meter was wrong.", "marks": [MARK]}
    refused = await engineer.post(f"{path}/reopen", why)
    assert (refused.status, refused.code) == (403, "forbidden")
    opened = await crew.as_(crew.admin).post(f"{path}/reopen", why)
    assert (opened.status, opened.json["state"], opened.json["finalAt"]) == (200, "changes_requested", None)
    assert (opened.json["review"]["reopened"], opened.json["review"]["comment"]) == (True, why["reason"])
    assert (await crew.as_(crew.admin).post(f"{path}/reopen", why)).json == opened.json
    assert (await crew.as_(crew.admin).post(f"{path}/reopen", {"reason": "Another."})).code == "not_reopenable"
    assert (await crew.revision(report, 1))["review"] == opened.json["review"]
    happened = await crew.happened(report)
    assert [one["type"] for one in happened] == ["report.approved", "report.final", "report.reopened"]
    assert happened[-1]["data"].items() >= {"submittedBy": crew.olga.id, "marks": 1, "wasFinal": True}.items()


async def test_engineers_reopen_what_is_approved(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    report = await crew.approved()
    answer = await crew.as_(crew.anna).post(f"v1/reports/{report.id}/reopen", {"reason": "Not yet."})
    assert (answer.status, answer.json["state"]) == (200, "changes_requested")
    unknown = {"reason": "x", "marks": [{"address": "/nowhere", "comment": "?"}]}
    second = await crew.approved("equipment_inspection")
    assert (await crew.as_(crew.anna).post(f"v1/reports/{second.id}/reopen", unknown)).fields == {"marks[0].address"}


@pytest.mark.parametrize("report_id", ["x", new_id()])
async def test_an_id_no_report_has_is_not_found(client: ApiClient, app: App, report_id: str) -> None:
    crew = await a_crew(client, app)
    for move, body in MOVES.items():
        assert (await crew.as_(crew.admin).post(f"v1/reports/{report_id}/{move}", body)).status == 404
