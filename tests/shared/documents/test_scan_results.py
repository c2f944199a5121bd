"""What Defender for Storage reports through Event Grid: whenever it comes, as often as it comes, and whoever sends it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from shared.app import App
from shared.documents.errors import NotReady
from shared.documents.malware import DefenderScanner
from shared.documents.model import Document
from shared.documents.revision import Revision
from shared.documents.work import VERIFY_QUEUE
from shared.identity.permissions import Role
from shared.kit.blob_path import BlobPath
from shared.kit.ids import new_id
from shared.retention.work import purge_of
from tests.api_client import ApiClient
from tests.conftest import Queues
from tests.documents import (
    PDF,
    a_completed,
    a_pdf,
    a_read,
    a_verified,
    an_announced,
    an_uploaded,
    as_person,
    happened,
    items_of,
    job_of,
    promoted,
    put,
    quarantined,
    revision_of,
    somebody,
    stored,
)
from tests.files import a_text_pdf
from tests.retention import left_of

EICAR = "DOS/EICAR_Test_File"


async def about(app: App, path: BlobPath, result: str = "Malicious", **changes: Any) -> dict[str, Any]:
    """The event about what lies there now."""
    found = await app.blobs.properties(path)
    data = {
        "correlationId": new_id(),
        "blobUri": app.blobs.client(path).url,
        "eTag": "" if found is None else found.etag.strip('"'),
        "scanFinishedTimeUtc": "2026-05-04T11:31:54.0481279Z",
        "scanResultType": result,
        "scanResultDetails": {"malwareNamesFound": [EICAR], "sha256": "275A021B"},
        **changes,
    }
    kind = "Microsoft.Security.MalwareScanningResult"
    return {"id": new_id(), "topic": "/t", "subject": "s", "eventType": kind, "dataVersion": "1.0", "data": data}


async def newest(app: App, document: Document) -> tuple[str, str | None]:
    revision = await revision_of(app, document)
    return revision.state, None if revision.rejection is None else revision.rejection.code


async def test_it_may_come_before_the_upload_is_completed(app: App, queues: Queues) -> None:
    actor = somebody().actor
    document = await an_uploaded(app, actor)
    await app.documents.scan_results.receive(await about(app, quarantined(document)))
    assert await newest(app, document) == ("awaiting_upload", None)
    await app.documents.uploads.complete(actor, document.id)
    await app.documents.processing.verify(job_of(document))
    assert await newest(app, document) == ("rejected", "malware")
    assert not (await stored(app, document)).promoted


async def test_bytes_written_again_are_judged_anew(app: App) -> None:
    """What was found in other bytes says nothing about these."""
    actor = somebody().actor
    document, upload = await an_announced(app, actor, a_pdf(40_000_000), size_bytes=40_000_000)
    assert (await put(upload.signed.url, a_pdf(40_000_000, mark="bad"))).status_code == 201
    await app.documents.scan_results.receive(await about(app, quarantined(document)))
    assert (await put(upload.signed.url, a_pdf(40_000_000))).status_code == 201
    await app.documents.uploads.complete(actor, document.id)
    await app.documents.processing.verify(job_of(document))
    assert await newest(app, document) == ("ready", None)


@pytest.mark.parametrize("result", ["No threats found", "Not Scanned", "Error", "SAM259206"])
async def test_any_other_verdict_only_says_that_it_is_time_to_look(app: App, queues: Queues, result: str) -> None:
    document = await a_completed(app, somebody().actor)
    await queues.take(VERIFY_QUEUE)
    await app.documents.scan_results.receive(await about(app, quarantined(document), result))
    (job,) = await queues.take(VERIFY_QUEUE)
    assert job.arguments == job_of(document).arguments
    assert await newest(app, document) == ("verifying", None)


async def test_a_forged_clean_verdict_lets_nothing_in(app: App) -> None:
    """The index tag on the blob decides, which whoever uploads cannot write."""
    document = await a_completed(app, somebody().actor)
    known = app.documents.processing
    processing = replace(known, checks=replace(known.checks, scanner=DefenderScanner()))
    await app.documents.scan_results.receive(await about(app, quarantined(document), "No threats found"))
    await processing.verify(job_of(document))
    assert await newest(app, document) == ("verifying", None)


async def test_a_clean_verdict_after_a_bad_one_takes_nothing_back(app: App) -> None:
    document = await a_completed(app, somebody().actor)
    await app.documents.scan_results.receive(await about(app, quarantined(document)))
    await app.documents.scan_results.receive(await about(app, quarantined(document), "No threats found"))
    await app.documents.processing.verify(job_of(document))
    assert await newest(app, document) == ("rejected", "malware")


async def test_a_verdict_that_comes_while_a_worker_reads_is_heard(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    document = await a_completed(app, somebody().actor)
    event, promote = await about(app, quarantined(document)), app.blobs.promote

    async def heard_meanwhile(*paths: BlobPath, **options: Any) -> None:
        await promote(*paths, **options)
        await app.documents.scan_results.receive(event)

    monkeypatch.setattr(app.blobs, "promote", heard_meanwhile)
    await app.documents.processing.verify(job_of(document))
    assert await newest(app, document) == ("rejected", "malware")
    assert not (await stored(app, document)).promoted


Where = Callable[[App, Document], Awaitable[dict[str, Any]]]


async def late(app: App, document: Document) -> dict[str, Any]:
    """About the quarantined bytes, after they were stored and dropped there."""
    revision = await revision_of(app, document)
    return await about(app, quarantined(document), eTag=(revision.blob_etag or "").strip('"'))


async def in_the_library(app: App, document: Document) -> dict[str, Any]:
    return await about(app, promoted(document))


@pytest.mark.parametrize("event_of", [late, in_the_library])
async def test_what_is_found_after_it_was_stored_is_closed(client: ApiClient, app: App, event_of: Where) -> None:
    person = somebody(Role.ADMIN)
    document = await a_read(app, person.actor, a_text_pdf("Well A-1"))
    event = await event_of(app, document)
    for _ in range(3):  # Event Grid delivers at least once
        await app.documents.scan_results.receive(event)
    caller = as_person(client, app, person)
    read = (await caller.get(f"v1/documents/{document.id}")).json
    assert (read["current"], read["approved"], read["status"]) == (None, None, "draft")
    assert (read["newest"]["state"], read["newest"]["rejection"]["code"]) == ("rejected", "malware")
    assert EICAR in read["newest"]["rejection"]["message"]
    revision = f"v1/documents/{document.id}/revisions/1"
    for path in (f"{revision}/preview", f"{revision}/pages"):
        assert (await caller.get(path)).code == "not_ready"
    assert (await caller.post(f"v1/documents/{document.id}/download-url?revision=1")).code == "not_ready"
    assert (await stored(app, document)).promoted  # evidence, and maybe under hold
    found = [
        item for item in await items_of(app, document.organisation_id) if item.get("type") == "document.malware_found"
    ]
    assert [one["data"]["ownerIds"] for one in found] == [[person.id]]
    assert (found[0]["data"]["malware"], found[0]["data"]["closed"]) == (EICAR, [1])


async def test_the_revision_before_it_is_served_again(app: App) -> None:
    actor = somebody().actor
    first = await a_verified(app, actor, a_pdf(mark="one"))
    document = await a_verified(app, actor, a_pdf(mark="two"), onto=first)
    await app.documents.scan_results.receive(await in_the_library(app, document))
    after = await app.documents.service.get(actor, document.id)
    assert after.current is not None
    assert after.approved is not None
    assert (after.current.number, after.approved.number, after.status) == (1, 1, "approved")
    assert (after.newest.number, after.newest.state) == (2, "rejected")


async def test_a_superseded_one_is_closed_and_the_current_one_stays(app: App) -> None:
    actor = somebody().actor
    first = await a_verified(app, actor, a_pdf(mark="one"))
    event = await in_the_library(app, first)
    document = await a_verified(app, actor, a_pdf(mark="two"), onto=first)
    await app.documents.scan_results.receive(event)
    after = await app.documents.service.get(actor, document.id)
    assert (after.current, after.approved, after.status) == (document.current, document.approved, document.status)
    assert (await revision_of(app, document, 1)).state == "rejected"
    with pytest.raises(NotReady):
        await app.documents.revisions.roll_back(actor, document.id, 1)


async def test_roll_backs_of_the_same_bytes_are_closed_with_it(app: App) -> None:
    actor = somebody().actor
    first = await a_verified(app, actor, a_pdf(mark="one"))
    event = await in_the_library(app, first)
    await a_verified(app, actor, a_pdf(mark="two"), onto=first)
    document, _ = await app.documents.revisions.roll_back(actor, first.id, 1)
    await app.documents.processing.verify(job_of(document))
    await app.documents.scan_results.receive(event)
    after = await app.documents.service.get(actor, first.id)
    assert after.current is not None
    assert after.current.number == 2
    assert [(await revision_of(app, after, number)).state for number in (1, 2, 3)] == ["rejected", "ready", "rejected"]


async def test_with_review_nothing_comes_into_force_by_itself(app: App) -> None:
    actor = somebody().actor
    first = await a_verified(app, actor, a_pdf(mark="one"))
    document = await a_verified(app, actor, a_pdf(mark="two"), onto=first)
    strict = await app.documents.service.documents.replace(document.requiring_review(True, app.now()))
    await app.documents.scan_results.receive(await in_the_library(app, strict))
    after = await app.documents.service.get(actor, document.id)
    assert after.current is not None
    assert (after.current.number, after.approved, after.status) == (1, None, "draft")


@pytest.mark.parametrize(
    "changes",
    [
        {"blobUri": "https://elsewhere.blob.core.windows.net/library/{name}"},
        {"blobUri": "{base}/previews/{name}"},
        {"blobUri": "{base}/library/../library/{name}"},
        {"blobUri": "{base}/library/{name}/page-1.webp"},
        {"blobUri": "{base}/library/x' OR 1=1"},
        {"blobUri": "{base}/library/{other}"},
        {"blobUri": 7},
        {"blobUri": "x" * 100_000},
        {"eTag": "0x8D0000000000000"},
        {"eTag": ""},
        {"eTag": None},
        {"scanResultType": None},
        {"scanResultType": "malicious?"},
    ],
)  # fmt: skip
async def test_forged_foreign_and_broken_reports_change_nothing(app: App, changes: dict[str, Any]) -> None:
    document = await a_verified(app, somebody().actor)
    path = promoted(document)
    base = app.blobs.client(path).url.removesuffix(f"/library/{path.name}")
    other = f"{document.organisation_id}/{new_id()}/1"
    filled = {
        name: value.format(base=base, name=path.name, other=other) if isinstance(value, str) else value
        for name, value in changes.items()
    }
    await app.documents.scan_results.receive(await about(app, path, **filled))
    assert await newest(app, document) == ("ready", None)
    assert "document.malware_found" not in await happened(app, document)


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"eventType": "Microsoft.Storage.BlobCreated", "data": {}},
        {"eventType": "Microsoft.Security.MalwareScanningResult"},
        {"eventType": "Microsoft.Security.MalwareScanningResult", "data": []},
        {"eventType": "Microsoft.Security.MalwareScanningResult", "data": {"blobUri": "::", "scanResultType": "Malicious"}},
    ],
)  # fmt: skip
async def test_other_events_are_passed_over(app: App, event: dict[str, Any]) -> None:
    await app.documents.scan_results.receive(event)


async def test_cloud_events_are_understood_too(app: App) -> None:
    document = await a_verified(app, somebody().actor)
    event = await in_the_library(app, document)
    kind = event.pop("eventType")
    await app.documents.scan_results.receive({**event, "specversion": "1.0", "type": kind, "source": "/t"})
    assert await newest(app, document) == ("rejected", "malware")


async def test_of_another_organisations_document_with_the_same_bytes_nothing_is_said(app: App) -> None:
    mine, theirs = await a_verified(app, somebody().actor, PDF), await a_verified(app, somebody().actor, PDF)
    await app.documents.scan_results.receive(await in_the_library(app, mine))
    assert await newest(app, theirs) == ("ready", None)


async def test_a_document_that_changes_meanwhile_is_closed_all_the_same(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = await a_verified(app, somebody(Role.ADMIN).actor)
    event, documents = await in_the_library(app, document), app.documents.service.documents
    close, raced = documents.close, []

    async def after_another_write(found: Document, revisions: list[Revision], *rest: Any) -> None:
        if not raced:
            raced.append(found)
            await documents.replace(found.model_copy(update={"title": "Meanwhile"}))
        await close(found, revisions, *rest)

    monkeypatch.setattr(documents, "close", after_another_write)
    await app.documents.scan_results.receive(event)
    assert len(raced) == 1
    assert await newest(app, document) == ("rejected", "malware")


async def test_a_roll_back_under_way_does_not_bring_back_what_is_found_bad_meanwhile(app: App, queues: Queues) -> None:
    """Bytes from the library are not scanned again: they were when they came."""
    actor = somebody(Role.ADMIN).actor
    document = await a_verified(app, actor, a_pdf(mark="bad"))
    event = await in_the_library(app, document)
    document = await a_verified(app, actor, a_pdf(mark="good"), onto=document)
    document, _ = await app.documents.revisions.roll_back(actor, document.id, 1)
    await app.documents.scan_results.receive(event)
    await app.documents.processing.verify(job_of(document))
    after = await app.documents.service.get(actor, document.id)
    assert await newest(app, after) == ("rejected", "malware")
    assert after.current is not None
    assert after.approved is not None
    assert (after.newest.number, after.current.number, after.approved.number) == (3, 2, 2)


async def test_what_is_closed_before_anything_was_made_of_it_waits_for_nothing(app: App) -> None:
    """The feed shows the newest version only: nobody sends the jobs, and nothing could ever be deleted that waits for them."""
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor, a_text_pdf("text"))
    assert (await revision_of(app, document)).text.state == "pending"
    await app.documents.scan_results.receive(await in_the_library(app, document))
    closed = await revision_of(app, document)
    assert (closed.state, closed.text.state, closed.preview.state) == ("rejected", "none", "none")
    document = await app.documents.service.get(admin.actor, document.id)
    await app.documents.service.trash(admin.actor, document.id, document.etag)
    document = await app.documents.service.get(admin.actor, document.id)
    await app.retention.purging.request(admin.actor, document.id, document.etag)
    await app.retention.purging.purge(purge_of(document.organisation_id, document.id))
    assert await left_of(app, document) == []
