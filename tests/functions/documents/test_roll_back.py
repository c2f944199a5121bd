"""POST /documents/{id}/revisions/{number}/restore: a new revision with the bytes of an earlier one."""

import asyncio
from typing import Any

import httpx
import pytest

from shared.app import App
from shared.documents.work import VERIFY_QUEUE
from shared.errors import Unavailable
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.jobs.queues import JobQueue
from tests.api_client import ApiClient
from tests.conftest import Queues
from tests.documents import (
    PROGRAM,
    Stored,
    a_pdf,
    a_verified,
    an_announced,
    as_person,
    content_of,
    happened,
    items_of,
    job_of,
    revision_of,
    somebody,
    stored,
)
from tests.people import Person, counted_requests

FIRST, SECOND = a_pdf(mark="first"), a_pdf(mark="second")


async def two_revisions(app: App, person: Person) -> str:
    first = await a_verified(app, person.actor, FIRST, "plan A.pdf")
    return (await a_verified(app, person.actor, SECOND, "plan B.pdf", onto=first)).id


def path(document_id: str, number: int = 1) -> str:
    return f"v1/documents/{document_id}/revisions/{number}/restore"


async def test_only_who_may_write_and_sees_the_document(client: ApiClient, app: App) -> None:
    person = somebody()
    document_id = await two_revisions(app, person)
    assert (await client.post(path(document_id))).status == 401
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    assert (await as_person(client, app, viewer).post(path(document_id))).status == 403
    assert (await as_person(client, app, somebody(Role.ADMIN)).post(path(document_id))).status == 404
    document = await app.documents.service.get(person.actor, document_id)
    await app.documents.service.documents.replace(document.model_copy(update={"site_id": new_id()}))
    limited = somebody(organisation_id=person.organisation_id, site_ids=(new_id(),))
    assert (await as_person(client, app, limited).post(path(document_id))).status == 404


async def test_only_what_is_ready_and_not_current(client: ApiClient, app: App) -> None:
    person = somebody()
    document_id = await two_revisions(app, person)
    document = await app.documents.service.get(person.actor, document_id)
    await a_verified(app, person.actor, PROGRAM, onto=document)
    caller = as_person(client, app, person)
    answers = [await caller.post(path(document_id, number)) for number in (2, 3, 4)]
    found = [(answer.status, answer.code) for answer in answers]
    assert found == [(409, "already_current"), (409, "not_ready"), (404, "not_found")]


async def test_not_beside_another_and_not_in_the_trash(client: ApiClient, app: App) -> None:
    person = somebody()
    caller = as_person(client, app, person)
    document_id = await two_revisions(app, person)
    document = await app.documents.service.get(person.actor, document_id)
    pending, _ = await an_announced(app, person.actor, onto=document)
    assert (await caller.post(path(document_id))).code == "revision_pending"
    await app.documents.revisions.give_up(person.actor, document_id, pending.newest.number)
    document = await app.documents.service.get(person.actor, document_id)
    await app.documents.service.trash(person.actor, document_id, document.etag)
    assert (await caller.post(path(document_id))).code == "in_the_trash"


async def test_the_same_bytes_come_back_as_a_new_revision(client: ApiClient, app: App, queues: Queues) -> None:
    person = somebody(Role.OPERATOR)
    document_id = await two_revisions(app, person)
    await queues.take(VERIFY_QUEUE)
    caller = as_person(client, app, person)
    answer = await caller.post(path(document_id))
    assert answer.status == 202
    assert answer.headers["Location"] == f"/api/v1/documents/{document_id}/revisions/3"
    assert (answer.json["newest"]["state"], answer.json["newest"]["number"]) == ("verifying", 3)
    assert answer.json["current"]["number"] == 2
    (job,) = await queues.take(VERIFY_QUEUE)
    await app.documents.processing.verify(job)
    document = await app.documents.service.get(person.actor, document_id)
    assert document.current == document.newest
    assert (document.newest.number, document.newest.file_name) == (3, "plan A.pdf")
    rows = (await caller.get(f"v1/documents/{document_id}/revisions")).json["items"]
    assert [(row["number"], row["restoredFrom"], row["inForce"]) for row in rows] == [
        (3, 1, True),
        (2, None, False),
        (1, None, False),
    ]
    assert await happened(app, document) == ["document.revision_restored", "document.verified"]
    async with httpx.AsyncClient() as browser:
        for number, content in ((1, FIRST), (2, SECOND), (3, FIRST)):
            signed = (await caller.post(f"v1/documents/{document_id}/download-url?revision={number}")).json
            assert (await browser.get(signed["url"])).content == content


async def test_an_original_is_never_deleted(app: App) -> None:
    """Not after success, not by a repeated delivery, not by the poison handler."""
    person = somebody()
    document_id = await two_revisions(app, person)
    document, _ = await app.documents.revisions.roll_back(person.actor, document_id, 1)
    for work in (app.documents.processing.verify, app.documents.processing.verify, app.documents.processing.give_up):
        await work(job_of(document))
    for number, content in ((1, FIRST), (3, FIRST)):
        assert await content_of(app, document.stored(number)) == content


async def test_one_that_cannot_be_verified_leaves_the_current_one(app: App) -> None:
    person = somebody()
    document_id = await two_revisions(app, person)
    document, _ = await app.documents.revisions.roll_back(person.actor, document_id, 1)
    await app.documents.processing.give_up(job_of(document))
    refused = await app.documents.service.get(person.actor, document_id)
    assert (refused.newest.number, refused.state) == (3, "rejected")
    assert refused.current is not None
    assert refused.current.number == 2
    assert await stored(app, refused) == Stored(quarantined=False, promoted=False)
    assert await content_of(app, refused.stored(1)) == FIRST


async def test_bytes_that_are_not_the_ones_they_were_are_refused(app: App) -> None:
    """It is hashed again: what somebody changed behind the product's back does not become current."""
    person = somebody()
    document_id = await two_revisions(app, person)
    earlier = await revision_of(app, await app.documents.service.get(person.actor, document_id), 1)
    await app.documents.service.documents.container.replace({**earlier.to_item(), "sha256": "0" * 64}, earlier.etag)
    document, _ = await app.documents.revisions.roll_back(person.actor, document_id, 1)
    await app.documents.processing.verify(job_of(document))
    refused = await app.documents.service.get(person.actor, document_id)
    assert refused.newest.rejection is not None
    assert refused.newest.rejection.code == "hash_mismatch"
    assert await content_of(app, refused.stored(1)) == FIRST


async def test_of_three_at_once_one_wins(client: ApiClient, app: App) -> None:
    person = somebody()
    document_id = await two_revisions(app, person)
    caller = as_person(client, app, person)
    answers = await asyncio.gather(*(caller.post(path(document_id)) for _ in range(3)))
    assert sorted(answer.status for answer in answers) == [202, 409, 409]
    items = await items_of(app, person.organisation_id)
    assert sum(item["kind"] == "revision" for item in items) == 3


async def test_without_the_queue_the_feed_starts_it(app: App, queues: Queues, monkeypatch: pytest.MonkeyPatch) -> None:
    person = somebody()
    document_id = await two_revisions(app, person)
    await queues.take(VERIFY_QUEUE)

    async def down(*_: Any, **__: Any) -> None:
        raise Unavailable

    with monkeypatch.context() as broken:
        broken.setattr(JobQueue, "send", down)
        await app.documents.revisions.roll_back(person.actor, document_id, 1)
    await app.documents.processing.follow(await items_of(app, person.organisation_id))
    (job,) = await queues.take(VERIFY_QUEUE)
    await app.documents.processing.verify(job)
    assert (await app.documents.service.get(person.actor, document_id)).newest.state == "ready"


async def test_it_costs_two_requests(client: ApiClient, app: App) -> None:
    person = somebody()
    document_id = await two_revisions(app, person)
    with counted_requests() as requests:
        assert (await as_person(client, app, person).post(path(document_id))).status == 202
    assert requests == ["POST documents"] * 2
