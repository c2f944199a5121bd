"""GET /document-types; POST /document-types/{id}/retire and /restore."""

from typing import Any

import pytest

from shared.app import App
from shared.document_types.errors import DocumentTypeRetired
from shared.errors import Invalid, NotFound
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.document_types import a_document_type, a_field
from tests.people import Person, a_colleague, a_token, an_admin, counted_requests

NAMES = {"BHA": "Bottom hole assembly", "DRL": "Drilling programme", "LOG": "Åsgard logs", "PID": "Piping"}


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def a_company(app: App) -> Person:
    admin = await an_admin(app)
    for code in reversed(NAMES):
        await a_document_type(app, admin, a_field(), code=code, name=NAMES[code])
    return admin


async def everything(caller: ApiClient, query: str = "") -> list[dict[str, Any]]:
    """All pages, two rows each."""
    rows: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = (await caller.get(f"v1/document-types?limit=2{query}{cursor}")).json
        rows += page["items"]
        if page["nextCursor"] is None:
            return rows
        cursor = f"&cursor={page['nextCursor']}"


@pytest.mark.parametrize(
    ("query", "field"), [("limit=0", "limit"), ("sort=fields", "sort"), ("status=gone", "status"), ("x=1", "x")]
)
async def test_bad_input_is_named(client: ApiClient, app: App, query: str, field: str) -> None:
    answer = await as_(client, app, await an_admin(app)).get(f"v1/document-types?{query}")
    assert (answer.status, answer.fields) == (422, {field})


@pytest.mark.parametrize("sort", ["code", "name", "createdAt"])
async def test_every_sort_pages_through_everything_once(client: ApiClient, app: App, sort: str) -> None:
    caller = as_(client, app, await a_company(app))
    expected = sorted(NAMES, key=NAMES.__getitem__) if sort == "name" else sorted(NAMES, reverse=sort == "createdAt")
    assert [row["code"] for row in await everything(caller, f"&sort={sort}")] == expected
    assert [row["code"] for row in await everything(caller, f"&sort=-{sort}")] == expected[::-1]


async def test_a_page_is_one_request_and_leaves_the_fields_out(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await a_company(app))
    with counted_requests() as made:
        answer = await caller.get("v1/document-types?limit=3")
    assert (len(answer.json["items"]), made) == (3, ["POST directory"])
    assert "fields" not in answer.json["items"][0]


async def test_other_organisations_are_not_listed(client: ApiClient, app: App) -> None:
    await a_company(app)
    assert await everything(as_(client, app, await an_admin(app))) == []


@pytest.mark.parametrize(("search", "expected"), [("dr", ["DRL"]), ("ÅSG", ["LOG"]), ("p", ["DRL", "PID"]), ("zz", [])])
async def test_search_looks_into_name_and_code(client: ApiClient, app: App, search: str, expected: list[str]) -> None:
    found = await everything(as_(client, app, await a_company(app)), f"&search={search}")
    assert [row["code"] for row in found] == expected


async def test_a_retired_type_makes_no_new_documents_and_keeps_its_code(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    held, caller = await a_document_type(app, admin), as_(client, app, admin)
    retired = await caller.post(f"v1/document-types/{held.id}/retire")
    assert (retired.json["status"], retired.json["version"]) == ("retired", 1)
    assert (await caller.post(f"v1/document-types/{held.id}/retire")).json == retired.json
    with pytest.raises(DocumentTypeRetired):
        await app.document_types.current(admin.organisation_id, held.id)
    assert (await app.document_types.version(admin.organisation_id, held.id, 1)).code == held.code
    taken = await caller.post("v1/document-types", {"code": held.code, "name": "Again"})
    assert taken.code == "document_type_code_taken"
    assert [row["id"] for row in await everything(caller, "&status=retired")] == [held.id]
    assert await everything(caller, "&status=active") == []


async def test_a_type_that_is_taken_back_is_in_use_again(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    held, caller = await a_document_type(app, admin), as_(client, app, admin)
    await caller.post(f"v1/document-types/{held.id}/retire")
    restored = await caller.post(f"v1/document-types/{held.id}/restore")
    assert restored.json["status"] == "active"
    assert (await app.document_types.current(admin.organisation_id, held.id)).version == 1
    assert (await caller.post(f"v1/document-types/{held.id}/restore")).json == restored.json


async def test_what_documents_ask_stays_within_their_organisation(app: App) -> None:
    admin, stranger = await an_admin(app), await an_admin(app)
    held = await a_document_type(app, admin)
    with counted_requests() as made:
        assert (await app.document_types.current(admin.organisation_id, held.id)).id == held.id
    assert made == ["GET directory"]
    for organisation_id, type_id in ((stranger.organisation_id, held.id), (admin.organisation_id, new_id())):
        with pytest.raises(NotFound):
            await app.document_types.current(organisation_id, type_id)
        with pytest.raises(NotFound):
            await app.document_types.version(organisation_id, type_id, 1)


async def test_people_in_fields_are_looked_up_in_one_request(app: App) -> None:
    admin, stranger = await an_admin(app), await an_admin(app)
    carl, gone = [await a_colleague(app, admin, Role.VIEWER) for _ in range(2)]
    await app.users.service.erase(admin.actor, gone.id)
    held = await a_document_type(app, admin, *(a_field("user", key=key) for key in ("a", "b", "c", "d")))
    with counted_requests() as made:
        values = await app.document_types.checked(admin.organisation_id, held, {"a": carl.id, "b": admin.id}, {})
    assert (values, made) == ({"a": carl.id, "b": admin.id}, ["POST directory"])
    with pytest.raises(Invalid) as refused:
        strange = {"a": stranger.id, "b": gone.id, "c": held.id, "d": carl.id}
        await app.document_types.checked(admin.organisation_id, held, strange, {})
    assert [fault.field for fault in refused.value.fields] == ["fields.a", "fields.b", "fields.c"]


async def test_who_has_left_stays_where_they_are_named_already(app: App) -> None:
    admin = await an_admin(app)
    gone = await a_colleague(app, admin, Role.VIEWER)
    await app.users.service.erase(admin.actor, gone.id)
    held = await a_document_type(app, admin, a_field("user", key="a"), a_field("text", key="b"))
    with counted_requests() as made:
        values = {"a": gone.id, "b": "new"}
        assert await app.document_types.checked(admin.organisation_id, held, values, {"a": gone.id}) == values
    assert made == []
    with pytest.raises(Invalid):
        await app.document_types.checked(admin.organisation_id, held, values, {"b": gone.id})
