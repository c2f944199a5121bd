"""Exports live in a container of their own, where old ones go by themselves."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from shared.exports.model import Export
from shared.exports.schedule import ExportSchedule
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query, due_query
from shared.kit.repository import Activity, Repository

LOOKED_AT = 500  # per run of the timer
_UNDER_WAY = (
    "SELECT TOP @limit c.id FROM c WHERE c.kind = 'export' AND c.createdBy = @by AND c.state IN ('queued', 'running')"
)
_SCHEDULES = "SELECT TOP @limit c.id FROM c WHERE c.kind = 'exportSchedule'"


class ExportRepository(Repository[Export]):
    entity = Export
    kind = "export"

    async def list_of(self, organisation_id: str, user_id: str, request: PageRequest) -> Page[Export]:
        """Those that somebody asked for. Errors: CursorInvalid."""
        return await self.list_page(organisation_id, request, [Condition("c.createdBy = @by", {"@by": user_id})])

    async def count_under_way(self, organisation_id: str, user_id: str, most: int) -> int:
        """At most `most`."""
        query = Query(_UNDER_WAY, {"@by": user_id, "@limit": most})
        rows: list[Any] = await self.container.query(query, self.partition(organisation_id), limit=most)
        return len(rows)

    async def record(self, activity: Activity) -> None:
        await self.container.create(activity.to_item())

    async def stream_due(self, now: datetime) -> AsyncIterator[Export]:
        """Of all organisations, those whose bytes are to be deleted."""
        async for item in self.container.stream_all(due_query("blobsDueAt", now, self.kind), limit=LOOKED_AT):
            yield Export.from_item(item)


class ScheduleRepository(Repository[ExportSchedule]):
    entity = ExportSchedule
    kind = "exportSchedule"

    async def count(self, organisation_id: str, most: int) -> int:
        """At most `most`."""
        query = Query(_SCHEDULES, {"@limit": most})
        return len(await self.container.query(query, self.partition(organisation_id), limit=most))

    async def delete(self, schedule: ExportSchedule, activity: Activity) -> None:
        """Errors: StaleVersion."""
        writes = [Write("delete", {"id": schedule.id}, schedule.etag), Write("create", activity.to_item())]
        await self.container.batch(self.partition(schedule.organisation_id), writes)

    async def stream_due(self, now: datetime) -> AsyncIterator[ExportSchedule]:
        """Of all organisations."""
        async for item in self.container.stream_all(due_query("nextAt", now, self.kind), limit=LOOKED_AT):
            yield ExportSchedule.from_item(item)
