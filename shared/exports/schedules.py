"""What people do with schedules of exports, and what the timer does when one is due."""

import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists, FieldError, Invalid, NotFound, StaleVersion
from shared.exports.adapting import Neighbours
from shared.exports.errors import TooManySchedules
from shared.exports.model import Order
from shared.exports.repository import ScheduleRepository
from shared.exports.schedule import ExportSchedule, LastRun, Outcome, ScheduleFacts
from shared.exports.service import ExportService
from shared.exports.work import SYSTEM
from shared.identity.actor import Actor, CheckScope
from shared.identity.permissions import Permission
from shared.kit.ids import new_id
from shared.kit.jobs.outbox import look_after
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.reports.model import CLOSED

MAX_SCHEDULES = 200  # of one organisation
ZoneOf = Callable[[str, str | None], Awaitable[str]]
"""(organisation, site): the time zone of the site, of the organisation without one."""


@dataclass(frozen=True, slots=True)
class ScheduleService:
    schedules: ScheduleRepository
    exports: ExportService
    others: Neighbours
    zone_of: ZoneOf
    check_scope: CheckScope
    now: Callable[[], datetime]

    async def create(self, actor: Actor, facts: ScheduleFacts) -> ExportSchedule:
        """Errors: Invalid, TooManySchedules."""
        zone = await self._checked(actor, facts)
        if await self.schedules.count(actor.organisation_id, MAX_SCHEDULES) >= MAX_SCHEDULES:
            raise TooManySchedules
        now = self.now()
        schedule = ExportSchedule(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            facts=facts,
            owner_id=actor.user_id,
            owner_is_key=not actor.is_person,
            next_at=None,
        ).said(facts, actor, zone, now)
        return await self.schedules.create(schedule, self._happened("created", schedule, actor.user_id))

    async def get(self, actor: Actor, schedule_id: str) -> ExportSchedule:
        """Errors: NotFound."""
        return (await self.schedules.get(actor.organisation_id, schedule_id)).seen_by(actor)

    async def list_page(self, actor: Actor, request: PageRequest) -> Page[ExportSchedule]:
        """One page; those over sites that the actor does not see are left out, so that it may be shorter. Errors: CursorInvalid."""
        page = await self.schedules.list_page(actor.organisation_id, request)
        seen = []
        for one in page.items:
            try:
                seen.append(one.seen_by(actor))
            except NotFound:
                continue
        return Page(seen, page.next_cursor)

    async def replace(self, actor: Actor, schedule_id: str, facts: ScheduleFacts, if_match: str) -> ExportSchedule:
        """From now on in the name of who says it. Errors: NotFound, StaleVersion, Invalid."""
        schedule = await self.get(actor, schedule_id)
        if schedule.etag != if_match:
            raise StaleVersion
        changed = schedule.said(facts, actor, await self._checked(actor, facts), self.now())
        return await self.schedules.replace(changed, self._happened("changed", changed, actor.user_id))

    async def delete(self, actor: Actor, schedule_id: str, if_match: str) -> None:
        """Exports it made stay. Errors: NotFound, StaleVersion."""
        schedule = await self.get(actor, schedule_id)
        if schedule.etag != if_match:
            raise StaleVersion
        await self.schedules.delete(schedule, self._happened("deleted", schedule, actor.user_id))

    async def run_due(self) -> None:
        """May run twice, or beside itself; one that cannot be helped does not keep the others waiting."""
        await look_after(self.schedules.stream_due(self.now()), self._run, "export_schedule", _which)

    async def _run(self, schedule: ExportSchedule) -> None:
        """Errors: StaleVersion when another timer was faster."""
        assert schedule.next_at is not None
        zone = await self.zone_of(schedule.organisation_id, schedule.facts.site_id)
        run = await self._begin(schedule, schedule.next_at, zone)
        ran = schedule.ran(run, zone, self.now())
        facts = {"outcome": run.outcome.value, "reason": run.reason, "exportId": run.export_id}
        await self.schedules.replace(ran, self._happened("ran", ran, SYSTEM, **facts))

    async def _begin(self, schedule: ExportSchedule, due: datetime, zone: str) -> LastRun:
        """As whoever said it last may."""
        organisation_id = schedule.organisation_id
        owner = await self.others.find_actor(organisation_id, schedule.owner_id, schedule.owner_is_key)
        if owner is None:
            return LastRun(due_at=due, outcome=Outcome.FAILED, reason="owner_gone")
        if not {Permission.EXPORTS_SCHEDULE, Permission.REPORTS_READ} <= owner.permissions:
            return LastRun(due_at=due, outcome=Outcome.FAILED, reason="forbidden")
        order = schedule.order_at(due, zone, await self._day_start(schedule))
        try:
            await self.exports.check(owner, order)
            _require_sites(owner, order)
        except Invalid:
            return LastRun(due_at=due, outcome=Outcome.FAILED, reason="invalid")
        found, waiting = await self._matching(owner, order)
        if not found:
            return LastRun(due_at=due, outcome=Outcome.SKIPPED, reason="no_reports")
        if schedule.facts.only_approved and waiting:
            return LastRun(due_at=due, outcome=Outcome.SKIPPED, reason="not_approved", waiting=waiting)
        export_id = schedule.export_id(due)
        with contextlib.suppress(AlreadyExists):  # begun by a timer that was cut off before it noted that
            await self.exports.begin(owner, order, export_id, schedule.id, schedule.facts.recipients)
        return LastRun(due_at=due, outcome=Outcome.BEGUN, export_id=export_id)

    async def _day_start(self, schedule: ExportSchedule) -> str:
        """At the site whose clock it goes by; midnight for several."""
        site_id = schedule.facts.site_id
        if site_id is None:
            return "00:00"
        return (await self.others.find_site(schedule.organisation_id, site_id)).day_start

    async def _matching(self, owner: Actor, order: Order) -> tuple[int, int]:
        """How many reports there are in any state, and how many of them nobody has approved."""
        found = waiting = 0
        wanted = order.wanted.model_copy(update={"states": ()})
        async for report in self.others.selecting.matching(owner, wanted):
            found += 1
            waiting += report.state not in CLOSED
        return found, waiting

    async def _checked(self, actor: Actor, facts: ScheduleFacts) -> str:
        """The zone. Errors: Invalid."""
        await self.exports.check(actor, facts.order)
        if facts.site_id is not None:
            await self.check_scope(actor, [facts.site_id])
        _require_sites(actor, facts.order)
        return await self.zone_of(actor.organisation_id, facts.site_id)

    def _happened(self, what: str, schedule: ExportSchedule, actor: str, **facts: object) -> Activity:
        return Activity.of(f"export_schedule.{what}", schedule, actor=actor, at=self.now(), **facts)


def _require_sites(owner: Actor, order: Order) -> None:
    """What is said to be of all sites is not of some: also when its owner lost one since. Errors: Invalid."""
    if owner.site_ids is not None and not order.wanted.site_ids:
        message = "must name the sites, for you do not see all"
        raise Invalid(fields=[FieldError("filter.siteIds", "missing", message)])


def _which(schedule: ExportSchedule) -> Mapping[str, str]:
    return {"organisation_id": schedule.organisation_id, "subject_id": schedule.id}
