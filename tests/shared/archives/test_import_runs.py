"""An import is tried out, cut off, cancelled, gone on with; people keep their names and nobody gets in."""

import contextlib
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from shared.app import App
from shared.archives.parts import PartLimits
from shared.documents.malware import ScanState, ScanVerdict, Subject
from shared.documents.revision import RevisionState
from shared.identity.permissions import Role
from shared.kit.jobs.runs import RunState
from shared.users.model import UserStatus
from tests.archives import an_import, downloaded, exported, imported, run_of
from tests.conftest import Clock
from tests.documents import a_pdf, a_verified, items_of
from tests.people import Person, a_colleague, a_member, a_site
from tests.shared.documents.killing import Killed, watched


class KnowsNow:
    """A scanner that has learned about some bytes; it comes late."""

    def __init__(self, content: bytes) -> None:
        self.content, self.asked = content, 0

    async def scan(self, subject: Subject) -> ScanVerdict:
        self.asked += 1
        if self.asked == 1:
            return ScanVerdict(ScanState.PENDING)
        found = b"".join([chunk async for chunk in subject.read()])
        return ScanVerdict(ScanState.INFECTED, "Trojan") if found == self.content else ScanVerdict(ScanState.CLEAN)


async def archived(app: App, clock: Clock, owner: Person, folder: Path) -> Path:
    """The folder is there."""
    clock.advance(hours=1)
    return await downloaded(app, await exported(app, owner.organisation_id), folder)


async def test_a_dry_run_checks_everything_and_writes_nothing(app: App, clock: Clock, tmp_path: Path) -> None:
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    await a_verified(app, owner.actor, a_pdf(mark="1"))
    folder = await archived(app, clock, owner, tmp_path)
    held = await an_import(app, target.actor, folder)
    run = await run_of(app, target.actor, held, dry_run=True)
    assert (run.state, run.percent, run.restored) == (RunState.FINISHED, 100, {})
    assert await items_of(app, target.organisation_id) == []
    run = await run_of(app, target.actor, held)
    assert (run.state, run.restored["document"], run.restored["revision"]) == (RunState.FINISHED, 1, 1)


@pytest.mark.slow
async def test_killed_after_any_request_it_can_be_gone_on_with(app: App, clock: Clock, tmp_path: Path) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    document = await a_verified(app, owner.actor, a_pdf(700, mark="1"), site_id=site.id)
    document = await a_verified(app, owner.actor, a_pdf(700, mark="2"), onto=document)
    clock.advance(hours=1)
    folder = await downloaded(app, await exported(app, owner.organisation_id, limits=PartLimits()), tmp_path)
    killed = 0
    for limit in count(20, 8):
        target = await a_member(app, Role.ADMIN)
        held = await an_import(app, target.actor, folder)
        _, run = await app.archives.imports.begin(target.actor, held.id, dry_run=False)
        importing = app.archives.importing
        job = importing.job_of(run.organisation_id, run.id)
        with watched(limit), contextlib.suppress(Killed):
            await importing.run(job)
        is_killed = not (await importing.runs.get(run.organisation_id, run.id)).state.is_settled
        clock.advance(minutes=10)
        while not run.state.is_settled:
            await importing.run(job)
            run = await importing.runs.get(run.organisation_id, run.id)
        assert (run.state, run.failure) == (RunState.FINISHED, None), limit
        stored = await items_of(app, target.organisation_id)
        assert sorted(item["kind"] for item in stored if item["kind"] in {"document", "revision"}) == [
            "document",
            "revision",
            "revision",
        ], limit
        prefix = f"{target.organisation_id}/"
        assert len(await app.blobs.names("library", prefix)) == 2, limit
        assert await app.blobs.names("quarantine", prefix) == [], limit
        if not is_killed:
            break
        killed += 1
    assert killed > 4


async def test_what_was_cancelled_goes_on_where_it_was(
    app: App, clock: Clock, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With the same upload, or with another one of the same archive; an archive of something else is refused by then."""
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    for number in range(4):
        await a_verified(app, owner.actor, a_pdf(700, mark=f"{number}"))
    folder = await archived(app, clock, owner, tmp_path)
    held = await an_import(app, target.actor, folder)
    _, run = await app.archives.imports.begin(target.actor, held.id, dry_run=False)
    importing = app.archives.importing
    while not any(item["kind"] == "document" for item in await items_of(app, target.organisation_id)):
        with watched(40), contextlib.suppress(Killed):
            await importing.run(importing.job_of(run.organisation_id, run.id))
        clock.advance(minutes=10)
    _, cancelled = await app.archives.imports.cancel(target.actor, held.id)
    assert cancelled is not None and cancelled.state is RunState.CANCELLED
    stranger = await a_member(app, Role.ADMIN)
    other = await archived(app, clock, stranger, tmp_path_factory.mktemp("other"))
    run = await imported(app, target.actor, other)
    assert (run.state, run.failure) == (RunState.FAILED, "organisation_not_empty")
    run = await imported(app, target.actor, folder)
    assert run.state is RunState.FINISHED
    kinds = [item["kind"] for item in await items_of(app, target.organisation_id)]
    assert kinds.count("document") == 4


async def test_people_are_found_by_their_addresses_and_others_stay_names(
    app: App, clock: Clock, tmp_path: Path
) -> None:
    """Ids of people hold in the whole deployment, so nobody's is taken over; who is not a member cannot sign in."""
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    leaver = await a_colleague(app, owner, Role.ADMIN, name="Lena Leaver")
    first = await a_verified(app, owner.actor, a_pdf(mark="1"))
    second = await a_verified(app, leaver.actor, a_pdf(mark="2"))
    folder = await archived(app, clock, owner, tmp_path)
    user = await app.users.service.users.get(target.organisation_id, target.id)
    known = user.model_copy(update={"email": owner.email})  # the same person is a member here already
    await app.users.service.users.replace(known)
    assert (await imported(app, target.actor, folder)).state is RunState.FINISHED
    here = target.actor
    assert (await app.documents.service.get(here, first.id)).created_by == target.id
    by = (await app.documents.service.get(here, second.id)).created_by
    former = await app.users.service.users.get(target.organisation_id, by)
    assert by != leaver.id
    assert (former.name, former.email, former.status) == ("Lena Leaver", leaver.email, UserStatus.DEACTIVATED)
    credential = await app.identity.service.credentials.find(leaver.email)
    assert credential is not None and credential.organisation_id == owner.organisation_id
    member = await app.users.service.find_member(target.organisation_id, by)
    assert member is not None and not member.is_active
    unchanged = await app.users.service.users.get(target.organisation_id, target.id)
    assert unchanged.role is Role.ADMIN and unchanged.status is UserStatus.ACTIVE


async def test_a_file_that_is_not_let_in_any_more_is_refused_alone(app: App, clock: Clock, tmp_path: Path) -> None:
    """It was clean there; here the scanner knows better. The rest is restored, and the document serves the revision before."""
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    document = await a_verified(app, owner.actor, a_pdf(700, mark="1"))
    content = a_pdf(700, mark="2")
    document = await a_verified(app, owner.actor, content, onto=document)
    folder = await archived(app, clock, owner, tmp_path)
    restoring = app.archives.importing.restoring
    scanner = KnowsNow(content)
    strict = replace(restoring, checks=replace(restoring.checks, scanner=scanner))
    importing = replace(app.archives.importing, restoring=strict, scan_pause=0.01)
    held = await an_import(app, target.actor, folder)
    _, run = await app.archives.imports.begin(target.actor, held.id, dry_run=False)
    while not run.state.is_settled:
        await importing.run(importing.job_of(run.organisation_id, run.id))
        run = await importing.runs.get(run.organisation_id, run.id)
    assert (run.state, run.rejected) == (RunState.FINISHED, 1)
    found, revision = await app.documents.revisions.get(target.actor, document.id, 2)
    assert revision.state is RevisionState.REJECTED and revision.rejection is not None
    assert found.current is not None and found.approved is not None
    assert (found.newest.number, found.current.number, found.approved.number) == (2, 1, 1)
    assert found.newest.state is RevisionState.REJECTED


async def test_a_part_that_takes_long_is_restored_in_several_turns(app: App, clock: Clock, tmp_path: Path) -> None:
    owner, target = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    await a_site(app, owner)
    for number in range(10):
        await a_verified(app, owner.actor, a_pdf(mark=f"{number}"))
    clock.advance(hours=1)
    folder = await downloaded(app, await exported(app, owner.organisation_id, limits=PartLimits()), tmp_path)
    held = await an_import(app, target.actor, folder)
    slow = replace(app.archives.importing.restoring, seconds=0.0)
    importing = replace(app.archives.importing, restoring=slow)
    _, run = await app.archives.imports.begin(target.actor, held.id, dry_run=False)
    turns = 0
    while not run.state.is_settled:
        await importing.run(importing.job_of(run.organisation_id, run.id))
        run = await importing.runs.get(run.organisation_id, run.id)
        turns += 1
    assert (run.state, run.percent, turns > 1) == (RunState.FINISHED, 100, True)
    assert (run.restored["document"], run.restored["revision"], run.restored["site"]) == (10, 10, 1)
