"""The timer: what is due soon, or missing, is noticed once. Whatever is ordered is written in the batch that says how far was looked, so
that a run that comes late, twice, or is cut off neither leaves a step out nor takes one a second time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.due_reports.board import Files, Standing
from shared.due_reports.owing import Obligations
from shared.due_reports.repository import FiledReports, PlanRepository, Wanted
from shared.due_reports.watch import NEWS, DueNotice, DueWatch, Step, steps_of
from shared.due_reports.watches import NoticeRepository
from shared.due_reports.work import SYSTEM
from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.side_by_side import side_by_side

_AROUND = timedelta(days=45)  # more than lies between a day and any step about it


@dataclass(frozen=True, slots=True)
class DueWatching:
    plans: PlanRepository
    notices: NoticeRepository
    filed: FiledReports
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Every plan of all organisations that somebody must look at; one that fails does not keep the others waiting."""
        found = [watch async for watch in self.notices.stream_due(self.now())]
        await side_by_side(found, self._try)

    async def _try(self, watch: DueWatch) -> None:
        with telemetry.bound(organisation_id=watch.organisation_id, plan_id=watch.plan_id):
            try:
                await self.look(watch)
            except (StaleVersion, NotFound):  # another run, or who changes the plan: the next run looks again
                telemetry.event("due_reports.moved_on")
            except Exception as error:
                telemetry.event("due_reports.not_looked", exc_info=error, error=type(error).__name__)

    async def look(self, watch: DueWatch) -> None:
        """Errors: StaleVersion, NotFound."""
        now = self.now()
        obligations = await self._obligations(watch, now)
        plan = next((one for one in obligations.plans if one.id == watch.plan_id), None)
        if plan is None and await self.plans.find(watch.organisation_id, watch.plan_id) is None:
            await self.notices.forget(watch)
            return
        if plan is None:  # it has ended, or begins much later
            await self.notices.order(watch.rested(now), [])
            return
        steps = list(steps_of(obligations, plan, max(watch.looked_until, now - NEWS), now))
        wanted = [step for step in steps if await self._is_missing(watch, obligations, step)]
        notices = [DueNotice.of(plan, step, SYSTEM, now, now + self.stuck_after) for step in wanted]
        looked = watch.looked(obligations, plan, now)
        try:
            await self.notices.order(looked, notices)
        except AlreadyExists:  # the plan was moved to a later time, and the people know already
            await self.notices.order(looked, await self.notices.unknown(watch.organisation_id, notices))

    async def missing(self, notice: DueNotice) -> tuple[Obligations, list[Standing]]:
        """What is still not submitted of that which a notice is about; two requests."""
        wanted = Wanted(notice.site_id, notice.type)
        obligations = await self.plans.obligations(notice.organisation_id, notice.day, notice.day, wanted)
        standings = await self._standings(notice.organisation_id, obligations, notice.plan_id, notice.day)
        return obligations, [one for one in standings if _is_open(one)]

    async def _is_missing(self, watch: DueWatch, obligations: Obligations, step: Step) -> bool:
        standings = await self._standings(watch.organisation_id, obligations, watch.plan_id, step.day)
        return any(_is_open(one) and one.owed.due == step.due for one in standings)

    async def _standings(
        self, organisation_id: str, obligations: Obligations, plan_id: str, day: date
    ) -> list[Standing]:
        owed = obligations.of(plan_id, day)
        if not owed:
            return []
        plan, now = owed[0].plan, self.now()
        files = Files(await self.filed.of_days(organisation_id, day, day, [plan.site_id], [plan.type]))
        return [files.stand(one, now) for one in owed]

    async def _obligations(self, watch: DueWatch, now: datetime) -> Obligations:
        wanted = Wanted(watch.site_id, watch.type)
        first, last = (now - _AROUND).date(), (now + _AROUND).date()
        return await self.plans.obligations(watch.organisation_id, first, last, wanted)


def _is_open(standing: Standing) -> bool:
    """Nobody submitted it so far."""
    return standing.report is None or standing.report.first_submitted_at is None
