"""Documents stored before revisions were items of their own: everything works on them as on others, and no job converts them."""

from datetime import timedelta
from typing import Any

import pytest

from shared.app import App
from shared.documents.revision import RevisionState, blob_name
from shared.documents.work import VERIFY_QUEUE
from shared.identity.actor import Actor
from shared.kit.blob_path import BlobPath
from shared.kit.clock import to_wire
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from shared.kit.paging import PageRequest, Sort
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import (
    PDF,
    a_pdf,
    a_verified,
    announcement,
    as_person,
    content_of,
    happened,
    items_of,
    put,
    revision_of,
    somebody,
    stored,
)
from tests.people import Person

OLD_JOB = "document.verify"
_MINUTE = timedelta(minutes=1)


async def an_old_one(app: App, person: Person, state: str, **update: Any) -> str:
    """As an item was written then, its bytes where they lie in this state."""
    document_id, now = new_id(), app.now()
    name = blob_name(person.organisation_id, document_id, 1)
    container = "library" if state == "ready" else "quarantine"
    signed = await app.blobs.sign_create(BlobPath(container, name), _MINUTE)
    assert (await put(signed.url, PDF)).status_code == 201
    found = await app.blobs.properties(BlobPath(container, name))
    assert found is not None
    revision = {
        **announcement(PDF),
        "number": 1,
        "blobName": name,
        "awaitedUntil": to_wire(now + _MINUTE * 60 * 24),
        "state": state,
        "blobEtag": None if state == "awaiting_upload" else found.etag,
        "detectedType": "application/pdf" if state == "ready" else None,
        "rejection": None,
        "leasedUntil": None,
        "attempts": 0,
    }
    item = {
        "id": document_id,
        "kind": "document",
        "organisationId": person.organisation_id,
        "createdAt": to_wire(now),
        "updatedAt": to_wire(now),
        "createdBy": person.id,
        "title": "Old plan",
        "siteId": None,
        "revision": revision,
        "overdueAt": None if state == "ready" else to_wire(now),
        "trashedAt": None,
        **update,
    }
    await app.database.container("documents").create(item)
    return document_id


async def kinds(app: App, actor: Actor) -> list[str]:
    return sorted(item["kind"] for item in await items_of(app, actor.organisation_id) if item["kind"] != "activity")


async def test_it_is_read_listed_and_downloaded(client: ApiClient, app: App) -> None:
    person = somebody()
    document_id = await an_old_one(app, person, "ready")
    caller = as_person(client, app, person)
    read = (await caller.get(f"v1/documents/{document_id}")).json
    assert (read["title"], read["newest"]["number"], read["current"]) == ("Old plan", 1, read["newest"])
    for query in ("", "?state=ready"):
        assert [row["id"] for row in (await caller.get(f"v1/documents{query}")).json["items"]] == [document_id]
    assert (await caller.get("v1/documents?state=verifying")).json["items"] == []
    (row,) = (await caller.get(f"v1/documents/{document_id}/revisions")).json["items"]
    assert (row["number"], row["inForce"]) == (1, True)
    assert (await caller.get(f"v1/documents/{document_id}/revisions/1")).json == row
    for query in ("", "?revision=1"):
        assert (await caller.post(f"v1/documents/{document_id}/download-url{query}")).json["revision"] == 1
    announced = (await caller.post("v1/documents", announcement(PDF))).json
    assert [one["id"] for one in announced["duplicates"]] == [document_id]


@pytest.mark.parametrize("action", ["title", "trash"])
async def test_with_the_next_change_it_is_taken_apart(client: ApiClient, app: App, action: str) -> None:
    person = somebody()
    document_id = await an_old_one(app, person, "ready")
    caller = as_person(client, app, person)
    path = f"v1/documents/{document_id}"
    before = (await caller.get(f"{path}/revisions/1")).json
    headers = {"If-Match": (await caller.get(path)).json["etag"]}
    if action == "title":
        assert (await caller.patch(path, {"title": "New"}, headers=headers)).status == 200
    else:
        assert (await caller.delete(path, headers=headers)).status == 204
    assert await kinds(app, person.actor) == ["document", "revision"]
    (item,) = [item for item in await items_of(app, person.organisation_id) if item["kind"] == "document"]
    assert "revision" not in item
    assert (await caller.get(f"{path}/revisions/1")).json == before
    assert (await caller.get(path)).json["current"]["number"] == 1


async def test_a_further_revision_comes_onto_it_and_back_again(app: App) -> None:
    person = somebody()
    old = await app.documents.service.get(person.actor, await an_old_one(app, person, "ready"))
    second = await a_verified(app, person.actor, a_pdf(mark="second"), onto=old)
    assert (second.current, second.newest.number) == (second.newest, 2)
    assert await kinds(app, person.actor) == ["document", "revision", "revision"]
    document, repeated = await app.documents.revisions.roll_back(person.actor, old.id, 1)
    await app.documents.processing.verify(Job.of(OLD_JOB, old.organisation_id, old.id, revisionId=repeated.id))
    assert await content_of(app, document.stored(3)) == PDF
    request = PageRequest(Sort("id"), 10)
    _, page = await app.documents.revisions.list_page(person.actor, old.id, request)
    assert [revision.number for revision in page.items] == [3, 2, 1]


@pytest.mark.parametrize("state", ["awaiting_upload", "verifying"])
async def test_one_on_its_way_is_found_by_the_timer(app: App, clock: Clock, queues: Queues, state: str) -> None:
    person = somebody()
    document_id = await an_old_one(app, person, state)
    clock.advance(minutes=11)
    await app.documents.reconciliation.run()
    jobs = [job for job in await queues.take(VERIFY_QUEUE) if job.subject_id == document_id]
    assert len(jobs) == 1
    await app.documents.processing.verify(jobs[0])
    settled = await app.documents.service.get(person.actor, document_id)
    assert (settled.state, settled.current) == (RevisionState.READY, settled.newest)
    assert (await revision_of(app, settled)).overdue_at is None
    assert not (await stored(app, settled)).quarantined


async def test_what_was_sent_or_recorded_then_is_for_its_first_revision(app: App, queues: Queues) -> None:
    person = somebody()
    document_id = await an_old_one(app, person, "verifying")
    activity = {
        "kind": "activity",
        "type": "document.upload_completed",
        "organisationId": person.organisation_id,
        "subjectId": document_id,
        "data": {},
    }
    await app.documents.processing.follow([activity])
    (job,) = await queues.take(VERIFY_QUEUE)
    await app.documents.processing.verify(Job.of(OLD_JOB, job.organisation_id, job.subject_id))
    settled = await app.documents.service.get(person.actor, document_id)
    assert settled.state == "ready"
    await app.documents.processing.verify(job)
    assert (await happened(app, settled)).count("document.verified") == 1


async def test_completing_it_is_one_write(client: ApiClient, app: App) -> None:
    person = somebody()
    document_id = await an_old_one(app, person, "awaiting_upload")
    answer = await as_person(client, app, person).post(f"v1/documents/{document_id}/complete")
    assert (answer.status, answer.json["newest"]["state"]) == (202, "verifying")
    assert await kinds(app, person.actor) == ["document", "revision"]
