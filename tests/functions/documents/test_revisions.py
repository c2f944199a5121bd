"""GET and DELETE of /documents/{id}/revisions: looking back, and giving one up."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import (
    PDF,
    PROGRAM,
    a_completed,
    a_pdf,
    a_verified,
    an_announced,
    an_earlier,
    an_uploaded,
    announcement,
    as_person,
    happened,
    put,
    revision_of,
    somebody,
    stored,
)
from tests.people import counted_requests

READS = pytest.mark.parametrize("path", ["revisions", "revisions/1"])
SECOND = a_pdf(mark="second")


@READS
async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient, path: str) -> None:
    answer = await client.get(f"v1/documents/{new_id()}/{path}")
    assert (answer.status, answer.code) == (401, "unauthenticated")


@READS
async def test_another_organisation_and_another_site_find_nothing(client: ApiClient, app: App, path: str) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    await app.documents.service.documents.replace(document.model_copy(update={"site_id": new_id()}))
    limited = somebody(Role.VIEWER, organisation_id=person.organisation_id, site_ids=(new_id(),))
    for who in (somebody(Role.ADMIN), limited):
        answer = await as_person(client, app, who).get(f"v1/documents/{document.id}/{path}")
        assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize("number", ["0", "3", "1001", "-1", "x", "1.5"])
async def test_a_number_that_was_never_given_is_nothing(client: ApiClient, app: App, number: str) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    answer = await as_person(client, app, person).get(f"v1/documents/{document.id}/revisions/{number}")
    assert (answer.status, answer.code) == (404, "not_found")


async def test_a_revision_is_not_a_document(client: ApiClient, app: App) -> None:
    person = somebody()
    first = await a_verified(app, person.actor)
    await a_verified(app, person.actor, SECOND, onto=first)
    rows = (await as_person(client, app, person).get("v1/documents")).json["items"]
    assert [row["id"] for row in rows] == [first.id]


async def test_a_viewer_sees_all_of_them_newest_first(client: ApiClient, app: App, clock: Clock) -> None:
    person = somebody()
    document = await a_verified(app, person.actor, PDF, "a.pdf")
    for content, name in ((PROGRAM, "b.pdf"), (SECOND, "c.pdf")):
        clock.advance(minutes=1)
        document = await a_verified(app, person.actor, content, name, onto=document)
    await an_announced(app, person.actor, PDF, "d.pdf", onto=document)
    viewer = as_person(client, app, somebody(Role.VIEWER, organisation_id=person.organisation_id))
    rows = (await viewer.get(f"v1/documents/{document.id}/revisions")).json["items"]
    assert [(row["number"], row["fileName"], row["state"]) for row in rows] == [
        (4, "d.pdf", "awaiting_upload"),
        (3, "c.pdf", "ready"),
        (2, "b.pdf", "rejected"),
        (1, "a.pdf", "ready"),
    ]
    assert [row["inForce"] for row in rows] == [False, True, False, False]
    assert [row["superseded"] for row in rows] == [False, False, False, True]
    assert rows[2]["rejection"]["code"] == "type_not_allowed"
    assert rows[3]["createdBy"] == person.id
    for row in rows:
        assert (await viewer.get(f"v1/documents/{document.id}/revisions/{row['number']}")).json == row


async def test_pages_skip_and_repeat_nothing_while_another_comes(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await an_earlier(app, person.actor, 6)
    assert document is not None
    caller = as_person(client, app, person)
    path = f"v1/documents/{document.id}/revisions?limit=2"
    seen: list[int] = []
    cursor = ""
    with counted_requests() as requests:
        while True:
            answer = (await caller.get(f"{path}&cursor={cursor}")).json
            seen += [row["number"] for row in answer["items"]]
            if not (cursor := answer["nextCursor"]):
                break
            if len(seen) == 2:
                with counted_requests():
                    await an_announced(app, person.actor, SECOND, onto=document)
    assert seen == [5, 4, 3, 2, 1]
    assert requests.count("POST documents") == len(requests) - 1  # the GET is the announcement's
    assert (await caller.get(path)).json["items"][0]["number"] == 6


async def test_a_cursor_of_another_document_is_refused(client: ApiClient, app: App) -> None:
    person = somebody()
    one, other = [await an_earlier(app, person.actor, 3) for _ in range(2)]
    assert one is not None
    assert other is not None
    caller = as_person(client, app, person)
    cursor = (await caller.get(f"v1/documents/{one.id}/revisions?limit=1")).json["nextCursor"]
    answer = await caller.get(f"v1/documents/{other.id}/revisions?limit=1&cursor={cursor}")
    assert (answer.status, answer.code) == (400, "cursor_invalid")


@READS
async def test_it_costs_one_request(client: ApiClient, app: App, path: str) -> None:
    person = somebody(site_ids=())
    document = await a_verified(app, person.actor)
    with counted_requests() as requests:
        assert (await as_person(client, app, person).get(f"v1/documents/{document.id}/{path}")).status == 200
    assert requests == ["POST documents"]


async def test_only_who_may_write_gives_up(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    path = f"v1/documents/{document.id}/revisions/1"
    assert (await client.delete(path)).status == 401
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    assert (await as_person(client, app, viewer).delete(path)).status == 403
    assert (await as_person(client, app, somebody(Role.ADMIN)).delete(path)).status == 404
    assert (await app.documents.service.get(person.actor, document.id)).state == "awaiting_upload"


async def test_what_was_uploaded_stays(client: ApiClient, app: App) -> None:
    person = somebody()
    first = await a_verified(app, person.actor)
    verifying = await a_completed(app, person.actor, SECOND, onto=first)
    caller = as_person(client, app, person)
    for number in (1, 2):
        answer = await caller.delete(f"v1/documents/{first.id}/revisions/{number}")
        assert (answer.status, answer.code) == (409, "not_given_up")
    assert await app.documents.service.get(person.actor, first.id) == verifying


async def test_given_up_it_stays_in_the_list_and_makes_way(client: ApiClient, app: App) -> None:
    person = somebody(Role.OPERATOR)
    first = await a_verified(app, person.actor)
    await an_uploaded(app, person.actor, SECOND, onto=first)
    caller = as_person(client, app, person)
    path = f"v1/documents/{first.id}"
    for _ in range(3):
        assert (await caller.delete(f"{path}/revisions/2")).status == 204
    given_up = await app.documents.service.get(person.actor, first.id)
    assert not (await stored(app, given_up)).quarantined
    assert (await revision_of(app, given_up)).overdue_at is None
    assert await happened(app, given_up) == ["document.revision_announced", "document.revision_given_up"]
    read: dict[str, Any] = (await caller.get(path)).json
    assert (read["newest"]["state"], read["newest"]["rejection"]["code"]) == ("rejected", "given_up")
    assert read["current"]["number"] == 1
    assert (await caller.post(f"{path}/complete")).json["newest"]["state"] == "rejected"
    assert (await caller.post(f"{path}/upload-url")).code == "not_awaiting_upload"
    third = await caller.post(f"{path}/revisions", announcement(SECOND))
    assert third.json["document"]["newest"]["number"] == 3


async def test_bytes_that_come_after_it_was_given_up_become_nothing(client: ApiClient, app: App, clock: Clock) -> None:
    person = somebody()
    document, upload = await an_announced(app, person.actor)
    await app.documents.revisions.give_up(person.actor, document.id, 1)
    await put(upload.signed.url, PDF)
    clock.advance(days=2)
    await app.documents.reconciliation.run()
    assert (await app.documents.service.get(person.actor, document.id)).state == "rejected"
