"""An archive holds everything there is, as it was verified, whatever happens while it is written."""

import contextlib
import hashlib
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from scripts.verify_archive import verify
from shared.app import App
from shared.archives.model import ABANDONED, KEPT
from shared.documents.model import Document
from shared.errors import Forbidden
from shared.identity.permissions import Role
from shared.kit.jobs.runs import RunState
from tests.archives import SMALL, an_archive_begun, downloaded, exported, files_of, lines_of, manifest_of
from tests.conftest import Clock
from tests.document_types import a_document_type, a_field
from tests.documents import a_pdf, a_verified, an_announced
from tests.holds import a_hold
from tests.people import Person, a_member, a_site, counted_requests
from tests.shared.documents.killing import Killed, watched


async def some_documents(app: App, owner: Person, number: int) -> list[Document]:
    return [await a_verified(app, owner.actor, a_pdf(300 + one, mark=f"{one}")) for one in range(number)]


async def test_everything_there_is_stands_in_the_parts(app: App, clock: Clock, tmp_path: Path) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    kind = await a_document_type(app, owner, a_field())
    contents = [a_pdf(400 + number, mark=f"{number}") for number in range(6)]
    documents = [await a_verified(app, owner.actor, content, site_id=site.id) for content in contents[:3]]
    for content in contents[3:]:
        documents[0] = await a_verified(app, owner.actor, content, onto=documents[0])
    waiting, _ = await an_announced(app, owner.actor, b"to come", "later.las")
    trashed = await a_verified(app, owner.actor, a_pdf(mark="trash"))
    await app.documents.service.trash(owner.actor, trashed.id, trashed.etag)
    hold = await a_hold(app, owner, documents[1])
    clock.advance(hours=1)
    archive = await exported(app, owner.organisation_id)
    assert (archive.state, archive.percent, archive.failure) == (RunState.FINISHED, 100, None)
    folder = await downloaded(app, archive, tmp_path)
    assert list(verify(folder)) == []
    lines = lines_of(folder)
    assert lines["document"].keys() == {one.id for one in [*documents, waiting, trashed]}
    assert lines["document"][documents[1].id]["holds"] == [hold.id]
    assert lines["document"][trashed.id]["trashedAt"] is not None
    assert lines["site"].keys() == {site.id}
    assert lines["documentType"].keys() == {kind.id}
    assert lines["legalHold"].keys() == {hold.id}
    assert owner.id in lines["user"]
    assert len(lines["revision"]) == 3 + 3 + 1 + 1
    assert hashes(files_of(folder).values()) == hashes([*contents, a_pdf(mark="trash")])
    assert manifest_of(folder)["counts"] == archive.counts
    assert len(manifest_of(folder)["parts"]) > 3


async def test_what_is_secret_is_in_no_archive(app: App, tmp_path: Path) -> None:
    """Of people their profile; no item of the storage's own (`_etag`), no lease, no hash of a password or secret."""
    owner = await a_member(app, Role.ADMIN)
    await some_documents(app, owner, 1)
    folder = await downloaded(app, await exported(app, owner.organisation_id), tmp_path)
    kinds = lines_of(folder)
    assert not kinds.keys() & {"apiKey", "shareLink", "shareUse", "credential", "session", "admins"}
    names = {name for lines in kinds.values() for line in lines.values() for name in line}
    assert not [name for name in names if name.startswith("_") or "hash" in name.lower() or "lease" in name.lower()]


async def test_a_document_that_is_larger_than_a_part_goes_on_in_the_next(
    app: App, clock: Clock, tmp_path: Path
) -> None:
    owner = await a_member(app, Role.ADMIN)
    document = await a_verified(app, owner.actor, a_pdf(700, mark="1"))
    for number in range(2, 5):
        document = await a_verified(app, owner.actor, a_pdf(700, mark=f"{number}"), onto=document)
    clock.advance(hours=1)
    folder = await downloaded(app, await exported(app, owner.organisation_id), tmp_path)
    assert list(verify(folder)) == []
    parts = manifest_of(folder)["parts"]
    revisions = [sum(one["count"] for one in part["items"] if one["kind"] == "revision") for part in parts]
    assert revisions[:4] == [1, 1, 1, 1]
    assert manifest_of(folder)["counts"]["document"] == 1


async def test_what_changes_while_it_is_written_is_read_again(app: App, clock: Clock, tmp_path: Path) -> None:
    """Accepted before the second round: in the archive, wherever the first one was then. The last line of an id counts."""
    owner = await a_member(app, Role.ADMIN)
    documents = await some_documents(app, owner, 6)
    clock.advance(hours=1)
    changed: list[str] = []

    async def change_the_first() -> None:
        if not changed:
            clock.advance(minutes=1)
            found = await app.documents.service.get(owner.actor, documents[0].id)
            await app.documents.service.trash(owner.actor, found.id, found.etag)
            changed.append((await a_verified(app, owner.actor, a_pdf(mark="new"), onto=documents[1])).id)
            changed.append((await a_verified(app, owner.actor, a_pdf(mark="other"))).id)

    archive = await exported(app, owner.organisation_id, between=change_the_first)
    assert archive.state is RunState.FINISHED
    folder = await downloaded(app, archive, tmp_path)
    assert list(verify(folder)) == []
    lines = lines_of(folder)
    assert lines["document"][documents[0].id]["trashedAt"] is not None
    assert lines["document"][documents[1].id]["current"] == 2
    assert changed[1] in lines["document"]
    assert manifest_of(folder)["counts"]["document"] > len(lines["document"])
    assert archive.data_as_of is not None and archive.data_as_of > archive.created_at


@pytest.mark.slow
async def test_killed_after_any_request_it_ends_whole_with_each_item_once(
    app: App, clock: Clock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    owner = await a_member(app, Role.ADMIN)
    await some_documents(app, owner, 2)
    clock.advance(hours=1)
    exporting = replace(app.archives.exporting, limits=replace(SMALL, file_bytes=400))
    killed = 0
    for limit in count(1, 2):
        archive = await an_archive_begun(app, owner.organisation_id)
        job = exporting.job_of(owner.organisation_id, archive.id)
        with watched(limit), contextlib.suppress(Killed):
            await exporting.run(job)
        is_killed = not (await exporting.runs.get(owner.organisation_id, archive.id)).state.is_settled
        clock.advance(minutes=10)
        while not archive.state.is_settled:
            await exporting.run(job)
            archive = await exporting.runs.get(owner.organisation_id, archive.id)
        folder = await downloaded(app, archive, tmp_path_factory.mktemp("archive"))
        assert list(verify(folder)) == [], limit
        assert manifest_of(folder)["counts"]["document"] == 2, limit
        if not is_killed:
            break
        killed += 1
    assert killed > 10


async def test_two_workers_at_one_archive_leave_one_that_is_whole(app: App, clock: Clock, tmp_path: Path) -> None:
    """The first is slow: its lease runs out in the middle of a part, and another one takes over."""
    owner = await a_member(app, Role.ADMIN)
    await some_documents(app, owner, 4)
    clock.advance(hours=1)
    archive = await an_archive_begun(app, owner.organisation_id)
    exporting = replace(app.archives.exporting, limits=SMALL)
    job = exporting.job_of(owner.organisation_id, archive.id)
    with watched(12) as requests, pytest.raises(Killed):
        await exporting.run(job)
    assert len(requests.lines) == 12
    await exporting.run(job)  # still claimed: nothing is done
    assert (await exporting.runs.get(owner.organisation_id, archive.id)).state is RunState.RUNNING
    clock.advance(minutes=10)
    while not archive.state.is_settled:
        await exporting.run(job)
        archive = await exporting.runs.get(owner.organisation_id, archive.id)
    assert list(verify(await downloaded(app, archive, tmp_path))) == []


async def test_a_file_that_is_not_what_was_verified_ends_it(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    (document,) = await some_documents(app, owner, 1)
    clock.advance(hours=1)
    await app.blobs.put(document.stored(1), a_pdf(300, mark="x"), "application/pdf")
    archive = await exported(app, owner.organisation_id)
    assert (archive.state, archive.failure) == (RunState.FAILED, "file_damaged")
    assert archive.failed_at == document.newest.revision_id


async def test_an_archive_that_is_cancelled_is_deleted(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    await some_documents(app, owner, 4)
    clock.advance(hours=1)
    archive = await an_archive_begun(app, owner.organisation_id)
    exporting = replace(app.archives.exporting, limits=SMALL)
    with watched(25), pytest.raises(Killed):
        await exporting.run(exporting.job_of(owner.organisation_id, archive.id))
    assert await app.blobs.names("archives", archive.prefix)
    clock.advance(minutes=10)
    cancelled = await app.archives.service.cancel(owner.actor, archive.id)
    assert cancelled.state is RunState.CANCELLED
    await app.archives.expiring.run()
    assert await app.blobs.names("archives", archive.prefix) == []


async def test_an_archive_expires(app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    await some_documents(app, owner, 1)
    archive = await exported(app, owner.organisation_id)
    clock.advance(days=KEPT.days - 1)
    await app.archives.expiring.run()
    assert len(await app.blobs.names("archives", archive.prefix)) == archive.parts + 1
    clock.advance(days=2)
    await app.archives.expiring.run()
    assert await app.blobs.names("archives", archive.prefix) == []
    expired = await app.archives.service.get(owner.actor, archive.id)
    assert (expired.state, expired.is_there) == (RunState.FINISHED, False)
    assert ABANDONED > KEPT


async def test_a_page_of_documents_costs_one_request(app: App, clock: Clock) -> None:
    """Reading does not grow with documents, only with pages of 200 items; files cost two requests to the storage each."""
    owner = await a_member(app, Role.ADMIN)
    await some_documents(app, owner, 12)
    clock.advance(hours=1)
    with counted_requests() as made:
        archive = await exported(app, owner.organisation_id, limits=replace(SMALL, file_bytes=10**9, files=100))
    assert archive.state is RunState.FINISHED
    reads = [line for line in made if line == "POST documents"]
    assert len(reads) <= 12


async def test_who_sees_some_sites_only_gets_no_archive(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    archive = await exported(app, owner.organisation_id)
    limited = replace(owner.actor, site_ids=())
    with pytest.raises(Forbidden):
        await app.archives.service.sign_download(limited, archive.id, 0)
    with pytest.raises(Forbidden):
        await app.archives.service.cancel(limited, archive.id)


def hashes(contents: Iterable[bytes]) -> set[str]:
    return {hashlib.sha256(content).hexdigest() for content in contents}
