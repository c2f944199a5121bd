"""PUT and GET of a report: who may, what is refused, and what becomes of messages that come twice, late or out of order."""

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.field_reports import DAY, ELSEWHERE, a_rig, activities_of, an_edit, put
from tests.people import a_colleague, a_site, a_token, counted_requests
from tests.reports import a_payload


async def test_a_first_edit_begins_the_report_with_the_day_of_its_site(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, body = new_id(), an_edit(site)
    answer = await put(rig, report_id, body)
    assert answer.status == 201
    head = answer.json
    assert (head["id"], head["state"], head["edition"], head["revision"]) == (report_id, "draft", 1, 0)
    assert (head["subject"], head["merged"]) == (body["payload"]["header"]["well"], False)
    assert (head["periodBegin"], head["periodEnd"]) == ("2026-05-04T04:00:00.000Z", "2026-05-05T04:00:00.000Z")
    assert head["content"]["payload"] == body["payload"]
    read = await rig.get(f"v1/reports/{report_id}")
    assert read.json == {name: value for name, value in head.items() if name != "merged"}


async def test_the_same_message_again_changes_nothing(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, body = new_id(), an_edit(site)
    first, second = await put(rig, report_id, body), await put(rig, report_id, body)
    assert (second.status, second.json["edition"], second.json["etag"]) == (200, 1, first.json["etag"])
    assert await activities_of(app, admin.organisation_id, report_id) == ["report.created"]


async def test_an_earlier_message_that_comes_late_changes_nothing(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, first = new_id(), an_edit(site)
    second = {
        **first,
        "edits": [*first["edits"], new_id()],
        "payload": a_payload(**{"/remarks": {"comments": "later"}}),
    }
    assert (await put(rig, report_id, second)).status == 201
    late = await put(rig, report_id, first)
    assert (late.status, late.json["content"]["payload"]["remarks"]) == (200, {"comments": "later"})


async def test_a_device_that_never_saw_an_answer_goes_on_as_if_it_had(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, first = new_id(), an_edit(site)
    await put(rig, report_id, first)
    second = {**first, "edits": [*first["edits"], new_id()], "reasons": {"hours.balance": "  stopped for ice "}}
    answer = await put(rig, report_id, second)
    assert (answer.status, answer.json["edition"], answer.json["merged"]) == (200, 2, False)
    assert answer.json["content"]["reasons"] == {"hours.balance": "  stopped for ice "}


async def test_changes_of_different_fields_come_together(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, first = new_id(), an_edit(site)
    await put(rig, report_id, first)
    hours = {
        **first,
        "basedOn": 1,
        "edits": [new_id()],
        "payload": a_payload(**{"/remarks": {"comments": "from the rig"}}),
    }
    choke = {**first, "basedOn": 1, "edits": [new_id()], "payload": a_payload(**{"/header/date": ELSEWHERE})}
    await put(rig, report_id, hours)
    answer = await put(rig, report_id, choke)
    assert (answer.status, answer.json["merged"], answer.json["edition"]) == (200, True, 3)
    payload = answer.json["content"]["payload"]
    assert (payload["remarks"]["comments"], payload["header"]["date"]) == ("from the rig", ELSEWHERE)


async def test_after_a_merge_whose_answer_was_lost_nobody_disagrees_with_themselves(
    client: ApiClient, app: App
) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, first = new_id(), an_edit(site)
    await put(rig, report_id, first)
    foreign = {**first, "basedOn": 1, "edits": [new_id()], "payload": a_payload(**{"/header/date": ELSEWHERE})}
    await put(rig, report_id, foreign)
    mine = {**first, "basedOn": 1, "edits": [new_id()], "payload": a_payload(**{"/remarks": {"comments": "one"}})}
    assert (await put(rig, report_id, mine)).json["merged"]
    again = {**mine, "edits": [*mine["edits"], new_id()], "payload": a_payload(**{"/remarks": {"comments": "two"}})}
    answer = await put(rig, report_id, again)
    payload = answer.json["content"]["payload"]
    assert (answer.status, payload["remarks"]["comments"], payload["header"]["date"]) == (200, "two", ELSEWHERE)


async def test_the_same_field_is_refused_with_all_sides_and_nothing_is_stored(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, first = new_id(), an_edit(site)
    await put(rig, report_id, first)

    def comment(words: str) -> dict[str, object]:
        return {
            **first,
            "basedOn": 1,
            "edits": [new_id()],
            "payload": a_payload(**{"/remarks": {"comments": words}}),
        }

    await put(rig, report_id, comment("theirs"))
    refused = await put(rig, report_id, mine := comment("mine"))
    assert (refused.status, refused.code) == (409, "edit_conflict")
    told = refused.json
    assert (told["reportId"], told["edition"], told["requestId"]) == (
        report_id,
        2,
        refused.headers["X-Request-Id"],
    )
    assert [told[side]["payload"]["remarks"]["comments"] for side in ("mine", "theirs", "merged")] == [
        "mine",
        "theirs",
        "theirs",
    ]
    (conflict,) = told["conflicts"]
    assert (conflict["part"], conflict["address"]) == ("payload", "/remarks/comments")
    assert (conflict["mine"], conflict["theirs"]) == ("mine", "theirs")
    assert (await rig.get(f"v1/reports/{report_id}")).json["edition"] == 2
    chosen = {**mine, "basedOn": told["edition"], "edits": [*mine["edits"], new_id()]}  # type: ignore[misc]
    answer = await put(rig, report_id, chosen)
    assert (answer.status, answer.json["content"]["payload"]["remarks"]["comments"]) == (200, "mine")


async def test_what_is_not_kept_any_more_is_no_base(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, first = new_id(), an_edit(site)
    await put(rig, report_id, first)
    refused = await put(rig, report_id, {**first, "basedOn": 7, "edits": [new_id()]})
    assert (refused.status, refused.code, refused.json["base"]) == (409, "edition_unknown", None)


async def test_two_reports_of_one_well_and_day_are_refused_and_the_first_is_named(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    first, second = new_id(), new_id()
    await put(rig, first, an_edit(site))
    refused = await put(rig, second, an_edit(site))
    assert (refused.status, refused.code, refused.json["reportId"]) == (409, "report_exists", first)
    assert (await rig.get(f"v1/reports/{second}")).status == 404
    assert (await put(rig, second, an_edit(site, day=ELSEWHERE))).status == 201


async def test_a_report_moves_from_well_to_well_until_it_is_submitted(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    first, second, body = new_id(), new_id(), an_edit(site)
    await put(rig, first, body)
    moved = {**body, "basedOn": 1, "edits": [new_id()], "payload": a_payload(**{"/header/well": "F-99"})}
    assert (await put(rig, first, moved)).json["subject"] == "F-99"
    assert (await put(rig, second, an_edit(site))).status == 201
    taken = {**body, "basedOn": 2, "edits": [new_id()]}
    assert (await put(rig, first, taken)).json["reportId"] == second


async def test_observations_have_no_subject_and_there_are_many(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    answers = [await put(rig, new_id(), an_edit(site, "hse_observation")) for _ in range(2)]
    assert [(answer.status, answer.json["subject"]) for answer in answers] == [(201, None)] * 2


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"type": "equipment_inspection", "payload": {}}, 409, "report_id_taken"),
        ({"day": ELSEWHERE}, 409, "report_id_taken"),
        ({"version": 2}, 422, "invalid"),
        ({"type": "weather"}, 422, "invalid"),
        ({"day": "1066-10-14"}, 422, "invalid"),
        ({"edits": []}, 422, "invalid"),
        ({"payload": {"header": {"well": 5}}}, 422, "invalid"),
        ({"payload": {"remarks": {"comments": "x" * 4001}}}, 422, "invalid"),
        ({"payload": {"surprise": "x" * 400_000}}, 422, "payload_too_large"),
        ({"reasons": {"a": ""}}, 422, "invalid"),
    ],
)
async def test_what_cannot_be_is_refused(
    client: ApiClient, app: App, change: dict[str, object], status: int, code: str
) -> None:
    _, site, rig = await a_rig(app, client)
    report_id = new_id()
    await put(rig, report_id, an_edit(site))
    refused = await put(rig, report_id, {**an_edit(site), **change})
    assert (refused.status, refused.code) == (status, code)


async def test_a_field_that_is_wrong_is_named_from_the_payload_on(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    refused = await put(rig, new_id(), an_edit(site, payload={"volumes": {"oil": {"value": 1, "unit": "ft"}}}))
    assert refused.fields == {"payload.volumes.oil"}


async def test_a_day_that_the_zone_left_out_is_refused(client: ApiClient, app: App) -> None:
    admin, _, rig = await a_rig(app, client)
    apia = await a_site(app, admin, time_zone="Pacific/Apia", day_start="00:00")
    refused = await put(rig, new_id(), an_edit(apia, day="2011-12-30"))
    assert (refused.status, refused.code) == (422, "no_such_day")


async def test_whoever_does_not_see_the_site_finds_nothing(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, elsewhere = new_id(), await a_site(app, admin, "Gullfaks")
    await put(rig, report_id, an_edit(site))
    scoped = await a_colleague(app, admin, Role.OPERATOR, site_ids=(elsewhere.id,))
    limited = client.signed_in(a_token(app, scoped))
    assert (await put(limited, report_id, an_edit(elsewhere))).status == 404
    assert (await put(limited, new_id(), an_edit(site))).status == 404
    assert (await limited.get(f"v1/reports/{report_id}")).status == 404
    assert (await limited.delete(f"v1/reports/{report_id}", headers={"If-Match": '"0"'})).status == 404


async def test_a_report_is_read_in_one_request_and_an_edit_takes_two(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, body = new_id(), an_edit(site)
    await put(rig, report_id, body)
    with counted_requests() as made:
        await rig.get(f"v1/reports/{report_id}")
    assert made == ["POST reports"]
    with counted_requests() as made:
        await put(rig, report_id, {**body, "basedOn": 1, "edits": [new_id()]})
    assert made == ["POST reports", "POST reports"]


async def test_a_draft_is_discarded_by_its_author_and_late_messages_do_not_bring_it_back(
    client: ApiClient, app: App
) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, body = new_id(), an_edit(site)
    etag = (await put(rig, report_id, body)).json["etag"]
    path = f"v1/reports/{report_id}"
    stranger = client.signed_in(a_token(app, await a_colleague(app, admin, Role.OPERATOR)))
    assert (await stranger.delete(path, headers={"If-Match": etag})).code == "not_yours"
    assert (await rig.delete(path, headers={"If-Match": '"stale"'})).code == "stale_version"
    assert (await rig.delete(path, headers={"If-Match": etag})).status == 204
    assert (await rig.delete(path, headers={"If-Match": etag})).status == 204
    assert (await rig.get(path)).status == 404
    refused = await put(rig, report_id, body)
    assert (refused.status, refused.code) == (409, "report_discarded")
    assert (await put(rig, new_id(), body)).status == 201, "its place is free again"
    assert await activities_of(app, admin.organisation_id, report_id) == ["report.created", "report.discarded"]


async def test_an_id_of_something_else_is_taken(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    item = {"id": new_id(), "kind": "activity", "organisationId": admin.organisation_id, "day": DAY}
    await app.database.container("reports").create(item)
    refused = await put(rig, item["id"], an_edit(site))
    assert (refused.status, refused.code) == (409, "report_id_taken")
