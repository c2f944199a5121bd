"""Keeping the aggregates: as the change feed shows reports, and day by day from scratch. Both compute the same entries of what is stored.

An aggregate is read before the reports it is made of and written only as it was read. So whoever writes later has seen at least what the
one before had: feed and rebuild may run at once, and twice, without an older state winning.
"""

import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from shared.analytics.model import DailyAggregate, Entry, aggregate_id, entry_of
from shared.analytics.repository import AggregateRepository, SubmittedReports
from shared.errors import StaleVersion, Unavailable
from shared.kit import telemetry
from shared.reports.model import Report

ATTEMPTS = 10
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Keeping:
    aggregates: AggregateRepository
    reports: SubmittedReports
    now: Callable[[], datetime]

    async def follow(self, items: Iterable[dict[str, Any]]) -> None:
        """Of changed items the reports that were submitted, whatever of them changed. Errors: Unavailable."""
        groups: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in items:
            if item.get("kind") == "report" and item["revision"] > 0:
                name = aggregate_id(item["type"], item["siteId"], item["day"])
                groups[item["organisationId"], name].add(item["id"])
        for (organisation_id, name), ids in groups.items():
            await _again(lambda: self._update(organisation_id, name, sorted(ids)))  # noqa: B023 (awaited at once)

    async def rebuild_day(self, organisation_id: str, day: str) -> int:
        """All aggregates of a day anew, and none that has no report any more; how many reports that took. Errors: Unavailable."""
        return await _again(lambda: self._rebuild(organisation_id, day))

    async def next_day(self, organisation_id: str, after: str) -> str | None:
        """The first day later than this with reports or aggregates."""
        days = [
            await self.reports.next_day(organisation_id, after),
            await self.aggregates.next_day(organisation_id, after),
        ]
        return min((day for day in days if day is not None), default=None)

    async def _update(self, organisation_id: str, name: str, ids: list[str]) -> None:
        """Errors: StaleVersion."""
        known = await self.aggregates.find(organisation_id, name)
        reports = await self.reports.named(organisation_id, ids)
        if not reports:
            return
        before = known or DailyAggregate.of(reports[0], self.now())
        entries = await self._entries(organisation_id, reports, before.entries)
        after = before.holding({**before.entries, **entries}, self.now())
        if known is None or after.entries != known.entries:
            await self.aggregates.put(after)

    async def _rebuild(self, organisation_id: str, day: str) -> int:
        """Errors: StaleVersion."""
        known = {one.id: one for one in await self.aggregates.of_day(organisation_id, day)}
        reports = await self.reports.of_day(organisation_id, day)
        groups: dict[str, list[Report]] = defaultdict(list)
        for report in reports:
            groups[aggregate_id(report.type, report.site_id, report.day)].append(report)
        for name, some in groups.items():
            before = known.get(name) or DailyAggregate.of(some[0], self.now())
            after = before.holding(await self._entries(organisation_id, some, {}), self.now())
            if name not in known or after.entries != before.entries or after.open != before.open:
                await self.aggregates.put(after)
        for name in known.keys() - groups.keys():
            await self.aggregates.remove(known[name])
        return len(reports)

    async def _entries(
        self, organisation_id: str, reports: list[Report], known: Mapping[str, Entry]
    ) -> dict[str, Entry]:
        """Payloads are read of those only whose entry is of another revision."""
        fresh = {report.id for report in reports if report.id in known and known[report.id].revision == report.revision}
        payloads = await self.reports.payloads(organisation_id, (one for one in reports if one.id not in fresh))
        found: dict[str, Entry] = {}
        for report in reports:
            if report.id in fresh:
                found[report.id] = known[report.id].standing(report)
            elif report.id in payloads:
                found[report.id] = entry_of(report, payloads[report.id])
            else:  # both are written in one batch: nothing that waiting would mend
                telemetry.event("analytics.revision_missing", level=logging.ERROR, report_id=report.id)
        return found


async def _again(act: Callable[[], Awaitable[T]]) -> T:
    """As often as somebody else writes in between. Errors: Unavailable."""
    for _ in range(ATTEMPTS):
        with suppress(StaleVersion):
            return await act()
    raise Unavailable(retry_after=1)
