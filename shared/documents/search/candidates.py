"""What may be among the hits: the queries of a search, each bounded, each within what the caller may see.

A document is asked for in its organisation's partition. Pages are asked for under the organisation alone, the first level of their key:
the SDK merges nothing there, so what has to be in order is sorted again here. Pages know neither site nor trash; whether their document
counts is asked of the document.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from shared.documents.model import Document
from shared.documents.revision import RevisionState, revision_id
from shared.documents.search import conditions
from shared.documents.search.query import SearchQuery
from shared.documents.work import FIRST
from shared.kit.cosmos import Container
from shared.kit.paging import Condition
from shared.kit.query import Query

_NUMBERS = "c.id, c.approved.number AS approved, c.current.number AS current, c.revision.state AS embedded"
_NEWEST = " ORDER BY c.id DESC"
_TEXTS = "SELECT c.id, c.text FROM c WHERE ARRAY_CONTAINS(@ids, c.id)"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a search goes: of documents and pages, how many at most; `seconds` is when it begins no further query for pages.

    For who sees all sites, of a word that is on more pages than could be ranked `varied` documents are enough: the newest pages are asked
    for `rounds` times, since all may be of one document. Where a filter lets through fewer than `newest` of them, documents are listed
    instead: `first` few at a time, then twice as many each time, `listed` at most.
    """

    metadata: int = 200
    pages: int = 500
    varied: int = 50
    rounds: int = 4
    newest: int = 100
    documents: int = 10_000
    first: int = 500
    listed: int = 2_000
    asked: int = 1_000
    seconds: float = 5.0
    text_bytes: int = 4_000_000


BOUNDS = Bounds()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which revisions of a document matter: the one in force, and the one a reader is served."""

    approved: int | None
    served: int | None


@dataclass(frozen=True, slots=True)
class PageFound:
    """`tally` as in ranking.py."""

    id: str
    document_id: str
    revision: int
    number: int
    label: str
    tally: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Candidates:
    documents: Container
    pages: Container

    async def by_metadata(
        self, organisation_id: str, query: SearchQuery, among: Sequence[Condition], limit: int
    ) -> list[Document]:
        """The newest of those that match."""
        wanted = [*conditions.of_document(query), *among]
        rows = await self._ask(organisation_id, "*", wanted, limit)
        return [Document.from_item(row) for row in rows]

    async def newest(
        self, organisation_id: str, among: Sequence[Condition], limit: int, before: str = ""
    ) -> dict[str, Numbers]:
        """Of the newest documents, older ones than `before`; in that order."""
        rows = await self._ask(organisation_id, _NUMBERS, [*among, *_older(before)], limit)
        return {row["id"]: _numbers(row) for row in rows}

    async def numbers(self, organisation_id: str, among: Sequence[Condition], ids: Sequence[str]) -> dict[str, Numbers]:
        rows = await self._ask(organisation_id, _NUMBERS, [*among, _of_ids(ids)], len(ids), "")
        return {row["id"]: _numbers(row) for row in rows}

    async def named(self, organisation_id: str, among: Sequence[Condition], ids: Sequence[str]) -> list[Document]:
        rows = await self._ask(organisation_id, "*", [*among, _of_ids(ids)], len(ids), "")
        return [Document.from_item(row) for row in rows]

    async def by_text(
        self, organisation_id: str, query: SearchQuery, among: Sequence[Condition], limit: int
    ) -> list[PageFound]:
        """In no order."""
        wanted = _of_pages(query, among)
        return [_page(row) for row in await self.pages.query(wanted, [organisation_id], limit=limit)]

    async def newest_by_text(
        self, organisation_id: str, query: SearchQuery, limit: int, before: str = ""
    ) -> list[PageFound]:
        """Those of the newest documents, older ones than `before`: the order of ids tells.

        Where an organisation lies in several ranges, each answers so many of its own, one range after the other.
        """
        wanted = _of_pages(query, _older(before), limit)
        found = [_page(row) async for row in self.pages.stream(wanted, [organisation_id], page_size=limit)]
        return sorted(found, key=lambda page: page.id, reverse=True)[:limit]

    async def texts(self, organisation_id: str, ids: Sequence[str], most_bytes: int) -> dict[str, str]:
        """Of these pages, as many as that."""
        found: dict[str, str] = {}
        if not ids:
            return found
        async for row in self.pages.stream(Query(_TEXTS, {"@ids": list(ids)}), [organisation_id]):
            found[row["id"]] = row["text"]
            if sum(map(len, found.values())) > most_bytes:
                break
        return found

    async def _ask(
        self, organisation_id: str, what: str, wanted: Sequence[Condition], limit: int, order: str = _NEWEST
    ) -> list[dict[str, Any]]:
        if limit == 0:
            return []
        clauses = " AND ".join(["c.kind = 'document'", *(one.text for one in wanted)])
        text = f"SELECT TOP @limit {what} FROM c WHERE {clauses}{order}"  # noqa: S608
        parameters = {"@limit": limit, **_parameters(wanted)}
        return await self.documents.query(Query(text, parameters), organisation_id, limit=limit)


def of_documents(organisation_id: str, ids: Sequence[str]) -> Condition:
    """Pages of whatever revision, with both levels of their key."""
    text = "c.organisationId = @organisation AND ARRAY_CONTAINS(@documents, c.documentId)"
    return Condition(text, {"@organisation": organisation_id, "@documents": list(ids)})


def of_revisions(numbers: Iterable[tuple[str, Numbers]]) -> Condition:
    """Pages of the revisions that are served."""
    ids = [revision_id(document_id, one.served) for document_id, one in numbers if one.served is not None]
    return Condition("ARRAY_CONTAINS(@revisions, c.revisionId)", {"@revisions": ids})


def _older(before: str) -> list[Condition]:
    return [Condition("c.id < @before", {"@before": before})] if before else []


def _of_ids(ids: Sequence[str]) -> Condition:
    return Condition("ARRAY_CONTAINS(@ids, c.id)", {"@ids": list(ids)})


def numbers_of(document: Document) -> Numbers:
    approved = None if document.approved is None else document.approved.number
    return Numbers(approved, None if document.shown is None else document.shown.number)


def _numbers(row: dict[str, Any]) -> Numbers:
    if row.get("embedded") == RevisionState.READY:  # stored before revisions were items of their own
        return Numbers(FIRST, FIRST)
    return Numbers(row.get("approved"), row.get("approved") or row.get("current"))


def _of_pages(query: SearchQuery, among: Sequence[Condition], newest: int | None = None) -> Query:
    tallies, parameters = conditions.tallies(query)
    wanted = [*conditions.of_page(query), *among]
    clauses = " AND ".join(["c.kind = 'page'", *(one.text for one in wanted)])
    facts = f"c.id, c.documentId, c.revision, c.number, c.label, {tallies} AS tally"
    known: dict[str, Any] = {**parameters, **_parameters(wanted)}
    if newest is None:
        return Query(f"SELECT {facts} FROM c WHERE {clauses}", known)  # noqa: S608
    return Query(f"SELECT TOP @limit {facts} FROM c WHERE {clauses}{_NEWEST}", {**known, "@limit": newest})  # noqa: S608


def _page(row: dict[str, Any]) -> PageFound:
    return PageFound(row["id"], row["documentId"], row["revision"], row["number"], row["label"], tuple(row["tally"]))


def _parameters(wanted: Sequence[Condition]) -> dict[str, Any]:
    return {name: value for condition in wanted for name, value in condition.parameters.items()}
