"""Documents and their revisions: one logical partition for each organisation, a change of both is one batch."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

from shared.documents.drafts import Duplicate
from shared.documents.model import Document
from shared.documents.revision import Revision
from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.identity.scope import at_sites_or_none
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, PageRequest, Sort
from shared.kit.query import Query, due_query
from shared.kit.repository import Activity, Repository, storing

WRITE_ATTEMPTS = 5  # read, change, write; somebody else may write in between, hardly ever five times in a row
MAX_DUPLICATES = 20  # named; that there are more changes nothing
_TWO = "SELECT * FROM c WHERE c.id IN (@document, @revision)"
_FROM = (  # the order of ids is document, newest revision, the one before ...
    "SELECT TOP @limit * FROM c WHERE (c.id = @document OR (c.id > @after AND c.id < @end)) "
    "AND c.kind IN ('document', 'revision') ORDER BY c.id"
)
_REVISIONS = "SELECT * FROM c WHERE c.kind = 'revision' AND ARRAY_CONTAINS(@ids, c.id)"
_SAME_BYTES = (  # the last line: stored before revisions were items of their own
    "(c.current.sha256 = @sha256 OR (c.newest.sha256 = @sha256 AND c.newest.state != 'rejected') "
    "OR (c.revision.sha256 = @sha256 AND c.revision.state != 'rejected'))"
)
_SENT = (
    "SELECT TOP 1 * FROM c WHERE c.kind = 'document' AND c.guest.linkId = @link AND c.newest.sha256 = @sha256 "
    "AND c.newest.fileName = @name AND c.newest.state != 'rejected'"
)
THERE = Condition("(NOT IS_DEFINED(c.purgingSince) OR IS_NULL(c.purgingSince))", {})


class DocumentRepository(Repository[Document]):
    entity = Document
    kind = "document"

    async def get_with_newest(self, organisation_id: str, document_id: str) -> tuple[Document, Revision]:
        """Both in one request. Errors: NotFound."""
        document, revisions = await self.list_revisions(organisation_id, document_id, limit=1)
        return document, revisions[0]

    async def get_with_revision(
        self, organisation_id: str, document_id: str, revision_id: str
    ) -> tuple[Document, Revision]:
        """Both in one request. Errors: NotFound."""
        query = Query(_TWO, {"@document": document_id, "@revision": revision_id})
        rows = await self.container.query(query, self.partition(organisation_id), limit=2)
        document, revisions = _sorted_out(rows)
        if document is None:
            raise NotFound
        for revision in revisions:
            if revision.id == revision_id and revision.document_id == document_id:
                return document, revision
        raise NotFound

    async def list_revisions(
        self, organisation_id: str, document_id: str, *, limit: int, after: str = ""
    ) -> tuple[Document, list[Revision]]:
        """The document and its newest revisions, or those that follow the id `after`, in one request. Errors: NotFound."""
        after = after or document_id
        parameters = {"@limit": limit + 1, "@document": document_id, "@after": after, "@end": f"{document_id}/"}
        rows = await self.container.query(Query(_FROM, parameters), self.partition(organisation_id), limit=limit + 1)
        document, revisions = _sorted_out(rows)
        if document is None:
            raise NotFound
        return document, [revision for revision in revisions if revision.id > after]

    async def begin(
        self, document: Document, revision: Revision, *activities: Activity, numbering: Sequence[Write] = ()
    ) -> Document:
        """Store both for the first time, with the writes that take its number. Errors: AlreadyExists, StaleVersion of a number."""
        writes = [Write("create", document.to_item()), Write("create", revision.to_item()), *numbering]
        (stored, *_) = await self._batch(document, writes, activities)
        return Document.from_item(stored)

    async def move(self, document: Document, revision: Revision, *activities: Activity) -> tuple[Document, Revision]:
        """Write a document that was read, and one of its revisions: changed, or new.

        Errors: StaleVersion when somebody else wrote either in between, AlreadyExists for a number that is taken.
        """
        writes = [_replacing(document), storing(revision)]
        if document.embedded is not None and document.embedded.id != revision.id:
            writes.append(storing(document.embedded))
        stored, changed, *_ = await self._batch(document, writes, activities)
        return Document.from_item(stored), Revision.from_item(changed)

    async def close(self, document: Document, revisions: Sequence[Revision], activity: Activity) -> None:
        """Write a document and several of its revisions, all or nothing. Errors: StaleVersion."""
        writes = [_replacing(document), *(storing(revision) for revision in revisions)]
        await self._batch(document, writes, [activity])

    async def hold(self, document: Document, revision: Revision) -> tuple[Document, Revision]:
        """Write what people do not see of a revision: leases and deadlines. Errors: StaleVersion, NotFound."""
        if not revision.etag:  # embedded until now
            return await self.move(document, revision)
        return document, Revision.from_item(await self.container.replace(revision.to_item(), revision.etag))

    async def replace(self, entity: Document, *activities: Activity, beside: Sequence[Write] = ()) -> Document:
        """Write what was read and changed, and other items of the organisation, all or nothing.

        Errors: StaleVersion when somebody else wrote it or one of the others, AlreadyExists, NotFound.
        """
        writes = [_replacing(entity), *beside]
        if entity.embedded is not None:
            writes.append(storing(entity.embedded))
        (stored, *_) = await self._batch(entity, writes, activities)
        return Document.from_item(stored)

    async def record(self, activity: Activity) -> None:
        """What happened without changing the document: a download."""
        await self.container.create(activity.to_item())

    async def awaiting(self, actor: Actor, limit: int) -> list[Document]:
        """Documents whose review waits for the actor, as far as the actor sees them. One request."""
        text = "ARRAY_CONTAINS(c.awaited, @me) AND IS_NULL(c.trashedAt)"
        conditions = [Condition(text, {"@me": actor.user_id}), *visible_to(actor)]
        page = await self.list_page(actor.organisation_id, PageRequest(Sort("id"), limit), conditions)
        return page.items

    async def revisions_among(self, organisation_id: str, ids: Sequence[str]) -> list[Revision]:
        """Those with these ids, in one request."""
        query = Query(_REVISIONS, {"@ids": list(ids)})
        rows = await self.container.query(query, self.partition(organisation_id), limit=len(ids))
        return [Revision.from_item(row) for row in rows]

    async def find_duplicates(
        self, organisation_id: str, sha256: str, *, but: str = "", seen_by: Actor | None = None
    ) -> list[Duplicate]:
        """Documents that hold these bytes, `but` one; of the whole organisation, or only what the actor may see. One request."""
        same = Condition(_SAME_BYTES, {"@sha256": sha256})
        return await self._duplicates(organisation_id, [same, Condition("c.id != @but", {"@but": but})], seen_by)

    async def find_sent(self, organisation_id: str, link_id: str, sha256: str, file_name: str) -> Document | None:
        """What came by an upload link, was not refused and is not being deleted, by its bytes and its name. One request."""
        parameters = {"@link": link_id, "@sha256": sha256, "@name": file_name}
        query = Query(f"{_SENT} AND {THERE.text} ORDER BY c.id DESC", parameters)
        rows = await self.container.query(query, self.partition(organisation_id), limit=1)
        return Document.from_item(rows[0]) if rows else None

    async def of_report(self, organisation_id: str, report_id: str, limit: int) -> list[Document]:
        """The files of a report, the first announced first. One request."""
        condition = Condition("c.reportId = @report", {"@report": report_id})
        return (await self.list_page(organisation_id, PageRequest(Sort("id"), limit), [condition])).items

    async def name_duplicates(self, actor: Actor, ids: Sequence[str]) -> list[Duplicate]:
        """What is known today about documents that were found to hold the same bytes. One request."""
        among = Condition("ARRAY_CONTAINS(@ids, c.id)", {"@ids": list(ids)})
        return await self._duplicates(actor.organisation_id, [among], actor)

    async def stream_overdue(self, now: datetime, limit: int) -> AsyncIterator[Revision]:
        """Revisions of all organisations that somebody must look at, in no order: a plain filter is all that may cross partitions."""
        query = due_query("overdueAt", now, "revision", "document")
        async for item in self.container.stream_all(query, limit=limit):
            _, revisions = _sorted_out([item])
            for revision in revisions:
                yield revision

    async def _duplicates(
        self, organisation_id: str, conditions: list[Condition], seen_by: Actor | None
    ) -> list[Duplicate]:
        if seen_by is not None:
            conditions = [*conditions, *visible_to(seen_by)]
        clauses = " AND ".join(["c.kind = 'document'", *(condition.text for condition in conditions)])
        parameters: dict[str, Any] = {"@limit": MAX_DUPLICATES}
        for condition in conditions:
            parameters.update(condition.parameters)
        text = f"SELECT TOP @limit c.id, c.title, c.trashedAt FROM c WHERE {clauses} ORDER BY c.id"  # noqa: S608
        rows = await self.container.query(
            Query(text, parameters), self.partition(organisation_id), limit=MAX_DUPLICATES
        )
        return [Duplicate(row["id"], row["title"], row["trashedAt"] is not None) for row in rows]

    async def _batch(
        self, document: Document, writes: list[Write], activities: Sequence[Activity]
    ) -> list[dict[str, Any]]:
        creations = [Write("create", activity.to_item()) for activity in activities]
        return await self.container.batch(self.partition(document.organisation_id), [*writes, *creations])


def visible_to(actor: Actor) -> list[Condition]:
    """The actor's sites, and nothing that is being deleted, as conditions on a document."""
    return [THERE, *at_sites_or_none(actor.site_ids)]


def _sorted_out(rows: list[dict[str, Any]]) -> tuple[Document | None, list[Revision]]:
    """The document, and revisions in the order they came; an embedded one counts as found."""
    document, revisions = None, []
    for row in rows:
        if row["kind"] == "document":
            document = Document.from_item(row)
            if document.embedded is not None:
                revisions.append(document.embedded)
        elif row["kind"] == "revision":
            revisions.append(Revision.from_item(row))
    return document, revisions


def _replacing(document: Document) -> Write:
    if not document.etag:
        raise ValueError(f"document {document.id} was never read: there is no version to replace")
    return Write("replace", document.to_item(), document.etag)
