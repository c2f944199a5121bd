"""A table carried into documents: every line as PATCH of its document would, and a clear word for each that cannot."""

from itertools import count

import pytest

from shared.app import App
from shared.bulk import importing, tables
from shared.document_types.model import Discipline
from shared.documents.drafts import DocumentChange
from shared.documents.model import Document
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.bulk import a_table, an_import, as_it_is, by_line, job_of, rows_of, worked_off
from tests.conftest import Clock, Queues
from tests.document_types import a_document_type, a_field
from tests.documents import an_announced, happened
from tests.people import Person, a_colleague, a_member, a_site
from tests.shared.documents.killing import Killed, watched

FIELDS = (
    a_field("number", key="depth", label="Depth", unit="m", maximum=9000),
    a_field("date", key="spud", label="Spud"),
    a_field("choice", key="phase", label="Phase", options=("Drilling", "Testing")),
    a_field("text", key="note", label="Note"),
)


async def a_typed(app: App, owner: Person, type_id: str, content: bytes = b"1") -> Document:
    document, _ = await an_announced(app, owner.actor, content, title="Before")
    return await app.documents.service.change(
        owner.actor, document.id, DocumentChange({"type_id": type_id}), document.etag
    )


async def test_every_target_is_read_as_people_write_it(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    kind = await a_document_type(app, owner, *FIELDS, manual_numbers=True)
    site = await a_site(app, owner)
    known = await app.document_types.get_disciplines(owner.actor)
    await app.document_types.replace_disciplines(owner.actor, [Discipline(code="DRL", name="Drilling")], known.etag)
    document, _ = await an_announced(app, owner.actor, b"1", title="Before")
    table = await a_table(
        app,
        owner,
        "\ufeffId;No;Title;Where;Kind;Disc;Words;Depth;Spud;Phase\r\n"
        f'{document.id.lower()};X-7;"=1+1; a ""formula""";{site.code.lower()};{kind.code.lower()};drl;"Well; North, old";'
        "2.5 km;4 May 2026;drilling\r\n",
    )
    operation = await an_import(
        app, owner, table, "Id", "id", number="No", title="Title", site="Where", type="Kind", discipline="Disc", tags="Words",
        fields_depth="Depth", fields_spud="Spud", fields_phase="Phase",
    )  # fmt: skip
    done = await worked_off(app, operation)
    assert await by_line(app, done) == {2: "done"}, await rows_of(app, done)
    changed = await app.documents.service.get(owner.actor, document.id)
    assert (changed.title, changed.number, changed.site_id) == ('=1+1; a "formula"', "X-7", site.id)
    assert (changed.type_id, changed.discipline, changed.tags) == (kind.id, "DRL", ("north", "old", "well"))
    assert changed.fields["depth"] == {"value": 2.5, "unit": "km", "si": 2500.0}
    assert (changed.fields["spud"], changed.fields["phase"]) == ("2026-05-04", "Drilling")
    (row,) = await rows_of(app, done)
    changes = {change.field: (change.before, change.after) for change in row.changes}
    assert changes["title"] == ("Before", '=1+1; a "formula"')
    assert changes["fields.spud"] == (None, "2026-05-04")
    again = await worked_off(app, await an_import(app, owner, table, "Id", "id", title="Title", fields_depth="Depth"))
    assert await by_line(app, again) == {2: "unchanged"}


async def test_what_is_wrong_is_said_line_by_line_and_column_by_column(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    kind = await a_document_type(app, owner, *FIELDS)
    one, other = await a_typed(app, owner, kind.id), await a_typed(app, owner, kind.id, b"2")
    lines = [
        f"{one.number},,,,10 ft,2026-01-01,a",
        f"{other.number},,,,deep,32 May 2026,",
        f"{str(one.number).lower()},Twice,,,,,",
        "NO-SUCH,,,,,,",
        ",Nobody,,,,,",
        "too,few",
        f"{other.number},Twice too,,,,,",
        "X,,nowhere,,,,",
        '"open,,,,,,',
        ",,,,,,",
    ]
    table = await a_table(app, owner, "\n".join(["No,Title,Where,Kind,Depth,Spud,Tags", *lines]))
    columns = {"title": "Title", "site": "Where", "type": "Kind", "fields_depth": "Depth", "fields_spud": "Spud"}
    done = await worked_off(app, await an_import(app, owner, table, "No", "number", **columns, tags="Tags"))
    assert await by_line(app, done) == {
        2: "done",
        3: "number_expected Depth",
        4: "key_twice No",
        5: "not_found No",
        6: "key_missing No",
        7: "row_width",
        8: "key_twice No",
        9: "not_found No",
        10: "quotes",
    }
    rows = {row.line: row for row in await rows_of(app, done)}
    wrong = [(error.column, error.code) for error in rows[3].errors]
    assert wrong == [("Depth", "number_expected"), ("Spud", "date_expected")]
    assert (rows[3].document_id, rows[3].title) == (other.id, "Before")
    assert "line 2 is about the same document" in rows[4].errors[0].message
    assert (done.total, done.done, done.outcomes) == (9, 9, {"done": 1, "refused": 8})
    assert (await app.documents.service.get(owner.actor, other.id)).etag == other.etag


async def test_cells_as_long_as_books_are_refused_like_any_others(app: App) -> None:
    """What is said of a line is an item, which the store takes up to 2 MB of: six bytes for each letter that is not plain."""
    owner = await a_member(app, Role.ADMIN)
    document, _ = await an_announced(app, owner.actor)
    columns = {f"fields_x{number}": f"X{number}" for number in range(14)}
    long, longer = ",".join(["é" * 60_000] * len(columns)), "é" * 60_000
    lines = [",".join(["Id", *columns.values()]), f"{document.id},{long}", f"{longer},{long}"]
    table = await a_table(app, owner, "\n".join(lines))
    done = await worked_off(app, await an_import(app, owner, table, "Id", "id", **columns))
    assert done.state == "finished"
    assert await by_line(app, done) == {2: "type_needed X0", 3: "not_found Id"}
    shown = [error.value for row in await rows_of(app, done) for error in row.errors]
    assert (len(shown), {len(value) for value in shown}, {value[-1] for value in shown}) == (15, {501}, {"…"})


async def test_sites_types_and_people_that_are_not_known_are_named(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    kind = await a_document_type(
        app, owner, a_field("user", key="who", label="Who"), a_field("text", key="must", required=True)
    )
    document, _ = await an_announced(app, owner.actor)
    header = "Id,Where,Kind,Who,Must,Disc,Title"
    cases = {
        f"{document.id},nowhere,,,,,": {"Where": "unknown_site"},
        f"{document.id},,NONE,,,,": {"Kind": "unknown_type"},
        f"{document.id},,,,,XXX,": {"Disc": "unknown_discipline"},
        f"{document.id},,{kind.code},{new_id()},x,,": {"Who": "unknown_user"},
        f"{document.id},,{kind.code},,,,": {"Must": "required"},
        f"{document.id},,,me,,,": {"Who": "type_needed"},
        f"{document.id},,,,,,bad\u202etitle": {"Title": "value_error"},
    }
    for line, expected in cases.items():
        table = await a_table(app, owner, f"{header}\n{line}\n")
        done = await worked_off(
            app,
            await an_import(
                app, owner, table, "Id", "id", site="Where", type="Kind", fields_who="Who", fields_must="Must", discipline="Disc",
                title="Title",
            ),
        )  # fmt: skip
        (row,) = await rows_of(app, done)
        assert {error.column: error.code for error in row.errors} == expected, line


@pytest.mark.parametrize("blank", ["keep", "clear"])
async def test_empty_cells_keep_or_clear_as_was_said(app: App, blank: str) -> None:
    owner = await a_member(app, Role.ADMIN)
    kind = await a_document_type(app, owner, *FIELDS)
    site = await a_site(app, owner)
    document = await a_typed(app, owner, kind.id)
    full = {"site_id": site.id, "tags": ("a",), "fields": {"depth": 5, "note": "kept"}}
    document = await app.documents.service.change(owner.actor, document.id, DocumentChange(full), document.etag)
    table = await a_table(app, owner, f"Id,Where,Tags,Depth\n{document.id},,,\n")
    done = await worked_off(
        app, await an_import(app, owner, table, "Id", "id", blank, site="Where", tags="Tags", fields_depth="Depth")
    )
    after = await app.documents.service.get(owner.actor, document.id)
    if blank == "keep":
        assert (await by_line(app, done), after.etag) == ({2: "unchanged"}, document.etag)
    else:
        assert await by_line(app, done) == {2: "done"}
        assert (after.site_id, after.tags, after.fields) == (None, (), {"note": "kept"})
    titles = await a_table(app, owner, f"Id,Title\n{document.id},\n")
    said = await by_line(
        app, await worked_off(app, await an_import(app, owner, titles, "Id", "id", blank, title="Title"))
    )
    assert said == {2: "unchanged" if blank == "keep" else "cannot_be_cleared Title"}


async def test_lines_about_documents_of_other_sites_find_nothing(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site, elsewhere = await a_site(app, admin), await a_site(app, admin, "Gullfaks")
    scoped = await a_colleague(app, admin, Role.OPERATOR, site_ids=(site.id,))
    mine, _ = await an_announced(app, admin.actor, b"1", site_id=site.id)
    theirs, _ = await an_announced(app, admin.actor, b"2", title="Secret", site_id=elsewhere.id)
    table = await a_table(
        app, scoped, f"Id,Title,Where\n{mine.id},New,{elsewhere.code}\n{theirs.id},New,\n{new_id()},New,\n"
    )
    done = await worked_off(app, await an_import(app, scoped, table, "Id", "id", title="Title", site="Where"))
    assert await by_line(app, done) == {2: "unknown_site Where", 3: "not_found Id", 4: "not_found Id"}
    rows = {row.line: row for row in await rows_of(app, done)}
    assert (rows[3].document_id, rows[3].title) == (rows[4].document_id, rows[4].title) == (None, None)
    assert (await app.documents.service.get(admin.actor, theirs.id)).etag == theirs.etag


async def test_text_of_another_encoding_further_down_is_refused_where_it_is(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "HEAD", 40)
    monkeypatch.setattr("shared.bulk.imports.HEAD", 40)
    owner = await a_member(app, Role.ADMIN)
    one, _ = await an_announced(app, owner.actor, b"1")
    other, _ = await an_announced(app, owner.actor, b"2")
    content = f"Id,Title\n{one.id},Brønn\n".encode() + f"{other.id},Brønn\n".encode("cp1252")
    table = await a_table(app, owner, f"Id,Title\n{one.id},Ok\n")
    stored = table.stored(1)
    await app.blobs.put(stored, content, "text/csv")
    done = await worked_off(app, await an_import(app, owner, table, "Id", "id", title="Title"))
    assert await by_line(app, done) == {2: "done", 3: "encoding Title"}


async def test_a_dry_run_changes_nothing_and_is_carried_out_line_by_line(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    document, _ = await an_announced(app, owner.actor, title="Before")
    table = await a_table(app, owner, f"Id,Title\n{document.id},After\n{document.id},Twice\n")
    tried = await worked_off(app, await an_import(app, owner, table, "Id", "id", title="Title", dry_run=True))
    assert await by_line(app, tried) == {2: "done", 3: "key_twice Id"}
    assert (await app.documents.service.get(owner.actor, document.id)).etag == document.etag
    done = await worked_off(app, await app.bulk.service.carry_out(owner.actor, tried.id))
    assert await by_line(app, done) == {2: "done", 3: "key_twice Id"}
    assert (await app.documents.service.get(owner.actor, document.id)).title == "After"


@pytest.mark.slow
async def test_killed_after_any_request_each_line_is_done_once(
    app: App, clock: Clock, queues: Queues, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "PAGE", 2)
    owner = await a_member(app, Role.ADMIN)
    for limit in count():
        documents = [(await an_announced(app, owner.actor, b"%d" % number))[0] for number in range(3)]
        lines = "".join(f"{one.id},After {number}\n" for number, one in enumerate(documents))
        table = await a_table(app, owner, f"Id,Title\n{lines}{documents[0].id},Twice\n")
        operation = await an_import(app, owner, table, "Id", "id", title="Title")
        await queues.take("documents-bulk")
        killed = False
        with watched(limit) as requests:
            try:
                await app.bulk.running.run(job_of(operation))
            except Killed:
                killed = True
            except BaseExceptionGroup as group:
                assert group.subgroup(Killed) is not None
                killed = True
        for _ in range(3):
            clock.advance(minutes=6)
            await app.bulk.outbox.reconcile()
            for job in await queues.take("documents-bulk"):
                if job.organisation_id == owner.organisation_id:
                    await app.bulk.running.run(job)
        operation = await as_it_is(app, operation)
        where = f"killed after {limit}: {requests.lines[-1:]}"
        assert (operation.state, operation.outcomes) == ("finished", {"done": 3, "refused": 1}), where
        assert await by_line(app, operation) == {2: "done", 3: "done", 4: "done", 5: "key_twice Id"}, where
        for document in documents:
            assert (await happened(app, document)).count("document.changed") == 1, where
        if not killed:
            assert limit > 12
            return


@pytest.mark.parametrize(
    ("name", "value", "failure"), [("MAX_LINES", 2, "too_many_lines"), ("MAX_TWICE", 0, "keys_repeat")]
)
async def test_a_table_that_is_too_long_changes_nothing(
    app: App, monkeypatch: pytest.MonkeyPatch, name: str, value: int, failure: str
) -> None:
    monkeypatch.setattr(importing, name, value)
    owner = await a_member(app, Role.ADMIN)
    document, _ = await an_announced(app, owner.actor)
    table = await a_table(app, owner, f"Id,Title\n{document.id},1\n{document.id},2\n{document.id},3\n")
    done = await worked_off(app, await an_import(app, owner, table, "Id", "id", title="Title"))
    assert (done.state, done.failure, await rows_of(app, done)) == ("failed", failure, [])
    assert (await app.documents.service.get(owner.actor, document.id)).etag == document.etag


async def test_a_table_that_is_gone_ends_it(app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    table = await a_table(app, owner, f"Id,Title\n{new_id()},1\n")
    operation = await an_import(app, owner, table, "Id", "id", title="Title")
    await app.blobs.delete(table.stored(1))
    done = await worked_off(app, operation)
    assert (done.state, done.failure) == ("failed", "source_gone")
