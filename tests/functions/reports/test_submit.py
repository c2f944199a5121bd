"""PUT of a revision: confirmed once, judged with what the server knows, refused with what to do about it."""

import pytest

from shared.app import App
from shared.kit.ids import new_id
from shared.reports.content import ReportRevision
from shared.reports.model import Decision, Verdict
from tests.api_client import ApiClient
from tests.field_reports import ELSEWHERE, a_rig, a_submit, activities_of, an_edit, put, submit
from tests.people import Person, a_site, counted_requests
from tests.reports import a_payload


async def changes_requested(app: App, reviewer: Person, report_id: str) -> None:
    """As reviewing does it."""
    reports = app.reports.service.reports
    report = await reports.get(reviewer.organisation_id, report_id)
    decided = report.decided(Verdict(report.revision, Decision.REQUEST_CHANGES, "Look again"), reviewer.id, app.now())
    assert decided is not None
    await reports.replace(decided)


async def revision_of(app: App, person: Person, report_id: str, number: int = 1) -> ReportRevision:
    return await app.reports.service.get_revision(person.actor, report_id, number)


async def test_a_submit_is_confirmed_by_the_receipt_of_the_device(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, edit = new_id(), an_edit(site)
    await put(rig, report_id, edit)
    body = a_submit(report_id, 1, edit)
    answer = await submit(rig, report_id, 1, body)
    assert answer.status == 201
    assert answer.json == {
        "reportId": report_id,
        "revision": 1,
        "receipt": body["receipt"],
        "receivedAt": answer.json["receivedAt"],
        "edition": 1,
    }
    head = (await rig.get(f"v1/reports/{report_id}")).json
    assert (head["state"], head["revision"], head["edition"], head["receipt"]) == ("submitted", 1, 1, body["receipt"])
    revision = await revision_of(app, admin, report_id)
    assert (revision.sent, revision.context["period"]["hours"]) == (edit["payload"], 24.0)
    assert revision.payload["volumes"]["oil"]["si"] is not None
    assert await activities_of(app, admin.organisation_id, report_id) == ["report.created", "report.submitted"]


async def test_a_submit_alone_makes_the_report(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id = new_id()
    body = a_submit(report_id, 1, an_edit(site))
    assert (await submit(rig, report_id, 1, body)).status == 201
    late = await put(rig, report_id, {name: value for name, value in body.items() if name != "receipt"})
    assert (late.status, late.json["state"]) == (200, "submitted")
    assert await activities_of(app, admin.organisation_id, report_id) == ["report.created", "report.submitted"]


async def test_a_repetition_is_confirmed_whatever_became_of_the_report(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id = new_id()
    body = a_submit(report_id, 1, an_edit(site))
    first = await submit(rig, report_id, 1, body)
    await changes_requested(app, admin, report_id)
    again = await submit(rig, report_id, 1, body)
    assert (again.status, again.json) == (200, first.json)


async def test_another_content_under_the_same_number_is_refused_with_both_receipts(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id = new_id()
    first = a_submit(report_id, 1, an_edit(site))
    await submit(rig, report_id, 1, first)
    other = a_submit(report_id, 1, {**an_edit(site), "reasons": {"a.rule": "another"}})
    refused = await submit(rig, report_id, 1, other)
    assert (refused.status, refused.code) == (409, "revision_taken")
    assert (refused.json["storedReceipt"], refused.json["sentReceipt"]) == (first["receipt"], other["receipt"])


async def test_what_is_corrected_is_the_next_revision(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, edit = new_id(), an_edit(site)
    await submit(rig, report_id, 1, a_submit(report_id, 1, edit))
    corrected = {
        **edit,
        "basedOn": 1,
        "edits": [new_id()],
        "payload": a_payload(**{"/remarks": {"comments": "corrected"}}),
    }
    assert (await submit(rig, report_id, 2, a_submit(report_id, 2, corrected))).code == "not_editable"
    await changes_requested(app, admin, report_id)
    assert (await submit(rig, report_id, 3, a_submit(report_id, 3, corrected))).code == "revision_out_of_order"
    assert (await submit(rig, report_id, 2, a_submit(report_id, 2, corrected))).status == 201
    assert (await revision_of(app, admin, report_id, 2)).edition == 2
    assert (await revision_of(app, admin, report_id, 1)).sent == edit["payload"]


async def test_a_second_revision_of_nothing_is_out_of_order(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id = new_id()
    assert (await submit(rig, report_id, 2, a_submit(report_id, 2, an_edit(site)))).code == "revision_out_of_order"


async def test_what_others_changed_is_looked_at_before_it_is_submitted(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, edit = new_id(), an_edit(site)
    await put(rig, report_id, edit)
    foreign = {
        **edit,
        "basedOn": 1,
        "edits": [new_id()],
        "payload": a_payload(**{"/remarks": {"comments": "theirs"}}),
    }
    await put(rig, report_id, foreign)
    refused = await submit(rig, report_id, 1, a_submit(report_id, 1, {**edit, "basedOn": 1, "edits": [new_id()]}))
    assert (refused.status, refused.code, refused.json["edition"]) == (409, "submit_stale", 2)
    assert (refused.json["conflicts"], refused.json["merged"]["payload"]) == ([], foreign["payload"])
    assert (await rig.get(f"v1/reports/{report_id}")).json["state"] == "draft"


async def test_what_is_wrong_is_named_field_by_field(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id = new_id()
    wrong = an_edit(site, payload=a_payload(**{"/uptime/hoursOnStream": 24.5, "/header/date": ELSEWHERE}))
    refused = await submit(rig, report_id, 1, a_submit(report_id, 1, wrong))
    assert (refused.status, refused.code) == (422, "report_blocked")
    told = {(error["field"], error["code"]) for error in refused.json["errors"]}
    assert {("/uptime/hoursOnStream", "hours.range"), ("/header/date", "period.differs")} <= told
    assert (await rig.get(f"v1/reports/{report_id}")).status == 404


async def test_a_warning_needs_a_reason_which_is_kept_with_the_revision(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id = new_id()
    negative = an_edit(site, payload=a_payload(**{"/volumes/water": {"value": -3.5, "unit": "Sm3"}}))
    refused = await submit(rig, report_id, 1, a_submit(report_id, 1, negative))
    assert (refused.status, refused.code, refused.fields) == (422, "reason_missing", {"/volumes/water"})
    reasoned = {**negative, "reasons": {"volume.negative.water": "metered twice on Sunday"}}
    assert (await submit(rig, report_id, 1, a_submit(report_id, 1, reasoned))).status == 201
    (warned,) = (await revision_of(app, admin, report_id)).warned
    assert (warned.rule, warned.reason) == ("volume.negative.water", "metered twice on Sunday")
    assert (await rig.get(f"v1/reports/{report_id}")).json["warnings"] == 1


async def test_a_receipt_over_something_else_is_refused(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id = new_id()
    body = {**a_submit(report_id, 1, an_edit(site)), "receipt": "0" * 64}
    assert (await submit(rig, report_id, 1, body)).code == "receipt_differs"


async def test_a_submitted_report_does_not_change_what_it_is_about(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, edit = new_id(), an_edit(site)
    await submit(rig, report_id, 1, a_submit(report_id, 1, edit))
    await changes_requested(app, admin, report_id)
    other = {**edit, "basedOn": 1, "edits": [new_id()], "payload": a_payload(**{"/header/well": "F-99"})}
    assert (await put(rig, report_id, other)).json["subject"] == edit["payload"]["header"]["well"]
    refused = await submit(rig, report_id, 2, a_submit(report_id, 2, other))
    assert ("/header/well", "subject.differs") in {(one["field"], one["code"]) for one in refused.json["errors"]}


async def test_two_devices_submit_one_well_and_day_and_the_first_wins(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    first, second = new_id(), new_id()
    assert (await submit(rig, first, 1, a_submit(first, 1, an_edit(site)))).status == 201
    refused = await submit(rig, second, 1, a_submit(second, 1, an_edit(site)))
    assert (refused.status, refused.code, refused.json["reportId"]) == (409, "report_exists", first)


@pytest.mark.parametrize("kind", ["daily_drilling", "hse_observation", "equipment_inspection"])
async def test_every_type_can_be_submitted(client: ApiClient, app: App, kind: str) -> None:
    admin, _, rig = await a_rig(app, client)
    midnight = await a_site(app, admin, day_start="00:00")
    payload = a_payload(kind, **({"/photos": None} if kind == "hse_observation" else {}))
    report_id, edit = new_id(), an_edit(midnight, kind, payload=payload)
    answer = await submit(rig, report_id, 1, a_submit(report_id, 1, edit))
    assert answer.status == 201, answer.content


async def test_a_submit_takes_few_requests(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, edit = new_id(), an_edit(site)
    await put(rig, report_id, edit)
    with counted_requests() as made:
        await submit(rig, report_id, 1, body := a_submit(report_id, 1, edit))
    assert made == ["POST reports", "POST directory", "POST reports"]
    with counted_requests() as made:
        await submit(rig, report_id, 1, body)
    assert made == ["POST reports"]
