"""What people do about a report that was submitted: take it up, decide, make it final, reopen it.

Each is one batch: the report, its revision, and what happened. Saying the same again changes nothing, so that an answer that was lost
can be asked for again.
"""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.errors import NotFound, PetroConnectError, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.kit import telemetry
from shared.kit.cosmos import Write
from shared.kit.paging import Page, PageRequest, Sort
from shared.kit.repository import Activity, storing
from shared.kit.side_by_side import side_by_side
from shared.reports.content import ReportRevision
from shared.reports.definitions import DEFINITIONS
from shared.reports.drafting import happened
from shared.reports.errors import NotSubmitted
from shared.reports.filters import ReportFilter
from shared.reports.marks import check_marks
from shared.reports.model import Decision, Mark, Report, ReportState, Verdict
from shared.reports.month import MonthState, ProductionMonth, month_id_of
from shared.reports.repository import WRITE_ATTEMPTS, ReportRepository

MAX_APPROVALS = 50
OLDEST = Sort("submittedAt")
APPROVALS_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Approval:
    """What became of one of many: the report as it is now, or why it was not approved."""

    report_id: str
    report: Report | None = None
    refused: PetroConnectError | None = None


@dataclass(frozen=True, slots=True)
class ReportReviews:
    reports: ReportRepository
    now: Callable[[], datetime]

    async def list_awaiting(self, actor: Actor, limit: int, cursor: str | None) -> Page[Report]:
        """What waits for somebody like the actor, what was submitted first at the top; one request. Errors: CursorInvalid."""
        return await self.reports.list_visible(
            actor, PageRequest(OLDEST, limit, cursor), ReportFilter(awaiting=actor.user_id)
        )

    async def take_up(self, actor: Actor, report_id: str) -> Report:
        """Another reviewer may take over. Errors: NotFound, NotSubmitted."""
        for _ in range(WRITE_ATTEMPTS):
            before = (await self.reports.get(actor.organisation_id, report_id)).seen_by(actor)
            now = self.now()
            if (after := before.taken_up(actor.user_id, now)) is None:
                return before
            with contextlib.suppress(StaleVersion):
                return await self._write("report.review_begun", actor, after, now)
        raise Unavailable(retry_after=1)

    async def decide(self, actor: Actor, report_id: str, verdict: Verdict) -> Report:
        """Errors: NotFound, NotSubmitted, Reviewed, OwnReport, HasWarnings, Invalid for marks of what is not there."""
        for _ in range(WRITE_ATTEMPTS):
            before, revision = await self._get(actor, report_id, verdict.revision)
            now = self.now()
            if (after := before.decided(verdict, actor.user_id, now)) is None:
                return before
            _check_marks(before, revision, verdict.marks)
            approved = verdict.decision is Decision.APPROVE
            name = "report.approved" if approved else "report.changes_requested"
            facts: dict[str, Any] = (
                {} if approved else {"submittedBy": before.submitted_by, "marks": len(verdict.marks)}
            )
            with contextlib.suppress(StaleVersion):
                return await self._write(name, actor, after, now, revision, **facts)
        raise Unavailable(retry_after=1)

    async def approve_all(self, actor: Actor, wanted: Sequence[tuple[str, int]]) -> list[Approval]:
        """Each by itself, and only where nothing warns: what one of them refuses does not keep the others waiting."""

        async def one(item: tuple[str, int]) -> Approval:
            report_id, number = item
            verdict = Verdict(number, Decision.APPROVE, only_without_warnings=True)
            try:
                return Approval(report_id, await self.decide(actor, report_id, verdict))
            except PetroConnectError as error:
                return Approval(report_id, refused=error)

        return await side_by_side(wanted, one, at_once=APPROVALS_AT_ONCE)

    async def finalise(self, actor: Actor, report_id: str) -> Report:
        """Errors: NotFound, NotApproved."""
        for _ in range(WRITE_ATTEMPTS):
            before = (await self.reports.get(actor.organisation_id, report_id)).seen_by(actor)
            now = self.now()
            if (after := before.finalised(now)) is None:
                return before
            with contextlib.suppress(StaleVersion):
                return await self._write("report.final", actor, after, now)
        raise Unavailable(retry_after=1)

    async def reopen(self, actor: Actor, report_id: str, reason: str, marks: Sequence[Mark]) -> Report:
        """A month that was closed with it is open again. Errors: NotFound, NotReopenable, Forbidden for a final one without the
        permission, Invalid for marks of what is not there.
        """
        for _ in range(WRITE_ATTEMPTS):
            before = (await self.reports.get(actor.organisation_id, report_id)).seen_by(actor)
            now = self.now()
            if (after := before.reopened(reason, tuple(marks), actor.user_id, now)) is None:
                return before
            if before.state is ReportState.FINAL:
                actor.require(Permission.REPORTS_REOPEN_FINAL)
            _, revision = await self._get(actor, report_id, before.revision)
            _check_marks(before, revision, marks)
            opened = await self._reopened_month(before, actor, now)
            facts: dict[str, Any] = {
                "submittedBy": before.submitted_by,
                "marks": len(marks),
                "wasFinal": before.state is ReportState.FINAL,
            }
            with contextlib.suppress(StaleVersion):
                return await self._write("report.reopened", actor, after, now, revision, beside=opened, **facts)
        raise Unavailable(retry_after=1)

    async def _get(self, actor: Actor, report_id: str, number: int) -> tuple[Report, ReportRevision]:
        """Errors: NotFound, NotSubmitted for a number that was never submitted."""
        report, revision = await self.reports.find_submit(actor.organisation_id, report_id, number)
        if report is None:
            raise NotFound
        report.seen_by(actor)
        if revision is None:
            raise NotSubmitted
        return report, revision

    async def _reopened_month(self, report: Report, actor: Actor, now: datetime) -> list[Write]:
        """The month that this report is part of, open again; nothing if it is not closed."""
        if report.state is not ReportState.FINAL or (name := month_id_of(report)) is None:
            return []
        item = await self.reports.container.find(name, report.organisation_id)
        month = None if item is None else ProductionMonth.from_item(item)
        if month is None or month.state is MonthState.REOPENED:
            return []
        after = month.reopened(now)
        activity = Activity.of(
            "production_month.reopened", after, actor=actor.user_id, at=now, **after.facts, reportId=report.id
        )
        return [storing(after), Write("create", activity.to_item())]

    async def _write(
        self,
        name: str,
        actor: Actor,
        after: Report,
        now: datetime,
        revision: ReportRevision | None = None,
        *,
        beside: Sequence[Write] = (),
        **facts: Any,
    ) -> Report:
        """Errors: StaleVersion."""
        others = [] if revision is None else [revision.changed(now, review=after.review)]
        activity = happened(name, after, actor, now, **facts)
        stored = await self.reports.write(after, *others, activity=activity, slots=beside)
        telemetry.event(name, report_id=after.id, revision=after.revision)
        return stored


def _check_marks(report: Report, revision: ReportRevision, marks: Sequence[Mark]) -> None:
    check_marks(DEFINITIONS.get(report.type, report.version), revision.payload, marks)
