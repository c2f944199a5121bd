"""Pictures of pages, in place: GET /documents/{id}/revisions/{number}/preview, and thumbnails in the list."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from shared.app import App
from shared.documents.previews.previewer import Previewer, PreviewResult
from shared.documents.work import derivation_of
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import PROGRAM, a_completed, a_read, a_verified, as_person, revision_of, somebody
from tests.files import a_locked_pdf, a_text_pdf
from tests.people import counted_requests

PAGES = a_text_pdf("Well A-1", "Mud weight", "Casing")


def path(document_id: str, number: int = 1) -> str:
    return f"v1/documents/{document_id}/revisions/{number}/preview"


async def fetched(url: str) -> httpx.Response:
    async with httpx.AsyncClient() as browser:
        return await browser.get(url)


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    assert (await client.get(path(new_id()))).status == 401


async def test_somebody_elses_document_is_not_there(client: ApiClient, app: App) -> None:
    document = await a_read(app, somebody().actor, PAGES)
    assert (await as_person(client, app, somebody(Role.ADMIN)).get(path(document.id))).status == 404


@pytest.mark.parametrize("content", [None, PROGRAM], ids=["verifying", "rejected"])
async def test_only_what_is_ready_is_shown(client: ApiClient, app: App, content: bytes | None) -> None:
    person = somebody()
    document = await (a_completed(app, person.actor) if content is None else a_verified(app, person.actor, content))
    answer = await as_person(client, app, person).get(path(document.id))
    assert (answer.status, answer.code) == (409, "not_ready")


async def test_a_viewer_sees_the_pages_and_the_thumbnail_in_place(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_read(app, person.actor, PAGES)
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    answer = await as_person(client, app, viewer).get(path(document.id))
    assert (answer.json["state"], answer.json["total"], [page["number"] for page in answer.json["pages"]]) == (
        "ready",
        3,
        [1, 2, 3],
    )
    for picture in (answer.json["thumbnail"], *answer.json["pages"]):
        shown = await fetched(picture["url"])
        assert (shown.status_code, shown.headers["content-type"]) == (200, "image/webp")
        assert shown.headers["content-disposition"] == "inline"
        assert shown.headers["cache-control"].startswith("private")
        assert (shown.content[:4], shown.content[8:12]) == (b"RIFF", b"WEBP")
        left = datetime.fromisoformat(picture["expiresAt"]) - datetime.now(UTC)
        assert timedelta(minutes=9) < left <= timedelta(minutes=20)


async def test_the_url_of_a_picture_leads_to_nothing_else(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_read(app, person.actor, PAGES)
    answer = await as_person(client, app, person).get(path(document.id))
    url = answer.json["pages"][0]["url"]
    assert (await fetched(url.replace("page-1.webp", "page-2.webp"))).status_code == 403
    async with httpx.AsyncClient() as browser:
        assert (await browser.put(url, content=b"x", headers={"x-ms-blob-type": "BlockBlob"})).status_code == 403
        assert (await browser.delete(url)).status_code == 403


async def test_superseded_revisions_are_shown_too(client: ApiClient, app: App) -> None:
    person = somebody()
    first = await a_read(app, person.actor, PAGES)
    await a_read(app, person.actor, a_text_pdf("only one page"), onto=first)
    caller = as_person(client, app, person)
    assert len((await caller.get(path(first.id, 1))).json["pages"]) == 3
    assert len((await caller.get(path(first.id, 2))).json["pages"]) == 1
    assert (await caller.get(path(first.id, 3))).status == 404


async def test_what_cannot_be_drawn_says_why(client: ApiClient, app: App) -> None:
    person = somebody()
    locked = await a_read(app, person.actor, a_locked_pdf())
    answer = await as_person(client, app, person).get(path(locked.id))
    assert (answer.json["state"], answer.json["reason"], answer.json["thumbnail"]) == ("failed", "encrypted", None)


async def test_what_was_drawn_and_is_no_picture_is_not_kept(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever took over the drawing process cannot have a browser shown a web page."""
    draw = Previewer.draw

    async def taken_over(self: Previewer, folder: Path, *rest: object) -> PreviewResult:
        result = await draw(self, folder, *rest)  # type: ignore[arg-type]
        result.pages[1].file.write_bytes(b"<html><script>alert(1)</script>")
        return result

    monkeypatch.setattr(Previewer, "draw", taken_over)
    person = somebody()
    document = await a_verified(app, person.actor, PAGES)
    await app.documents.derivation.draw_preview(derivation_of(await revision_of(app, document), "preview"))
    answer = await as_person(client, app, person).get(path(document.id))
    assert (answer.json["state"], answer.json["reason"], answer.json["pages"]) == ("failed", "damaged", [])


async def test_a_list_has_thumbnails_and_stays_one_request(client: ApiClient, app: App) -> None:
    person = somebody()
    drawn = await a_read(app, person.actor, PAGES)
    plain = await a_verified(app, person.actor, bytes(range(256)) * 4, "raw.dat")
    caller = as_person(client, app, person)
    with counted_requests() as requests:
        answer = await caller.get("v1/documents")
    assert requests == ["POST documents"]
    thumbnails = {item["id"]: item["thumbnail"] for item in answer.json["items"]}
    assert thumbnails[plain.id] is None
    shown = await fetched(thumbnails[drawn.id]["url"])
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/webp")


async def test_the_thumbnail_is_of_what_is_in_force(client: ApiClient, app: App) -> None:
    """A further revision without pictures yet hides none."""
    person = somebody()
    first = await a_read(app, person.actor, PAGES)
    await a_completed(app, person.actor, a_text_pdf("two"), onto=first)
    (item,) = (await as_person(client, app, person).get("v1/documents")).json["items"]
    assert "/1/thumbnail.webp" in item["thumbnail"]["url"]


async def test_drawing_changes_nothing_that_people_see_as_a_change(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor, PAGES)
    await app.documents.derivation.draw_preview(derivation_of(await revision_of(app, document), "preview"))
    drawn = await app.documents.service.get(person.actor, document.id)
    assert drawn.updated_at == document.updated_at
    assert drawn.current is not None
    assert drawn.current.pictures == 3
    await app.documents.derivation.restart(person.actor, drawn.id, 1, ["text"])
    await app.documents.derivation.extract_text(derivation_of(await revision_of(app, drawn), "text"))
    assert (await app.documents.service.get(person.actor, document.id)).current == drawn.current
