"""Cases live with the documents of their organisation, in its partition: a case and a document change in one batch."""

from collections.abc import Sequence

from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.holds.model import HoldState, LegalHold
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository

_HELD = "SELECT TOP @limit * FROM c WHERE c.kind = 'document' AND ARRAY_CONTAINS(c.holds, @hold) ORDER BY c.id"
_NAMES = "SELECT c.id, c.name FROM c WHERE c.kind = 'legalHold' AND ARRAY_CONTAINS(@ids, c.id)"


class HoldRepository(Repository[LegalHold]):
    entity = LegalHold
    kind = "legalHold"

    @property
    def documents(self) -> DocumentRepository:
        return DocumentRepository(self.container)

    async def list_in(self, organisation_id: str, request: PageRequest, state: HoldState | None) -> Page[LegalHold]:
        """Errors: CursorInvalid."""
        conditions = [] if state is None else [Condition("c.state = @state", {"@state": state.value})]
        return await self.list_page(organisation_id, request, conditions)

    async def list_documents(self, hold: LegalHold, request: PageRequest, visible: list[Condition]) -> Page[Document]:
        """Errors: CursorInvalid."""
        held = Condition("ARRAY_CONTAINS(c.holds, @hold)", {"@hold": hold.id})
        return await self.documents.list_page(hold.organisation_id, request, [held, *visible])

    async def some_held(self, hold: LegalHold, limit: int) -> list[Document]:
        query = Query(_HELD, {"@hold": hold.id, "@limit": limit})
        rows = await self.container.query(query, self.partition(hold.organisation_id), limit=limit)
        return [Document.from_item(row) for row in rows]

    async def add(
        self, hold: LegalHold, document: Document, activity: Activity, *, beside: Sequence[Write] = ()
    ) -> Document:
        """Both or neither. Errors: StaleVersion when somebody wrote either in between, AlreadyExists of `beside`."""
        writes = [Write("replace", hold.to_item(), hold.etag), *beside]
        return await self.documents.replace(document, activity, beside=writes)

    async def names(self, organisation_id: str, ids: tuple[str, ...]) -> dict[str, str]:
        """Of the cases with these ids."""
        rows = await self.container.query(
            Query(_NAMES, {"@ids": list(ids)}), self.partition(organisation_id), limit=len(ids)
        )
        return {row["id"]: row["name"] for row in rows}
