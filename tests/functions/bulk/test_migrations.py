"""POST /document-types/{id}/migrations."""

import pytest

from shared.app import App
from shared.document_types.model import DocumentTypeStatus
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.document_types import a_document_type, a_field
from tests.documents import as_person
from tests.people import a_member

BODY = {"toVersion": 1, "dryRun": True}


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post(f"v1/document-types/{new_id()}/migrations", BODY)
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER])
async def test_it_takes_who_decides_about_types(client: ApiClient, app: App, role: Role) -> None:
    caller = as_person(client, app, await a_member(app, role))
    answer = await caller.post(f"v1/document-types/{new_id()}/migrations", BODY)
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_the_version_must_be_the_newest_and_in_use(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, a_field())
    caller = as_person(client, app, owner)
    path = f"v1/document-types/{kind.id}/migrations"
    late = await caller.post(path, {"toVersion": 2, "dryRun": True})
    assert (late.status, late.code) == (409, "not_the_newest")
    await app.document_types.set_status(owner.actor, kind.id, DocumentTypeStatus.RETIRED)
    retired = await caller.post(path, BODY)
    assert (retired.status, retired.code) == (409, "document_type_retired")
    assert (await caller.post(path, {"toVersion": 0, "dryRun": True})).fields == {"toVersion"}


async def test_it_is_accepted_as_a_bulk_operation(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    kind = await a_document_type(app, owner, a_field())
    answer = await as_person(client, app, owner).post(f"v1/document-types/{kind.id}/migrations", BODY)
    assert (answer.status, answer.json["action"]["type"], answer.json["dryRun"]) == (202, "migrate", True)
    assert answer.json["action"]["dropRemoved"] is False
    assert answer.headers["Location"].endswith(f"v1/bulk-operations/{answer.json['id']}")
