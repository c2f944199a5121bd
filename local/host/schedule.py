"""Timer schedules: NCRONTAB as the host's NCrontab library reads it, or a constant interval.

`{second} {minute} {hour} {day} {month} {day of week}`; five fields have no seconds. Only `* , - /` and English names; day of
month and day of week must both match; no `? L W #`, no `@daily`, no 7 for Sunday.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

from local.host.timespan import parse_timespan

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
DAYS = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
BOUNDS = ((0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6))
SEARCH_DAYS = 366 * 29  # every weekday meets every 29 February within 28 years, but for skipped leap years


class Schedule(Protocol):
    def next_after(self, moment: datetime) -> datetime:
        """The first occurrence after an aware moment, in UTC. Errors: ValueError if there is none."""
        ...


def parse_schedule(text: str, zone: tzinfo = UTC) -> Schedule:
    """A schedule in a time zone. Errors: ValueError."""
    if ":" in text and " " not in text.strip():
        seconds = parse_timespan(text)
        if seconds <= 0:
            raise ValueError(f"{text!r} is not an interval")
        return Interval(timedelta(seconds=seconds))
    fields = text.split()
    if len(fields) not in (5, 6):
        raise ValueError(f"{text!r} is not a valid schedule: an NCRONTAB expression has five or six fields")
    if len(fields) == 5:
        fields.insert(0, "0")
    names = ((), (), (), (), MONTHS, DAYS)
    values = [_field(field, *bounds, known) for field, bounds, known in zip(fields, BOUNDS, names, strict=True)]
    return Crontab(zone, *(tuple(sorted(value)) for value in values))


@dataclass(frozen=True, slots=True)
class Interval:
    every: timedelta

    def next_after(self, moment: datetime) -> datetime:
        return moment.astimezone(UTC) + self.every


@dataclass(frozen=True, slots=True)
class Crontab:
    """Values that match, per field, in a zone whose wall clock counts."""

    zone: tzinfo
    seconds: tuple[int, ...]
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]

    def next_after(self, moment: datetime) -> datetime:
        """On the day clocks go back a time of day comes once, an every-hour schedule runs through; in the gap it comes an hour late."""
        if len(self.hours) == 24:
            offset = moment.astimezone(self.zone).utcoffset() or timedelta(0)
            wall = (moment.astimezone(UTC) + offset).replace(tzinfo=UTC)
            return (self._next_wall(wall) - offset).astimezone(UTC)
        found = self._next_wall(moment.astimezone(self.zone)).astimezone(UTC)
        while found <= moment:  # the second pass through a repeated hour
            found = self._next_wall((found + timedelta(hours=1)).astimezone(self.zone)).astimezone(UTC)
        return found

    def _next_wall(self, wall: datetime) -> datetime:
        start = wall.replace(microsecond=0, fold=0) + timedelta(seconds=1)
        for days in range(SEARCH_DAYS):
            day = start + timedelta(days=days)
            if day.month not in self.months or day.day not in self.days or (day.weekday() + 1) % 7 not in self.weekdays:
                continue
            earliest = (start.hour, start.minute, start.second) if days == 0 else (0, 0, 0)
            if (found := self._time_of_day(*earliest)) is not None:
                return day.replace(hour=found[0], minute=found[1], second=found[2])
        raise ValueError("the schedule never occurs")

    def _time_of_day(self, hour: int, minute: int, second: int) -> tuple[int, int, int] | None:
        for h in self.hours:
            if h < hour:
                continue
            for m in self.minutes:
                if h == hour and m < minute:
                    continue
                for s in self.seconds:
                    if (h, m) != (hour, minute) or s >= second:
                        return h, m, s
        return None


def _field(text: str, low: int, high: int, names: tuple[str, ...]) -> set[int]:
    values: set[int] = set()
    for part in text.split(","):
        base, slash, step_text = part.partition("/")
        step = _number(step_text) if slash else 1
        if step < 1:
            raise ValueError(f"{part!r} has a step below one")
        if base == "*":
            start, end = low, high
        else:
            first, dash, last = base.partition("-")
            start = _value(first, low, names)
            end = _value(last, low, names) if dash else (high if slash else start)
        start, end = min(start, end), max(start, end)  # NCrontab swaps a range written backwards
        if start < low or end > high:
            raise ValueError(f"{part!r} is not within {low}-{high}")
        values.update(range(start, end + 1, step))
    return values


def _value(text: str, low: int, names: tuple[str, ...]) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    for position, name in enumerate(names):
        if text and name.startswith(text.casefold()):
            return position + low
    raise ValueError(f"{text!r} is not a value of this field")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r} is not a number")
    return int(text)
