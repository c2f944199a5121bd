"""From aggregates to what a chart draws: sums by day and over all days, each with how many reports it is based on. Rules only: no I/O.

Null is not zero: a sum is of what was measured, and null where nothing was. Sums are exact before the one rounding at their end, so
their order does not matter.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from shared.analytics.model import FIGURES, LIQUIDS, DailyAggregate, Entry
from shared.due_reports.board import DueState, Filed, Files
from shared.due_reports.model import same
from shared.due_reports.owing import Obligations
from shared.kit.units import UNITS
from shared.reports.codes import NON_PRODUCTIVE
from shared.reports.model import ReportState

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sum:
    """`based_on`: how many reports say this figure; with none of them `value` is None."""

    value: float | None
    based_on: int

    @classmethod
    def of(cls, values: Iterable[float | None]) -> "Sum":
        known = [value for value in values if value is not None]
        return cls(math.fsum(known) if known else None, len(known))


@dataclass(frozen=True, slots=True)
class ProductionDay:
    day: date
    reports: int
    on_stream: Sum
    figures: dict[str, Sum]


@dataclass(frozen=True, slots=True)
class LostDay:
    """Hours of time logs, and those of interruptions; reports whose log leaves one of them open add neither."""

    day: date
    reports: int
    logged: Sum
    lost: Sum


@dataclass(frozen=True, slots=True)
class CodeTime:
    """`unknown`: rows of this code that do not say when they began or ended. `share` of all hours that are known."""

    code: str
    hours: float | None
    reports: int
    unknown: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Punctuality:
    """Reports that are owed: `pending` ones are not due yet; a draft that is due is missing."""

    owed: int
    in_time: int
    late: int
    missing: int
    pending: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Reports of a site and type that wait for a decision; `since` is the oldest submit among them."""

    site_id: str
    type: str
    waiting: int
    in_review: int
    since: datetime
    over_one_day: int
    over_three_days: int
    over_seven_days: int


def chosen(aggregate: DailyAggregate, *, subject: str | None = None, approved_only: bool = False) -> list[Entry]:
    wanted = None if subject is None else same(subject)
    return [
        entry
        for entry in aggregate.entries.values()
        if (wanted is None or same(entry.subject or "") == wanted) and (entry.is_approved or not approved_only)
    ]


def production(
    days: Sequence[date], entries: dict[date, list[Entry]], liquid: str, gas: str
) -> tuple[list[ProductionDay], ProductionDay]:
    """Each day, also those without reports, and all together. Volumes in these units."""
    units = {name: liquid if name in LIQUIDS else gas for name in FIGURES}
    by_day = [_produced(day, entries.get(day, []), units) for day in days]
    return by_day, _produced(days[0], [entry for day in days for entry in entries.get(day, [])], units)


def lost_time(days: Sequence[date], entries: dict[date, list[Entry]]) -> tuple[list[LostDay], LostDay]:
    by_day = [_lost(day, entries.get(day, [])) for day in days]
    return by_day, _lost(days[0], [entry for day in days for entry in entries.get(day, [])])


def activity_time(entries: Sequence[Entry]) -> list[CodeTime]:
    """The most hours first."""
    hours: dict[str, list[float]] = defaultdict(list)
    unknown: dict[str, int] = defaultdict(int)
    reports: dict[str, int] = defaultdict(int)
    for entry in entries:
        if entry.activities is None:
            continue
        for code in {*entry.activities.hours, *entry.activities.unknown}:
            reports[code] += 1
        for code, some in entry.activities.hours.items():
            hours[code].append(some)
        for code, rows in entry.activities.unknown.items():
            unknown[code] += rows
    total = math.fsum(some for all_of in hours.values() for some in all_of)
    found = []
    for code, count in reports.items():
        of_code = Sum.of(hours.get(code, ())).value
        share = None if of_code is None or not total else of_code / total
        found.append(CodeTime(code, of_code, count, unknown.get(code, 0), share))
    return sorted(found, key=lambda one: (-(one.hours or 0), one.code))


def punctuality(
    obligations: Obligations, days: Sequence[date], aggregates: Iterable[DailyAggregate], now: datetime
) -> tuple[dict[date, Punctuality], dict[tuple[str, str], Punctuality]]:
    """By day, and by site and type. What is owed is what the plans of today say of these days."""
    files = Files(filed for aggregate in aggregates for filed in _filed(aggregate))
    by_day: dict[date, list[str]] = {day: [] for day in days}
    by_place: dict[tuple[str, str], list[str]] = defaultdict(list)
    for day in days:
        for owed in obligations.on(day):
            standing = files.stand(owed, now)
            fate = "late" if standing.is_late else _FATES[standing.state]
            by_day[day].append(fate)
            by_place[owed.plan.site_id, owed.plan.type].append(fate)
    return (
        {day: _counted(fates) for day, fates in by_day.items()},
        {place: _counted(fates) for place, fates in sorted(by_place.items())},
    )


def open_reviews(aggregates: Iterable[DailyAggregate], now: datetime) -> list[Waiting]:
    """The longest wait first."""
    by_place: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for aggregate in aggregates:
        by_place[aggregate.site_id, aggregate.type] += [one for one in aggregate.entries.values() if one.is_open]
    found = []
    for (site_id, kind), entries in by_place.items():
        if not entries:
            continue
        ages = [now - entry.submitted_at for entry in entries]
        over = [sum(age > timedelta(days=days) for age in ages) for days in (1, 3, 7)]
        in_review = sum(entry.state is ReportState.IN_REVIEW for entry in entries)
        since = min(entry.submitted_at for entry in entries)
        found.append(Waiting(site_id, kind, len(entries), in_review, since, *over))
    return sorted(found, key=lambda one: (one.since, one.site_id, one.type))


def days_of(first: date, last: date) -> list[date]:
    return [first + offset * _DAY for offset in range((last - first).days + 1)]


_FATES = {
    DueState.EXPECTED: "pending",
    DueState.MISSING: "missing",
    DueState.SUBMITTED: "in_time",
    DueState.DONE: "in_time",
}


def _counted(fates: Sequence[str]) -> Punctuality:
    names = ("in_time", "late", "missing", "pending")
    return Punctuality(len(fates), *(fates.count(name) for name in names))


def _filed(aggregate: DailyAggregate) -> Iterable[Filed]:
    for report_id, entry in aggregate.entries.items():
        yield Filed(
            id=report_id,
            type=aggregate.type,
            site_id=aggregate.site_id,
            day=aggregate.day.isoformat(),
            subject=entry.subject,
            state=entry.state,
            created_by="",
            first_submitted_at=entry.first_submitted_at,
        )


def _produced(day: date, entries: Sequence[Entry], units: dict[str, str]) -> ProductionDay:
    figures = {
        name: _in(unit, Sum.of((entry.figures or {}).get(name) for entry in entries)) for name, unit in units.items()
    }
    return ProductionDay(day, len(entries), Sum.of(entry.on_stream for entry in entries), figures)


def _in(unit: str, figure: Sum) -> Sum:
    if figure.value is None:
        return figure
    return Sum(float(Fraction(figure.value) / UNITS[unit].factor), figure.based_on)


def _lost(day: date, entries: Sequence[Entry]) -> LostDay:
    known = [entry.activities for entry in entries if entry.activities is not None and not entry.activities.unknown]
    logged = Sum.of(math.fsum(one.hours.values()) for one in known)
    lost = Sum.of(
        math.fsum(hours for code, hours in one.hours.items() if code.startswith(NON_PRODUCTIVE)) for one in known
    )
    return LostDay(day, len(entries), logged, lost)
