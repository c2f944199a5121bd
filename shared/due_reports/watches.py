"""How far each plan was looked at, and what that ordered."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from shared.due_reports.watch import DueNotice, DueWatch
from shared.kit.cosmos import Write
from shared.kit.query import Query, due_query
from shared.kit.repository import Repository

LOOKED_AT = 5000  # plans per run of the timer: three requests each, some at a time
_KNOWN = "SELECT c.id FROM c WHERE ARRAY_CONTAINS(@ids, c.id)"


class NoticeRepository(Repository[DueNotice]):
    entity = DueNotice
    kind = "dueNotice"

    async def stream_due(self, now: datetime) -> AsyncIterator[DueWatch]:
        """Of all organisations, those that somebody must look at now."""
        async for item in self.container.stream_all(due_query("lookAt", now, "dueWatch"), limit=LOOKED_AT):
            yield DueWatch.from_item(item)

    async def order(self, watch: DueWatch, notices: Sequence[DueNotice]) -> None:
        """What was looked at and what that orders, all or nothing. Errors: StaleVersion, NotFound, AlreadyExists for a known notice."""
        writes = [Write("replace", watch.to_item(), watch.etag)]
        writes += [Write("create", notice.to_item()) for notice in notices]
        await self.container.batch(self.partition(watch.organisation_id), writes)

    async def unknown(self, organisation_id: str, notices: Sequence[DueNotice]) -> list[DueNotice]:
        """Those that were never ordered."""
        query = Query(_KNOWN, {"@ids": [notice.id for notice in notices]})
        rows = await self.container.query(query, self.partition(organisation_id), limit=max(1, len(notices)))
        known = {row["id"] for row in rows}
        return [notice for notice in notices if notice.id not in known]

    async def forget(self, watch: DueWatch) -> None:
        """Of a plan that is not there any more."""
        await self.container.delete(watch.id, self.partition(watch.organisation_id))

    async def was_written(self, organisation_id: str, name: str) -> bool:
        """Did this letter go out?"""
        return await self.container.find(name, self.partition(organisation_id)) is not None

    async def written(self, letter: DueNotice) -> None:
        """It went out just now."""
        await self.container.upsert(letter.to_item())
