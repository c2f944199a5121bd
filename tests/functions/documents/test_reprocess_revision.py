"""POST /documents/{id}/revisions/{number}/reprocess."""

from typing import Any

import pytest

from shared.app import App
from shared.documents.model import Document
from shared.documents.work import PREVIEW_QUEUE, TEXT_QUEUE, derivation_of
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.conftest import Queues
from tests.documents import a_completed, a_verified, as_person, somebody
from tests.files import a_text_pdf


def path(document_id: str, number: int = 1) -> str:
    return f"v1/documents/{document_id}/revisions/{number}/reprocess"


async def test_who_may_ask_for_it(client: ApiClient, app: App) -> None:
    engineer = somebody()
    document = await a_verified(app, engineer.actor, a_text_pdf("text"))
    body = {"parts": ["text"]}
    assert (await client.post(path(document.id), body)).status == 401
    viewer = somebody(Role.VIEWER, organisation_id=document.organisation_id)
    assert (await as_person(client, app, viewer).post(path(document.id), body)).status == 403
    assert (await as_person(client, app, somebody()).post(path(document.id), body)).status == 404
    assert (await as_person(client, app, engineer).post(path(document.id, 2), body)).status == 404


async def test_it_needs_a_part_that_exists(client: ApiClient, app: App) -> None:
    engineer = somebody()
    document = await a_verified(app, engineer.actor, a_text_pdf("text"))
    for body in ({"parts": []}, {"parts": ["file"]}, {}):
        assert (await as_person(client, app, engineer).post(path(document.id), body)).status == 422


async def test_what_is_not_ready_is_not_read(client: ApiClient, app: App) -> None:
    engineer = somebody()
    document = await a_completed(app, engineer.actor)
    answer = await as_person(client, app, engineer).post(path(document.id), {"parts": ["text"]})
    assert (answer.status, answer.json["code"]) == (409, "not_ready")


async def test_what_failed_is_pending_again(client: ApiClient, app: App, queues: Queues) -> None:
    engineer = somebody()
    document = await a_verified(app, engineer.actor, a_text_pdf("text"))
    _, revision = await app.documents.revisions.get(engineer.actor, document.id, 1)
    await app.documents.derivation.give_up(derivation_of(revision, "preview"), "preview")
    for queue in (TEXT_QUEUE, PREVIEW_QUEUE):
        await queues.take(queue)
    answer = await as_person(client, app, engineer).post(path(document.id), {"parts": ["preview"]})
    assert (answer.status, answer.json["preview"]["state"]) == (202, "pending")
    (job,) = await queues.take(PREVIEW_QUEUE)
    assert await queues.take(TEXT_QUEUE) == []
    await app.documents.derivation.draw_preview(job)
    read = await as_person(client, app, engineer).get(f"v1/documents/{document.id}/revisions/1")
    assert (read.json["preview"]["state"], read.json["preview"]["pages"]) == ("ready", 1)


async def test_somebody_else_at_the_document_at_that_moment_is_no_reason_to_refuse(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    engineer = somebody()
    document = await a_verified(app, engineer.actor, a_text_pdf("text"))
    documents = app.documents.derivation.documents
    move, raced = documents.move, list[Document]()

    async def after_another_write(found: Document, *rest: Any) -> Any:
        if not raced:
            raced.append(await documents.replace(found.model_copy(update={"title": "Meanwhile"})))
        return await move(found, *rest)

    monkeypatch.setattr(documents, "move", after_another_write)
    answer = await as_person(client, app, engineer).post(path(document.id), {"parts": ["text"]})
    assert (answer.status, answer.json["text"]["state"], len(raced)) == (202, "pending", 1)
