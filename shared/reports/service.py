"""What people read of reports. They are written in drafting.py, submitted in submitting.py, and decided about in reviewing.py."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.errors import Invalid
from shared.identity.actor import Actor
from shared.kit.paging import Page, PageRequest
from shared.reports.content import Content, ReportRevision
from shared.reports.diff import Change, diff
from shared.reports.filters import ReportFilter
from shared.reports.model import MAX_REVISIONS, Report
from shared.reports.repository import ReportRepository


@dataclass(frozen=True, slots=True)
class ReportService:
    reports: ReportRepository
    now: Callable[[], datetime]

    async def get(self, actor: Actor, report_id: str) -> tuple[Report, Content]:
        """With its content, in one request. Errors: NotFound, also for another organisation's and for a site outside the scope."""
        report, content = await self.reports.get_with_content(actor.organisation_id, report_id)
        return report.seen_by(actor), content

    async def list_page(self, actor: Actor, request: PageRequest, wanted: ReportFilter) -> Page[Report]:
        """One request. Errors: CursorInvalid."""
        return await self.reports.list_visible(actor, request, wanted)

    async def get_revision(self, actor: Actor, report_id: str, number: int) -> ReportRevision:
        """As it was submitted; one request. Errors: NotFound."""
        report, (revision,) = await self.reports.get_with_revision(actor.organisation_id, report_id, number)
        report.seen_by(actor)
        return revision

    async def compare(self, actor: Actor, report_id: str, number: int, against: int | None) -> list[Change]:
        """What a revision has otherwise than another one, None: than the one before; one request.

        Errors: NotFound, Invalid for the first one, which has none before it.
        """
        earlier = number - 1 if against is None else against
        if not 1 <= earlier <= MAX_REVISIONS:
            raise Invalid("There is no revision before the first.")
        report, (old, new) = await self.reports.get_with_revision(actor.organisation_id, report_id, earlier, number)
        report.seen_by(actor)
        return diff(old.sent, new.sent)
