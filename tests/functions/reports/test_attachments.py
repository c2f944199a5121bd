"""Files of reports: announced by the device, in any order with the report, verified as documents, needed for a submit."""

import asyncio
import hashlib
import json
from typing import Any

import pytest

from shared.app import App
from shared.documents.model import Document
from shared.documents.revision import AWAITED_FOR
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.sites.model import Site
from tests import documents
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.documents import content_of, job_of, promoted
from tests.field_reports import a_rig, a_submit, an_edit, put, submit
from tests.files import a_png
from tests.people import Person, a_colleague, a_site, a_token
from tests.reports import a_payload
from tests.retention import a_policy, a_run, outcomes, worked_off


def announced(site: Site, content: bytes, **changes: Any) -> dict[str, Any]:
    return {
        "siteId": site.id,
        "name": "hose.png",
        "sizeBytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "contentType": "image/png",
        **changes,
    }


async def announce(client: ApiClient, report_id: str, photo_id: str, body: dict[str, Any]) -> Response:
    return await client.put(f"v1/reports/{report_id}/attachments/{photo_id}", body)


async def upload(app: App, client: ApiClient, person: Person, report_id: str, photo_id: str, site: Site) -> bytes:
    """Announced, put, completed and verified; the bytes."""
    content = a_png()
    answer = await announce(client, report_id, photo_id, announced(site, content))
    assert (await documents.put(answer.json["upload"]["url"], content)).status_code == 201
    assert (await client.post(f"v1/reports/{report_id}/attachments/{photo_id}/complete")).status == 202
    await app.documents.processing.verify(job_of(await found(app, person, photo_id)))
    return content


async def found(app: App, person: Person, photo_id: str) -> Document:
    return await app.documents.service.get(person.actor, photo_id)


def with_photo(site: Site, photo_id: str, content: bytes) -> dict[str, Any]:
    facts = announced(site, content)
    attachment = {"id": photo_id, **{name: facts[name] for name in ("name", "sizeBytes", "sha256")}}
    photos = [{"id": "p1", "attachmentId": photo_id, "caption": "the hose"}]
    payload = a_payload("hse_observation", **{"/photos": photos})
    return an_edit(site, "hse_observation", payload=payload, attachments=[attachment])


async def a_site_at_midnight(app: App, client: ApiClient) -> tuple[Person, Site, ApiClient]:
    """Whose day is that of the observation in the vectors."""
    admin, _, rig = await a_rig(app, client)
    return admin, await a_site(app, admin, day_start="00:00"), rig


async def test_a_photo_may_come_before_its_report_and_is_part_of_it(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_site_at_midnight(app, client)
    report_id, photo_id = new_id(), new_id()
    content = await upload(app, rig, admin, report_id, photo_id, site)
    (state,) = (await rig.get(f"v1/reports/{report_id}/attachments")).json["items"]
    assert (state["id"], state["state"], state["name"]) == (photo_id, "ready", "hose.png")
    edit = with_photo(site, photo_id, content)
    answer = await submit(rig, report_id, 1, a_submit(report_id, 1, edit))
    assert answer.status == 201, answer.content
    assert await content_of(app, promoted(await found(app, admin, photo_id))) == content


async def test_a_submit_waits_for_its_files_and_says_how_each_is(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_site_at_midnight(app, client)
    report_id, photo_id, content = new_id(), new_id(), a_png()
    body = a_submit(report_id, 1, with_photo(site, photo_id, content))

    async def refused() -> tuple[int, str, list[tuple[str, str]]]:
        answer = await submit(rig, report_id, 1, body)
        return answer.status, answer.code, [(one["field"], one["code"]) for one in answer.json["errors"]]

    assert await refused() == (409, "attachment_missing", [("attachments[0]", "missing")])
    answer = await announce(rig, report_id, photo_id, announced(site, content))
    assert (await refused())[2] == [("attachments[0]", "awaiting_upload")]
    await documents.put(answer.json["upload"]["url"], content)
    await rig.post(f"v1/reports/{report_id}/attachments/{photo_id}/complete")
    assert (await refused())[2] == [("attachments[0]", "verifying")]
    await app.documents.processing.verify(job_of(await found(app, admin, photo_id)))
    other = {**body["attachments"][0], "sha256": "b" * 64}
    differing = a_submit(report_id, 1, {**body, "attachments": [other]})
    assert (await submit(rig, report_id, 1, differing)).json["errors"][0]["code"] == "differs"
    assert (await submit(rig, report_id, 1, body)).status == 201


async def test_a_photo_that_the_payload_names_is_among_the_attachments(client: ApiClient, app: App) -> None:
    _, site, rig = await a_site_at_midnight(app, client)
    report_id, edit = new_id(), with_photo(site, new_id(), a_png())
    refused = await submit(rig, report_id, 1, a_submit(report_id, 1, {**edit, "attachments": []}))
    assert refused.fields == {"/photos/0/attachmentId"}


async def test_announcing_again_answers_how_it_is(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, photo_id, content = new_id(), new_id(), a_png()
    body = announced(site, content)
    answers = [await announce(rig, report_id, photo_id, body) for _ in range(2)]
    assert [(answer.status, answer.json["state"]) for answer in answers] == [
        (201, "awaiting_upload"),
        (200, "awaiting_upload"),
    ]
    assert answers[1].json["upload"]["method"] == "single"
    await upload(app, rig, admin, report_id, photo_id, site)
    again = await announce(rig, report_id, photo_id, body)
    assert (again.status, again.json["state"], again.json["upload"]) == (200, "ready", None)


async def test_many_repetitions_at_once_make_one_file(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, photo_id, body = new_id(), new_id(), announced(site, a_png())
    answers = await asyncio.gather(*(announce(rig, report_id, photo_id, body) for _ in range(5)))
    assert sorted(answer.status for answer in answers) == [200, 200, 200, 200, 201]


@pytest.mark.parametrize("change", [{"name": "other.png"}, {"sizeBytes": 7}, {"sha256": "c" * 64}])
async def test_an_id_of_another_file_is_taken(client: ApiClient, app: App, change: dict[str, Any]) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, photo_id, body = new_id(), new_id(), announced(site, a_png())
    await announce(rig, report_id, photo_id, body)
    refused = await announce(rig, report_id, photo_id, {**body, **change})
    assert (refused.status, refused.code) == (409, "attachment_taken")
    assert (await announce(rig, new_id(), photo_id, body)).code == "attachment_taken"


async def test_what_changed_on_its_way_is_awaited_again_under_the_same_id(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, photo_id, content = new_id(), new_id(), a_png()
    body = announced(site, content)
    answer = await announce(rig, report_id, photo_id, body)
    await documents.put(answer.json["upload"]["url"], content[:-1] + b"x")
    await rig.post(f"v1/reports/{report_id}/attachments/{photo_id}/complete")
    await app.documents.processing.verify(job_of(await found(app, admin, photo_id)))
    (state,) = (await rig.get(f"v1/reports/{report_id}/attachments")).json["items"]
    assert (state["state"], state["rejection"]["code"]) == ("rejected", "hash_mismatch")
    again = await announce(rig, report_id, photo_id, body)
    assert (again.json["state"], again.json["revision"]) == ("awaiting_upload", 2)
    await documents.put(again.json["upload"]["url"], content)
    await rig.post(f"v1/reports/{report_id}/attachments/{photo_id}/complete")
    await app.documents.processing.verify(job_of(await found(app, admin, photo_id)))
    assert (await announce(rig, report_id, photo_id, body)).json["state"] == "ready"


async def test_a_device_that_was_away_for_days_goes_on(client: ApiClient, app: App, clock: Clock) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, photo_id, body = new_id(), new_id(), announced(site, a_png())
    await announce(rig, report_id, photo_id, body)
    clock.advance(seconds=3 * AWAITED_FOR.total_seconds())
    await app.documents.reconciliation.run()
    rig = client.signed_in(a_token(app, await a_colleague_of(app, site)))
    (state,) = (await rig.get(f"v1/reports/{report_id}/attachments")).json["items"]
    assert (state["state"], state["rejection"]["code"]) == ("rejected", "never_uploaded")
    assert (await announce(rig, report_id, photo_id, body)).json["state"] == "awaiting_upload"


async def a_colleague_of(app: App, site: Site) -> Person:
    admin = Person(site.created_by, site.organisation_id, "", Role.ADMIN)
    return await a_colleague(app, admin, Role.OPERATOR)


async def test_files_of_reports_stay_out_of_the_library(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, photo_id = new_id(), new_id()
    await upload(app, rig, admin, report_id, photo_id, site)
    everything = await rig.get("v1/documents")
    of_report = await rig.get(f"v1/documents?reportId={report_id}")
    assert everything.json["items"] == []
    assert [row["id"] for row in of_report.json["items"]] == [photo_id]
    assert (await rig.get("v1/documents/search?q=hose")).json["items"] == []


async def test_a_file_of_a_report_goes_nowhere_by_itself(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, photo_id = new_id(), new_id()
    await upload(app, rig, admin, report_id, photo_id, site)
    elsewhere = await a_site(app, admin, "Gullfaks")
    path, as_admin = f"v1/documents/{photo_id}", client.signed_in(a_token(app, admin))
    etag = {"If-Match": (await as_admin.get(path)).headers["ETag"]}
    content = a_png()
    revision = {
        "fileName": "a.png",
        "sizeBytes": 1,
        "sha256": hashlib.sha256(content).hexdigest(),
        "contentType": "image/png",
    }
    answers = [
        await as_admin.patch(path, {"siteId": elsewhere.id}, headers=etag),
        await as_admin.delete(path, headers=etag),
        await as_admin.post(f"{path}/revisions", revision),
    ]
    assert [(answer.status, answer.code) for answer in answers] == [(409, "part_of_report")] * 3
    assert (await as_admin.patch(path, {"tags": ["hose"]}, headers=etag)).status == 200


async def test_no_policy_deletes_a_file_of_a_report(client: ApiClient, app: App, clock: Clock) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, photo_id = new_id(), new_id()
    await upload(app, rig, admin, report_id, photo_id, site)
    clock.advance(hours=49)
    day = a_policy("trash", "createdAt", 1), a_policy("delete", "createdAt", 1, name="Gone")
    run = await worked_off(app, await a_run(app, admin, *day))
    assert await outcomes(app, run) == {}
    as_admin = client.signed_in(a_token(app, admin))
    why = (await as_admin.get(f"v1/documents/{photo_id}/retention")).json
    assert "part of a report" in json.dumps(why)


async def test_nobody_announces_for_a_site_they_do_not_see(client: ApiClient, app: App) -> None:
    admin, site, rig = await a_rig(app, client)
    report_id, photo_id, body = new_id(), new_id(), announced(site, a_png())
    await put(rig, report_id, an_edit(site))
    elsewhere = await a_site(app, admin, "Gullfaks")
    assert (await announce(rig, report_id, photo_id, {**body, "siteId": elsewhere.id})).code == "report_id_taken"
    scoped = client.signed_in(a_token(app, await a_colleague(app, admin, Role.OPERATOR, site_ids=(elsewhere.id,))))
    assert (await announce(scoped, report_id, photo_id, body)).status == 404
    assert (await announce(scoped, new_id(), photo_id, body)).status == 404
    await announce(rig, report_id, photo_id, body)
    assert (await scoped.get(f"v1/reports/{report_id}/attachments")).status == 404
    assert (await scoped.post(f"v1/reports/{report_id}/attachments/{photo_id}/complete")).status == 404
    assert (await announce(scoped, new_id(), photo_id, {**body, "siteId": elsewhere.id})).code == "attachment_taken"


async def test_another_reports_file_is_not_there(client: ApiClient, app: App) -> None:
    _, site, rig = await a_rig(app, client)
    report_id, photo_id = new_id(), new_id()
    await announce(rig, report_id, photo_id, announced(site, a_png()))
    assert (await rig.post(f"v1/reports/{new_id()}/attachments/{photo_id}/complete")).status == 404
    assert (await rig.get(f"v1/reports/{new_id()}/attachments")).status == 404
