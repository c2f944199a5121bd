"""Documents of an organisation, one logical partition each."""

from collections.abc import AsyncIterator
from datetime import datetime

from shared.documents.model import Document
from shared.kit.clock import to_wire
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository

WRITE_ATTEMPTS = 5  # read, change, write; somebody else may write in between, hardly ever five times in a row
_OVERDUE = "SELECT * FROM c WHERE c.kind = 'document' AND c.overdueAt <= @now"


class DocumentRepository(Repository[Document]):
    entity = Document
    kind = "document"

    async def record(self, activity: Activity) -> None:
        """What happened without changing the document: a download."""
        await self.container.create(activity.to_item())

    async def stream_overdue(self, now: datetime, limit: int) -> AsyncIterator[Document]:
        """Documents of all organisations that somebody must look at, in no order: a plain filter is all that may cross partitions."""
        async for item in self.container.stream_all(Query(_OVERDUE, {"@now": to_wire(now)}), limit=limit):
            yield Document.from_item(item)
