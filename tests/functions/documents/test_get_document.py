"""GET /documents/{id}."""

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import PROGRAM, a_verified, an_announced, as_person, items_of, somebody
from tests.people import counted_requests


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.get(f"v1/documents/{new_id()}")
    assert (answer.status, answer.code) == (401, "unauthenticated")


async def test_another_organisation_finds_nothing(client: ApiClient, app: App) -> None:
    document, _ = await an_announced(app, somebody().actor)
    answer = await as_person(client, app, somebody(Role.ADMIN)).get(f"v1/documents/{document.id}")
    assert (answer.status, answer.code) == (404, "not_found")


async def test_what_belongs_to_another_site_is_not_found(client: ApiClient, app: App) -> None:
    mine, theirs = new_id(), new_id()
    person = somebody(Role.OPERATOR, site_ids=(mine,))
    caller = as_person(client, app, person)
    shown = []
    for site_id in (None, mine, theirs):
        document, _ = await an_announced(app, person.actor)
        await app.documents.service.documents.replace(document.model_copy(update={"site_id": site_id}))
        shown.append((await caller.get(f"v1/documents/{document.id}")).status)
    assert shown == [200, 200, 404]


async def test_an_activity_is_not_a_document(client: ApiClient, app: App) -> None:
    """They lie in the same partition; an id of the one kind is nothing of the other."""
    person = somebody()
    await an_announced(app, person.actor)
    (activity,) = [item for item in await items_of(app, person.organisation_id) if item["kind"] == "activity"]
    assert (await as_person(client, app, person).get(f"v1/documents/{activity['id']}")).status == 404


async def test_an_id_that_cannot_be_is_nothing(client: ApiClient, app: App) -> None:
    caller = as_person(client, app, somebody())
    assert (await caller.get(f"v1/documents/{'!' * 26}")).status == 404
    assert (await caller.get("v1/documents/short")).status == 404


async def test_a_viewer_sees_why_a_file_was_refused(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_verified(app, person.actor, PROGRAM)
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    answer = await as_person(client, app, viewer).get(f"v1/documents/{document.id}")
    assert answer.json["newest"]["state"] == "rejected"
    assert answer.json["current"] is None
    assert answer.json["newest"]["rejection"]["code"] == "type_not_allowed"


async def test_unchanged_documents_are_not_sent_again(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    first = await caller.get(f"v1/documents/{document.id}")
    assert first.headers["ETag"] == first.json["etag"]
    again = await caller.get(f"v1/documents/{document.id}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.content) == (304, b"")


async def test_it_costs_one_request(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    with counted_requests() as requests:
        await as_person(client, app, person).get(f"v1/documents/{document.id}")
    assert requests == ["GET documents"]
