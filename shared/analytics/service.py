"""What people read of aggregates, within their sites: one query each."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shared.analytics.model import AnalyticsRebuild, DailyAggregate, Entry
from shared.analytics.repository import AggregateRepository, RebuildRepository
from shared.analytics.running import Rebuilding
from shared.analytics.series import (
    CodeTime,
    LostDay,
    ProductionDay,
    Punctuality,
    Waiting,
    activity_time,
    chosen,
    days_of,
    lost_time,
    open_reviews,
    production,
    punctuality,
)
from shared.due_reports.owing import Obligations
from shared.due_reports.repository import Wanted
from shared.errors import Forbidden
from shared.identity.actor import Actor
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query

WhatIsOwed = Callable[[Actor, date, date, Wanted], Awaitable[Obligations]]


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included, of one site or all that the actor sees. `approved_only`: leave out what is not approved or final."""

    first: date
    last: date
    site_id: str | None = None
    approved_only: bool = False

    @property
    def days(self) -> list[date]:
        return days_of(self.first, self.last)


@dataclass(frozen=True, slots=True)
class AnalyticsService:
    aggregates: AggregateRepository
    rebuilds: RebuildRepository
    rebuilding: Rebuilding
    what_is_owed: WhatIsOwed
    now: Callable[[], datetime]

    async def production(
        self, actor: Actor, span: Span, well: str | None, liquid: str, gas: str
    ) -> tuple[list[ProductionDay], ProductionDay]:
        """By day, and all together; of one well or all."""
        return production(span.days, await self._entries(actor, span, "daily_production", well), liquid, gas)

    async def non_productive_time(self, actor: Actor, span: Span) -> tuple[list[LostDay], LostDay]:
        return lost_time(span.days, await self._entries(actor, span, "daily_drilling", None))

    async def activity_time(self, actor: Actor, span: Span) -> tuple[list[CodeTime], int]:
        """By code, and of how many reports."""
        by_day = await self._entries(actor, span, "daily_drilling", None)
        entries = [entry for some in by_day.values() for entry in some]
        return activity_time(entries), len(entries)

    async def punctuality(
        self, actor: Actor, span: Span, kind: str | None
    ) -> tuple[dict[date, Punctuality], dict[tuple[str, str], Punctuality]]:
        """By day, and by site and type; two requests, of which one asks what is owed."""
        wanted = Wanted(span.site_id, kind)
        obligations = await self.what_is_owed(actor, span.first, span.last, wanted)
        found = await self._of_span(actor, span, kind)
        return punctuality(obligations, span.days, found, self.now())

    async def open_reviews(self, actor: Actor, site_id: str | None) -> list[Waiting]:
        found = await self._ask(actor, site_id, Condition("c.open > 0", {}))
        return open_reviews(found, self.now())

    async def rebuild(self, actor: Actor) -> AnalyticsRebuild:
        """Errors: Forbidden for who does not see all sites."""
        if actor.site_ids is not None:
            raise Forbidden("You are limited to some sites: aggregates are of all.")
        return await self.rebuilding.start(actor.organisation_id, actor.user_id)

    async def get_rebuild(self, actor: Actor, rebuild_id: str) -> AnalyticsRebuild:
        """Errors: NotFound."""
        return await self.rebuilds.get(actor.organisation_id, rebuild_id)

    async def list_rebuilds(self, actor: Actor, request: PageRequest) -> Page[AnalyticsRebuild]:
        """Errors: CursorInvalid."""
        return await self.rebuilds.list_page(actor.organisation_id, request)

    async def cancel_rebuild(self, actor: Actor, rebuild_id: str) -> AnalyticsRebuild:
        """Days that were done stay done. Errors: NotFound, Unavailable."""
        return await self.rebuilding.cancel(await self.get_rebuild(actor, rebuild_id), actor.user_id)

    async def _entries(self, actor: Actor, span: Span, kind: str, subject: str | None) -> dict[date, list[Entry]]:
        found: dict[date, list[Entry]] = defaultdict(list)
        for aggregate in await self._of_span(actor, span, kind):
            found[aggregate.day] += chosen(aggregate, subject=subject, approved_only=span.approved_only)
        return found

    async def _of_span(self, actor: Actor, span: Span, kind: str | None) -> list[DailyAggregate]:
        days = {"@first": span.first.isoformat(), "@last": span.last.isoformat()}
        conditions = [Condition("c.day >= @first AND c.day <= @last", days)]
        if kind is not None:
            conditions.append(Condition("c.type = @type", {"@type": kind}))
        return await self._ask(actor, span.site_id, *conditions)

    async def _ask(self, actor: Actor, site_id: str | None, *conditions: Condition) -> list[DailyAggregate]:
        wanted: Sequence[Condition] = (*conditions, *Wanted(site_id, None, actor.site_ids).conditions())
        text = " AND ".join(["c.kind = 'dailyAggregate'", *(one.text for one in wanted)])
        parameters = {name: value for one in wanted for name, value in one.parameters.items()}
        query = Query(f"SELECT * FROM c WHERE {text}", parameters)  # noqa: S608 (our own text)
        return await self.aggregates.ask(actor.organisation_id, query)
