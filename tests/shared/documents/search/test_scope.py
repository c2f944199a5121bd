"""What a search never tells: anything about documents that the caller does not see, nor by how it is come by."""

from collections import Counter
from dataclasses import replace

import pytest

from shared.app import App
from shared.documents.filters import DocumentFilter
from shared.documents.search.candidates import Bounds
from shared.documents.search.query import SearchQuery
from shared.documents.search.service import SearchPage, SearchRequest
from shared.identity.actor import Actor
from shared.kit.ids import new_id
from tests.documents import somebody
from tests.people import counted_requests
from tests.searching import a_further_text, a_text, repository

HERE, ELSEWHERE = new_id(), new_id()
SMALL = Bounds(metadata=2, pages=3, varied=3, documents=4, listed=2, asked=1)


async def ask(app: App, actor: Actor, text: str, bounds: Bounds | None = None, **said: object) -> SearchPage:
    service = app.documents.search if bounds is None else replace(app.documents.search, bounds=bounds)
    wanted = DocumentFilter(trashed=bool(said.pop("trashed", False)))
    request = SearchRequest(SearchQuery.parse(text), wanted, 50)
    return await service.search(actor, replace(request, **said))  # type: ignore[arg-type]


def titles(page: SearchPage) -> list[str]:
    return [hit.document.title for hit in page.items]


async def plant(app: App, owner: Actor, word: str, times: int) -> None:
    """The word, in metadata and on pages, wherever somebody of HERE must not see it."""
    for number in range(times):
        elsewhere = await a_text(app, owner, f"{word} {number}", title=f"{word} {number}", site_id=ELSEWHERE)
        await a_further_text(app, owner, elsewhere, f"{word} again")
        trashed = await a_text(app, owner, word, title=word, site_id=HERE)
        await app.documents.service.trash(owner, trashed.id, trashed.etag)
        purging = await a_text(app, owner, word, title=word, site_id=HERE)
        await repository(app).replace(purging.purging(app.now(), None))


@pytest.mark.parametrize("all_revisions", [False, True])
async def test_planted_words_show_in_nothing(app: App, all_revisions: bool) -> None:
    """Neither in hits, nor in whether there are more, nor in the requests that are made, however many there are."""
    owner = somebody().actor
    reader = replace(owner, site_ids=(HERE,))
    for number in range(3):
        await a_text(app, owner, "nothing of note", title=f"Mine {number}", site_id=HERE)
    seen = []
    for times in (0, 1, 5):
        await plant(app, owner, "planted", times)
        with counted_requests() as made:
            page = await ask(app, reader, "planted", SMALL, all_revisions=all_revisions)
        seen.append((page, Counter(one for one in made if one.startswith("POST"))))
    assert [page.items for page, _ in seen] == [[], [], []]
    assert seen[0] == seen[1] == seen[2]


async def test_what_one_sees_is_found_among_what_one_does_not(app: App) -> None:
    owner = somebody().actor
    reader = replace(owner, site_ids=(HERE,))
    await a_text(app, owner, "planted here", title="Mine", site_id=HERE)
    await a_text(app, owner, "planted for all", title="Everybody's")
    await plant(app, owner, "planted", 5)
    page = await ask(app, reader, "planted", SMALL)
    assert (sorted(titles(page)), page.is_complete) == (["Everybody's", "Mine"], True)


async def test_who_sees_all_sites_finds_neither_trash_nor_what_is_being_deleted(app: App) -> None:
    owner = somebody().actor
    await plant(app, owner, "planted", 1)
    page = await ask(app, owner, "planted")
    assert titles(page) == ["planted 0"]
    assert titles(await ask(app, owner, "planted", trashed=True)) == ["planted"]


async def test_another_organisation_has_its_own_pages(app: App) -> None:
    await plant(app, somebody().actor, "planted", 1)
    page = await ask(app, somebody().actor, "planted")
    assert (page.items, page.is_complete) == ([], True)


@pytest.mark.parametrize("site_ids", [None, (HERE,)])
async def test_what_is_too_much_is_said_to_be_incomplete_and_begins_with_the_newest(
    app: App, site_ids: tuple[str, ...] | None
) -> None:
    owner = somebody().actor
    for number in range(6):
        await a_text(app, owner, "common", title=f"{number}", site_id=HERE)
    page = await ask(app, replace(owner, site_ids=site_ids), "common", SMALL)
    assert (page.is_complete, page.next_cursor) == (False, None)
    assert titles(page) == ["5", "4", "3"]


async def test_documents_beyond_the_bound_are_not_looked_into_and_it_says_so(app: App) -> None:
    owner = somebody().actor
    reader = replace(owner, site_ids=(HERE,))
    await a_text(app, owner, "rare", title="oldest", site_id=HERE)
    for number in range(3):
        await a_text(app, owner, "nothing", title=f"{number}", site_id=HERE)
    page = await ask(app, reader, "rare", SMALL)
    assert (titles(page), page.is_complete) == (["oldest"], True)
    await a_text(app, owner, "nothing", title="one too many", site_id=HERE)
    page = await ask(app, reader, "rare", SMALL)
    assert (titles(page), page.is_complete) == ([], False)
    page = await ask(app, owner, "rare", SMALL)  # who sees all asks for the pages first
    assert (titles(page), page.is_complete) == (["oldest"], True)


async def test_too_many_titles_are_said_to_be_incomplete(app: App) -> None:
    owner = somebody().actor
    for number in range(3):
        await a_text(app, owner, title=f"common {number}")
    page = await ask(app, owner, "common", SMALL)
    assert (titles(page), page.is_complete) == (["common 2", "common 1"], False)


async def test_no_further_query_for_pages_begins_when_the_time_is_over(app: App) -> None:
    owner = somebody().actor
    for number in range(3):
        await a_text(app, owner, "rare" if number == 0 else "nothing", title=f"{number}", site_id=HERE)
    service = replace(app.documents.search, bounds=replace(SMALL, seconds=-1.0))
    request = SearchRequest(SearchQuery.parse("rare"), DocumentFilter(), 50)
    page = await service.search(replace(owner, site_ids=(HERE,)), request)
    assert (page.items, page.is_complete) == ([], False)


async def test_when_there_is_too_much_text_hits_come_without_snippets(app: App) -> None:
    owner = somebody().actor
    for number in range(3):
        await a_text(app, owner, f"mud {number}", title=f"{number}")
    page = await ask(app, owner, "mud", replace(SMALL, text_bytes=1))
    snippets = [page.snippet for hit in page.items for page in hit.pages]
    assert len(snippets) == 3
    assert snippets.count(None) == 2
