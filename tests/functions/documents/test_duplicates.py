"""The same bytes again: said, never refused, and only to who may see the other document."""

from typing import Any

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import (
    PROGRAM,
    a_pdf,
    a_verified,
    an_announced,
    announcement,
    as_person,
    job_of,
    put,
    somebody,
)
from tests.people import counted_requests


def content() -> bytes:
    return a_pdf(mark=new_id())


async def said_at(client: ApiClient, body: Any) -> list[dict[str, Any]]:
    answer = await client.post("v1/documents", body)
    assert answer.status == 201
    found: list[dict[str, Any]] = answer.json["duplicates"]
    return found


async def test_announcing_names_documents_with_the_same_bytes(client: ApiClient, app: App) -> None:
    person, same = somebody(), content()
    ready = await a_verified(app, person.actor, same, title="Plan")
    thrown = await a_verified(app, person.actor, same, title="Old plan")
    await app.documents.service.trash(person.actor, thrown.id, thrown.etag)
    await a_verified(app, person.actor, content())
    await a_verified(app, somebody().actor, same)
    assert await said_at(as_person(client, app, person), announcement(same)) == [
        {"id": ready.id, "title": "Plan", "trashed": False},
        {"id": thrown.id, "title": "Old plan", "trashed": True},
    ]


async def test_what_is_still_on_its_way_counts_and_what_was_refused_does_not(client: ApiClient, app: App) -> None:
    person = somebody()
    caller = as_person(client, app, person)
    refused = await a_verified(app, person.actor, PROGRAM)
    assert refused.state == "rejected"
    assert await said_at(caller, announcement(PROGRAM)) == []
    awaited, _ = await an_announced(app, person.actor, same := content())
    assert [one["id"] for one in await said_at(caller, announcement(same))] == [awaited.id]


async def test_a_further_revision_is_compared_with_other_documents_only(client: ApiClient, app: App) -> None:
    person, same = somebody(), content()
    other = await a_verified(app, person.actor, same)
    mine = await a_verified(app, person.actor, same)
    answer = await as_person(client, app, person).post(f"v1/documents/{mine.id}/revisions", announcement(same))
    assert [one["id"] for one in answer.json["duplicates"]] == [other.id]


async def test_settling_flags_and_reading_names_them(client: ApiClient, app: App) -> None:
    person, same = somebody(), content()
    caller = as_person(client, app, person)
    later, upload = await an_announced(app, person.actor, same)
    earlier = await a_verified(app, person.actor, same, title="Came in between")
    await put(upload.signed.url, same)
    await app.documents.processing.verify(job_of(await app.documents.uploads.complete(person.actor, later.id)))
    with counted_requests() as requests:
        read = (await caller.get(f"v1/documents/{later.id}")).json
    assert read["newest"]["state"] == "ready"
    assert read["duplicates"] == [{"id": earlier.id, "title": "Came in between", "trashed": False}]
    assert requests == ["GET documents", "POST documents"]
    await app.documents.service.trash(person.actor, earlier.id, earlier.etag)
    await an_announced(app, person.actor, onto=await app.documents.service.get(person.actor, later.id))
    (named,) = (await caller.get(f"v1/documents/{later.id}")).json["duplicates"]
    assert (named["id"], named["trashed"]) == (earlier.id, True)


async def test_nobody_hears_of_a_document_they_may_not_see(client: ApiClient, app: App) -> None:
    mine, theirs, same = new_id(), new_id(), content()
    person = somebody()
    hidden, shown = [await a_verified(app, person.actor, same) for _ in range(2)]
    for document, site_id in ((hidden, theirs), (shown, mine)):
        fresh = await app.documents.service.get(person.actor, document.id)
        await app.documents.service.documents.replace(fresh.model_copy(update={"site_id": site_id}))
    limited = somebody(Role.OPERATOR, organisation_id=person.organisation_id, site_ids=(mine,))
    caller = as_person(client, app, limited)
    assert [one["id"] for one in await said_at(caller, announcement(same))] == [shown.id]
    settled = await a_verified(app, limited.actor, same)
    assert set(settled.newest.duplicates) >= {hidden.id, shown.id}
    named = (await caller.get(f"v1/documents/{settled.id}")).json["duplicates"]
    assert hidden.id not in {one["id"] for one in named}
    assert shown.id in {one["id"] for one in named}
