"""What people read of reports. They are written in drafting.py, submitted in submitting.py, and decided about in reviewing.py."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.errors import FieldError, Invalid
from shared.identity.actor import Actor
from shared.kit.paging import Page, PageRequest
from shared.reports.content import Content, ReportRevision, ReportRevisionHead
from shared.reports.diff import Change, diff
from shared.reports.filters import ReportFilter
from shared.reports.model import Report
from shared.reports.repository import ReportRepository


@dataclass(frozen=True, slots=True)
class Compared:
    """What a revision has otherwise than the one it is held `against`."""

    against: int
    payload: list[Change]
    attachments: list[Change]
    reasons: list[Change]


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

    async def list_revisions(self, actor: Actor, report_id: str, request: PageRequest) -> Page[ReportRevisionHead]:
        """The newest first; one request, and one more where there is none. Errors: NotFound, CursorInvalid."""
        page = await self.reports.list_revisions(actor, report_id, request)
        if not page.items and request.cursor is None:
            (await self.reports.get(actor.organisation_id, report_id)).seen_by(actor)
        return page

    async def compare(self, actor: Actor, report_id: str, number: int, against: int | None) -> Compared:
        """What a revision has otherwise than another one, None: than the one before; one request.

        Errors: NotFound, Invalid for the first one, which has none before it.
        """
        earlier = number - 1 if against is None else against
        if earlier < 1:
            (await self.reports.get(actor.organisation_id, report_id)).seen_by(actor)
            raise Invalid(fields=[FieldError("against", "no_such_revision", "there is no revision before the first")])
        report, found = await self.reports.get_with_revision(actor.organisation_id, report_id, *{earlier, number})
        report.seen_by(actor)
        by_number = {revision.number: revision for revision in found}
        old, new = by_number[earlier], by_number[number]
        return Compared(
            against=earlier,
            payload=diff(old.sent, new.sent),
            attachments=diff(_attached(old), _attached(new)),
            reasons=diff(old.reasons, new.reasons),
        )


def _attached(revision: ReportRevision) -> list[dict[str, Any]]:
    return [attachment.facts for attachment in revision.attachments]
