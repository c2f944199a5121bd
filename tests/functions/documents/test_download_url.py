"""POST /documents/{id}/download-url: a short-lived URL, always as an attachment, and recorded."""

from datetime import datetime

import httpx
import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import (
    PROGRAM,
    a_completed,
    a_pdf,
    a_verified,
    an_announced,
    as_person,
    items_of,
    job_of,
    put,
    somebody,
)
from tests.people import counted_requests


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/documents/{new_id()}/download-url")
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_another_organisation_gets_no_url(client: ApiClient, app: App) -> None:
    document = await a_verified(app, somebody().actor)
    answer = await as_person(client, app, somebody(Role.ADMIN)).post(f"v1/documents/{document.id}/download-url")
    assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize("state", ["awaiting_upload", "verifying", "rejected"])
async def test_only_what_is_ready_can_be_downloaded(client: ApiClient, app: App, state: str) -> None:
    person = somebody()
    if state == "awaiting_upload":
        document, _ = await an_announced(app, person.actor)
    elif state == "verifying":
        document = await a_completed(app, person.actor)
    else:
        document = await a_verified(app, person.actor, PROGRAM)
    answer = await as_person(client, app, person).post(f"v1/documents/{document.id}/download-url")
    assert (answer.status, answer.code) == (409, "not_ready")


async def test_a_viewer_downloads_the_very_bytes_as_an_attachment(client: ApiClient, app: App) -> None:
    person = somebody()
    content = a_pdf(3000)
    name = 'Brønn "A-1"; Übersicht 世界.pdf'
    document = await a_verified(app, person.actor, content, name)
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    answer = await as_person(client, app, viewer).post(f"v1/documents/{document.id}/download-url")
    assert answer.status == 200
    assert (answer.json["fileName"], answer.json["sizeBytes"], answer.json["sha256"]) == (
        name,
        3000,
        document.newest.sha256,
    )
    left = datetime.fromisoformat(answer.json["expiresAt"]) - app.now()
    assert abs(left.total_seconds() - 300) < 10
    async with httpx.AsyncClient() as browser:
        download = await browser.get(answer.json["url"])
    assert download.content == content
    assert download.headers["content-type"] == "application/pdf"
    assert download.headers["cache-control"] == "private, no-store"
    assert download.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''Br%C3%B8nn%20%22A-1%22%3B%20%C3%9Cbersicht%20%E4%B8%96%E7%95%8C.pdf"
    )


async def test_parts_can_be_asked_for_and_nothing_else_is_allowed(client: ApiClient, app: App) -> None:
    person = somebody()
    content = a_pdf(3000)
    document = await a_verified(app, person.actor, content)
    url = (await as_person(client, app, person).post(f"v1/documents/{document.id}/download-url")).json["url"]
    async with httpx.AsyncClient() as browser:
        part = await browser.get(url, headers={"Range": "bytes=10-19"})
        assert (part.status_code, part.content) == (206, content[10:20])
        assert (await browser.delete(url)).status_code == 403
    assert (await put(url, b"replaced")).status_code == 403


async def test_every_download_is_recorded_and_costs_two_requests(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    caller = as_person(client, app, person)
    with counted_requests() as requests:
        for _ in range(2):
            await caller.post(f"v1/documents/{document.id}/download-url")
    assert requests == ["GET documents", "POST documents"] * 2
    items = await items_of(app, person.organisation_id)
    recorded = [item for item in items if item.get("type") == "document.downloaded"]
    assert [(item["subjectId"], item["createdBy"]) for item in recorded] == [(document.id, person.id)] * 2


async def test_downloading_changes_nothing(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    await as_person(client, app, person).post(f"v1/documents/{document.id}/download-url")
    assert await app.documents.service.get(person.actor, document.id) == document


async def test_a_named_revision_and_what_is_known_of_others(client: ApiClient, app: App) -> None:
    """A link without a number is to what is current when it is used."""
    person = somebody()
    first = await a_verified(app, person.actor, a_pdf(mark="one"), "one.pdf")
    caller = as_person(client, app, somebody(Role.VIEWER, organisation_id=person.organisation_id))
    path = f"v1/documents/{first.id}/download-url"

    async def answered(query: str = "") -> tuple[str, int, bool, bool]:
        found = (await caller.post(path + query)).json
        return found["fileName"], found["revision"], found["inForce"], found["isNewest"]

    assert await answered() == await answered("?revision=1") == ("one.pdf", 1, True, True)
    second = await a_completed(app, person.actor, a_pdf(mark="two"), "two.pdf", onto=first)
    assert await answered() == ("one.pdf", 1, True, False)
    await app.documents.processing.verify(job_of(second))
    assert await answered() == ("two.pdf", 2, True, True)
    assert await answered("?revision=1") == ("one.pdf", 1, False, False)
    await a_verified(app, person.actor, PROGRAM, onto=second)
    assert await answered() == ("two.pdf", 2, True, True)
    items = await items_of(app, person.organisation_id)
    recorded = [item["data"]["revision"] for item in items if item.get("type") == "document.downloaded"]
    assert recorded == [1, 1, 1, 2, 1, 2]


@pytest.mark.parametrize(("query", "status"), [("2", 409), ("3", 404), ("0", 422), ("x", 422)])
async def test_a_revision_that_is_not_there_or_not_ready(client: ApiClient, app: App, query: str, status: int) -> None:
    person = somebody()
    first = await a_verified(app, person.actor)
    await an_announced(app, person.actor, onto=first)
    answer = await as_person(client, app, person).post(f"v1/documents/{first.id}/download-url?revision={query}")
    assert answer.status == status


async def test_a_named_revision_costs_two_requests(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor)
    with counted_requests() as requests:
        await as_person(client, app, person).post(f"v1/documents/{document.id}/download-url?revision=1")
    assert requests == ["POST documents"] * 2
