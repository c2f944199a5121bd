"""POST /documents/{id}/revisions: a further file; what is served stays until it is ready."""

import asyncio

import pytest

from shared.app import App
from shared.documents.revision import MAX_REVISIONS, revision_id
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import (
    PDF,
    PROGRAM,
    a_completed,
    a_pdf,
    a_verified,
    an_announced,
    announcement,
    as_person,
    happened,
    items_of,
    job_of,
    put,
    somebody,
)
from tests.people import an_admin, an_api_key, counted_requests

SECOND = a_pdf(mark="second")


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/documents/{new_id()}/revisions", announcement(PDF))
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_viewers_may_not(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    answer = await as_person(client, app, viewer).post(f"v1/documents/{document.id}/revisions", announcement(PDF))
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_another_organisation_and_another_site_find_nothing(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    placed = await app.documents.service.documents.replace(document.model_copy(update={"site_id": new_id()}))
    limited = somebody(organisation_id=person.organisation_id, site_ids=(new_id(),))
    for who in (somebody(Role.ADMIN), limited):
        answer = await as_person(client, app, who).post(f"v1/documents/{document.id}/revisions", announcement(PDF))
        assert (answer.status, answer.code) == (404, "not_found")
    assert await app.documents.service.get(person.actor, document.id) == placed


async def test_a_key_without_the_site_finds_nothing(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    document = await a_verified(app, admin.actor)
    await app.documents.service.documents.replace(document.model_copy(update={"site_id": new_id()}))
    for site_ids, expected in ((None, 201), ((), 404)):
        _, token = await an_api_key(app, admin, Permission.DOCUMENTS_WRITE, site_ids=site_ids)
        path = f"v1/documents/{document.id}/revisions"
        assert (await client.signed_in(token).post(path, announcement(SECOND))).status == expected


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"fileName": "../a.pdf"}, "invalid", "fileName"),
        ({"fileName": "setup.exe"}, "type_not_allowed", "fileName"),
        ({"sizeBytes": 2**50}, "upload_too_large", "sizeBytes"),
        ({"sha256": "0"}, "invalid", "sha256"),
        ({"title": "of a document, not of a revision"}, "invalid", "title"),
    ],
)
async def test_bad_input_names_the_field(
    client: ApiClient, app: App, change: dict[str, object], code: str, field: str
) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    body = announcement(PDF, **change)
    answer = await as_person(client, app, person).post(f"v1/documents/{document.id}/revisions", body)
    assert (answer.status, answer.code, answer.fields) == (422, code, {field})
    assert await app.documents.service.get(person.actor, document.id) == document


@pytest.mark.parametrize("pending", [an_announced, a_completed])
async def test_one_at_a_time_is_on_its_way(client: ApiClient, app: App, pending: object) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    await pending(app, person.actor, SECOND, onto=document)  # type: ignore[operator]
    answer = await as_person(client, app, person).post(f"v1/documents/{document.id}/revisions", announcement(PDF))
    assert (answer.status, answer.code) == (409, "revision_pending")


async def test_of_five_at_once_one_wins(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    caller = as_person(client, app, person)
    bodies = [announcement(a_pdf(mark=f"by {number}")) for number in range(5)]
    answers = await asyncio.gather(*(caller.post(f"v1/documents/{document.id}/revisions", body) for body in bodies))
    assert sorted(answer.status for answer in answers) == [201, 409, 409, 409, 409]
    assert {answer.code for answer in answers if answer.status == 409} == {"revision_pending"}
    items = await items_of(app, person.organisation_id)
    assert [item["number"] for item in items if item["kind"] == "revision"] == [2, 1]


async def test_a_new_title_at_the_same_moment_loses_nothing(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    caller = as_person(client, app, person)
    path = f"v1/documents/{document.id}"
    announced, renamed = await asyncio.gather(
        caller.post(f"{path}/revisions", announcement(SECOND)),
        caller.patch(path, {"title": "New title"}, headers={"If-Match": document.etag}),
    )
    assert announced.status == 201
    read = (await caller.get(path)).json
    assert read["newest"]["number"] == 2
    assert read["title"] == ("New title" if renamed.status == 200 else document.title)
    assert renamed.status in {200, 412}


async def test_nothing_comes_onto_what_is_in_the_trash(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    await app.documents.service.trash(person.actor, document.id, document.etag)
    answer = await as_person(client, app, person).post(f"v1/documents/{document.id}/revisions", announcement(PDF))
    assert (answer.status, answer.code) == (409, "in_the_trash")


async def test_a_thousand_and_no_more(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    caller = as_person(client, app, person)
    for number, status in ((MAX_REVISIONS - 1, 201), (MAX_REVISIONS, 409)):
        fresh = await app.documents.service.get(person.actor, document.id)
        late = document.newest.model_copy(update={"number": number})
        await app.documents.service.documents.replace(fresh.model_copy(update={"newest": late}))
        answer = await caller.post(f"v1/documents/{document.id}/revisions", announcement(SECOND))
        assert answer.status == status
    assert answer.code == "too_many_revisions"


async def test_what_is_served_stays_until_the_new_one_is_ready(client: ApiClient, app: App) -> None:
    person = somebody()
    first = await a_verified(app, person.actor, title="Plan")
    caller = as_person(client, app, person)
    path = f"v1/documents/{first.id}"
    announced = await caller.post(f"{path}/revisions", announcement(SECOND, "plan B.pdf"))
    assert (announced.status, announced.headers["Location"]) == (201, f"/api/{path}/revisions/2")
    assert f"/{first.id}/2?" in announced.json["upload"]["url"]

    async def standing() -> tuple[str, int, int, str]:
        read = (await caller.get(path)).json
        assert read["title"] == "Plan"
        download = (await caller.post(f"{path}/download-url")).json
        return read["newest"]["state"], read["newest"]["number"], read["current"]["number"], download["fileName"]

    assert await standing() == ("awaiting_upload", 2, 1, "report.pdf")
    await put(announced.json["upload"]["url"], SECOND)
    completed = await caller.post(f"{path}/complete")
    assert completed.json["current"]["number"] == 1
    assert await standing() == ("verifying", 2, 1, "report.pdf")
    await app.documents.processing.verify(job_of(await app.documents.service.get(person.actor, first.id)))
    assert await standing() == ("ready", 2, 2, "plan B.pdf")


async def test_what_is_refused_never_becomes_current_and_its_number_is_used_up(client: ApiClient, app: App) -> None:
    person = somebody()
    first = await a_verified(app, person.actor)
    refused = await a_verified(app, person.actor, PROGRAM, onto=first)
    assert (refused.newest.number, refused.state, refused.current) == (2, "rejected", first.current)
    caller = as_person(client, app, person)
    again = await caller.post(f"v1/documents/{first.id}/revisions", announcement(SECOND))
    assert again.json["document"]["newest"]["number"] == 3
    old = (await caller.get(f"v1/documents/{first.id}/revisions/2")).json
    assert (old["state"], old["rejection"]["code"], old["inForce"]) == ("rejected", "type_not_allowed", False)


async def test_after_a_refused_first_one_the_second_is_the_first_that_is_served(client: ApiClient, app: App) -> None:
    person = somebody()
    refused = await a_verified(app, person.actor, PROGRAM)
    assert refused.current is None
    second = await a_verified(app, person.actor, SECOND, onto=refused)
    assert second.current is not None
    assert second.current.number == 2


async def test_the_same_key_announces_once(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    caller = as_person(client, app, person)
    path, body, headers = f"v1/documents/{document.id}/revisions", announcement(SECOND), {"Idempotency-Key": "r2"}
    first, again = [await caller.post(path, body, headers=headers) for _ in range(2)]
    assert (first.status, again.status, first.json) == (201, 201, again.json)


async def test_both_items_and_what_happened_are_one_write(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    caller = as_person(client, app, person)
    with counted_requests() as requests:
        answer = await caller.post(f"v1/documents/{document.id}/revisions", announcement(SECOND))
    assert answer.status == 201
    assert requests == ["GET documents", "POST documents", "POST documents"]  # the last looks for duplicates
    announced = await app.documents.service.get(person.actor, document.id)
    assert await happened(app, announced) == ["document.revision_announced"]
    (activity,) = [
        item
        for item in await items_of(app, person.organisation_id)
        if item.get("type") == "document.revision_announced"
    ]
    assert activity["data"] == {"revisionId": revision_id(document.id, 2), "revision": 2}
    assert activity["createdBy"] == person.id
