"""POST /documents/{id}/complete: the bytes are there; from here on the state tells."""

import asyncio

from shared.app import App
from shared.documents.work import VERIFY_QUEUE
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Queues
from tests.documents import (
    PDF,
    a_completed,
    a_verified,
    an_announced,
    an_uploaded,
    as_person,
    happened,
    job_of,
    put,
    somebody,
    stored,
)
from tests.people import counted_requests


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/documents/{new_id()}/complete")
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_viewers_may_not(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await an_uploaded(app, person.actor)
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    answer = await as_person(client, app, viewer).post(f"v1/documents/{document.id}/complete")
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_another_organisation_finds_nothing_to_complete(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await an_uploaded(app, person.actor)
    answer = await as_person(client, app, somebody(Role.ADMIN)).post(f"v1/documents/{document.id}/complete")
    assert (answer.status, answer.code) == (404, "not_found")
    assert (await app.documents.service.get(person.actor, document.id)).state == "awaiting_upload"


async def test_an_id_that_cannot_be_is_nothing(client: ApiClient, app: App) -> None:
    answer = await as_person(client, app, somebody()).post(f"v1/documents/{'u' * 26}/complete")
    assert (answer.status, answer.code) == (404, "not_found")


async def test_without_bytes_it_is_too_early(client: ApiClient, app: App) -> None:
    person = somebody()
    document, upload = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    answer = await caller.post(f"v1/documents/{document.id}/complete")
    assert (answer.status, answer.code) == (409, "upload_missing")
    assert (await put(upload.signed.url, PDF)).status_code == 201
    assert (await caller.post(f"v1/documents/{document.id}/complete")).status == 202


async def test_bytes_of_another_size_are_dropped_and_can_be_sent_again(client: ApiClient, app: App) -> None:
    person = somebody()
    document, upload = await an_announced(app, person.actor)
    await put(upload.signed.url, PDF + b"too much")
    caller = as_person(client, app, person)
    answer = await caller.post(f"v1/documents/{document.id}/complete")
    assert (answer.status, answer.code) == (409, "size_mismatch")
    assert answer.json["detail"] == f"{len(PDF) + 8} bytes arrived, {len(PDF)} were announced."
    assert not (await stored(app, document)).quarantined
    assert (await caller.get(f"v1/documents/{document.id}")).json["newest"]["state"] == "awaiting_upload"
    fresh = (await caller.post(f"v1/documents/{document.id}/upload-url")).json
    assert (await put(fresh["url"], PDF)).status_code == 201
    assert (await caller.post(f"v1/documents/{document.id}/complete")).json["newest"]["state"] == "verifying"


async def test_repeating_is_harmless(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await an_uploaded(app, person.actor)
    caller = as_person(client, app, person)
    answers = [await caller.post(f"v1/documents/{document.id}/complete") for _ in range(3)]
    assert [(answer.status, answer.json["newest"]["state"]) for answer in answers] == [(202, "verifying")] * 3
    assert await happened(app, document) == ["document.announced", "document.upload_completed"]


async def test_repeating_at_once_completes_once(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await an_uploaded(app, person.actor)
    caller = as_person(client, app, person)
    answers = await asyncio.gather(*(caller.post(f"v1/documents/{document.id}/complete") for _ in range(5)))
    assert {(answer.status, answer.json["newest"]["state"]) for answer in answers} == {(202, "verifying")}
    assert (await happened(app, document)).count("document.upload_completed") == 1


async def test_trashing_it_at_the_same_moment_does_not_lose_the_completion(client: ApiClient, app: App) -> None:
    person = somebody()
    for _ in range(5):
        document = await an_uploaded(app, person.actor)
        await asyncio.gather(
            app.documents.uploads.complete(person.actor, document.id),
            app.documents.service.trash(
                person.actor, document.id, (await app.documents.service.get(person.actor, document.id)).etag
            ),
            return_exceptions=True,
        )
        assert (await app.documents.service.get(person.actor, document.id)).state == "verifying"


async def test_once_it_is_ready_completing_again_says_so(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    answer = await as_person(client, app, person).post(f"v1/documents/{document.id}/complete")
    assert (answer.status, answer.json["newest"]["state"]) == (202, "ready")


async def test_it_is_verified_from_then_on(client: ApiClient, app: App, queues: Queues) -> None:
    person = somebody(Role.OPERATOR)
    document = await an_uploaded(app, person.actor)
    caller = as_person(client, app, person)
    answer = await caller.post(f"v1/documents/{document.id}/complete")
    assert answer.headers["Location"] == f"/api/v1/documents/{document.id}"
    (job,) = await queues.take(VERIFY_QUEUE)
    assert (job.organisation_id, job.subject_id) == (person.organisation_id, document.id)
    await app.documents.processing.verify(job)
    ready = (await caller.get(f"v1/documents/{document.id}")).json
    assert (ready["newest"]["state"], ready["newest"]["detectedType"]) == ("ready", "application/pdf")
    assert ready["current"] == ready["newest"]


async def test_it_costs_two_requests(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await an_uploaded(app, person.actor)
    with counted_requests() as requests:
        await as_person(client, app, person).post(f"v1/documents/{document.id}/complete")
    assert requests == ["POST documents"] * 2  # both in one query, both in one batch


async def test_verifying_costs_four_requests(app: App) -> None:
    document = await a_completed(app, somebody().actor)
    with counted_requests() as requests:
        await app.documents.processing.verify(job_of(document))
    assert requests == ["POST documents", "PUT documents", "POST documents", "POST documents"]  # the third: duplicates
