"""Search for documents by what they say of themselves and by the text of their pages (docs/adr/0016).

Somebody who sees all sites asks the pages first, the newest. Where few of too many count, and always for who sees some sites only, the
newest documents that may be seen are listed and just their pages asked. So nothing that is answered, nor how it is come by, depends on
documents that the caller does not see.
"""

import asyncio
import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shared.documents.filters import DocumentFilter
from shared.documents.model import Document
from shared.documents.repository import visible_to
from shared.documents.search import conditions, ranking
from shared.documents.search.candidates import (
    BOUNDS,
    Bounds,
    Candidates,
    Numbers,
    PageFound,
    numbers_of,
    of_documents,
    of_revisions,
)
from shared.documents.search.matching import Snippet, find, snippet
from shared.documents.search.query import SearchQuery
from shared.errors import CursorInvalid
from shared.identity.actor import Actor
from shared.kit.paging import Condition, Sort, decode_cursor, encode_cursor

SHOWN_PAGES = 3  # of one document


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """`all_revisions`: pages of superseded ones and drafts as well."""

    query: SearchQuery
    wanted: DocumentFilter
    limit: int
    cursor: str | None = None
    all_revisions: bool = False

    @property
    def sort(self) -> Sort:
        """A cursor is good for the search it came from."""
        asked = repr((self.query, self.wanted, self.all_revisions))
        return Sort(f"relevance.{hashlib.blake2s(asked.encode(), digest_size=8).hexdigest()}", descending=True)

    def after(self) -> tuple[int, str] | None:
        """Score and id of the last hit of the page before. Errors: CursorInvalid."""
        if self.cursor is None:
            return None
        score, document_id = decode_cursor(self.cursor, self.sort)
        if not isinstance(score, int):
            raise CursorInvalid
        return score, document_id


@dataclass(frozen=True, slots=True)
class PageHit:
    """`snippet` is None where there was too much text to read it all."""

    revision: int
    standing: ranking.Standing
    number: int
    label: str
    snippet: Snippet | None


@dataclass(frozen=True, slots=True)
class Hit:
    """`pages` are the best of the `page_count` that were found."""

    document: Document
    matched: list[ranking.Matched]
    pages: list[PageHit]
    page_count: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`is_complete` says that no bound was met: nothing that matches is missing."""

    items: list[Hit]
    next_cursor: str | None
    is_complete: bool


@dataclass(slots=True)
class _Pages:
    """Pages that match, of documents that may be seen."""

    found: list[PageFound] = field(default_factory=list)
    numbers: dict[str, Numbers] = field(default_factory=dict)
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A document on the way to be a hit."""

    id: str
    score: int
    numbers: Numbers
    document: Document | None
    pages: list[tuple[float, PageFound]]


@dataclass(frozen=True, slots=True)
class DocumentSearch:
    candidates: Candidates
    bounds: Bounds = BOUNDS
    elapsed: Callable[[], float] = time.monotonic

    async def search(self, actor: Actor, request: SearchRequest) -> SearchPage:
        """One page of hits, one for each document. Errors: CursorInvalid, Unavailable."""
        end = request.after()
        seen = [*request.wanted.conditions(), *visible_to(actor)]
        metadata, pages = await asyncio.gather(
            self.candidates.by_metadata(actor.organisation_id, request.query, seen, self.bounds.metadata + 1),
            self._pages(actor, request, [*seen, *conditions.without(request.query)]),
        )
        is_complete = pages.is_complete and len(metadata) <= self.bounds.metadata
        ranked = _ranked(request, metadata[: self.bounds.metadata], pages)
        if end is not None:
            ranked = [one for one in ranked if (one.score, one.id) < end]
        shown, rest = ranked[: request.limit], ranked[request.limit :]
        hits = await self._hits(actor, request, seen, shown)
        cursor = encode_cursor(request.sort, shown[-1].score, shown[-1].id) if rest else None
        return SearchPage(hits, cursor, is_complete)

    async def _pages(self, actor: Actor, request: SearchRequest, among: Sequence[Condition]) -> _Pages:
        if actor.site_ids is not None:
            return await self._by_documents(actor, request, among, _Pages(), self.bounds.pages)
        bounds, organisation_id, pages, before = self.bounds, actor.organisation_id, _Pages(), ""
        for _ in range(bounds.rounds):
            found = await self.candidates.newest_by_text(organisation_id, request.query, bounds.pages + 1, before)
            newest, pages.is_complete = found[: bounds.pages], pages.is_complete and len(found) <= bounds.pages
            ids = list(dict.fromkeys(page.document_id for page in newest))
            pages.numbers.update(await self.candidates.numbers(organisation_id, among, ids))
            pages.found += _counted(request, newest, pages.numbers)
            documents = {page.document_id for page in pages.found}
            if len(found) <= bounds.pages or len(documents) >= bounds.varied:
                return pages
            if len(pages.found) < min(bounds.newest, bounds.pages):
                # All pages of newer documents than the last are there; of that one perhaps not.
                pages = _Pages([page for page in pages.found if page.document_id != ids[-1]], pages.numbers)
                return await self._by_documents(actor, request, among, pages, bounds.newest, f"{ids[-1]}/")
            before = ids[-1]
        return pages

    async def _by_documents(
        self,
        actor: Actor,
        request: SearchRequest,
        among: Sequence[Condition],
        pages: _Pages,
        enough: int,
        before: str = "",
    ) -> _Pages:
        """From the newest document on, older ones than `before`, until there are enough pages; all of them if no document is left."""
        bounds, began, looked_into = self.bounds, self.elapsed(), 0
        window = min(bounds.first, bounds.listed)
        while True:
            listed = await self.candidates.newest(actor.organisation_id, among, window + 1, before)
            taken = list(listed.items())[:window]
            pages.numbers.update(taken)
            looked_into += len(taken)
            asked = [taken[start : start + bounds.asked] for start in range(0, len(taken), bounds.asked)]
            for found in await asyncio.gather(*(self._of_documents(actor, request, some) for some in asked)):
                pages.found += found
            if len(pages.found) > bounds.pages:
                del pages.found[bounds.pages :]
                pages.is_complete = False
                return pages
            if len(listed) <= window:
                return pages
            is_late = looked_into >= bounds.documents or self.elapsed() - began > bounds.seconds
            if is_late or len(pages.found) >= enough:
                pages.is_complete = False
                return pages
            before = taken[-1][0]
            window = min(2 * window, bounds.listed, bounds.documents - looked_into)

    async def _of_documents(
        self, actor: Actor, request: SearchRequest, some: Sequence[tuple[str, Numbers]]
    ) -> list[PageFound]:
        of_them = [of_documents(actor.organisation_id, [one for one, _ in some])]
        if not request.all_revisions:
            of_them.append(of_revisions(some))
        limit = self.bounds.pages + 1
        return await self.candidates.by_text(actor.organisation_id, request.query, of_them, limit)

    async def _hits(
        self, actor: Actor, request: SearchRequest, seen: Sequence[Condition], shown: Sequence[_Ranked]
    ) -> list[Hit]:
        unread = [one.id for one in shown if one.document is None]
        wanted = [page.id for one in shown for _, page in one.pages[:SHOWN_PAGES]]
        read, texts = await asyncio.gather(
            self.candidates.named(actor.organisation_id, seen, unread),
            self.candidates.texts(actor.organisation_id, wanted, self.bounds.text_bytes),
        )
        documents = {document.id: document for document in read}
        hits = []
        for one in shown:
            document = one.document or documents.get(one.id)
            if document is not None:  # else it went out of sight a moment ago
                hits.append(_hit(request.query, one, document, texts))
        return hits


def _counted(request: SearchRequest, found: Iterable[PageFound], numbers: Mapping[str, Numbers]) -> list[PageFound]:
    """Of documents that may be seen; in the revision that is served, or in all."""
    known = ((page, numbers.get(page.document_id)) for page in found)
    return [page for page, one in known if one and (request.all_revisions or page.revision == one.served)]


def _ranked(request: SearchRequest, metadata: Iterable[Document], pages: _Pages) -> list[_Ranked]:
    """Best first; of equals the newer document."""
    documents = {document.id: document for document in metadata}
    numbers = pages.numbers | {one: numbers_of(document) for one, document in documents.items()}
    texts: dict[str, list[tuple[float, PageFound]]] = {}
    for page in _counted(request, pages.found, numbers):
        standing = ranking.standing_of(page.revision, numbers[page.document_id].approved)
        score = ranking.page_score(request.query, page.tally, standing)
        texts.setdefault(page.document_id, []).append((score, page))
    ranked = []
    for one in documents.keys() | texts.keys():
        found = sorted(texts.get(one, []), key=lambda pair: (-pair[0], -pair[1].revision, pair[1].number))
        document, known = documents.get(one), numbers[one]
        metadata_score = 0.0 if document is None else ranking.metadata_score(document, request.query)
        standing = ranking.standing_of(known.served or 0, known.approved)
        score = ranking.total(metadata_score, standing, [score for score, _ in found])
        ranked.append(_Ranked(one, score, known, document, found))
    return sorted(ranked, key=lambda one: (one.score, one.id), reverse=True)


def _hit(query: SearchQuery, one: _Ranked, document: Document, texts: dict[str, str]) -> Hit:
    matched = [] if one.document is None else ranking.matches(document, query)
    shown = [_page_hit(query, page, one.numbers, texts.get(page.id)) for _, page in one.pages[:SHOWN_PAGES]]
    return Hit(document, matched, shown, len(one.pages))


def _page_hit(query: SearchQuery, page: PageFound, numbers: Numbers, text: str | None) -> PageHit:
    standing = ranking.standing_of(page.revision, numbers.approved)
    piece = None if text is None else snippet(text, find(text, query, begun=False))
    return PageHit(page.revision, standing, page.number, page.label, piece)
