"""What there is to be archived, in the order in which it is: documents with their revisions, what changed meanwhile, everything else.

Documents are read first and what they point at last, so that it is there. Whatever changed since the export began (less some minutes, for
clocks differ) is left out of the first round and read in the second: what was accepted before the second round is in the archive.
"""

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.archives.kinds import DIRECTORY, REPORTS, Kind
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.documents.revision import MAX_REVISIONS, Revision
from shared.errors import NotFound
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container
from shared.kit.query import Query

PAGE = 200  # items of one request
_ITEMS = "SELECT TOP @limit * FROM c WHERE c.id > @after AND c.kind IN ('document', 'revision') ORDER BY c.id"
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
        while True:
            query = Query(_ITEMS, {"@limit": PAGE, "@after": f"{after}/" if after else ""})
            rows = await self.documents.container.query(query, organisation_id, limit=PAGE)
            groups, is_more = _grouped(rows), len(rows) == PAGE
            last = groups.pop() if is_more else []  # it may have revisions on the next page
            pages = [_found(group) for group in groups]
            if is_more and not groups:
                pages = [await self.find(organisation_id, _document_of(last[0]))]
            for found in pages:
                if found is not None and found.document.updated_at < before:
                    yield found
            if not is_more:
                return
            after = _document_of((groups[-1] if groups else last)[0])

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


def _document_of(item: dict[str, Any]) -> str:
    """Whose item it is: ids of revisions begin with their document's."""
    return str(item["id"]).partition(".")[0]


def _grouped(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """By document; in the order of ids those of one stand together."""
    return [list(group) for _, group in itertools.groupby(rows, _document_of)]


def _found(group: list[dict[str, Any]]) -> Found | None:
    """None for what is being deleted, or not yet whole."""
    if group[0]["kind"] != "document":
        return None
    document = Document.from_item(group[0])
    revisions = [Revision.from_item(item) for item in group[1:]]
    if document.embedded is not None:
        revisions.append(document.embedded)
    return None if document.purging_since is not None else Found(document, revisions[::-1])
