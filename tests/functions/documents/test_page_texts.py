"""GET /documents/{id}/revisions/{number}/pages: the text of a revision, from any page on."""

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import a_completed, a_read, as_person, somebody
from tests.files import a_text_pdf, a_workbook
from tests.people import counted_requests

TWELVE = a_text_pdf(*(f"page number {number}" for number in range(1, 13)))


def path(document_id: str, number: int = 1, query: str = "") -> str:
    return f"v1/documents/{document_id}/revisions/{number}/pages{query}"


async def test_who_may_read_it(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_read(app, person.actor, TWELVE)
    assert (await client.get(path(new_id()))).status == 401
    assert (await as_person(client, app, somebody(Role.ADMIN)).get(path(document.id))).status == 404
    assert (await as_person(client, app, person).get(path(document.id, 2))).status == 404


async def test_bad_input_is_named(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_read(app, person.actor, TWELVE)
    caller = as_person(client, app, person)
    for query in ("?limit=21", "?limit=0", "?first=0", "?first=x", "?cursor=nonsense"):
        assert (await caller.get(path(document.id, query=query))).status in {400, 422}, query


async def test_what_is_not_ready_has_none(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_completed(app, person.actor, TWELVE)
    answer = await as_person(client, app, person).get(path(document.id))
    assert (answer.status, answer.code) == (409, "not_ready")


async def test_every_page_comes_once_and_in_order(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_read(app, person.actor, TWELVE)
    caller = as_person(client, app, person)
    found: list[tuple[int, str]] = []
    query = "?limit=5"
    while True:
        answer = await caller.get(path(document.id, query=query))
        assert (answer.json["state"], answer.json["total"]) == ("ready", 12)
        found += [(page["number"], page["text"]) for page in answer.json["items"]]
        if (cursor := answer.json["nextCursor"]) is None:
            break
        query = f"?limit=5&cursor={cursor}"
    assert found == [(number, f"page number {number}") for number in range(1, 13)]


async def test_it_begins_where_a_hit_is_in_two_requests(client: ApiClient, app: App) -> None:
    """One tells whether the caller may see it, one reads."""
    person = somebody()
    document = await a_read(app, person.actor, TWELVE)
    with counted_requests() as requests:
        answer = await as_person(client, app, person).get(path(document.id, query="?first=7&limit=1"))
    assert [page["text"] for page in answer.json["items"]] == ["page number 7"]
    assert requests == ["POST documents", "POST pages"]


async def test_pages_have_the_names_of_sheets(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_read(app, person.actor, a_workbook({"Casing": [["depth", 9.5]], "Mud": [["weight"]]}), "a.xlsx")
    answer = await as_person(client, app, person).get(path(document.id))
    assert [page["label"] for page in answer.json["items"]] == ["Casing", "Mud"]


async def test_one_revision_shows_nothing_of_another(client: ApiClient, app: App) -> None:
    person = somebody()
    first = await a_read(app, person.actor, TWELVE)
    await a_read(app, person.actor, a_text_pdf("the second"), onto=first)
    caller = as_person(client, app, person)
    assert [page["text"] for page in (await caller.get(path(first.id, 2))).json["items"]] == ["the second"]
    assert len((await caller.get(path(first.id, 1, "?limit=20"))).json["items"]) == 12
