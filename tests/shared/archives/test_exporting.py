"""An archive holds everything there is, as it was verified, whatever happens while it is written."""

import hashlib
from pathlib import Path

from scripts.verify_archive import verify
from shared.app import App
from shared.identity.permissions import Role
from shared.kit.jobs.runs import RunState
from tests.archives import downloaded, exported, files_of, lines_of, manifest_of
from tests.conftest import Clock
from tests.document_types import a_document_type, a_field
from tests.documents import a_pdf, a_verified, an_announced
from tests.holds import a_hold
from tests.people import a_member, a_site


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
    await app.documents.trash(owner.actor, trashed.id, trashed.etag)
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
    assert lines["site"].keys() == {site.id} and lines["documentType"].keys() == {kind.id}
    assert lines["legalHold"].keys() == {hold.id} and owner.id in lines["user"]
    assert len(lines["revision"]) == 3 + 3 + 1 + 1
    stored = {hashlib.sha256(content).hexdigest() for content in files_of(folder).values()}
    assert stored == {hashlib.sha256(content).hexdigest() for content in [*contents, a_pdf(mark="trash")]}
    assert manifest_of(folder)["counts"] == archive.counts
    assert len(manifest_of(folder)["parts"]) > 3
