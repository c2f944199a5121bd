"""What becomes of uploaded bytes: ready, or refused with a reason people understand."""

import hashlib
import threading
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from shared.app import App
from shared.documents import verification
from shared.documents.model import Document
from shared.documents.revision import Rejection, RevisionState
from shared.errors import AlreadyExists, Unavailable
from shared.kit.blobs import READ_CHUNK, BlobStore
from tests.documents import (
    PDF,
    PROGRAM,
    Stored,
    a_completed,
    a_pdf,
    a_verified,
    an_announced,
    content_of,
    happened,
    job_of,
    promoted,
    put,
    quarantined,
    revision_of,
    somebody,
    stored,
)

LIFE = timedelta(minutes=5)
GONE = Stored(quarantined=False, promoted=False)
PROMOTED = Stored(quarantined=False, promoted=True)


async def test_what_is_as_announced_is_promoted_byte_for_byte(app: App) -> None:
    content = a_pdf(READ_CHUNK * 2 + 17)
    document = await a_verified(app, somebody().actor, content)
    assert (document.state, document.newest.detected_type) == ("ready", "application/pdf")
    assert (await revision_of(app, document)).overdue_at is None
    assert await stored(app, document) == PROMOTED
    assert await content_of(app, promoted(document)) == content
    assert await happened(app, document) == ["document.announced", "document.upload_completed", "document.verified"]


async def rejection_of(app: App, document: Document) -> Rejection:
    assert document.state is RevisionState.REJECTED
    assert document.newest.rejection is not None
    assert (await revision_of(app, document)).overdue_at is None
    assert await stored(app, document) == GONE
    assert (await happened(app, document))[-1] == "document.rejected"
    return document.newest.rejection


async def test_bytes_that_changed_on_their_way_are_refused(app: App) -> None:
    document = await a_verified(app, somebody().actor, sha256=hashlib.sha256(b"other bytes").hexdigest())
    rejection = await rejection_of(app, document)
    assert (rejection.code, "SHA-256" in rejection.message) == ("hash_mismatch", True)


async def test_a_pdf_that_is_a_program_is_refused(app: App) -> None:
    document = await a_verified(app, somebody().actor, PROGRAM, "daily report.pdf")
    assert (await rejection_of(app, document)).code == "type_not_allowed"
    assert document.newest.detected_type == "application/x-executable"


async def test_a_pdf_that_is_something_else_is_refused_in_plain_words(app: App) -> None:
    document = await a_verified(app, somebody().actor, b"\x89PNG\r\n\x1a\n" + bytes(100), "map.pdf")
    rejection = await rejection_of(app, document)
    assert rejection.code == "type_mismatch"
    assert rejection.message == "The name ends in .pdf, but the file is a PNG image."


async def test_bytes_replaced_after_completion_are_refused(app: App) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor)
    await app.blobs.delete(quarantined(document))
    again = await app.blobs.sign_create(quarantined(document), LIFE)
    assert (await put(again.url, PDF)).status_code == 201  # the very same bytes, but not the ones completion saw
    await app.documents.processing.verify(job_of(document))
    assert (await rejection_of(app, await app.documents.service.get(actor, document.id))).code == "bytes_changed"


async def test_bytes_that_vanished_after_completion_are_refused(app: App) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor)
    await app.blobs.delete(quarantined(document))
    await app.documents.processing.verify(job_of(document))
    assert (await rejection_of(app, await app.documents.service.get(actor, document.id))).code == "bytes_changed"


async def test_bytes_replaced_between_reading_and_copying_are_refused(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = somebody().actor
    document = await a_completed(app, actor)
    promote = BlobStore.promote

    async def replaced_first(self: BlobStore, *arguments: Any, **options: Any) -> None:
        await self.delete(quarantined(document))
        again = await self.sign_create(quarantined(document), LIFE)
        assert (await put(again.url, PROGRAM)).status_code == 201
        await promote(self, *arguments, **options)

    monkeypatch.setattr(BlobStore, "promote", replaced_first)
    await app.documents.processing.verify(job_of(document))
    assert (await rejection_of(app, await app.documents.service.get(actor, document.id))).code == "bytes_changed"


async def test_nothing_is_ever_overwritten_in_the_library(app: App) -> None:
    """A blob that bears the document's own name but is something else stays what it is."""
    actor = somebody().actor
    document = await a_completed(app, actor)
    foreign = await app.blobs.sign_create(promoted(document), LIFE)
    assert (await put(foreign.url, b"something else")).status_code == 201
    await app.documents.processing.verify(job_of(document))
    settled = await app.documents.service.get(actor, document.id)
    assert settled.newest.rejection is not None
    assert settled.newest.rejection.code == "processing_failed"
    assert await content_of(app, promoted(document)) == b"something else"


async def test_another_size_than_announced_is_refused_even_if_completion_let_it_pass(app: App) -> None:
    document, _ = await an_announced(app, somebody().actor, PDF)

    async def chunks() -> Any:
        yield PDF + b"more"

    verdict = await verification.verify(await revision_of(app, document), chunks())
    assert verdict.rejection is not None
    assert verdict.rejection.code == "size_mismatch"


async def test_hashing_never_runs_on_the_loop(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """A 4 MB chunk takes milliseconds to hash; on the loop every other request would wait for it."""
    document, _ = await an_announced(app, somebody().actor, PDF)
    threads: set[int] = set()
    real = hashlib.sha256

    class Watched:
        def __init__(self) -> None:
            self.digest = real()

        def update(self, data: bytes) -> None:
            threads.add(threading.get_ident())
            self.digest.update(data)

        def hexdigest(self) -> str:
            return self.digest.hexdigest()

    monkeypatch.setattr(verification, "hashlib", SimpleNamespace(sha256=Watched))

    async def chunks() -> Any:
        for at in range(0, len(PDF), 40):
            yield PDF[at : at + 40]

    verdict = await verification.verify(await revision_of(app, document), chunks())
    assert verdict.rejection is None
    assert threads
    assert threading.get_ident() not in threads


async def test_a_read_that_breaks_off_waits_for_its_thread(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    document, _ = await an_announced(app, somebody().actor, PDF)
    broken, finished = threading.Event(), threading.Event()

    class Slow:
        def update(self, _data: bytes) -> None:
            broken.wait(10)
            finished.set()

    monkeypatch.setattr(verification, "hashlib", SimpleNamespace(sha256=Slow))

    async def chunks() -> Any:
        yield PDF
        broken.set()
        raise Unavailable

    with pytest.raises(Unavailable):
        await verification.verify(await revision_of(app, document), chunks())
    assert finished.is_set()


async def test_a_copy_that_exists_with_the_same_facts_counts_as_promoted(app: App) -> None:
    document = await a_verified(app, somebody().actor)
    metadata = dict((await revision_of(app, document)).blob_metadata)
    await app.blobs.promote(quarantined(document), promoted(document), etag='"0x1"', size=len(PDF), metadata=metadata)
    with pytest.raises(AlreadyExists):
        await app.blobs.promote(
            quarantined(document),
            promoted(document),
            etag='"0x1"',
            size=len(PDF) + 1,
            metadata=metadata,
        )


async def test_a_url_signed_for_the_quarantine_says_nothing_about_the_library(app: App) -> None:
    """The same signature on the library's name is refused: a signature names one blob."""
    document, upload = await an_announced(app, somebody().actor)
    elsewhere = upload.signed.url.replace("/quarantine/", "/library/")
    assert elsewhere != upload.signed.url
    answer: httpx.Response = await put(elsewhere, PDF)
    assert answer.status_code == 403
    assert await stored(app, document) == GONE
