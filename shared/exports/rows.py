"""A report as renderers see it. The job makes these of what is stored; renderers ask nobody for anything."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

STATES = {
    "draft": "Draft",
    "submitted": "Submitted",
    "in_review": "In review",
    "changes_requested": "Changes requested",
    "approved": "Approved",
    "final": "Final",
}
"""What people call the state of a report."""


def on_clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """As the clock there shows it; as it was entered, if that would be before the year 1 or after 9999."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


@dataclass(frozen=True, slots=True)
class ReportSite:
    """`zone` is an IANA name."""

    code: str
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Warned:
    """A rule that warned when the report was submitted, and why the author submitted it all the same."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Attached:
    """`picture` reads a JPEG of it that is safe to embed; None for what is no picture. Called in the renderer's thread, at most once."""

    id: str
    name: str
    size_bytes: int
    sha256: str
    picture: Callable[[], bytes | None] | None = None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report in one revision; `revision` 0 and no `receipt` for a draft that was never submitted.

    `begin` and `end` are those of the reporting day, in UTC. `payload` is what is stored: camelCase, quantities `{value, unit, si}`.
    """

    id: str
    title: str
    type: str
    version: int
    site: ReportSite
    subject: str | None
    day: date
    begin: datetime
    end: datetime
    state: str
    revision: int
    receipt: str | None
    payload: Mapping[str, Any]
    author: str | None = None
    submitted_at: datetime | None = None
    reviewer: str | None = None
    reviewed_at: datetime | None = None
    warnings: Sequence[Warned] = ()
    attachments: Sequence[Attached] = ()

    @property
    def hours(self) -> float:
        """Of the reporting day: 23, 24 or 25."""
        return (self.end - self.begin).total_seconds() / 3600
