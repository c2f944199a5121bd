"""POST and PATCH /documents: type, discipline, tags, custom fields and number."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.document_types.fields import FieldSpec
from shared.document_types.model import Discipline, DocumentTypeChange, DocumentTypeStatus
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient, Response
from tests.document_types import a_document_type, a_field, everybody_at_once
from tests.documents import PDF, announcement, as_person, items_of
from tests.people import Person, a_member, a_site

DEPTH = FieldSpec.model_validate({"key": "depth", "label": "Depth", "type": "number", "unit": "m", "required": True})
WELL = FieldSpec.model_validate({"key": "well", "label": "Well", "type": "text"})


async def announced(caller: ApiClient, **said: Any) -> Response:
    return await caller.post("v1/documents", announcement(PDF, **said))


async def made(caller: ApiClient, **said: Any) -> dict[str, Any]:
    answer = await announced(caller, **said)
    assert answer.status == 201, answer.content
    found: dict[str, Any] = answer.json["document"]
    return found


async def changed(caller: ApiClient, document: dict[str, Any], **said: Any) -> Response:
    return await caller.patch(f"v1/documents/{document['id']}", said, headers={"If-Match": document["etag"]})


async def numbers_of(app: App, person: Person) -> list[str]:
    """All that were ever taken."""
    items = await items_of(app, person.organisation_id)
    return sorted(item["number"] for item in items if item["kind"] == "documentNumber")


async def test_a_type_there_is_not_is_refused_as_is_another_organisations(client: ApiClient, app: App) -> None:
    person, stranger = await a_member(app, Role.ENGINEER), await a_member(app, Role.ENGINEER)
    theirs = await a_document_type(app, stranger)
    caller = as_person(client, app, person)
    for type_id in (new_id(), theirs.id):
        answer = await announced(caller, typeId=type_id)
        assert (answer.status, answer.fields) == (422, {"typeId"})
    assert await items_of(app, person.organisation_id) == []


async def test_nothing_new_is_made_of_a_retired_type(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    caller, kind = as_person(client, app, person), await a_document_type(app, person, WELL)
    document = await made(caller, typeId=kind.id)
    await app.document_types.set_status(person.actor, kind.id, DocumentTypeStatus.RETIRED)
    answer = await announced(caller, typeId=kind.id)
    assert (answer.status, answer.code) == (409, "document_type_retired")
    kept = await changed(caller, document, fields={"well": "15/9"})
    assert (kept.status, kept.json["fields"], kept.json["typeVersion"]) == (200, {"well": "15/9"}, 1)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "fields.depth"),
        ({"fields": {"depth": "deep"}}, "fields.depth"),
        ({"fields": {"depth": 1, "colour": "red"}}, "fields.colour"),
        ({"fields": {"depth": 1, "well": 7}}, "fields.well"),
        ({"fields": {"depth": 1}, "number": "A-1"}, "number"),
        ({"fields": {"depth": 1}, "discipline": "NONE"}, "discipline"),
    ],
)
async def test_what_does_not_fit_the_type_is_named(
    client: ApiClient, app: App, said: dict[str, Any], field: str
) -> None:
    person = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, person, DEPTH, WELL)
    answer = await announced(as_person(client, app, person), typeId=kind.id, **said)
    assert (answer.status, answer.fields) == (422, {field})
    assert await items_of(app, person.organisation_id) == []


async def test_a_number_made_with_the_site_needs_one(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ADMIN)
    caller = as_person(client, app, person)
    kind, site = await a_document_type(app, person, number_pattern="{site}-{seq:3}"), await a_site(app, person)
    answer = await announced(caller, typeId=kind.id)
    assert (answer.status, answer.fields) == (422, {"siteId"})
    assert (await made(caller, typeId=kind.id, siteId=site.id))["number"] == f"{site.code}-001"


async def test_what_was_said_is_kept_as_it_is_written(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, person, DEPTH, WELL, number_pattern="{type}-{discipline}-{seq:4}")
    held = await app.document_types.get_disciplines(person.actor)
    await app.document_types.replace_disciplines(person.actor, [Discipline(code="DR", name="Drilling")], held.etag)
    said = {"depth": {"value": 100, "unit": "ft"}, "well": " 15/9 "}
    document = await made(
        as_person(client, app, person),
        typeId=kind.id,
        discipline="dr",
        tags=["  Hot  Work", "hot work", "ÅS"],
        fields=said,
    )
    wanted = {
        "number": "DRL-DR-0001",
        "typeId": kind.id,
        "typeVersion": 1,
        "discipline": "DR",
        "tags": ["hot work", "ås"],
        "fields": {"depth": {"value": 100, "unit": "ft", "si": 30.48}, "well": "15/9"},
    }
    assert {name: document[name] for name in wanted} == wanted


async def test_documents_announced_at_once_are_numbered_without_gaps(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.OPERATOR)
    kind = await a_document_type(app, person, number_pattern="{type}-{seq:2}")
    caller = as_person(client, app, person)
    with everybody_at_once():
        documents = await asyncio.gather(*(made(caller, typeId=kind.id) for _ in range(5)))
    wanted = [f"DRL-0{number}" for number in range(1, 6)]
    assert sorted(document["number"] for document in documents) == wanted
    assert await numbers_of(app, person) == wanted


async def test_a_number_chosen_by_hand_is_nobody_elses(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, person, number_pattern="{type}-{seq:2}", manual_numbers=True)
    caller = as_person(client, app, person)
    first = await made(caller, typeId=kind.id, number="Drl-01")
    assert first["number"] == "Drl-01"
    answer = await announced(caller, typeId=kind.id, number="DRL-01")
    assert (answer.status, answer.code) == (409, "document_number_taken")
    second = await made(caller, typeId=kind.id)
    assert second["number"] == "DRL-02"
    taken = await changed(caller, second, number="drl-01")
    assert (taken.status, taken.code) == (409, "document_number_taken")
    spelled = await changed(caller, first, number="DRL-01")
    assert (spelled.status, spelled.json["number"]) == (200, "DRL-01")
    assert await numbers_of(app, person) == ["DRL-02", "Drl-01"]


async def test_a_document_that_is_given_a_type_is_numbered_and_keeps_its_number(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    caller = as_person(client, app, person)
    kind, other = await a_document_type(app, person), await a_document_type(app, person, code="MOM")
    document = await made(caller)
    typed = (await changed(caller, document, typeId=kind.id)).json
    assert typed["number"] == f"DRL-{app.now().year}-0001"
    moved = (await changed(caller, typed, typeId=other.id)).json
    untyped = (await changed(caller, moved, typeId=None)).json
    assert {one["number"] for one in (typed, moved, untyped)} == {typed["number"]}
    assert (untyped["typeId"], untyped["typeVersion"]) == (None, None)


async def test_values_are_never_dropped_with_a_type(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    caller = as_person(client, app, person)
    kind, other = await a_document_type(app, person, WELL), await a_document_type(app, person, code="MOM")
    document = await made(caller, typeId=kind.id, fields={"well": "15/9"})
    for type_id, field in ((other.id, "fields.well"), (None, "fields")):
        answer = await changed(caller, document, typeId=type_id)
        assert (answer.status, answer.fields) == (422, {field})
    answer = await changed(caller, document, typeId=other.id, fields={})
    assert (answer.status, answer.json["fields"]) == (200, {})


async def test_a_document_takes_on_the_newest_version_when_its_fields_are_written(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    caller, kind = as_person(client, app, person), await a_document_type(app, person, WELL)
    document = await made(caller, typeId=kind.id, fields={"well": "15/9"})
    more = DocumentTypeChange({"fields": (WELL, a_field(key="rig", required=True))})
    await app.document_types.change(person.actor, kind.id, more, kind.etag)
    titled = (await changed(caller, document, title="Still the old version")).json
    assert (titled["typeVersion"], titled["fields"]) == (1, {"well": "15/9"})
    answer = await changed(caller, titled, fields={"well": "15/9"})
    assert (answer.status, answer.fields) == (422, {"fields.rig"})
    newest = (await changed(caller, titled, fields={"well": "15/9", "rig": "Deepsea"})).json
    assert (newest["typeVersion"], newest["fields"]) == (2, {"well": "15/9", "rig": "Deepsea"})


async def test_what_changed_is_recorded_without_long_values(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    caller, kind = as_person(client, app, person), await a_document_type(app, person, WELL)
    document = await made(caller, typeId=kind.id)
    same = await changed(caller, document, tags=[], fields={})
    assert same.json["etag"] == document["etag"]
    assert (await changed(caller, document, tags=["Hot"], fields={"well": "15/9"})).status == 200
    items = await items_of(app, person.organisation_id)
    (activity,) = [item for item in items if item.get("type") == "document.changed"]
    assert activity["data"] == {"tags": [[], ["hot"]], "fields": ["well"]}


async def test_a_stale_change_takes_no_number(client: ApiClient, app: App) -> None:
    person = await a_member(app, Role.ENGINEER)
    caller, kind = as_person(client, app, person), await a_document_type(app, person)
    document = await made(caller)
    with everybody_at_once():
        answers = await asyncio.gather(*(changed(caller, document, typeId=kind.id) for _ in range(3)))
    assert sorted(answer.status for answer in answers) == [200, 412, 412]
    assert len(await numbers_of(app, person)) == 1
