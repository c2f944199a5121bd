"""What people do with due reports: plan them, say which days are holidays, look at the board."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from shared.due_reports.board import Files, Standing
from shared.due_reports.errors import TooManyPlans
from shared.due_reports.model import CHANGEABLE, MAX_PLANS, DueCalendar, DuePlan, Holiday
from shared.due_reports.owing import Obligations, Owed
from shared.due_reports.repository import CalendarRepository, FiledReports, PlanRepository, Wanted
from shared.due_reports.watch import DueWatch
from shared.errors import CursorInvalid, FieldError, Forbidden, Invalid, NotFound, StaleVersion, Unavailable
from shared.identity.actor import Actor, CheckScope
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest, Sort, decode_cursor, encode_cursor
from shared.kit.repository import Activity
from shared.reports.definitions import DEFINITIONS

ATTEMPTS = 5
LOOKED_AT = 2000  # owed reports of one page: those that are filtered out count, so that a page ends
_ORDER = Sort("day", descending=True)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlanService:
    plans: PlanRepository
    check_scope: CheckScope
    now: Callable[[], datetime]

    async def create(self, actor: Actor, site_id: str, kind: str, values: Mapping[str, Any]) -> DuePlan:
        """Errors: Invalid naming what is wrong, TooManyPlans."""
        now = self.now()
        plan = DuePlan(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            site_id=site_id,
            type=kind,
            **values,
        )
        _require_sound(plan)
        await self.check_scope(actor, [site_id])
        if await self.plans.count(actor.organisation_id) >= MAX_PLANS:
            raise TooManyPlans
        happened = Activity.of("due_plan.created", plan, actor=actor.user_id, at=now, siteId=site_id, type=kind)
        return await self.plans.begin(plan, DueWatch.of(plan, now), happened)

    async def get(self, actor: Actor, plan_id: str) -> DuePlan:
        """Errors: NotFound, also for one of a site outside the actor's scope."""
        plan = await self.plans.get(actor.organisation_id, plan_id)
        if not actor.may_see_site(plan.site_id):
            raise NotFound
        return plan

    async def list_page(self, actor: Actor, request: PageRequest, wanted: Wanted) -> Page[DuePlan]:
        """Errors: CursorInvalid."""
        scoped = replace(wanted, site_ids=actor.site_ids)
        return await self.plans.list_visible(actor.organisation_id, request, scoped)

    async def change(self, actor: Actor, plan_id: str, values: Mapping[str, Any], etag: str) -> DuePlan:
        """Errors: NotFound, StaleVersion, Invalid."""
        for _ in range(ATTEMPTS):
            plan = await self.get(actor, plan_id)
            if plan.etag != etag:
                raise StaleVersion
            changed = plan.changed(self.now(), **values)
            _require_sound(changed)
            if not (difference := plan.difference(changed, CHANGEABLE)):
                return plan
            at = changed.updated_at
            happened = Activity.of("due_plan.changed", changed, actor=actor.user_id, at=at, **difference)
            with suppress(StaleVersion):  # of the plan, or of its watch that the timer moved on just now
                return await self.plans.change(changed, happened)
        raise Unavailable(retry_after=1)

    async def delete(self, actor: Actor, plan_id: str, etag: str) -> None:
        """As if it had never been; a plan that ends is given a last day instead. Errors: NotFound, StaleVersion."""
        plan = await self.get(actor, plan_id)
        if plan.etag != etag:
            raise StaleVersion
        facts = {"siteId": plan.site_id, "type": plan.type}
        happened = Activity.of("due_plan.deleted", plan, actor=actor.user_id, at=self.now(), **facts)
        await self.plans.end(plan, happened)


@dataclass(frozen=True, slots=True)
class CalendarService:
    calendars: CalendarRepository
    check_scope: CheckScope
    now: Callable[[], datetime]

    async def get(self, actor: Actor) -> DueCalendar:
        """With the holidays of all sites, and of those the actor sees."""
        calendar = await self.calendars.of(actor.organisation_id, self.now())
        seen = tuple(one for one in calendar.holidays if actor.may_see_site(one.site_id))
        return calendar.model_copy(update={"holidays": seen})

    async def replace(self, actor: Actor, holidays: tuple[Holiday, ...], etag: str) -> DueCalendar:
        """All of them. Errors: Forbidden, StaleVersion, Invalid."""
        if actor.site_ids is not None:
            raise Forbidden("You are limited to some sites: the calendar is that of all.")
        held = await self.get(actor)
        if held.etag != etag:
            raise StaleVersion
        if len({(one.day, one.site_id) for one in holidays}) < len(holidays):
            raise Invalid(fields=[FieldError("holidays", "said_twice", "a day of a site is named twice")])
        if sites := sorted({one.site_id for one in holidays if one.site_id is not None}):
            await self.check_scope(actor, sites)
        wanted = tuple(sorted(holidays, key=lambda one: (one.day, one.site_id or "")))
        if wanted == held.holidays:
            return held
        changed = held.changed(self.now(), holidays=wanted)
        facts = {"before": len(held.holidays), "after": len(wanted)}
        happened = Activity.of("due_calendar.changed", changed, actor=actor.user_id, at=changed.updated_at, **facts)
        return await self.calendars.put(changed, happened)


@dataclass(frozen=True, slots=True)
class BoardService:
    plans: PlanRepository
    filed: FiledReports
    now: Callable[[], datetime]

    async def list_page(
        self, actor: Actor, first: date, last: date, wanted: Wanted, *, missing: bool, limit: int, cursor: str | None
    ) -> Page[Standing]:
        """What is owed on these days, the last day first, in two requests. With `missing` only what is due and not submitted: a page may
        then hold fewer than `limit`, and still have a next one. Errors: CursorInvalid.
        """
        obligations = await self.obligations(actor, first, last, wanted)
        owed, is_more = _after(obligations, first, last, cursor, LOOKED_AT if missing else limit)
        found, shown = await self._standings(actor, owed), list[Standing]()
        for standing in found:
            if missing and standing.missing_since is None:
                continue
            if len(shown) == limit:
                is_more = True
                break
            shown.append(standing)
        if not is_more:
            return Page(shown, None)
        place = shown[-1].owed if len(shown) == limit else owed[-1]
        return Page(shown, encode_cursor(_ORDER, place.day.isoformat(), "\n".join(place.place)))

    async def obligations(self, actor: Actor, first: date, last: date, wanted: Wanted) -> Obligations:
        """Of what the actor sees; one request."""
        return await self.plans.obligations(
            actor.organisation_id, first, last, replace(wanted, site_ids=actor.site_ids)
        )

    async def _standings(self, actor: Actor, owed: list[Owed]) -> list[Standing]:
        if not owed:
            return []
        sites, types = {one.plan.site_id for one in owed}, {one.plan.type for one in owed}
        days = [one.day for one in owed]
        filed = await self.filed.of_days(actor.organisation_id, min(days), max(days), sorted(sites), sorted(types))
        files, now = Files(filed), self.now()
        return [files.stand(one, now) for one in owed]


def _after(
    obligations: Obligations, first: date, last: date, cursor: str | None, limit: int
) -> tuple[list[Owed], bool]:
    """So many that follow the cursor, and whether there are more. Errors: CursorInvalid."""
    day, place = (last, None) if cursor is None else _place(cursor)
    found: list[Owed] = []
    for owed in obligations.between(first, min(day, last)):
        if place is not None and owed.day == day and owed.place <= place:
            continue
        if len(found) == limit:
            return found, True
        found.append(owed)
    return found, False


def _place(cursor: str) -> tuple[date, tuple[str, str, str]]:
    value, name = decode_cursor(cursor, _ORDER)
    try:
        site_id, kind, subject = name.split("\n")
        return date.fromisoformat(value), (site_id, kind, subject)
    except (ValueError, TypeError) as error:
        raise CursorInvalid from error


def _require_sound(plan: DuePlan) -> None:
    """Errors: Invalid."""
    faults = list(plan.faults())
    known = {definition.kind: definition for definition in DEFINITIONS.all()}
    if plan.type not in known:
        faults.append(FieldError("type", "unknown_type", "is not a type of report"))
    elif plan.subjects and not known[plan.type].subject:
        faults.append(FieldError("subjects", "no_subject", "reports of this type have no subject"))
    if faults:
        raise Invalid(fields=faults)
