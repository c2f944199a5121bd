"""Closing the months of a well: all of its reports become final together with the month, in one batch."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.identity.scope import at_sites
from shared.kit import telemetry
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository, storing
from shared.reports.content import ReportRevision, revision_id
from shared.reports.drafting import GetSite, happened
from shared.reports.errors import MonthClosed, MonthDiffers, MonthIncomplete
from shared.reports.model import Report, subject_key
from shared.reports.month import (
    PRODUCTION,
    CountedReport,
    MonthlySheet,
    MonthOf,
    MonthState,
    ProductionMonth,
    Total,
    differences,
    totals,
    unfinished,
)
from shared.reports.repository import WRITE_ATTEMPTS

_DAILY = (
    "SELECT * FROM c WHERE c.kind = 'report' AND c.type = @type AND c.siteId = @site AND c.subjectKey = @well "
    "AND c.day >= @first AND c.day <= @last"
)
_REVISIONS = "SELECT * FROM c WHERE ARRAY_CONTAINS(@ids, c.id)"


@dataclass(frozen=True, slots=True)
class MonthFilter:
    """None: whatever."""

    site_id: str | None = None
    well: str | None = None
    month: str | None = None
    state: MonthState | None = None

    def conditions(self) -> Iterator[Condition]:
        state = None if self.state is None else self.state.value
        well = None if self.well is None else subject_key(self.well)
        wanted = {"siteId": self.site_id, "wellKey": well, "month": self.month, "state": state}
        for path, value in wanted.items():
            if value is not None:
                yield Condition(f"c.{path} = @{path}", {f"@{path}": value})


class ProductionMonthRepository(Repository[ProductionMonth]):
    entity = ProductionMonth
    kind = "productionMonth"

    async def list_visible(self, actor: Actor, request: PageRequest, wanted: MonthFilter) -> Page[ProductionMonth]:
        """One request. Errors: CursorInvalid."""
        return await self.list_page(actor.organisation_id, request, [*wanted.conditions(), *at_sites(actor.site_ids)])

    async def reports_in(self, organisation_id: str, wanted: MonthOf) -> dict[str, Report]:
        """By the reporting day, of which each has one at most; one request."""
        names = {"@type": PRODUCTION, "@site": wanted.site_id, "@well": subject_key(wanted.well)}
        query = Query(_DAILY, {**names, "@first": f"{wanted.name}-01", "@last": f"{wanted.name}-31"})
        rows = await self.container.query(query, self.partition(organisation_id), limit=31)
        return {report.day: report for report in map(Report.from_item, rows)}

    async def newest_revisions(self, organisation_id: str, reports: Sequence[Report]) -> list[ReportRevision]:
        """In the order of the reports; one request."""
        ids = [revision_id(report.id, report.revision) for report in reports]
        rows = await self.container.query(
            Query(_REVISIONS, {"@ids": ids}), self.partition(organisation_id), limit=len(ids)
        )
        found = {row["id"]: ReportRevision.from_item(row) for row in rows}
        return [found[name] for name in ids]


@dataclass(frozen=True, slots=True)
class ProductionMonths:
    months: ProductionMonthRepository
    get_site: GetSite
    now: Callable[[], datetime]

    async def list_page(self, actor: Actor, request: PageRequest, wanted: MonthFilter) -> Page[ProductionMonth]:
        """One request. Errors: CursorInvalid."""
        return await self.months.list_visible(actor, request, wanted)

    async def close(self, actor: Actor, wanted: MonthOf, sheet: MonthlySheet) -> ProductionMonth:
        """Saying the same again changes nothing.

        Errors: NotFound for a site the actor does not see, MonthIncomplete naming days, MonthDiffers naming figures, MonthClosed.
        """
        site = await self.get_site(actor, wanted.site_id)
        days = wanted.days(site.time_zone, site.day_start)
        for _ in range(WRITE_ATTEMPTS):
            before = await self.months.find(actor.organisation_id, wanted.id)
            if before is not None and before.state is MonthState.CLOSED:
                if before.sheet == sheet:
                    return before
                raise MonthClosed
            reports, added, counted = await self._added_up(actor, wanted, sheet, days)
            month = self._closed(actor, wanted, sheet, before, added, counted)
            with contextlib.suppress(StaleVersion, AlreadyExists):
                stored = await self._write(actor, month, reports)
                telemetry.event("production_month.closed", site_id=month.site_id, month=month.month)
                return stored
        raise Unavailable(retry_after=1)

    async def _added_up(
        self, actor: Actor, wanted: MonthOf, sheet: MonthlySheet, days: Sequence[str]
    ) -> tuple[list[Report], Mapping[str, Total], list[CountedReport]]:
        """The reports of the month, in its order. Errors: MonthIncomplete, MonthDiffers."""
        found = await self.months.reports_in(actor.organisation_id, wanted)
        if faults := unfinished(days, found):
            raise MonthIncomplete(fields=faults)
        reports = [found[day] for day in days]
        revisions = await self.months.newest_revisions(actor.organisation_id, reports)
        added = totals([revision.payload for revision in revisions])
        if faults := differences(sheet, added):
            raise MonthDiffers(fields=faults)
        counted = [
            CountedReport(day=report.day, report_id=report.id, revision=revision.number, receipt=revision.receipt)
            for report, revision in zip(reports, revisions, strict=True)
        ]
        return reports, added, counted

    def _closed(
        self,
        actor: Actor,
        wanted: MonthOf,
        sheet: MonthlySheet,
        before: ProductionMonth | None,
        added: Mapping[str, Total],
        counted: Sequence[CountedReport],
    ) -> ProductionMonth:
        now = self.now()
        return ProductionMonth(
            id=wanted.id,
            organisation_id=actor.organisation_id,
            created_at=now if before is None else before.created_at,
            updated_at=now,
            created_by=actor.user_id if before is None else before.created_by,
            site_id=wanted.site_id,
            well=wanted.well,
            month=wanted.name,
            sheet=sheet,
            totals={name: total.value for name, total in added.items()},
            reports=tuple(counted),
            closed_at=now,
            closed_by=actor.user_id,
            etag="" if before is None else before.etag,
        )

    async def _write(self, actor: Actor, month: ProductionMonth, reports: Sequence[Report]) -> ProductionMonth:
        """A report that is final already is written as it is, so that nobody reopens it at the same moment.

        Errors: StaleVersion when one of them moved on, AlreadyExists for a month that somebody else closed first.
        """
        now = month.updated_at
        closed = Activity.of("production_month.closed", month, actor=actor.user_id, at=now, **month.facts)
        writes = [storing(month), Write("create", closed.to_item())]
        for report in reports:
            if (after := report.finalised(now)) is None:
                writes.append(storing(report))
            else:
                activity = happened("report.final", after, actor, now)
                writes += [storing(after), Write("create", activity.to_item())]
        stored, *_ = await self.months.container.batch(month.organisation_id, writes)
        return ProductionMonth.from_item(stored)
