"""Documents of an organisation, one logical partition each."""

from collections.abc import AsyncIterator
from datetime import datetime

from shared.documents.model import Document
from shared.kit.clock import to_wire
from shared.kit.cosmos import Query
from shared.kit.repository import Activity, Repository

_PENDING = "SELECT * FROM c WHERE c.kind = 'document' AND c.pendingSince < @before"


class DocumentRepository(Repository[Document]):
    entity = Document
    kind = "document"

    async def record(self, activity: Activity) -> None:
        """What happened without changing the document: a download."""
        await self.container.create(activity.to_item())

    async def stream_pending(self, before: datetime, limit: int) -> AsyncIterator[Document]:
        """Uploads of all organisations on the way since before then, in no order: a plain filter is all that may cross partitions."""
        query = Query(_PENDING, {"@before": to_wire(before)})
        async for item in self.container.stream_all(query, limit=limit):
            yield Document.from_item(item)
