"""What there is to be archived, in the order in which it is: documents with their revisions, reports with theirs, what documents changed
meanwhile, everything else.

What others point at is read after them, so that it is there: the files of reports in the second round of documents, people and sites at
the end. Whatever changed since the export began (less some minutes, for clocks differ) is left out of the first round of documents and
read in the second: what was accepted before reports were read is in the archive.
"""

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.archives.documents import DOCUMENT, REVISION
from shared.archives.kinds import DIRECTORY, OF_REPORTS, REPORTS, Kind
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.documents.revision import MAX_REVISIONS, Revision
from shared.errors import NotFound
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container, Item
from shared.kit.query import Query

PAGE = 200  # items of one request
WHOLE = MAX_REVISIONS + 2  # items that a document or a report has at most
_END = "/"  # comes after the point that ids of what belongs to something go on with
_ITEMS = "SELECT TOP @limit * FROM c WHERE c.id >= @from AND c.id < @before AND c.kind IN {} ORDER BY c.id"
_DOCUMENTS = _ITEMS.format((DOCUMENT, REVISION))
_REPORTS = _ITEMS.format(OF_REPORTS)
_CHANGED = (
    "SELECT TOP @limit c.id FROM c WHERE c.kind = 'document' AND c.updatedAt >= @since AND c.id > @after ORDER BY c.id"
)
_OF_KIND = "SELECT TOP @limit * FROM c WHERE c.kind = @kind AND c.id > @after ORDER BY c.id"
_COUNT = "SELECT VALUE COUNT(1) FROM c WHERE c.kind = 'document'"


@dataclass(frozen=True, slots=True)
class Found:
    """A document with all of its revisions, the first one first, read in one request."""

    document: Document
    revisions: list[Revision]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """Items of a report: itself, what it says, and its revisions, the first one first; read in one request."""

    report: Item
    content: Item
    revisions: list[Item]


@dataclass(frozen=True, slots=True)
class Collecting:
    directory: Container
    reports: Container
    documents: DocumentRepository

    async def count(self, organisation_id: str) -> int:
        """Documents that there are by now."""
        rows: list[Any] = await self.documents.container.query(Query(_COUNT), organisation_id, limit=1)
        return int(rows[0])

    async def unchanged(self, organisation_id: str, after: str, before: datetime) -> AsyncIterator[Found]:
        """Documents after the id `after` that have not changed since `before`."""
        async for group in _groups(self.documents.container, _DOCUMENTS, organisation_id, after):
            found = _found(group)
            if found is not None and found.document.updated_at < before:
                yield found

    async def of_reports(self, organisation_id: str, after: str) -> AsyncIterator[FoundReport]:
        """Reports after the id `after`."""
        async for group in _groups(self.reports, _REPORTS, organisation_id, after):
            if (found := _found_report(group)) is not None:
                yield found

    async def find_report(self, organisation_id: str, report_id: str) -> FoundReport | None:
        return _found_report(await _group(self.reports, _REPORTS, organisation_id, report_id))

    async def changed(self, organisation_id: str, after: str, since: datetime) -> AsyncIterator[Found]:
        """Documents after the id `after` that changed since then, each in a request of its own."""
        while True:
            query = Query(_CHANGED, {"@limit": PAGE, "@after": after, "@since": to_wire(since)})
            rows = await self.documents.container.query(query, organisation_id, limit=PAGE)
            for row in rows:
                if (found := await self.find(organisation_id, row["id"])) is not None:
                    yield found
            if len(rows) < PAGE:
                return
            after = rows[-1]["id"]

    async def find(self, organisation_id: str, document_id: str) -> Found | None:
        """None for what is gone, or going."""
        try:
            document, revisions = await self.documents.list_revisions(organisation_id, document_id, limit=MAX_REVISIONS)
        except NotFound:
            return None
        return None if document.purging_since is not None else Found(document, revisions[::-1])

    async def of_kind(self, kind: Kind, organisation_id: str, after: str) -> AsyncIterator[dict[str, Any]]:
        """Stored items of a kind after the id `after`."""
        containers = {DIRECTORY: self.directory, REPORTS: self.reports}
        container = containers.get(kind.container, self.documents.container)
        while True:
            query = Query(_OF_KIND, {"@limit": PAGE, "@after": after, "@kind": kind.name})
            rows = await container.query(query, organisation_id, limit=PAGE)
            for row in rows:
                yield row
            if len(rows) < PAGE:
                return
            after = rows[-1]["id"]


async def _groups(container: Container, text: str, organisation_id: str, after: str) -> AsyncIterator[list[Item]]:
    """Items after those of `after`, together with whose they are and in the order of ids: it comes first. A page is one request."""
    while True:
        parameters = {"@limit": PAGE, "@from": f"{after}{_END}" if after else "", "@before": "~"}
        rows = await container.query(Query(text, parameters), organisation_id, limit=PAGE)
        groups, is_more = [list(group) for _, group in itertools.groupby(rows, _owner)], len(rows) == PAGE
        if is_more and len(groups) == 1:
            groups = [await _group(container, text, organisation_id, _owner(rows[0]))]
        elif is_more:
            groups.pop()  # there may be more of it on the next page
        for group in groups:
            yield group
        if not is_more:
            return
        after = _owner(groups[-1][0])


async def _group(container: Container, text: str, organisation_id: str, owner: str) -> list[Item]:
    bounds = {"@from": owner, "@before": f"{owner}{_END}"}
    return await container.query(Query(text, {"@limit": WHOLE, **bounds}), organisation_id, limit=WHOLE)


def _owner(item: Item) -> str:
    """Whose item it is: ids of revisions begin with their document's or report's."""
    return str(item["id"]).partition(".")[0]


def _found(group: list[dict[str, Any]]) -> Found | None:
    """None for what is being deleted, or not yet whole."""
    if group[0]["kind"] != "document":
        return None
    document = Document.from_item(group[0])
    revisions = [Revision.from_item(item) for item in group[1:]]
    if document.embedded is not None:
        revisions.append(document.embedded)
    return None if document.purging_since is not None else Found(document, revisions[::-1])


def _found_report(group: list[Item]) -> FoundReport | None:
    """None for what is not yet whole. In the order of ids what it says comes after its revisions."""
    if not group or (group[0]["kind"], group[-1]["kind"]) != ("report", "reportContent"):
        return None
    return FoundReport(group[0], group[-1], group[1:-1])
