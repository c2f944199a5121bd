"""What a report begins with, and what stands against it: the outline and the findings."""

from datetime import date
from typing import Any

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.wells.model import DatedRole, WellRole
from tests.api_client import ApiClient, Response
from tests.field_reports import a_rig, an_edit, put
from tests.people import a_colleague, a_site, a_token, counted_requests
from tests.reports import a_payload
from tests.wells import a_well


async def outline(client: ApiClient, kind: str, site_id: str, day: str, subject: str = "") -> Response:
    return await client.get(f"v1/reports/outline?type={kind}&siteId={site_id}&day={day}&subject={subject}")


async def findings(client: ApiClient, body: dict[str, Any]) -> Response:
    asked = {name: body[name] for name in ("type", "version", "siteId", "day", "payload")}
    return await client.post("v1/reports/findings", asked)


async def test_the_first_report_begins_with_its_day_and_subject(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    answer = await outline(rig, "daily_production", site.id, "2026-10-24", "F-12")
    told = answer.json
    assert told["payload"] == {"header": {"well": "F-12", "date": "2026-10-24"}}
    assert told["context"]["period"] == {
        "begin": "2026-10-24T06:00+02:00",
        "end": "2026-10-25T06:00+01:00",
        "hours": 25.0,
    }
    assert (told["version"], told["existingReportId"], told["last"]) == (1, None, None)


async def test_the_next_day_begins_with_what_the_last_one_left(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    codes = ["interruption -- waiting on helicopter"]
    settings = await app.reports.configuring.get(admin.organisation_id)
    await app.reports.configuring.replace(admin.actor, codes, settings.etag)
    report_id, body = new_id(), an_edit(site, "daily_drilling")
    await put(rig, report_id, body)
    header, status = body["payload"]["header"], body["payload"]["status"]
    told = (await outline(rig, "daily_drilling", site.id, "2026-05-05", header["wellbore"].lower())).json
    assert told["last"] == {"reportId": report_id, "day": "2026-05-04"}
    assert told["payload"]["header"]["rig"] == header["rig"]
    assert told["payload"]["header"]["periodStart"] == "2026-05-05T06:00+02:00"
    assert told["payload"]["status"]["startMd"] == status["endMd"]
    assert told["context"]["yesterday"]["endMd"] == status["endMd"]
    assert told["context"]["activityCodes"] == codes
    later = (await outline(rig, "daily_drilling", site.id, "2026-05-06", header["wellbore"])).json
    assert later["payload"]["status"]["startMd"] == status["endMd"]
    assert later["context"]["yesterday"] is None, "yesterday there was no report"
    begun = later["payload"]["header"]
    assert (begun["reportNo"], begun["daysFromSpud"]) == (header["reportNo"] + 1, header["daysFromSpud"] + 2)


async def test_the_report_that_is_there_already_is_named(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, body = new_id(), an_edit(site)
    await put(rig, report_id, body)
    told = (await outline(rig, "daily_production", site.id, body["day"], body["payload"]["header"]["well"])).json
    assert told["existingReportId"] == report_id


async def test_an_outline_takes_few_requests(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    body = an_edit(site, "daily_drilling")
    await put(rig, new_id(), body)
    with counted_requests() as made:
        await outline(rig, "daily_drilling", site.id, "2026-05-05", body["payload"]["header"]["wellbore"])
    assert sorted(made) == ["GET directory", *["GET reports"] * 3, "POST reports"]


async def test_findings_know_what_the_well_was_for_on_the_day(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    injector = DatedRole(from_=date(2026, 5, 1), role=WellRole.INJECTOR)
    well = await a_well(app, admin, site.id, roles=(injector,))
    body = an_edit(site, payload=a_payload(**{"/header/well": well.name, "/header/date": "2026-05-04"}))
    told = (await findings(rig, body)).json
    assert told["context"]["wellRole"] == "injector"
    assert told["items"] != []
    before = {**body, "day": "2026-04-30", "payload": a_payload(**{"/header/well": well.name})}
    assert (await findings(rig, before)).json["context"]["wellRole"] is None


async def test_findings_name_another_day_than_that_of_the_report(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    body = an_edit(site, payload=a_payload(**{"/header/date": "2026-05-09"}))
    (found,) = (one for one in (await findings(rig, body)).json["items"] if one["rule"] == "period.differs")
    assert (found["kind"], found["fields"]) == ("block", ["/header/date"])


async def test_nothing_is_told_of_a_site_outside_the_scope(client: ApiClient, app: App) -> None:
    admin, site, _ = await a_rig(app, client)
    elsewhere = await a_site(app, admin, "Gullfaks")
    scoped = client.signed_in(a_token(app, await a_colleague(app, admin, Role.OPERATOR, site_ids=(elsewhere.id,))))
    assert (await outline(scoped, "daily_production", site.id, "2026-05-04")).status == 404
    assert (await findings(scoped, an_edit(site))).status == 404


async def test_what_cannot_be_asked_is_refused(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    assert (await outline(rig, "weather", site.id, "2026-05-04")).fields == {"type"}
    assert (await outline(rig, "daily_production", site.id, "2026-05-32")).status == 422
    assert (await findings(rig, {**an_edit(site), "version": 9})).fields == {"version"}
    assert (await findings(rig, {**an_edit(site), "payload": {"header": 1}})).fields == {"payload.header"}
