"""What charts are made of: one item for a type, a site and a day, which says of every submitted report what it adds. Rules only: no I/O.

An entry is computed from the report and its newest submitted revision, and names that revision: computing it again changes nothing, so a
change that comes late or twice never counts twice. Drafts are not in it; from the first submit on a report counts, whatever becomes of it.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, Self

from shared.kit.jobs.runs import Run
from shared.kit.model import Entity, Moment, Wire
from shared.reports.model import AWAITING_DECISION, CLOSED, Report, ReportState
from shared.reports.rules.operators import OPERATORS, walk

FIGURES = ("oil", "gas", "water", "waterInjected", "gasInjected")  # in standard m3
LIQUIDS = frozenset({"oil", "water", "waterInjected"})
NO_CODE = ""  # of hours that nobody gave a code


class Activities(Wire):
    """Hours of a time log by code; `unknown` rows do not say when they began or ended, by code."""

    hours: dict[str, float]
    unknown: dict[str, int]


class Entry(Wire):
    """One submitted report. `length`: hours of its reporting day. Null is not zero: what was not measured is null."""

    revision: int
    state: ReportState
    subject: str | None
    length: float
    first_submitted_at: Moment
    submitted_at: Moment
    on_stream: float | None = None  # hours
    figures: dict[str, float | None] | None = None
    activities: Activities | None = None

    @property
    def is_approved(self) -> bool:
        return self.state in CLOSED

    @property
    def is_open(self) -> bool:
        return self.state in AWAITING_DECISION

    def standing(self, report: Report) -> Self:
        """The same figures with what the report's life added. Only for the revision it was computed from."""
        return self.model_copy(update=_life(report))


class DailyAggregate(Entity):
    """`open`: how many of the reports wait for a decision."""

    kind: Literal["dailyAggregate"] = "dailyAggregate"
    type: str
    site_id: str
    day: date
    entries: dict[str, Entry]
    open: int = 0

    @classmethod
    def of(cls, report: Report, now: datetime) -> Self:
        """An empty one, where this report belongs."""
        return cls(
            id=aggregate_id(report.type, report.site_id, report.day),
            organisation_id=report.organisation_id,
            created_at=now,
            updated_at=now,
            created_by="system",
            type=report.type,
            site_id=report.site_id,
            day=date.fromisoformat(report.day),
            entries={},
        )

    def holding(self, entries: Mapping[str, Entry], now: datetime) -> Self:
        known = dict(sorted(entries.items()))
        return self.changed(now, entries=known, open=sum(entry.is_open for entry in known.values()))


class AnalyticsRebuild(Run):
    """All aggregates of an organisation computed anew; `after` is the last day that was done, `done` the reports."""

    kind: Literal["analyticsRebuild"] = "analyticsRebuild"


def aggregate_id(kind: str, site_id: str, day: str) -> str:
    return f"{kind}:{site_id}:{day}"


def entry_of(report: Report, payload: Mapping[str, Any]) -> Entry:
    """Of a report and what its newest revision says. Errors: ValueError for one that was never submitted."""
    known: dict[str, Any] = {"revision": report.revision, **_life(report)}
    if report.type == "daily_production":
        known["figures"] = {name: _si(walk(payload, ["volumes", name])) for name in FIGURES}
        known["on_stream"] = walk(payload, ["uptime", "hoursOnStream"])
    if report.type == "daily_drilling":
        known["activities"] = _activities(payload.get("timeLog") or ())
    return Entry(**known)


def _life(report: Report) -> dict[str, Any]:
    if report.first_submitted_at is None or report.submitted_at is None:
        raise ValueError(f"report {report.id} was never submitted")
    return {
        "state": report.state,
        "subject": report.subject,
        "length": report.period.hours,
        "first_submitted_at": report.first_submitted_at,
        "submitted_at": report.submitted_at,
    }


def _si(quantity: Any) -> float | None:
    return quantity.get("si") if isinstance(quantity, Mapping) else None


def _activities(rows: Any) -> Activities | None:
    """None without a log. Hours are sums of minutes, each exact, so their order does not matter."""
    if not rows:
        return None
    minutes_of = OPERATORS["minutes"][2]
    minutes: dict[str, float] = {}
    unknown: dict[str, int] = {}
    for row in rows:
        code = row.get("code") or NO_CODE
        begin, end = minutes_of(row.get("start")), minutes_of(row.get("end"))
        if begin is None or end is None:
            unknown[code] = unknown.get(code, 0) + 1
        else:
            minutes[code] = minutes.get(code, 0.0) + end - begin
    return Activities(hours={code: minutes[code] / 60 for code in sorted(minutes)}, unknown=unknown)
