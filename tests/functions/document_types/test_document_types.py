"""POST /document-types, GET and PATCH /document-types/{id}, and its versions."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.document_types.model import MAX_TYPES
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.api_client import ApiClient, Response
from tests.document_types import a_document_type, everybody_at_once
from tests.people import Person, a_colleague, a_token, an_admin, an_api_key, counted_requests


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


def a_body(**changes: Any) -> dict[str, Any]:
    return {
        "code": "DRL",
        "name": "Drilling programme",
        "numberPattern": "{site}-{type}-{year}-{seq:4}",
        "manualNumbers": True,
        "reviewRequired": True,
        "acknowledgementRequired": False,
        "acknowledgementRoles": ["operator"],
        "fields": [{"key": "depth", "label": "Planned depth", "type": "number", "unit": "m", "minimum": 0}],
        **changes,
    }


async def change(caller: ApiClient, known: Response, **changes: Any) -> Response:
    headers = {"If-Match": known.headers["ETag"]}
    return await caller.patch(f"v1/document-types/{known.json['id']}", changes, headers=headers)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER])
async def test_everybody_reads_and_only_admins_and_engineers_write(client: ApiClient, app: App, role: Role) -> None:
    admin = await an_admin(app)
    held = await a_document_type(app, admin)
    caller = as_(client, app, await a_colleague(app, admin, role))
    with counted_requests() as made:
        created = await caller.post("v1/document-types", a_body())
        changed = await caller.patch(f"v1/document-types/{held.id}", {"name": "Mine"}, headers={"If-Match": held.etag})
        retired = await caller.post(f"v1/document-types/{held.id}/retire")
    assert (created.status, changed.status, retired.status, created.code, made) == (403, 403, 403, "forbidden", [])
    assert (await caller.get(f"v1/document-types/{held.id}")).json["name"] == held.name
    assert (await caller.get(f"v1/document-types/{held.id}/versions/1")).json["name"] == held.name


async def test_an_engineer_writes(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await a_colleague(app, await an_admin(app), Role.ENGINEER))
    assert (await caller.post("v1/document-types", a_body())).status == 201


async def test_a_key_writes_when_it_was_given_that(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    _, reading = await an_api_key(app, admin, Permission.DOCUMENT_TYPES_READ)
    _, writing = await an_api_key(app, admin, Permission.DOCUMENT_TYPES_WRITE)
    assert (await client.signed_in(reading).post("v1/document-types", a_body())).status == 403
    assert (await client.signed_in(writing).post("v1/document-types", a_body())).status == 201
    assert len((await client.signed_in(reading).get("v1/document-types")).json["items"]) == 1


async def test_another_organisations_type_is_not_there(client: ApiClient, app: App) -> None:
    theirs = await a_document_type(app, await an_admin(app))
    caller, path = as_(client, app, await an_admin(app)), f"v1/document-types/{theirs.id}"
    assert (await caller.get(path)).code == "not_found"
    assert (await caller.get(f"{path}/versions/1")).status == 404
    assert (await caller.patch(path, {"name": "Mine"}, headers={"If-Match": theirs.etag})).status == 404
    assert (await caller.post(f"{path}/retire")).status == 404
    assert (await caller.post(f"{path}/restore")).status == 404


@pytest.mark.parametrize("type_id", ["x", "!" * 26, new_id()])
async def test_an_id_no_type_has_is_not_found(client: ApiClient, app: App, type_id: str) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    assert (await caller.get(f"v1/document-types/{type_id}")).status == 404
    assert (await caller.get(f"v1/document-types/{admin.id}")).status == 404


@pytest.mark.parametrize("version", ["0", "2", "-1", "x", "1.5", "9" * 30, "9" * 5000, "\u0661"])
async def test_a_version_there_is_not(client: ApiClient, app: App, version: str) -> None:
    admin = await an_admin(app)
    held = await a_document_type(app, admin)
    answer = await as_(client, app, admin).get(f"v1/document-types/{held.id}/versions/{version}")
    assert answer.status == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "x" * 11}, "code"),
        ({"code": "D L"}, "code"),
        ({"code": "-D"}, "code"),
        ({"code": "\u0414RL"}, "code"),
        ({"code": "{seq:4}"}, "code"),
        ({"name": ""}, "name"),
        ({"name": "a\u202eb"}, "name"),
        ({"numberPattern": ""}, "numberPattern"),
        ({"numberPattern": "{type}"}, "numberPattern"),
        ({"numberPattern": "{person}-{seq:4}"}, "numberPattern"),
        ({"numberPattern": "x" * 60 + "{seq:1}"}, "numberPattern"),
        ({"numberPattern": "x" * 100 + "{seq:1}"}, "numberPattern"),
        ({"manualNumbers": "yes"}, "manualNumbers"),
        ({"reviewRequired": 1}, "reviewRequired"),
        ({"acknowledgementRequired": None}, "acknowledgementRequired"),
        ({"acknowledgementRoles": []}, "acknowledgementRoles"),
        ({"fields": {}}, "fields"),
        ({"version": 7}, "version"),
        ({"status": "retired"}, "status"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_stored(
    client: ApiClient, app: App, changes: dict[str, Any], field: str
) -> None:
    caller = as_(client, app, await an_admin(app))
    answer = await caller.post("v1/document-types", a_body(**changes))
    assert (answer.status, answer.fields) == (422, {field})
    assert (await caller.get("v1/document-types")).json["items"] == []


async def test_a_change_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    known = await caller.post("v1/document-types", a_body())
    assert (await caller.patch(f"v1/document-types/{known.json['id']}", {"name": "Blind"})).status == 428
    with everybody_at_once():
        answers = await asyncio.gather(*(change(caller, known, name=name) for name in ("One", "Two")))
        again = await asyncio.gather(*(change(caller, known, code=code) for code in ("ONE", "TWO")))
    assert sorted(answer.status for answer in answers) == [200, 412]
    assert [answer.status for answer in again] == [412, 412]


async def test_a_code_belongs_to_one_type_however_it_is_written(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    first = await caller.post("v1/document-types", a_body())
    taken = await caller.post("v1/document-types", a_body(code="drl"))
    assert (taken.status, taken.code) == (409, "document_type_code_taken")
    other = await caller.post("v1/document-types", a_body(code="LOG"))
    assert (await change(caller, other, code="Drl")).code == "document_type_code_taken"
    renamed = await change(caller, first, code="drl")
    assert (renamed.status, renamed.json["code"]) == (200, "drl")
    assert (await change(caller, renamed, code="PRG")).status == 200
    assert (await change(caller, other, code="DRL")).status == 200


async def test_many_at_once_all_come_in_and_each_code_once(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    with everybody_at_once():
        bodies = [a_body(code=code) for code in ("A", "B", "C", "a", "b", "c")]
        answers = await asyncio.gather(*(caller.post("v1/document-types", body) for body in bodies))
    assert sorted(answer.status for answer in answers) == [201, 201, 201, 409, 409, 409]
    assert len((await caller.get("v1/document-types")).json["items"]) == 3


async def test_not_more_types_than_may_be_in_use(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    for number in range(MAX_TYPES - 1):
        await a_document_type(app, admin, code=f"T{number}")
    with everybody_at_once():
        last = await asyncio.gather(*(caller.post("v1/document-types", a_body(code=code)) for code in ("X", "Y")))
    assert sorted(answer.status for answer in last) == [201, 409]
    assert {answer.code for answer in last if answer.status == 409} == {"too_many_document_types"}
    (kept,) = (answer for answer in last if answer.status == 201)
    assert (await caller.post(f"v1/document-types/{kept.json['id']}/retire")).status == 200
    assert (await caller.post("v1/document-types", a_body(code="Z"))).status == 201
    back = await caller.post(f"v1/document-types/{kept.json['id']}/restore")
    assert (back.status, back.code) == (409, "too_many_document_types")


async def test_a_type_is_added(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    await caller.get("v1/document-types")
    with counted_requests() as made:
        answer = await caller.post("v1/document-types", a_body(name="  Drilling programme "))
    assert (answer.status, made) == (201, ["GET directory", "POST directory"])
    (field,) = a_body()["fields"]
    nothing = dict.fromkeys(("maxLength", "pattern", "maximum", "earliest", "latest", "options"))
    assert answer.json == {
        **a_body(),
        "fields": [{**nothing, "required": False, **field}],
        "id": answer.json["id"],
        "status": "active",
        "version": 1,
        "createdAt": answer.json["createdAt"],
        "updatedAt": answer.json["createdAt"],
        "etag": answer.headers["ETag"],
    }
    assert answer.headers["Location"] == f"/api/v1/document-types/{answer.json['id']}"
    with counted_requests() as made:
        read = await caller.get(f"v1/document-types/{answer.json['id']}")
    assert (read.json, made) == (answer.json, ["GET directory"])


async def test_every_change_is_a_version_and_old_ones_stay(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    first = await caller.post("v1/document-types", a_body())
    second = await change(caller, first, name="Programme", reviewRequired=False)
    third = await change(caller, second, code="PRG", fields=[])
    assert [answer.json["version"] for answer in (first, second, third)] == [1, 2, 3]
    assert (third.json["name"], third.json["reviewRequired"], third.json["manualNumbers"]) == ("Programme", False, True)
    for known in (first, second, third):
        version = known.json["version"]
        with counted_requests() as made:
            read = await caller.get(f"v1/document-types/{known.json['id']}/versions/{version}")
        held = {name: known.json[name] for name in read.json if name not in {"typeId", "createdAt"}}
        expected = {**held, "typeId": known.json["id"], "createdAt": known.json["updatedAt"]}
        assert (read.json, made) == (expected, ["GET directory"])


async def test_a_change_that_changes_nothing_is_no_version(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    known = await caller.post("v1/document-types", a_body())
    for nothing in ({}, {"name": a_body()["name"]}, {"fields": a_body()["fields"]}, {"fields": known.json["fields"]}):
        assert (await change(caller, known, **nothing)).json == known.json


async def test_everything_is_on_record(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    known = await caller.post("v1/document-types", a_body())
    await change(caller, known, name="Programme")
    for verb in ("retire", "retire", "restore"):
        await caller.post(f"v1/document-types/{known.json['id']}/{verb}")
    query = Query(
        "SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @id ORDER BY c.id", {"@id": known.json["id"]}
    )
    activities = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert [(activity["type"], activity["createdBy"], activity["data"]) for activity in activities] == [
        ("document_type.created", admin.id, {"code": "DRL"}),
        ("document_type.changed", admin.id, {"version": 2}),
        ("document_type.retired", admin.id, {"version": 2}),
        ("document_type.restored", admin.id, {"version": 2}),
    ]


async def test_repeating_with_a_key_answers_the_same(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    headers = {"Idempotency-Key": "k"}
    first, second = [await caller.post("v1/document-types", a_body(), headers=headers) for _ in range(2)]
    assert (first.status, first.json) == (second.status, second.json)
