"""Text and pictures of verified files: made in the background, retried alone, and never in the way of the document."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.documents.model import Document
from shared.documents.previews.stored import preview_path
from shared.documents.revision import Revision
from shared.documents.work import PREVIEW_QUEUE, TEXT_QUEUE, VERIFY_QUEUE, derivation_of
from shared.errors import Unavailable
from shared.kit.jobs.queues import JobQueue
from shared.kit.query import Query
from shared.kit.sandbox import Sandbox, SandboxFailed
from tests.conftest import Queues
from tests.documents import a_verified, happened, items_of, somebody
from tests.files import a_locked_pdf, a_text_pdf

TWO_PAGES = a_text_pdf("Well A-1", "Mud weight")


async def a_ready(app: App, content: bytes = TWO_PAGES, name: str = "report.pdf") -> tuple[Document, Revision]:
    actor = somebody().actor
    document = await a_verified(app, actor, content, name)
    return await app.documents.revisions.get(actor, document.id, 1)


async def again(app: App, revision: Revision) -> Revision:
    actor = somebody(organisation_id=revision.organisation_id).actor
    return (await app.documents.revisions.get(actor, revision.document_id, 1))[1]


async def pages_of(app: App, revision: Revision) -> list[tuple[int, str]]:
    query = Query("SELECT * FROM c ORDER BY c.number")
    rows = await app.database.container("pages").query(
        query, [revision.organisation_id, revision.document_id], limit=5000
    )
    return [(row["number"], row["text"]) for row in rows]


async def test_a_verified_file_awaits_its_text_and_its_pictures(app: App, queues: Queues) -> None:
    _, revision = await a_ready(app)
    assert (revision.state, revision.text.state, revision.preview.state) == ("ready", "pending", "pending")
    await queues.take(VERIFY_QUEUE)
    await app.documents.derivation.follow(await items_of(app, revision.organisation_id))
    for queue in (TEXT_QUEUE, PREVIEW_QUEUE):
        (job,) = await queues.take(queue)
        assert job.arguments == {"revisionId": revision.id}


async def test_of_what_has_neither_nothing_is_awaited(app: App, queues: Queues) -> None:
    _, revision = await a_ready(app, bytes(range(256)) * 4, "raw.dat")
    assert (revision.state, revision.text.state, revision.preview.state) == ("ready", "none", "none")
    await app.documents.derivation.follow(await items_of(app, revision.organisation_id))
    assert await queues.take(TEXT_QUEUE) == []


async def test_the_pages_of_a_text_are_stored(app: App) -> None:
    _, revision = await a_ready(app)
    await app.documents.derivation.extract_text(derivation_of(revision, "text"))
    assert await pages_of(app, revision) == [(1, "Well A-1"), (2, "Mud weight")]
    text = (await again(app, revision)).text
    assert (text.state, text.pages, text.total, text.truncated) == ("ready", 2, 2, ())


async def test_a_text_of_many_pages_is_stored_in_several_batches(app: App) -> None:
    _, revision = await a_ready(app, a_text_pdf(*(f"page {number}" for number in range(250))))
    await app.documents.derivation.extract_text(derivation_of(revision, "text"))
    assert await pages_of(app, revision) == [(number + 1, f"page {number}") for number in range(250)]


async def test_pictures_are_stored_beside_the_library(app: App) -> None:
    _, revision = await a_ready(app)
    await app.documents.derivation.draw_preview(derivation_of(revision, "preview"))
    for file in ("thumbnail.webp", "page-1.webp", "page-2.webp"):
        assert await app.blobs.properties(preview_path(revision.blob_name, file)) is not None
    preview = (await again(app, revision)).preview
    assert (preview.state, preview.pages, preview.total) == ("ready", 2, 2)


async def test_delivered_three_times_it_is_the_same(app: App) -> None:
    _, revision = await a_ready(app)
    job = derivation_of(revision, "text")
    await asyncio.gather(*(app.documents.derivation.extract_text(job) for _ in range(3)))
    await app.documents.derivation.extract_text(job)
    assert len(await pages_of(app, revision)) == 2


async def test_what_cannot_be_read_fails_and_the_document_stays_ready(app: App) -> None:
    document, revision = await a_ready(app, a_locked_pdf())
    await app.documents.derivation.extract_text(derivation_of(revision, "text"))
    await app.documents.derivation.draw_preview(derivation_of(revision, "preview"))
    settled = await again(app, revision)
    assert (settled.state, settled.text.reason, settled.preview.reason) == ("ready", "encrypted", "encrypted")
    assert (settled.text.state, settled.preview.state) == ("failed", "failed")
    assert document.newest.state == "ready"


async def test_a_crash_is_tried_again_and_given_up_in_the_end(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    _, revision = await a_ready(app)
    job = derivation_of(revision, "text")

    async def crash(*_: Any) -> None:
        raise SandboxFailed("crashed")

    with monkeypatch.context() as broken:
        broken.setattr(Sandbox, "run", crash)
        with pytest.raises(Unavailable):
            await app.documents.derivation.extract_text(job)
    assert (await again(app, revision)).text.state == "pending"
    await app.documents.derivation.give_up(job, "text")
    settled = await again(app, revision)
    assert (settled.text.state, settled.text.reason, settled.preview.state) == ("failed", "crashed", "pending")
    await app.documents.derivation.extract_text(job)
    assert await pages_of(app, revision) == []


async def test_one_of_them_is_done_again_alone(app: App, queues: Queues, monkeypatch: pytest.MonkeyPatch) -> None:
    _, revision = await a_ready(app)
    actor = somebody(organisation_id=revision.organisation_id).actor
    for name in ("text", "preview"):
        await app.documents.derivation.give_up(derivation_of(revision, name), name)
    document, _ = await app.documents.revisions.get(actor, revision.document_id, 1)
    for queue in (TEXT_QUEUE, PREVIEW_QUEUE):
        await queues.take(queue)

    async def down(*_: Any, **__: Any) -> None:
        raise Unavailable

    with monkeypatch.context() as broken:
        broken.setattr(JobQueue, "send", down)  # the feed sends it then
        _, changed = await app.documents.derivation.restart(actor, document.id, 1, ["text"])
    assert (changed.text.state, changed.preview.state) == ("pending", "failed")
    await app.documents.derivation.follow(await items_of(app, revision.organisation_id))
    (job,) = await queues.take(TEXT_QUEUE)
    assert await queues.take(PREVIEW_QUEUE) == []
    await app.documents.derivation.extract_text(job)
    assert (await again(app, revision)).text.state == "ready"
    assert (await happened(app, document))[-1] == "document.reprocessing_requested"
