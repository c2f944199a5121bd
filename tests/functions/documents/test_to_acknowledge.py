"""GET /documents/to-acknowledge: what somebody has still to read, page by page."""

import pytest

from shared.app import App
from shared.documents import acknowledging
from shared.documents.drafts import DocumentChange
from shared.documents.model import Document
from shared.identity.permissions import Role
from shared.retention.work import purge_of
from tests.api_client import ApiClient
from tests.documents import a_pdf, a_verified, as_person, items_of
from tests.people import a_colleague, a_site, counted_requests
from tests.reading import Crew, a_crew
from tests.retention import forget_derivation, left_of


async def test_only_what_asks_and_was_not_acknowledged(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    first, second = await crew.a_document("First"), await crew.a_document("Second")
    await a_verified(app, crew.admin.actor, a_pdf(mark="plain"), title="Asks nobody")
    assert await crew.due(crew.olga) == ["First", "Second"]
    assert await crew.due(crew.admin) == []
    await crew.acknowledge(crew.olga, first)
    assert await crew.due(crew.olga) == ["Second"]
    await crew.acknowledge(crew.olga, second)
    assert await crew.due(crew.olga) == []
    assert await crew.due(crew.omar) == ["First", "Second"]


async def test_each_revision_anew(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    for number in (1, 2, 3):
        if number > 1:
            document = await crew.a_revision(document, f"revision {number}")
        assert await crew.due(crew.olga) == ["Lifting plan"]
        await crew.acknowledge(crew.olga, document, number)
        assert await crew.due(crew.olga) == []


async def test_out_of_reach_is_out_of_the_list(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    here, there = await a_site(app, crew.admin), await a_site(app, crew.admin, "Gullfaks")
    scoped = await a_colleague(app, crew.admin, Role.OPERATOR, site_ids=(here.id,))
    await crew.a_document("Elsewhere", site_id=there.id)
    document = await crew.a_document("Here", site_id=here.id)
    assert await crew.due(scoped) == ["Here"]
    document = await app.documents.service.get(crew.admin.actor, document.id)
    await app.documents.service.trash(crew.admin.actor, document.id, document.etag)
    assert await crew.due(scoped) == []


async def all_of(crew: Crew, limit: int) -> tuple[list[str], int]:
    titles, cursor, pages = [], "", 0
    caller = as_person(crew.client, crew.app, crew.olga)
    while True:
        page = (await caller.get(f"v1/documents/to-acknowledge?limit={limit}{cursor}")).json
        assert len(page["items"]) <= limit
        titles, pages = titles + [row["title"] for row in page["items"]], pages + 1
        if page["nextCursor"] is None:
            return titles, pages
        cursor = f"&cursor={page['nextCursor']}"


@pytest.mark.parametrize("width", [2, 3, 4, 5, 1000])
@pytest.mark.parametrize("looks", [1, 5])
async def test_pages_are_complete_wherever_a_look_ends(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch, width: int, looks: int
) -> None:
    crew = await a_crew(client, app)
    documents: list[Document] = [await crew.a_document(f"D{number}") for number in range(7)]
    documents[2] = await crew.a_revision(documents[2], "second")
    for number in (0, 3, 4):
        await crew.acknowledge(crew.olga, documents[number])
    await crew.acknowledge(crew.olga, documents[2], 2)
    documents[3] = await crew.a_revision(documents[3], "after she read it")
    await crew.acknowledge(crew.omar, documents[1])
    monkeypatch.setattr(acknowledging, "WIDTH", width)
    monkeypatch.setattr(acknowledging, "LOOKS", looks)
    for limit in (1, 2, 50):
        titles, _ = await all_of(crew, limit)
        assert titles == ["D1", "D3", "D5", "D6"], limit


async def test_a_page_is_one_request(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    for number in range(3):
        document = await crew.a_document(f"D{number}")
    await crew.acknowledge(crew.olga, document)
    with counted_requests() as requests:
        assert await crew.due(crew.olga) == ["D0", "D1"]
    assert requests == ["POST documents"]


async def test_a_waived_need_leaves_the_list(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    await app.documents.service.change(crew.admin.actor, document.id, DocumentChange({"type_id": None}), document.etag)
    assert await crew.due(crew.olga) == []


async def test_purging_takes_acknowledgements_along(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document, other = await crew.a_document(), await crew.a_document("Other")
    for who in (crew.olga, crew.omar):
        await crew.acknowledge(who, document)
        await crew.acknowledge(who, other)
    await forget_derivation(app, document)
    document = await app.documents.service.get(crew.admin.actor, document.id)
    await app.documents.service.trash(crew.admin.actor, document.id, document.etag)
    document = await app.documents.service.get(crew.admin.actor, document.id)
    await app.retention.purging.request(crew.admin.actor, document.id, document.etag)
    await app.retention.purging.purge(purge_of(document.organisation_id, document.id))
    assert await left_of(app, document) == ["documentNumber"]
    kept = [item for item in await items_of(app, document.organisation_id) if item["kind"] == "acknowledgement"]
    assert {item["documentId"] for item in kept} == {other.id} and len(kept) == 2


async def test_revisions_are_read_as_before(client: ApiClient, app: App) -> None:
    """Acknowledgements lie behind the document and its revisions in the order of ids, never between them."""
    crew = await a_crew(client, app)
    document = await crew.a_revision(await crew.a_document(), "second")
    await crew.acknowledge(crew.olga, document, 2)
    page = (await as_person(client, app, crew.admin).get(f"v1/documents/{document.id}/revisions")).json
    assert [row["number"] for row in page["items"]] == [2, 1]
    ids = [item["id"] for item in await items_of(app, document.organisation_id) if item["id"].startswith(document.id)]
    assert [one.removeprefix(document.id)[:1] for one in ids] == ["", ".", ".", "~"]
