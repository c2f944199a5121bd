"""POST /bulk-imports/preview and /bulk-imports."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.bulk import a_table, by_line, worked_off
from tests.document_types import a_document_type, a_field
from tests.documents import a_verified, an_announced, as_person
from tests.people import a_colleague, a_member, a_site


def asking(document_id: str, **changes: Any) -> dict[str, Any]:
    body = {
        "documentId": document_id,
        "key": {"column": "Id", "is": "id"},
        "mapping": {"Title": "title"},
        "blank": "keep",
        "dryRun": False,
    }
    return {**body, **changes}


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    for path in ("v1/bulk-imports", "v1/bulk-imports/preview"):
        answer = await client.post(path, asking(new_id()))
        assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_tables_of_others_are_not_there(client: ApiClient, app: App) -> None:
    owner, stranger = await a_member(app, Role.ADMIN), await a_member(app, Role.ADMIN)
    table = await a_table(app, owner, "Id,Title\n1,2\n")
    hidden = await a_verified(app, owner.actor, b"Id,Title\n1,2\n", "b.csv", site_id=(await a_site(app, owner)).id)
    scoped = await a_colleague(app, owner, Role.OPERATOR, site_ids=((await a_site(app, owner, "Gullfaks")).id,))
    for person, document in ((stranger, table), (scoped, hidden)):
        caller = as_person(client, app, person)
        for path, body in (
            ("v1/bulk-imports/preview", {"documentId": document.id}),
            ("v1/bulk-imports", asking(document.id)),
        ):
            answer = await caller.post(path, body)
            assert (answer.status, answer.code) == (404, "not_found")


async def test_a_preview_shows_columns_lines_and_what_they_seem_to_be(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    await a_document_type(app, owner, a_field("number", key="td", label="Total depth (m)", unit="m"))
    lines = "Doc. No.;Document title;Site code;Total depth (m);Owner;Title\n" + "A-1;=1+1;F;100;me;x\n" * 20
    table = await a_table(app, owner, lines.encode("cp1252"))
    answer = await as_person(client, app, owner).post("v1/bulk-imports/preview", {"documentId": table.id})
    said = answer.json
    assert (answer.status, said["delimiter"], said["revision"]) == (200, ";", 1)
    assert said["columns"] == ["Doc. No.", "Document title", "Site code", "Total depth (m)", "Owner", "Title"]
    assert said["rows"] == [["A-1", "=1+1", "F", "100", "me", "x"]] * 10
    assert said["mapping"] == {"Document title": "title", "Site code": "site", "Total depth (m)": "fields.td"}
    assert said["key"] == {"column": "Doc. No.", "is": "number"}


async def test_only_a_ready_table_can_be_imported(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    caller = as_person(client, app, owner)
    awaited, _ = await an_announced(app, owner.actor)
    picture = await a_verified(app, owner.actor)
    words = await a_table(app, owner, "just a line\n", "words.txt")
    for document, code in ((awaited, "not_readable"), (picture, "not_readable"), (words, "not_a_table")):
        for path, body in (
            ("v1/bulk-imports/preview", {"documentId": document.id}),
            ("v1/bulk-imports", asking(document.id)),
        ):
            answer = await caller.post(path, body)
            assert (answer.status, answer.code) == (409, code)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"mapping": {"Name": "title"}}, {"mapping.Name"}),
        ({"key": {"column": "Key", "is": "id"}}, {"key.column"}),
        ({"key": {"column": "Id", "is": "title"}}, {"key.is"}),
        ({"mapping": {}}, {"mapping"}),
        ({"mapping": {"Title": "owner"}}, {"mapping.Title"}),
        ({"mapping": {"Title": "fields.Bad key"}}, {"mapping.Title"}),
        ({"mapping": {"Title": "title", "Id": "number"}}, {""}),
        ({"blank": None}, {"blank"}),
    ],
)
async def test_a_mapping_that_makes_no_sense_is_refused(
    client: ApiClient, app: App, changes: dict[str, Any], fields: set[str]
) -> None:
    owner = await a_member(app, Role.ENGINEER)
    table = await a_table(app, owner, "Id,Title\n1,2\n")
    answer = await as_person(client, app, owner).post("v1/bulk-imports", asking(table.id, **changes))
    assert (answer.status, answer.fields) == (422, fields)


async def test_columns_of_one_name_cannot_be_told_apart(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    table = await a_table(app, owner, "Id,Title,Title\n1,2,3\n")
    answer = await as_person(client, app, owner).post("v1/bulk-imports", asking(table.id))
    assert (answer.status, answer.code) == (409, "columns_twice")


async def test_a_table_is_carried_into_documents_and_read_line_by_line(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.OPERATOR)
    document, _ = await an_announced(app, owner.actor, title="Before")
    table = await a_table(app, owner, f"Id\tTitle\n{document.id}\tAfter\n\nnobody\tx\n", "t.txt")
    caller = as_person(client, app, owner)
    answer = await caller.post("v1/bulk-imports", asking(table.id))
    assert (answer.status, answer.json["action"]["revision"], answer.json["state"]) == (202, 1, "queued")
    assert answer.headers["Location"].endswith(f"v1/bulk-operations/{answer.json['id']}")
    operation = await worked_off(app, await app.bulk.service.get(owner.actor, answer.json["id"]))
    assert await by_line(app, operation) == {2: "done", 4: "not_found Id"}
    path = f"v1/bulk-operations/{operation.id}"
    rows = (await caller.get(f"{path}/results")).json["items"]
    assert [row["line"] for row in rows] == [2, 4]
    assert rows[0]["changes"] == [{"field": "title", "before": "Before", "after": "After"}]
    assert rows[1]["errors"][0]["column"] == "Id"
    assert (await caller.get(path)).json["outcomes"] == {"done": 1, "unchanged": 0, "refused": 1}


async def test_viewers_import_nothing(client: ApiClient, app: App) -> None:
    answer = await as_person(client, app, await a_member(app, Role.VIEWER)).post("v1/bulk-imports", asking(new_id()))
    assert (answer.status, answer.code) == (403, "forbidden")
