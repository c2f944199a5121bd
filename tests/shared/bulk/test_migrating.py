"""Fields change their type: documents of older versions are brought to the newest, or stay as they are and say why."""

from typing import Any

import pytest

from shared.app import App
from shared.bulk.actions import MigrateDocuments
from shared.bulk.model import BulkOperation
from shared.document_types.fields import FieldSpec
from shared.document_types.model import DocumentType, DocumentTypeChange, DocumentTypeStatus
from shared.documents.drafts import DocumentChange
from shared.documents.model import Document
from shared.identity.permissions import Role
from tests.bulk import outcomes, rows_of, worked_off
from tests.document_types import a_document_type, a_field
from tests.documents import an_announced
from tests.people import Person, a_colleague, a_member, a_site

TEXT = a_field("text", key="depth", label="Depth")
METRES = a_field("number", key="depth", label="Depth", unit="m", maximum=9000)
NOTE = a_field("text", key="note", label="Note")


async def a_document(
    app: App, owner: Person, kind: DocumentType, site_id: str | None = None, **fields: Any
) -> Document:
    document, _ = await an_announced(app, owner.actor, str(fields).encode(), site_id=site_id)
    change = DocumentChange({"type_id": kind.id, "fields": fields})
    return await app.documents.service.change(owner.actor, document.id, change, document.etag)


async def revised(app: App, owner: Person, kind: DocumentType, *fields: FieldSpec) -> DocumentType:
    kind = await app.document_types.get(owner.actor, kind.id)
    return await app.document_types.change(owner.actor, kind.id, DocumentTypeChange({"fields": fields}), kind.etag)


async def a_migration(
    app: App, owner: Person, kind: DocumentType, *, dry_run: bool = False, drop: bool = False, since: int | None = None
) -> BulkOperation:
    action = MigrateDocuments(type_id=kind.id, from_version=since, to_version=kind.version, drop_removed=drop)
    return await app.bulk.service.migrate(owner.actor, action, dry_run=dry_run)


async def as_it_is(app: App, owner: Person, document: Document) -> Document:
    return await app.documents.service.get(owner.actor, document.id)


async def test_what_can_be_converted_is_and_the_rest_stays_and_says_why(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, TEXT, NOTE)
    good, empty, bad, deep = [
        await a_document(app, owner, kind, **fields)
        for fields in ({"depth": "12.5 ft", "note": "x"}, {"note": "y"}, {"depth": "deep"}, {"depth": "10000"})
    ]
    await app.documents.service.trash(owner.actor, empty.id, empty.etag)
    newest = await revised(app, owner, kind, METRES, NOTE)
    new = await a_document(app, owner, newest, depth=3)
    tried = await worked_off(app, await a_migration(app, owner, newest, dry_run=True))
    expected = {good.id: "done", empty.id: "done", bad.id: "number_expected", deep.id: "too_large"}
    assert await outcomes(app, tried) == expected
    assert (await as_it_is(app, owner, good)).etag == good.etag
    done = await worked_off(app, await app.bulk.service.carry_out(owner.actor, tried.id))
    assert await outcomes(app, done) == expected
    after = await as_it_is(app, owner, good)
    assert (after.type_version, after.fields) == (2, {"depth": {"value": 12.5, "unit": "ft", "si": 3.81}, "note": "x"})
    stays = await as_it_is(app, owner, bad)
    assert (stays.type_version, stays.fields, stays.etag) == (1, {"depth": "deep"}, bad.etag)
    assert (await as_it_is(app, owner, empty)).type_version == 2
    assert (await as_it_is(app, owner, new)).etag == new.etag
    rows = {row.document_id: row for row in await rows_of(app, done)}
    assert (rows[bad.id].errors[0].field, rows[bad.id].errors[0].value) == ("fields.depth", "deep")
    changes = {change.field: (change.before, change.after) for change in rows[good.id].changes}
    assert changes["fields.depth"] == ("12.5 ft", {"value": 12.5, "unit": "ft", "si": 3.81})
    assert changes["typeVersion"] == (1, 2)


async def test_values_of_fields_that_are_gone_are_kept_unless_somebody_gives_them_up(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, TEXT, NOTE)
    document = await a_document(app, owner, kind, depth="1", note="kept")
    newest = await revised(app, owner, kind, TEXT)
    kept = await worked_off(app, await a_migration(app, owner, newest))
    assert await outcomes(app, kept) == {document.id: "would_be_lost"}
    assert (await as_it_is(app, owner, document)).fields == {"depth": "1", "note": "kept"}
    dropped = await worked_off(app, await a_migration(app, owner, newest, drop=True))
    assert await outcomes(app, dropped) == {document.id: "done"}
    assert (await as_it_is(app, owner, document)).fields == {"depth": "1"}


async def test_what_the_newest_version_requires_must_be_there(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, TEXT)
    document = await a_document(app, owner, kind, depth="1")
    newest = await revised(app, owner, kind, TEXT, a_field("text", key="note", required=True))
    done = await worked_off(app, await a_migration(app, owner, newest))
    assert await outcomes(app, done) == {document.id: "required"}


async def test_only_documents_of_one_version_if_that_is_asked_for(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, TEXT)
    first = await a_document(app, owner, kind, depth="1")
    second = await a_document(app, owner, await revised(app, owner, kind, TEXT, NOTE), depth="2")
    newest = await revised(app, owner, kind, METRES, NOTE)
    done = await worked_off(app, await a_migration(app, owner, newest, since=2))
    assert await outcomes(app, done) == {second.id: "done"}
    rest = await worked_off(app, await a_migration(app, owner, newest))
    assert await outcomes(app, rest) == {first.id: "done"}


async def test_documents_of_other_sites_are_left_alone(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site, elsewhere = await a_site(app, admin), await a_site(app, admin, "Gullfaks")
    kind = await a_document_type(app, admin, TEXT)
    mine = await a_document(app, admin, kind, site.id, depth="1")
    theirs = await a_document(app, admin, kind, elsewhere.id, depth="2")
    newest = await revised(app, admin, kind, METRES)
    scoped = await a_colleague(app, admin, Role.ENGINEER, site_ids=(site.id,))
    done = await worked_off(app, await a_migration(app, scoped, newest))
    assert await outcomes(app, done) == {mine.id: "done"}
    assert (await as_it_is(app, admin, theirs)).etag == theirs.etag


@pytest.mark.parametrize("retired", [True, False])
async def test_a_type_that_changed_since_stops_it(app: App, retired: bool) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, TEXT)
    document = await a_document(app, owner, kind, depth="1")
    operation = await a_migration(app, owner, await revised(app, owner, kind, METRES))
    if retired:
        await app.document_types.set_status(owner.actor, kind.id, DocumentTypeStatus.RETIRED)
    else:
        await revised(app, owner, kind, METRES, NOTE)
    done = await worked_off(app, operation)
    assert (done.state, done.failure, await rows_of(app, done)) == ("failed", "type_changed", [])
    assert (await as_it_is(app, owner, document)).etag == document.etag


async def test_a_document_of_another_type_by_now_is_left_alone(app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, TEXT)
    document = await a_document(app, owner, kind, depth="1")
    newest = await revised(app, owner, kind, METRES)
    tried = await worked_off(app, await a_migration(app, owner, newest, dry_run=True))
    untyped = DocumentChange({"type_id": None, "fields": {}})
    document = await app.documents.service.change(owner.actor, document.id, untyped, document.etag)
    done = await worked_off(app, await app.bulk.service.carry_out(owner.actor, tried.id))
    assert await outcomes(app, done) == {document.id: "of_another_type"}
