"""Operations and their rows live with the documents, so that a document and its row change in one batch."""

from collections.abc import Sequence
from datetime import datetime

from shared.bulk.model import BulkOperation, BulkRow, Chunk, Outcome, Twice, chunk_id, twice_id
from shared.documents.model import Document
from shared.documents.repository import visible_to
from shared.errors import AlreadyExists
from shared.identity.actor import Actor
from shared.identity.scope import at_sites_or_none
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Repository

_AMONG = "SELECT * FROM c WHERE c.kind = 'document' AND ARRAY_CONTAINS(@ids, c.id)"


class OperationRepository(Repository[BulkOperation]):
    entity = BulkOperation
    kind = "bulkOperation"

    @property
    def rows(self) -> "RowRepository":
        return RowRepository(self.container)

    async def list_of(self, organisation_id: str, request: PageRequest, created_by: str | None) -> Page[BulkOperation]:
        """One person's, or everybody's. Errors: CursorInvalid."""
        mine = [] if created_by is None else [Condition("c.createdBy = @me", {"@me": created_by})]
        return await self.list_page(organisation_id, request, mine)

    async def matching(self, operation: BulkOperation, conditions: Sequence[Condition], limit: int) -> list[str]:
        """Ids of documents after the last one selected that are as old as the operation at least, in their order. One request."""
        clauses = ["c.kind = 'document'", "c.id > @after", "c.id < @operation"]
        parameters = {"@limit": limit, "@after": operation.after, "@operation": operation.id}
        for condition in conditions:
            clauses.append(condition.text)
            parameters.update(condition.parameters)
        text = f"SELECT TOP @limit c.id FROM c WHERE {' AND '.join(clauses)} ORDER BY c.id"  # noqa: S608 (our own text)
        rows = await self.container.query(
            Query(text, parameters), self.partition(operation.organisation_id), limit=limit
        )
        return [row["id"] for row in rows]

    async def keep(self, chunks: Sequence[Chunk]) -> None:
        """Up to 100, all or nothing; repeating is harmless."""
        writes = [Write("upsert", chunk.to_item()) for chunk in chunks]
        await self.container.batch(self.partition(chunks[0].organisation_id), writes)

    async def chunk(self, operation: BulkOperation, number: int) -> tuple[str, ...]:
        """The ids in one item of its selection."""
        found = await self.container.get(
            chunk_id(operation.selection_of, number), self.partition(operation.organisation_id)
        )
        return Chunk.from_item(found).ids

    async def keep_twice(self, operation: BulkOperation, lines: dict[int, int], now: datetime) -> None:
        """Repeating is harmless."""
        found = Twice(
            id=twice_id(operation.id),
            organisation_id=operation.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=operation.created_by,
            lines=lines,
        )
        await self.container.upsert(found.to_item())

    async def twice(self, operation: BulkOperation) -> dict[int, int]:
        found = await self.container.get(twice_id(operation.selection_of), self.partition(operation.organisation_id))
        return Twice.from_item(found).lines

    async def documents_among(self, actor: Actor, ids: Sequence[str]) -> dict[str, Document]:
        """Those of the ids that the actor sees, in one request."""
        conditions = visible_to(actor)
        text = " AND ".join([_AMONG, *(condition.text for condition in conditions)])
        parameters = {"@ids": list(ids)}
        for condition in conditions:
            parameters.update(condition.parameters)
        rows = await self.container.query(
            Query(text, parameters), self.partition(actor.organisation_id), limit=len(ids)
        )
        return {row["id"]: Document.from_item(row) for row in rows}


class RowRepository(Repository[BulkRow]):
    entity = BulkRow
    kind = "bulkRow"

    async def say(self, rows: Sequence[BulkRow]) -> list[Outcome]:
        """What became of up to 100, once: of a row that is there already, what that says. One request, unless a worker died."""
        if not rows:
            return []
        try:
            writes = [Write("create", row.to_item()) for row in rows]
            await self.container.batch(self.partition(rows[0].organisation_id), writes)
        except AlreadyExists:
            return [await self._say(row) for row in rows]
        return [row.outcome for row in rows]

    async def _say(self, row: BulkRow) -> Outcome:
        try:
            await self.container.create(row.to_item())
        except AlreadyExists:
            return (await self.get(row.organisation_id, row.id)).outcome
        return row.outcome

    async def list_of(
        self, operation: BulkOperation, request: PageRequest, outcome: Outcome | None, actor: Actor
    ) -> Page[BulkRow]:
        """In the order they were worked off, as far as the actor sees the site. Errors: CursorInvalid."""
        conditions = [Condition("c.operationId = @operation", {"@operation": operation.id})]
        if outcome is not None:
            conditions.append(Condition("c.outcome = @outcome", {"@outcome": outcome.value}))
        scope = at_sites_or_none(actor.site_ids)
        return await self.list_page(operation.organisation_id, request, [*conditions, *scope])
