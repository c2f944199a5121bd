"""GET /documents/{id}/acknowledgements: who has and who has not; the lists follow the people."""

import pytest

from shared.app import App
from shared.documents import acknowledging
from shared.documents.drafts import DocumentChange
from shared.identity.permissions import Role
from shared.users.model import UserChange, UserStatus
from tests.api_client import ApiClient
from tests.documents import a_pdf, a_verified, as_person
from tests.people import a_colleague, a_site, counted_requests
from tests.reading import Crew, a_crew


async def changed(crew: Crew, user_id: str, **values: object) -> None:
    user = await crew.app.users.service.get(crew.admin.actor, user_id)
    await crew.app.users.service.change(crew.admin.actor, user_id, UserChange(values), user.etag)


async def test_reviewers_and_the_author_see_them(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    engineer, viewer = [await a_colleague(app, crew.admin, role) for role in (Role.ENGINEER, Role.VIEWER)]
    assert (await crew.readers(document, by=engineer)).status == 200
    for who in (viewer, crew.olga):
        answer = await crew.readers(document, by=who)
        assert (answer.status, answer.code) == (403, "forbidden")
    hers = await crew.typed(await a_verified(app, crew.olga.actor, a_pdf(mark="hers")))
    assert (await crew.readers(hers, by=crew.olga)).status == 200
    assert (await crew.readers(hers, by=crew.omar)).status == 403


async def test_everybody_who_must_is_listed_with_when(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    said = (await crew.acknowledge(crew.omar, document)).json
    page = (await crew.readers(document)).json
    assert [(row["name"], row["must"], row["acknowledgedAt"]) for row in page["items"]] == [
        ("Olga", True, None),
        ("Omar", True, said["acknowledgedAt"]),
    ]
    assert (page["revision"], page["roles"], page["nextCursor"]) == (1, ["operator"], None)
    assert page["progress"] == {"asked": 2, "acknowledged": 1}
    assert await crew.names(document, "outstanding") == ["Olga"]
    assert await crew.names(document, "acknowledged") == ["Omar"]


async def test_a_new_revision_is_asked_for_again(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    await crew.acknowledge(crew.olga, document)
    document = await crew.a_revision(document, "second")
    page = (await crew.readers(document)).json
    assert (page["revision"], page["progress"]) == (2, {"asked": 2, "acknowledged": 0})
    before = (await crew.readers(document, "?revision=1&standing=acknowledged")).json
    assert (before["revision"], [row["name"] for row in before["items"]]) == (1, ["Olga"])


async def test_nothing_in_force_asks_nobody(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await a_verified(app, crew.admin.actor, a_pdf(mark="plain"))
    page = (await crew.readers(document)).json
    assert (page["items"], page["progress"], page["roles"]) == ([], {"asked": 0, "acknowledged": 0}, [])


async def test_the_site_says_who_is_concerned(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    here, there = await a_site(app, crew.admin), await a_site(app, crew.admin, "Gullfaks")
    for name, site in (("Here", here), ("There", there)):
        await a_colleague(app, crew.admin, Role.OPERATOR, name=name, site_ids=(site.id,))
    document = await crew.a_document(site_id=here.id)
    assert await crew.names(document) == ["Here", "Olga", "Omar"]
    assert await crew.names(await crew.a_document("Everybody's")) == ["Here", "Olga", "Omar", "There"]
    change = DocumentChange({"site_id": there.id})
    await app.documents.service.change(crew.admin.actor, document.id, change, document.etag)
    assert await crew.names(document) == ["Olga", "Omar", "There"]


async def test_the_lists_follow_who_joins_leaves_and_changes(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    site = await a_site(app, crew.admin)
    document = await crew.a_document(site_id=site.id)
    for who in (crew.olga, crew.omar):
        await crew.acknowledge(who, document)
    newcomer = await a_colleague(app, crew.admin, Role.OPERATOR, name="Nils")
    assert await crew.names(document, "outstanding") == ["Nils"]
    assert await crew.due(newcomer) == ["Lifting plan"]
    await changed(crew, newcomer.id, role=Role.VIEWER)
    assert await crew.names(document, "outstanding") == []
    await changed(crew, crew.olga.id, status=UserStatus.DEACTIVATED)
    await changed(crew, crew.omar.id, site_ids=())
    page = (await crew.readers(document)).json
    assert (page["items"], page["progress"]) == ([], {"asked": 0, "acknowledged": 0})
    have = (await crew.readers(document, "?standing=acknowledged")).json["items"]
    assert [(row["name"], row["must"]) for row in have] == [("Olga", False), ("Omar", False)]


async def test_a_deleted_persons_word_stays_without_a_name(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    await crew.acknowledge(crew.olga, document)
    await app.users.service.erase(crew.admin.actor, crew.olga.id)
    await app.users.erasure.finish(crew.admin.organisation_id, crew.olga.id)
    (row,) = (await crew.readers(document, "?standing=acknowledged")).json["items"]
    assert (row["userId"], row["name"], row["must"]) == (crew.olga.id, None, False)
    assert (row["role"], row["acknowledgedAt"] is not None) == ("operator", True)
    assert await crew.names(document) == ["Omar"]


async def everybody_of(crew: Crew, document_id: str, query: str, limit: int) -> tuple[list[str], int]:
    """Names over all pages, and how many pages."""
    names, cursor, pages = [], "", 0
    caller = as_person(crew.client, crew.app, crew.admin)
    while True:
        page = (await caller.get(f"v1/documents/{document_id}/acknowledgements?limit={limit}{query}{cursor}")).json
        assert (page["progress"] is None) is bool(cursor)
        names += [row["name"] for row in page["items"]]
        pages += 1
        assert len(page["items"]) <= limit
        if page["nextCursor"] is None:
            return names, pages
        cursor = f"&cursor={page['nextCursor']}"


async def test_pages_are_complete(client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    people = [await a_colleague(app, crew.admin, Role.OPERATOR, name=f"P{number}") for number in range(9)]
    for person in people[::2]:
        await crew.acknowledge(person, document)
    assert await everybody_of(crew, document.id, "", 3) == (["Olga", "Omar", *(f"P{n}" for n in range(9))], 4)
    monkeypatch.setattr(acknowledging, "MAX_LIMIT", 2)  # as if there were thousands
    left, _ = await everybody_of(crew, document.id, "&standing=outstanding", 3)
    assert left == ["Olga", "Omar", "P1", "P3", "P5", "P7"]
    monkeypatch.setattr(acknowledging, "LOOKS", 1)
    left, pages = await everybody_of(crew, document.id, "&standing=outstanding", 3)
    assert (left, pages) == (["Olga", "Omar", "P1", "P3", "P5", "P7"], 6)
    have, _ = await everybody_of(crew, document.id, "&standing=acknowledged", 2)
    assert have == ["P0", "P2", "P4", "P6", "P8"]


async def test_a_cursor_of_another_list_is_refused(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    cursor = (await crew.readers(document, "?limit=1")).json["nextCursor"]
    answer = await crew.readers(document, f"?standing=acknowledged&cursor={cursor}")
    assert (answer.status, answer.code) == (400, "cursor_invalid")


async def test_what_a_page_costs(client: ApiClient, app: App) -> None:
    crew = await a_crew(client, app)
    document = await crew.a_document()
    with counted_requests() as first:
        page = await crew.readers(document, "?limit=1")
    assert first == ["GET documents", "POST directory", "POST documents", "POST directory", "POST documents"]
    with counted_requests() as second:
        await crew.readers(document, f"?limit=1&cursor={page.json['nextCursor']}")
    assert second == ["GET documents", "POST directory", "POST documents"]
