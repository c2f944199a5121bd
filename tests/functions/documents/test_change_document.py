"""PATCH /documents/{id}: title and site; and announcing at a site."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.documents import PDF, an_announced, announcement, as_person, items_of, somebody
from tests.people import Person, a_colleague, a_site, an_admin, an_api_key, counted_requests


async def change(client: ApiClient, document_id: str, body: Any, etag: str = "") -> Response:
    headers = {"If-Match": etag} if etag else {}
    return await client.patch(f"v1/documents/{document_id}", body, headers=headers)


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await change(client, new_id(), {"title": "x"}, '"1"')
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_viewers_may_not_and_others_find_nothing(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    for who, status in ((viewer, 403), (somebody(Role.ADMIN), 404)):
        answer = await change(as_person(client, app, who), document.id, {"title": "x"}, document.etag)
        assert answer.status == status
    assert await app.documents.service.get(person.actor, document.id) == document


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"title": "a\u202eb"}, "title"),
        ({"siteId": "nowhere"}, "siteId"),
        ({"siteId": "0" * 26}, "siteId"),
        ({"newest": {}}, "newest"),
    ],
)
async def test_bad_input_names_the_field(client: ApiClient, app: App, body: Any, field: str) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    answer = await change(as_person(client, app, person), document.id, body, document.etag)
    assert (answer.status, answer.code, answer.fields) == (422, "invalid", {field})


async def test_the_version_must_be_named_and_be_the_newest(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    assert (await change(caller, document.id, {"title": "x"})).status == 428
    answer = await change(caller, document.id, {"title": "x"}, '"another"')
    assert (answer.status, answer.code) == (412, "stale_version")


async def test_of_two_at_once_one_wins(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    bodies = [{"title": f"by {number}"} for number in range(2)]
    answers = await asyncio.gather(*(change(caller, document.id, body, document.etag) for body in bodies))
    assert sorted(answer.status for answer in answers) == [200, 412]


async def test_a_title_and_a_site(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    site = await a_site(app, admin)
    document, _ = await an_announced(app, admin.actor)
    clock.advance(minutes=1)
    caller = as_person(client, app, admin)
    answer = await change(caller, document.id, {"title": "Plan", "siteId": site.id}, document.etag)
    assert (answer.status, answer.json["title"], answer.json["siteId"]) == (200, "Plan", site.id)
    assert answer.headers["ETag"] == answer.json["etag"] != document.etag
    assert answer.json["updatedAt"] != answer.json["createdAt"]
    back = await change(caller, document.id, {"siteId": None}, answer.json["etag"])
    assert (back.json["title"], back.json["siteId"]) == ("Plan", None)
    items = await items_of(app, admin.organisation_id)
    changes = [item["data"] for item in items if item.get("type") == "document.changed"]
    assert changes == [{"title": ["report.pdf", "Plan"], "siteId": [None, site.id]}, {"siteId": [site.id, None]}]


async def test_nothing_new_writes_nothing(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    for body in ({}, {"title": None}, {"title": document.title, "siteId": None}):
        with counted_requests() as requests:
            answer = await change(caller, document.id, body, document.etag)
        assert (answer.json["etag"], requests) == (document.etag, ["GET documents"])


async def test_a_title_costs_two_requests(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    with counted_requests() as requests:
        await change(as_person(client, app, person), document.id, {"title": "x"}, document.etag)
    assert requests == ["GET documents", "POST documents"]


async def two_sites(app: App) -> tuple[Person, str, str, Person]:
    """An admin, two sites, and an engineer of the first."""
    admin = await an_admin(app)
    mine, theirs = (await a_site(app, admin)).id, (await a_site(app, admin)).id
    return admin, mine, theirs, await a_colleague(app, admin, Role.ENGINEER, site_ids=(mine,))


async def test_who_is_limited_moves_documents_between_their_sites_only(client: ApiClient, app: App) -> None:
    admin, mine, theirs, limited = await two_sites(app)
    for before, after in ((mine, theirs), (mine, None), (None, mine)):
        document, _ = await an_announced(app, admin.actor, site_id=before)
        answer = await change(as_person(client, app, limited), document.id, {"siteId": after}, document.etag)
        assert (answer.status, answer.fields) == (422, {"siteId"})
        assert await app.documents.service.get(admin.actor, document.id) == document
    document, _ = await an_announced(app, admin.actor, site_id=theirs)
    assert (await change(as_person(client, app, limited), document.id, {"title": "x"}, document.etag)).status == 404


async def test_documents_are_announced_at_a_site_of_the_actor(client: ApiClient, app: App) -> None:
    admin, mine, theirs, limited = await two_sites(app)
    caller = as_person(client, app, limited)
    answer = await caller.post("v1/documents", announcement(PDF, siteId=mine))
    assert (answer.status, answer.json["document"]["siteId"]) == (201, mine)
    foreign = (await a_site(app, await an_admin(app))).id
    for who, site_id in ((caller, theirs), (caller, foreign), (as_person(client, app, admin), foreign)):
        refused = await who.post("v1/documents", announcement(PDF, siteId=site_id))
        assert (refused.status, refused.code, refused.fields) == (422, "invalid", {"siteId"})


async def test_keys_are_limited_to_their_sites_as_people_are(client: ApiClient, app: App) -> None:
    admin, mine, theirs, _ = await two_sites(app)
    granted = (Permission.DOCUMENTS_READ, Permission.DOCUMENTS_WRITE)
    _, token = await an_api_key(app, admin, *granted, site_ids=(mine,))
    key = client.signed_in(token)
    assert (await key.post("v1/documents", announcement(PDF, siteId=mine))).status == 201
    assert (await key.post("v1/documents", announcement(PDF, siteId=theirs))).status == 422
    hidden, _ = await an_announced(app, admin.actor, site_id=theirs)
    assert hidden.id not in {row["id"] for row in (await key.get("v1/documents")).json["items"]}
    path = f"v1/documents/{hidden.id}"
    assert (await change(key, hidden.id, {"title": "x"}, hidden.etag)).status == 404
    for hidden_path in (path, f"{path}/upload", f"{path}/revisions"):
        assert (await key.get(hidden_path)).status == 404
    for hidden_path in (f"{path}/upload-url", f"{path}/complete", f"{path}/download-url"):
        assert (await key.post(hidden_path)).status == 404
    assert (await key.delete(f"{path}/revisions/1")).status == 404
