"""What a signed URL allows at the real storage, and POST /documents/{id}/upload-url for a fresh one."""

from datetime import timedelta

import httpx
import pytest

from shared.app import App
from shared.documents import announcing
from shared.documents.announcing import BLOCK, SINGLE_LIMIT
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import (
    PDF,
    PROGRAM,
    a_completed,
    a_pdf,
    an_announced,
    as_person,
    content_of,
    job_of,
    promoted,
    put,
    put_blocks,
    quarantined,
    somebody,
    stored,
)
from tests.people import counted_requests

BIG = 3 * BLOCK + 5


async def test_a_second_put_to_the_same_url_is_refused(app: App) -> None:
    document, upload = await an_announced(app, somebody().actor)
    assert (await put(upload.signed.url, PDF)).status_code == 201
    assert (await put(upload.signed.url, PDF + b"replaced")).status_code == 403
    assert await content_of(app, quarantined(document)) == PDF


async def test_an_expired_url_is_refused_and_a_fresh_one_works(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = somebody()
    with monkeypatch.context() as past:
        past.setattr(announcing, "SINGLE_LIFE", timedelta(minutes=-1))
        document, upload = await an_announced(app, person.actor)
    assert (await put(upload.signed.url, PDF)).status_code == 403
    assert not (await stored(app, document)).quarantined
    fresh = await as_person(client, app, person).post(f"v1/documents/{document.id}/upload-url")
    assert (await put(fresh.json["url"], PDF)).status_code == 201


async def test_a_put_to_a_url_that_has_done_its_work_changes_nothing(client: ApiClient, app: App) -> None:
    """The quarantine is empty again, so the storage takes the bytes; but nobody will ever look at them."""
    person = somebody()
    document, upload = await an_announced(app, person.actor)
    await put(upload.signed.url, PDF)
    caller = as_person(client, app, person)
    await caller.post(f"v1/documents/{document.id}/complete")
    await app.documents.processing.verify(job_of(document))
    ready = (await caller.get(f"v1/documents/{document.id}")).json
    await put(upload.signed.url, PROGRAM)
    completed = (await caller.post(f"v1/documents/{document.id}/complete")).json
    assert {**completed, "duplicates": [], "acknowledgement": None} == ready
    await app.documents.processing.verify(job_of(document))
    assert (await caller.get(f"v1/documents/{document.id}")).json == ready
    assert await content_of(app, promoted(document)) == PDF
    assert not (await stored(app, document)).quarantined


@pytest.mark.parametrize("method", ["GET", "DELETE", "HEAD"])
async def test_the_url_allows_nothing_but_creating(app: App, method: str) -> None:
    _, upload = await an_announced(app, somebody().actor)
    await put(upload.signed.url, PDF)
    async with httpx.AsyncClient() as browser:
        assert (await browser.request(method, upload.signed.url)).status_code == 403


async def test_the_url_is_for_one_name_only(app: App) -> None:
    actor = somebody().actor
    mine, upload = await an_announced(app, actor)
    other, _ = await an_announced(app, actor)
    assert (await put(upload.signed.url.replace(mine.id, other.id), PDF)).status_code == 403


async def test_blocks_arrive_in_any_order_and_are_put_together(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing, "SINGLE_LIMIT", BLOCK)
    person = somebody()
    content = a_pdf(BIG)
    document, upload = await an_announced(app, person.actor, content)
    blocks = [content[at : at + upload.block_size_bytes] for at in range(0, len(content), upload.block_size_bytes)]
    assert (upload.method, len(blocks)) == ("blocks", 4)
    assert (await put_blocks(upload.signed.url, blocks)).status_code == 201
    completed = await as_person(client, app, person).post(f"v1/documents/{document.id}/complete")
    assert completed.json["newest"]["state"] == "verifying"
    assert await content_of(app, quarantined(document)) == content


async def test_a_single_put_url_takes_no_blocks(app: App) -> None:
    _, upload = await an_announced(app, somebody().actor)
    async with httpx.AsyncClient() as browser:
        answer = await browser.put(f"{upload.signed.url}&comp=block&blockid=YQ%3D%3D", content=b"x")
    assert answer.status_code == 403


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/documents/{new_id()}/upload-url")
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_viewers_get_no_url(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    answer = await as_person(client, app, viewer).post(f"v1/documents/{document.id}/upload-url")
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_another_organisation_gets_no_url(client: ApiClient, app: App) -> None:
    document, _ = await an_announced(app, somebody().actor)
    answer = await as_person(client, app, somebody(Role.ADMIN)).post(f"v1/documents/{document.id}/upload-url")
    assert (answer.status, answer.code) == (404, "not_found")


async def test_no_url_once_it_was_completed(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_completed(app, person.actor)
    answer = await as_person(client, app, person).post(f"v1/documents/{document.id}/upload-url")
    assert (answer.status, answer.code) == (409, "not_awaiting_upload")


async def test_a_fresh_url_costs_one_request(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor, size_bytes=SINGLE_LIMIT + 1)
    with counted_requests() as requests:
        answer = await as_person(client, app, person).post(f"v1/documents/{document.id}/upload-url")
    assert answer.status == 200
    assert (answer.json["method"], answer.json["blockSizeBytes"]) == ("blocks", BLOCK)
    assert requests == ["POST documents"]  # document and revision in one query
