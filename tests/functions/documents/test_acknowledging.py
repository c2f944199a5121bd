"""POST /documents/{id}/acknowledgements, what a document says of it, and which documents ask whom."""

import asyncio

import pytest

from shared.app import App
from shared.documents.drafts import DocumentChange
from shared.identity.errors import PersonsOnly
from shared.identity.permissions import FOR_PERSONS_ONLY, Permission, Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.document_types import a_document_type, everybody_at_once
from tests.documents import a_pdf, a_verified, as_person, items_of
from tests.people import a_colleague, a_member, an_api_key, counted_requests
from tests.reading import a_crew


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/documents/{new_id()}/acknowledgements", {"revision": 1})
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_keys_cannot(client: ApiClient, app: App) -> None:
    assert Permission.DOCUMENTS_ACKNOWLEDGE in FOR_PERSONS_ONLY
    crew = await a_crew(client, app)
    document = await crew.a_document()
    _, token = await an_api_key(app, crew.admin, Permission.DOCUMENTS_READ)
    path = f"v1/documents/{document.id}"
    answer = await client.signed_in(token).post(f"{path}/acknowledgements", {"revision": 1})
    assert (answer.status, answer.code) == (403, "forbidden")
    assert (await client.signed_in(token).get(path)).json["acknowledgement"] is None
    key, _ = await an_api_key(app, crew.admin, Permission.DOCUMENTS_READ)
    with pytest.raises(PersonsOnly):
        await app.documents.acknowledgements.acknowledge(key.actor, document.id)


@pytest.mark.parametrize("body", [{}, {"revision": 0}, {"revision": "1"}, {"revision": 1, "userId": new_id()}])
async def test_bad_input_is_refused(client: ApiClient, app: App, body: dict[str, object]) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    caller = as_person(client, app, crew.olga)
    assert (await caller.post(f"v1/documents/{document.id}/acknowledgements", body)).status == 422


async def test_somebody_says_they_have_read_it(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    before = await crew.read(crew.olga, document)
    assert before["acknowledgementRoles"] == ["operator"]
    assert before["acknowledgement"] == {"revision": 1, "acknowledgedAt": None}
    answer = await crew.acknowledge(crew.olga, document)
    assert answer.status == 200
    said = answer.json
    assert (said["userId"], said["revision"], said["role"]) == (crew.olga.id, 1, "operator")
    assert said["sha256"] == document.newest.sha256
    after = await crew.read(crew.olga, document)
    assert after["acknowledgement"] == {"revision": 1, "acknowledgedAt": said["acknowledgedAt"]}
    assert after["etag"] == before["etag"]
    seen = {"If-None-Match": before["etag"]}
    asked = await as_person(client, app, crew.olga).get(f"v1/documents/{document.id}", headers=seen)
    assert (asked.status, asked.json["acknowledgement"]) == (200, after["acknowledgement"])
    assert (await crew.read(crew.omar, document))["acknowledgement"]["acknowledgedAt"] is None
    assert (await crew.read(crew.admin, document))["acknowledgement"] is None
    (told,) = [
        item for item in await items_of(app, document.organisation_id) if item.get("type") == "document.acknowledged"
    ]
    assert (told["createdBy"], told["subjectId"], told["data"]["revision"]) == (crew.olga.id, document.id, 1)


async def test_saying_it_again_changes_nothing(client: ApiClient, app: App, clock) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    with everybody_at_once():
        answers = await asyncio.gather(*(crew.acknowledge(crew.olga, document) for _ in range(5)))
    clock.advance(hours=1)
    answers.append(await crew.acknowledge(crew.olga, document))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    kinds = [item.get("type") or item["kind"] for item in await items_of(app, document.organisation_id)]
    assert (kinds.count("acknowledgement"), kinds.count("document.acknowledged")) == (1, 1)


async def test_only_what_is_in_force_is_acknowledged(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    assert (await crew.acknowledge(crew.olga, document, 2)).code == "not_in_force"
    document = await crew.a_revision(document, "second")
    stale = await crew.acknowledge(crew.olga, document, 1)
    assert (stale.status, stale.code) == (409, "not_in_force")
    assert (await crew.acknowledge(crew.olga, document, 2)).status == 200
    document = await app.documents.service.get(crew.admin.actor, document.id)
    await app.documents.service.trash(crew.admin.actor, document.id, document.etag)
    assert (await crew.acknowledge(crew.omar, document, 2)).code == "in_the_trash"


async def test_what_waits_for_approval_is_not_asked_for_yet(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app, review_required=True)
    document = await crew.a_document()
    document = await crew.a_revision(document, "needs review")
    assert (document.approved.number, document.newest.number) == (1, 2)
    assert (await crew.acknowledge(crew.olga, document, 2)).code == "not_in_force"
    assert (await crew.acknowledge(crew.olga, document, 1)).status == 200


async def test_who_is_not_asked_cannot(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    plain = await a_verified(app, crew.admin.actor, a_pdf(mark="plain"))
    assert (await crew.acknowledge(crew.admin, document)).code == "not_asked"
    assert (await crew.acknowledge(crew.olga, plain)).code == "not_asked"
    assert (await crew.read(crew.olga, plain))["acknowledgement"] is None


async def test_the_type_says_which_roles(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app, acknowledgement_roles=(Role.ENGINEER, Role.VIEWER))
    viewer = await a_colleague(app, crew.admin, Role.VIEWER)
    document = await crew.a_document()
    assert (await crew.read(viewer, document))["acknowledgementRoles"] == ["engineer", "viewer"]
    assert (await crew.acknowledge(viewer, document)).status == 200
    assert (await crew.acknowledge(crew.olga, document)).code == "not_asked"


async def test_a_document_may_ask_more_people_than_its_type(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    viewer = await a_colleague(app, crew.admin, Role.VIEWER)
    path = f"v1/documents/{document.id}"
    body, headers = {"addedAcknowledgementRoles": ["viewer", "operator", "viewer"]}, {"If-Match": document.etag}
    refused = await as_person(client, app, crew.olga).patch(path, body, headers=headers)
    assert (refused.status, refused.code) == (403, "forbidden")
    changed = await as_person(client, app, crew.admin).patch(path, body, headers=headers)
    assert changed.json["acknowledgementRoles"] == ["operator", "viewer"]
    assert changed.json["addedAcknowledgementRoles"] == ["operator", "viewer"]
    assert (await crew.acknowledge(viewer, document)).status == 200
    headers = {"If-Match": changed.json["etag"]}
    renamed = await as_person(client, app, crew.olga).patch(path, {"title": "Other"}, headers=headers)
    assert renamed.json["addedAcknowledgementRoles"] == ["operator", "viewer"]


async def test_who_may_not_review_does_not_take_the_need_away(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    engineer = await a_colleague(app, crew.admin, Role.ENGINEER)
    other = await a_document_type(
        app, crew.admin, code="OTH", acknowledgement_required=True, acknowledgement_roles=(Role.VIEWER,)
    )
    change = DocumentChange({"type_id": other.id})
    kept = await app.documents.service.change(crew.olga.actor, document.id, change, document.etag)
    assert kept.acknowledgers == (Role.OPERATOR, Role.VIEWER)
    kept = await app.documents.service.change(
        crew.olga.actor, document.id, DocumentChange({"type_id": None}), kept.etag
    )
    assert kept.acknowledgers == (Role.OPERATOR, Role.VIEWER)
    waived = await app.documents.service.change(
        engineer.actor, document.id, DocumentChange({"type_id": other.id}), kept.etag
    )
    assert waived.acknowledgers == (Role.VIEWER,)
    waived = await app.documents.service.change(
        engineer.actor, document.id, DocumentChange({"type_id": None}), waived.etag
    )
    assert waived.acknowledgers == ()


async def test_what_it_costs(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    caller = as_person(client, app, crew.olga)
    path = f"v1/documents/{document.id}"
    with counted_requests() as requests:
        await caller.post(f"{path}/acknowledgements", {"revision": 1})
    assert requests == ["GET documents", "POST documents"]
    with counted_requests() as requests:
        await caller.get(path)
    assert requests == ["GET documents", "GET documents"]
    with counted_requests() as requests:
        await as_person(client, app, crew.admin).get(path)
    assert requests == ["GET documents"]


async def test_bulk_work_acknowledges_without_naming_the_revision(app: App, client: ApiClient) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_revision(await crew.a_document(), "second")
    said = await app.documents.acknowledgements.acknowledge(crew.olga.actor, document.id)
    assert said.revision == 2
    stranger = await a_member(app, Role.OPERATOR)
    with pytest.raises(Exception, match="nothing here"):
        await app.documents.acknowledgements.acknowledge(stranger.actor, document.id)
