"""A word on more pages than can be ranked: the newest are asked for at once, and no list of documents is read where those are enough."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from shared.app import App
from shared.documents.filters import DocumentFilter
from shared.documents.search.candidates import Bounds
from shared.documents.search.query import SearchQuery
from shared.documents.search.service import SearchPage, SearchRequest
from shared.identity.actor import Actor
from shared.kit.cosmos import Container, Item, Partition
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.documents import somebody
from tests.people import counted_requests
from tests.searching import a_further_text, a_text

HERE, ELSEWHERE = new_id(), new_id()
BOUNDS = Bounds(pages=4, varied=4, newest=2, first=1, listed=2, asked=1)


async def ask(app: App, actor: Actor, wanted: DocumentFilter | None = None, bounds: Bounds = BOUNDS) -> SearchPage:
    request = SearchRequest(SearchQuery.parse("mud"), wanted or DocumentFilter(), 50)
    return await replace(app.documents.search, bounds=bounds).search(actor, request)


def found(page: SearchPage) -> dict[str, int]:
    """How many pages of each title."""
    return {hit.document.title: hit.page_count for hit in page.items}


async def some_texts(app: App, owner: Actor, sites: Sequence[str | None], pages: int = 1) -> None:
    for number, site_id in enumerate(sites):
        await a_text(app, owner, *["mud"] * pages, title=f"{number}", site_id=site_id)


async def test_the_newest_pages_cost_one_request_however_many_there_are(app: App) -> None:
    owner = somebody().actor
    await some_texts(app, owner, [None] * 7)
    await ask(app, owner)
    with counted_requests() as made:
        page = await ask(app, owner)
    assert (found(page), page.is_complete) == ({"6": 1, "5": 1, "4": 1, "3": 1}, False)
    assert Counter(one for one in made if one.startswith("POST")) == {"POST pages": 2, "POST documents": 3}


async def test_where_hardly_any_of_them_count_older_documents_are_looked_into(app: App) -> None:
    owner = somebody().actor
    await some_texts(app, owner, [HERE, HERE, HERE, ELSEWHERE, ELSEWHERE, HERE, ELSEWHERE])
    here = DocumentFilter(site_id=HERE)
    page = await ask(app, owner, here)
    assert (found(page), page.is_complete) == ({"5": 1, "2": 1}, False)
    page = await ask(app, owner, here, replace(BOUNDS, newest=4))
    assert (found(page), page.is_complete) == ({"5": 1, "2": 1, "1": 1, "0": 1}, True)
    page = await ask(app, owner, DocumentFilter(site_id=new_id()))
    assert (found(page), page.is_complete) == ({}, True)


async def test_a_long_document_does_not_keep_out_the_others(app: App) -> None:
    owner = somebody().actor
    await some_texts(app, owner, [None] * 4)
    await a_text(app, owner, *["mud"] * 9, title="manual")
    await a_text(app, owner, *["mud"] * 3, title="newest")
    page = await ask(app, owner)
    assert (found(page), page.is_complete) == ({"newest": 3, "manual": 1, "3": 1, "2": 1, "1": 1, "0": 1}, False)
    page = await ask(app, owner, bounds=replace(BOUNDS, rounds=1))
    assert (found(page), page.is_complete) == ({"newest": 3, "manual": 1}, False)


async def test_a_document_with_more_pages_than_fit_is_looked_into_again_not_twice(app: App) -> None:
    owner = somebody().actor
    await some_texts(app, owner, [HERE, HERE, HERE], pages=3)
    await a_text(app, owner, "mud", title="newer", site_id=HERE)
    await a_text(app, owner, "mud", title="not asked for", site_id=ELSEWHERE)
    page = await ask(app, owner, DocumentFilter(site_id=HERE), replace(BOUNDS, newest=4))
    assert (found(page), page.is_complete) == ({"newer": 1, "2": 3}, False)
    page = await ask(app, owner, DocumentFilter(site_id=HERE), replace(BOUNDS, pages=2))
    assert (found(page), page.is_complete) == ({"newer": 1, "2": 1}, False)


async def test_superseded_pages_do_not_keep_out_what_is_served(app: App) -> None:
    owner = somebody().actor
    await a_text(app, owner, "mud", title="older")
    document = await a_text(app, owner, *["mud"] * 6, title="revised")
    await a_further_text(app, owner, document, "mud")
    page = await ask(app, owner)
    assert (found(page), page.is_complete) == ({"revised": 1, "older": 1}, True)


@pytest.mark.parametrize("site_ids", [None, (HERE,)])
async def test_listing_more_each_time_misses_no_document(app: App, site_ids: tuple[str, ...] | None) -> None:
    owner = somebody().actor
    for number in range(8):
        await a_text(app, owner, "mud" if number in (0, 3) else "water", title=f"{number}", site_id=HERE)
    for first in (1, 2, 3, 8, 9):
        bounds = Bounds(pages=500, first=first, listed=4, asked=2)
        page = await ask(app, replace(owner, site_ids=site_ids), bounds=bounds)
        assert (found(page), page.is_complete) == ({"3": 1, "0": 1}, True), first


async def test_of_several_ranges_the_newest_come_first(app: App) -> None:
    """Each answers its own in order, one after the other: as two organisations do here."""
    first, second = somebody().actor, somebody().actor
    for number in range(8):
        await a_text(app, second if number % 2 else first, "mud", title=f"{number}")

    class Ranges(Container):
        async def stream(self, query: Query, partition: Partition, *, page_size: int = 100) -> AsyncIterator[Item]:
            for actor in (first, second):
                async for row in Container.stream(self, query, [actor.organisation_id], page_size=page_size):
                    yield row

    pages = Ranges(app.database, "pages")
    candidates = replace(app.documents.search.candidates, pages=pages)
    newest = await candidates.newest_by_text(first.organisation_id, SearchQuery.parse("mud"), 4)
    assert [page.id for page in newest] == sorted((page.id for page in newest), reverse=True)
    seen = [
        await app.documents.service.get(actor, page.document_id)
        for page, actor in zip(newest, (second, first) * 2, strict=True)
    ]
    assert [document.title for document in seen] == ["7", "6", "5", "4"]
