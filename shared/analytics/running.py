"""The run that computes all aggregates of an organisation anew, a day a page."""

from dataclasses import dataclass
from typing import ClassVar

from shared.analytics.keeping import Keeping
from shared.analytics.model import AnalyticsRebuild
from shared.analytics.repository import RebuildRepository
from shared.analytics.work import QUEUE
from shared.kit.ids import new_id
from shared.kit.jobs.running import Going, Running


@dataclass(frozen=True, slots=True)
class Rebuilding(Running[AnalyticsRebuild]):
    """Reports may be submitted meanwhile: the change feed goes on beside it."""

    queue_name: ClassVar[str] = QUEUE
    called: ClassVar[str] = "analytics.rebuild"

    runs: RebuildRepository
    keeping: Keeping

    async def start(self, organisation_id: str, by: str) -> AnalyticsRebuild:
        now = self.now()
        run = AnalyticsRebuild(
            id=new_id(), organisation_id=organisation_id, created_at=now, updated_at=now, created_by=by
        )
        return await self.begin(run)

    async def page(self, going: Going[AnalyticsRebuild]) -> bool:
        run = going.run
        facts = {} if run.total is not None else {"total": await self.keeping.reports.count(run.organisation_id)}
        day = await self.keeping.next_day(run.organisation_id, run.after)
        if day is None:
            await going.come(run.after, 0, **facts)
            return False
        await going.come(day, await self.keeping.rebuild_day(run.organisation_id, day), **facts)
        return True
