"""Uploads and the malware scanner: nothing is stored before it was heard, and what it finds is refused."""

from dataclasses import replace

import pytest

from shared.app import App
from shared.composition import build_app
from shared.config import Settings
from shared.documents.malware import ClamdScanner, DefenderScanner, MalwareScanner
from shared.documents.model import Document
from shared.documents.processing import DocumentProcessing
from shared.documents.revision import MAX_ATTEMPTS, QUARANTINE, blob_name
from shared.documents.work import VERIFY_QUEUE
from shared.errors import Unavailable
from shared.kit.blob_path import BlobPath
from shared.kit.clamd import Clamd
from shared.kit.jobs import Job
from tests.documents import PDF, Stored, a_completed, a_verified, job_of, somebody, stored
from tests.shared.kit.test_clamd import Daemon, serving

TAG = "Malware Scanning scan result"
KEPT = Stored(quarantined=True, promoted=False)


class Sent:
    """What is sent to the queue, and how much later."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, Job, float]] = []

    async def send(self, queue: str, job: Job, *, delay: float = 0) -> None:
        self.jobs.append((queue, job, delay))


def processing_with(app: App, scanner: MalwareScanner, **policy: bool) -> tuple[DocumentProcessing, Sent]:
    sent, known = Sent(), app.documents.processing
    checks = replace(known.checks, scanner=scanner, **policy)
    return replace(known, checks=checks, queue=sent), sent  # type: ignore[arg-type]


async def outcome_of(app: App, document: Document) -> tuple[str, str | None]:
    actor = somebody(organisation_id=document.organisation_id).actor
    newest = (await app.documents.service.get(actor, document.id)).newest
    return newest.state, None if newest.rejection is None else newest.rejection.code


async def tag(app: App, document: Document, value: str) -> None:
    path = BlobPath(QUARANTINE, blob_name(document.organisation_id, document.id, 1))
    await app.blobs.client(path).set_blob_tags({TAG: value})


async def test_a_file_waits_for_its_verdict_and_is_looked_at_again(app: App) -> None:
    document = await a_completed(app, somebody().actor)
    processing, sent = processing_with(app, DefenderScanner())
    await processing.verify(job_of(document))
    assert await outcome_of(app, document) == ("verifying", None)
    assert await stored(app, document) == KEPT
    ((queue, job, delay),) = sent.jobs
    assert (queue, job.subject_id, job.arguments, delay) == (VERIFY_QUEUE, document.id, job_of(document).arguments, 15)
    await tag(app, document, "No threats found")
    await processing.verify(job)
    assert await outcome_of(app, document) == ("ready", None)
    assert len(sent.jobs) == 1


@pytest.mark.parametrize(("allows", "outcome"), [(True, ("ready", None)), (False, ("rejected", "not_scanned"))])
async def test_a_verdict_that_never_comes_is_not_waited_for_forever(
    app: App, allows: bool, outcome: tuple[str, str | None]
) -> None:
    document = await a_completed(app, somebody().actor)
    processing, sent = processing_with(app, DefenderScanner(), allows_unscanned=allows)
    for _ in range(MAX_ATTEMPTS):
        await processing.verify(job_of(document))
    assert len(sent.jobs) == MAX_ATTEMPTS - 1
    assert await outcome_of(app, document) == outcome


async def test_what_defender_calls_malicious_is_refused_and_dropped(app: App) -> None:
    document = await a_completed(app, somebody().actor)
    await tag(app, document, "Malicious")
    processing, _ = processing_with(app, DefenderScanner())
    await processing.verify(job_of(document))
    assert await outcome_of(app, document) == ("rejected", "malware")
    assert await stored(app, document) == Stored(quarantined=False, promoted=False)


@pytest.mark.parametrize(("allows", "outcome"), [(True, ("ready", None)), (False, ("rejected", "not_scanned"))])
async def test_what_could_not_be_scanned_is_a_matter_of_policy(
    app: App, allows: bool, outcome: tuple[str, str | None]
) -> None:
    document = await a_completed(app, somebody().actor)
    await tag(app, document, "Not scanned")
    processing, _ = processing_with(app, DefenderScanner(), allows_unscanned=allows)
    await processing.verify(job_of(document))
    assert await outcome_of(app, document) == outcome


async def test_clamd_is_sent_the_very_bytes(app: App) -> None:
    daemon = Daemon(limit=10_000)
    document = await a_completed(app, somebody().actor)
    async with serving(daemon.talk) as address:
        processing, _ = processing_with(app, ClamdScanner(Clamd(address), 10_000))
        await processing.verify(job_of(document))
    assert daemon.received == PDF
    assert await outcome_of(app, document) == ("ready", None)


async def test_a_scanner_that_is_away_is_waited_for(app: App) -> None:
    document = await a_completed(app, somebody().actor)
    processing, _ = processing_with(app, ClamdScanner(Clamd("tcp://127.0.0.1:1"), 10_000))
    with pytest.raises(Unavailable):
        await processing.verify(job_of(document))
    assert await outcome_of(app, document) == ("verifying", None)
    await app.documents.processing.verify(job_of(document))
    assert await outcome_of(app, document) == ("ready", None)


async def test_the_settings_say_who_scans(settings: Settings) -> None:
    changed = settings.model_copy(update={"malware_scanner": "clamd", "clamd_address": "tcp://scanner:3310"})
    for one, kind in (
        (changed, ClamdScanner),
        (settings.model_copy(update={"malware_scanner": "defender"}), DefenderScanner),
    ):
        assert isinstance(build_app(one).documents.processing.checks.scanner, kind)
    with pytest.raises(ValueError, match="CLAMD_ADDRESS"):
        Settings(**{**settings.model_dump(), "malware_scanner": "clamd"})


async def test_rolling_back_asks_no_scanner(app: App) -> None:
    """The bytes are the library's own; nobody tags them there before they are copied."""
    actor = somebody().actor
    first = await a_verified(app, actor)
    await a_verified(app, actor, PDF + b"%", onto=first)
    restored, _ = await app.documents.revisions.roll_back(actor, first.id, 1)
    processing, sent = processing_with(app, DefenderScanner())
    await processing.verify(job_of(restored))
    assert await outcome_of(app, restored) == ("ready", None)
    assert sent.jobs == []
