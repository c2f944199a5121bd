"""How what is owed stands: is the report there, was it in time, since when is it missing? Rules only: no I/O, time comes in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from shared.due_reports.owing import Owed
from shared.kit.model import Moment, Wire
from shared.reports.model import CLOSED, ReportState, slot_key


class DueState(StrEnum):
    """expected: not due yet and not begun; missing: due, and not begun; draft: begun, never submitted; submitted in time or late; done:
    approved or final, whenever it was submitted.
    """

    EXPECTED = "expected"
    MISSING = "missing"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    LATE = "late"
    DONE = "done"


class Filed(Wire):
    """What is known of a report that somebody began."""

    id: str
    type: str
    site_id: str
    day: str
    subject: str | None = None
    state: ReportState
    created_by: str
    submitted_by: str | None = None
    first_submitted_at: Moment | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """`missing_since`: it was due then, and was not submitted to this day. `is_late`: it was submitted after it was due."""

    owed: Owed
    state: DueState
    missing_since: datetime | None
    is_late: bool
    report: Filed | None


class Files:
    """Reports by what they are about."""

    def __init__(self, reports: Iterable[Filed]) -> None:
        self._slots: dict[str, Filed] = {}
        for report in reports:
            for subject in {report.subject, None}:
                slot = slot_key(report.type, report.site_id, report.day, subject or "")
                if slot not in self._slots or _order(report) < _order(self._slots[slot]):
                    self._slots[slot] = report

    def stand(self, owed: Owed, now: datetime) -> Standing:
        """Of several reports of one site and day, where any will do, the first that was submitted counts."""
        report = self._slots.get(owed.slot)
        is_due = owed.due <= now
        if report is None:
            return Standing(owed, DueState.MISSING if is_due else DueState.EXPECTED, *_missing(owed, now), None)
        if report.first_submitted_at is None:
            return Standing(owed, DueState.DRAFT, *_missing(owed, now), report)
        is_late = report.first_submitted_at > owed.due
        if report.state in CLOSED:
            return Standing(owed, DueState.DONE, None, is_late, report)
        return Standing(owed, DueState.LATE if is_late else DueState.SUBMITTED, None, is_late, report)


def _missing(owed: Owed, now: datetime) -> tuple[datetime | None, bool]:
    return (owed.due if owed.due <= now else None), False


def _order(report: Filed) -> tuple[datetime, str]:
    """Those that were submitted first, and in their order."""
    return report.first_submitted_at or datetime.max.replace(tzinfo=UTC), report.id
