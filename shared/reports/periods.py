"""The reporting day of a site: from its day start to the next one, by the clock on its wall.

A day start that the clock skips counts from the offset before (02:30 where 02:00 becomes 03:00 is 03:30), one that comes twice is
the first of the two: RFC 5545, 3.3.5, and every calendar people know. So a day with a clock change has 23 or 25 hours (23.5 or 24.5
on Lord Howe), whatever its day start, and days follow each other without gap or overlap. A day that a zone left out (30 December
2011 in Apia) would begin and end at the same moment: it does not exist.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2200, 12, 31)  # that a report is of, or that anybody asks about
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """`day` is the date on which it begins; `begin` and `end` are in UTC, the end is not part of it."""

    day: date
    begin: datetime
    end: datetime

    @property
    def hours(self) -> float:
        """24 but for clock changes."""
        return (self.end - self.begin) / timedelta(hours=1)

    def __contains__(self, moment: datetime) -> bool:
        return self.begin <= moment < self.end


def reporting_day(zone: str, day_start: str, day: date) -> Period | None:
    """None for a day that the zone left out. `day_start` is "HH:MM". Errors: ValueError, ZoneInfoNotFoundError."""
    tz, starts = ZoneInfo(zone), time.fromisoformat(day_start)
    begin, end = _moment(tz, starts, day), _moment(tz, starts, day + _DAY)
    return Period(day, begin, end) if begin < end else None


def reporting_day_at(zone: str, day_start: str, moment: datetime) -> Period:
    """The reporting day in which a moment lies."""
    local = moment.astimezone(ZoneInfo(zone)).date()
    for period in reporting_days(zone, day_start, local - 2 * _DAY, local + 2 * _DAY):
        if moment in period:
            return period
    raise AssertionError(f"no reporting day of {zone} holds {moment}")  # days leave nothing out


def reporting_days(zone: str, day_start: str, first: date, last: date) -> Iterator[Period]:
    """All that begin on these dates, in order; days left out are passed over."""
    for offset in range((last - first).days + 1):
        if (period := reporting_day(zone, day_start, first + offset * _DAY)) is not None:
            yield period


def _moment(tz: ZoneInfo, starts: time, day: date) -> datetime:
    return datetime.combine(day, starts, tz).astimezone(UTC)
