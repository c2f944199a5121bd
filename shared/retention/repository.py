"""Policies live in the directory; runs and their rows with the documents, so that a document and its row change in one batch."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from shared.documents.model import Document
from shared.documents.repository import THERE, DocumentRepository
from shared.kit.clock import to_wire
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, OnlyOneRepository, Repository
from shared.retention.model import (
    Outcome,
    RetentionAction,
    RetentionPolicies,
    RetentionRow,
    RetentionRun,
    row_id,
)

MAX_ORGANISATIONS = 10_000  # of one daily round
_ORGANISATIONS = "SELECT * FROM c WHERE c.kind = 'retentionPolicies' AND ARRAY_LENGTH(c.policies) > 0"


class PolicyRepository(OnlyOneRepository[RetentionPolicies]):
    entity = RetentionPolicies
    kind = "retentionPolicies"

    async def stream_all(self) -> AsyncIterator[RetentionPolicies]:
        """Of every organisation that has any, in no order."""
        async for item in self.container.stream_all(Query(_ORGANISATIONS), limit=MAX_ORGANISATIONS):
            yield RetentionPolicies.from_item(item)


class RunRepository(Repository[RetentionRun]):
    entity = RetentionRun
    kind = "retentionRun"

    @property
    def documents(self) -> DocumentRepository:
        return DocumentRepository(self.container)

    @property
    def rows(self) -> "RowRepository":
        return RowRepository(self.container)

    async def candidates(self, run: RetentionRun, limit: int) -> list[Document]:
        """Documents after the last one looked at that some policy may mean, in the order of ids. One request."""
        query = _candidates(run, limit)
        rows = await self.container.query(query, self.partition(run.organisation_id), limit=limit)
        return [Document.from_item(row) for row in rows]

    async def counts(self, run: RetentionRun, visible: list[Condition]) -> dict[str, int]:
        """How many rows of each outcome."""
        conditions = [Condition("c.kind = 'retentionRow' AND c.runId = @run", {"@run": run.id}), *visible]
        clauses = " AND ".join(condition.text for condition in conditions)
        parameters = {name: value for condition in conditions for name, value in condition.parameters.items()}
        text = f"SELECT c.outcome, COUNT(1) AS rows FROM c WHERE {clauses} GROUP BY c.outcome"  # noqa: S608 (our own text)
        rows = await self.container.query(
            Query(text, parameters), self.partition(run.organisation_id), limit=len(Outcome)
        )
        return {row["outcome"]: row["rows"] for row in rows}

    async def say(self, row: RetentionRow) -> None:
        """What a run found, without changing anything."""
        await self.container.upsert(row.to_item())

    async def treat(self, document: Document, row: RetentionRow, activity: Activity) -> Document:
        """The document and what is said of it, both or neither. Errors: StaleVersion, NotFound."""
        return await self.documents.replace(document, activity, beside=[Write("upsert", row.to_item())])


class RowRepository(Repository[RetentionRow]):
    entity = RetentionRow
    kind = "retentionRow"

    async def list_of(self, run: RetentionRun, request: PageRequest, visible: list[Condition]) -> Page[RetentionRow]:
        """Errors: CursorInvalid."""
        of_run = Condition("c.runId = @run", {"@run": run.id})
        return await self.list_page(run.organisation_id, request, [of_run, *visible])

    async def find_row(self, organisation_id: str, run_id: str | None, document_id: str) -> RetentionRow | None:
        return None if run_id is None else await self.find(organisation_id, row_id(run_id, document_id))


def _candidates(run: RetentionRun, limit: int) -> Query:
    parameters: dict[str, Any] = {"@limit": limit, "@after": run.after}
    cases: list[str] = []
    for number, policy in enumerate(run.policies):
        case = f"c.{policy.event.value} <= @until{number}"
        parameters[f"@until{number}"] = to_wire(run.as_of - timedelta(days=policy.days))
        if policy.type_id is not None:
            case += f" AND c.typeId = @type{number}"
            parameters[f"@type{number}"] = policy.type_id
        if policy.action is RetentionAction.TRASH:
            case += " AND IS_NULL(c.trashedAt)"
        cases.append(f"({case})")
    text = (
        f"SELECT TOP @limit * FROM c WHERE c.kind = 'document' AND {THERE.text} AND c.id > @after "  # noqa: S608
        f"AND NOT IS_STRING(c.reportId) AND ({' OR '.join(cases)}) ORDER BY c.id"
    )
    return Query(text, parameters)
