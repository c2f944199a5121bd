"""Aggregates in a container of their own, and the reports they are computed from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from shared.analytics.model import AnalyticsRebuild, DailyAggregate
from shared.errors import AlreadyExists, StaleVersion
from shared.kit.cosmos import Container
from shared.kit.query import Query
from shared.kit.repository import Repository, storing
from shared.reports.content import revision_id
from shared.reports.model import Report

ROWS = 20_000  # of one page of an answer: a year of fifty sites. A sum over a part of them would be wrong, so all pages are read
AT_ONCE = 50  # payloads of one request
_NEXT = "SELECT TOP 1 c.day FROM c WHERE c.kind = 'dailyAggregate' AND c.day > @after ORDER BY c.day"
_OF_DAY = "SELECT * FROM c WHERE c.kind = 'dailyAggregate' AND c.day = @day"
_HEADS = "SELECT * FROM c WHERE ARRAY_CONTAINS(@ids, c.id) AND c.kind = 'report'"
_PAYLOADS = "SELECT c.id, c.payload FROM c WHERE ARRAY_CONTAINS(@ids, c.id)"
_NEXT_REPORT = "SELECT TOP 1 c.day FROM c WHERE c.kind = 'report' AND c.revision > 0 AND c.day > @after ORDER BY c.day"
_REPORTS_OF_DAY = "SELECT * FROM c WHERE c.kind = 'report' AND c.revision > 0 AND c.day = @day"
_COUNT = "SELECT VALUE COUNT(1) FROM c WHERE c.kind = 'report' AND c.revision > 0"


class AggregateRepository(Repository[DailyAggregate]):
    entity = DailyAggregate
    kind = "dailyAggregate"

    async def put(self, aggregate: DailyAggregate) -> None:
        """As it was read and changed, or a new one. Errors: StaleVersion when somebody else wrote in between."""
        try:
            await self._write(storing(aggregate), aggregate.organisation_id, ())
        except AlreadyExists as error:
            raise StaleVersion from error

    async def remove(self, aggregate: DailyAggregate) -> None:
        """Errors: StaleVersion."""
        await self.container.delete(aggregate.id, self.partition(aggregate.organisation_id), aggregate.etag)

    async def of_day(self, organisation_id: str, day: str) -> list[DailyAggregate]:
        return await self.ask(organisation_id, Query(_OF_DAY, {"@day": day}))

    async def next_day(self, organisation_id: str, after: str) -> str | None:
        """The first day later than this that has aggregates."""
        return await _first(self.container, Query(_NEXT, {"@after": after}), organisation_id)

    async def ask(self, organisation_id: str, query: Query) -> list[DailyAggregate]:
        """All that match; one request for `ROWS` of them."""
        rows = self.container.stream(query, self.partition(organisation_id), page_size=ROWS)
        return [DailyAggregate.from_item(row) async for row in rows]


class RebuildRepository(Repository[AnalyticsRebuild]):
    entity = AnalyticsRebuild
    kind = "analyticsRebuild"


@dataclass(frozen=True, slots=True)
class SubmittedReports:
    """Reports that were submitted at least once, as they are now."""

    container: Container

    async def named(self, organisation_id: str, ids: Sequence[str]) -> list[Report]:
        rows = await self.container.query(Query(_HEADS, {"@ids": list(ids)}), organisation_id, limit=len(ids))
        return [report for row in rows if (report := Report.from_item(row)).revision > 0]

    async def of_day(self, organisation_id: str, day: str) -> list[Report]:
        rows = self.container.stream(Query(_REPORTS_OF_DAY, {"@day": day}), organisation_id, page_size=ROWS)
        return [Report.from_item(row) async for row in rows]

    async def payloads(self, organisation_id: str, reports: Iterable[Report]) -> dict[str, Any]:
        """What their newest revisions say, by report."""
        names = {revision_id(report.id, report.revision): report.id for report in reports}
        found: dict[str, Any] = {}
        ids = list(names)
        for begin in range(0, len(ids), AT_ONCE):
            some = ids[begin : begin + AT_ONCE]
            rows = await self.container.query(Query(_PAYLOADS, {"@ids": some}), organisation_id, limit=AT_ONCE)
            found |= {names[row["id"]]: row["payload"] for row in rows}
        return found

    async def next_day(self, organisation_id: str, after: str) -> str | None:
        """The first reporting day later than this that has any."""
        return await _first(self.container, Query(_NEXT_REPORT, {"@after": after}), organisation_id)

    async def count(self, organisation_id: str) -> int:
        rows: list[Any] = await self.container.query(Query(_COUNT), organisation_id, limit=1)
        return int(rows[0])


async def _first(container: Container, query: Query, organisation_id: str) -> str | None:
    rows = await container.query(query, organisation_id, limit=1)
    return str(rows[0]["day"]) if rows else None
