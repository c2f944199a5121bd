"""Dates and times. A point in time is a count of ticks (100 ns) since 1970, a text is `YYYY-MM-DDThh:mm:ss.fffffffZ`.

The current time is read once per query.
"""

import re
import time
from calendar import monthrange
from datetime import date
from typing import Any, Final

from local.cosmos.sql.functions.registry import Registry
from local.cosmos.sql.functions.text import whole
from local.cosmos.sql.values import UNDEFINED

BUILTINS: Final = Registry()
_define = BUILTINS.define

_TEXT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7}))?Z?)?", re.ASCII)
_EPOCH: Final = date(1970, 1, 1).toordinal()
_SECOND: Final = 10_000_000
_DAY: Final = 86_400 * _SECOND
_SHORT: Final = {
    "year": "year", "yyyy": "year", "yy": "year", "month": "month", "mm": "month", "m": "month",
    "day": "day", "dd": "day", "d": "day", "hour": "hour", "hh": "hour",
    "minute": "minute", "mi": "minute", "n": "minute", "second": "second", "ss": "second", "s": "second",
    "millisecond": "millisecond", "ms": "millisecond", "microsecond": "microsecond", "mcs": "microsecond",
    "nanosecond": "nanosecond", "ns": "nanosecond",
}  # fmt: skip
_TICKS: Final = {
    "day": _DAY,
    "hour": 3600 * _SECOND,
    "minute": 60 * _SECOND,
    "second": _SECOND,
    "millisecond": 10_000,
    "microsecond": 10,
}


def parse_time(text: Any) -> int | None:
    """Ticks of a date-time text; None if it is not one or names no day of the calendar."""
    found = _TEXT.fullmatch(text) if type(text) is str else None
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction = found.groups()
    clock = [int(part or 0) for part in (hour, minute, second)]
    return _ticks([int(year), int(month), int(day), *clock, int((fraction or "").ljust(7, "0"))])


def _ticks(parts: list[int]) -> int | None:
    year, month, day, hour, minute, second, fraction = parts
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60 and 0 <= fraction < _SECOND):
        return None
    days = date(year, month, day).toordinal() - _EPOCH
    return days * _DAY + (hour * 3600 + minute * 60 + second) * _SECOND + fraction


def _parts(ticks: int) -> list[int]:
    days, rest = divmod(ticks, _DAY)
    day = date.fromordinal(days + _EPOCH)
    seconds, fraction = divmod(rest, _SECOND)
    return [day.year, day.month, day.day, seconds // 3600, seconds // 60 % 60, seconds % 60, fraction]


def format_time(ticks: int) -> Any:
    """The text of a point in time, UNDEFINED outside the years 1 to 9999."""
    if not 1 <= ticks // _DAY + _EPOCH <= date.max.toordinal():
        return UNDEFINED
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:07}Z".format(*_parts(ticks))


def _part(name: Any) -> str:
    return _SHORT.get(name, "") if type(name) is str else ""


def current_ticks() -> int:
    return time.time_ns() // 100


@_define("GETCURRENTDATETIMESTATIC", 0, per_query=True)
@_define("GETCURRENTDATETIME", 0, per_query=True)
def get_current_date_time() -> Any:
    return format_time(current_ticks())


@_define("GETCURRENTTIMESTAMPSTATIC", 0, per_query=True)
@_define("GETCURRENTTIMESTAMP", 0, per_query=True)
def get_current_timestamp() -> int:
    return current_ticks() // 10_000


@_define("GETCURRENTTICKSSTATIC", 0, per_query=True)
@_define("GETCURRENTTICKS", 0, per_query=True)
def get_current_ticks() -> int:
    return current_ticks()


@_define("DATETIMEADD", 3)
def date_time_add(part: Any, amount: Any, text: Any) -> Any:
    """Months and years keep the day, or take the month's last one."""
    unit, count, ticks = _part(part), whole(amount), parse_time(text)
    if not unit or count is None or ticks is None:
        return UNDEFINED
    if unit in ("year", "month"):
        return _add_months(ticks, count * 12 if unit == "year" else count)
    step = count // 100 if unit == "nanosecond" else count * _TICKS[unit]
    return format_time(ticks + step)


def _add_months(ticks: int, count: int) -> Any:
    parts = _parts(ticks)
    year, month = divmod(parts[0] * 12 + parts[1] - 1 + count, 12)
    if not 1 <= year <= 9999:
        return UNDEFINED
    day = min(parts[2], monthrange(year, month + 1)[1])
    moved = _ticks([year, month + 1, day, *parts[3:]])
    return UNDEFINED if moved is None else format_time(moved)


@_define("DATETIMEDIFF", 3)
def date_time_diff(part: Any, start: Any, end: Any) -> Any:
    """How many boundaries of the part lie between the two, negative backwards: not the time elapsed."""
    unit, first, last = _part(part), parse_time(start), parse_time(end)
    if not unit or first is None or last is None:
        return UNDEFINED
    if unit in ("year", "month"):
        before, after = _parts(first), _parts(last)
        years = after[0] - before[0]
        return years if unit == "year" else years * 12 + after[1] - before[1]
    if unit == "nanosecond":
        return (last - first) * 100
    return last // _TICKS[unit] - first // _TICKS[unit]


@_define("DATETIMEPART", 2)
def date_time_part(part: Any, text: Any) -> Any:
    unit, ticks = _part(part), parse_time(text)
    if not unit or ticks is None:
        return UNDEFINED
    parts = _parts(ticks)
    fractions = {"millisecond": parts[6] // 10_000, "microsecond": parts[6] // 10, "nanosecond": parts[6] * 100}
    names = ("year", "month", "day", "hour", "minute", "second")
    return fractions[unit] if unit in fractions else parts[names.index(unit)]


@_define("DATETIMEFROMPARTS", 3, 7)
def date_time_from_parts(*numbers: Any) -> Any:
    """Year, month, day, then hour, minute, second and ticks of the second if given."""
    parts = [whole(number) for number in numbers]
    given = [part for part in parts if part is not None]
    if len(given) < len(parts):
        return UNDEFINED
    ticks = _ticks(given + [0] * (7 - len(given)))
    return UNDEFINED if ticks is None else format_time(ticks)


@_define("DATETIMEBIN", 2, 4)
def date_time_bin(text: Any, part: Any, size: Any = 1, origin: Any = "1970-01-01T00:00:00.0000000Z") -> Any:
    """The start of the bin of `size` parts, counted from `origin`, the time lies in. No bins of months or years."""
    ticks, unit, count, start = parse_time(text), _part(part), whole(size), parse_time(origin)
    if ticks is None or start is None or count is None or count <= 0 or unit not in _TICKS:
        return UNDEFINED
    width = count * _TICKS[unit]
    return format_time(ticks - (ticks - start) % width)


@_define("DATETIMETOTICKS", 1)
def date_time_to_ticks(text: Any) -> Any:
    ticks = parse_time(text)
    return UNDEFINED if ticks is None else ticks


@_define("DATETIMETOTIMESTAMP", 1)
def date_time_to_timestamp(text: Any) -> Any:
    """Milliseconds since 1970."""
    ticks = parse_time(text)
    return UNDEFINED if ticks is None else ticks // 10_000


@_define("TICKSTODATETIME", 1)
def ticks_to_date_time(ticks: Any) -> Any:
    count = whole(ticks)
    return UNDEFINED if count is None else format_time(count)


@_define("TIMESTAMPTODATETIME", 1)
def timestamp_to_date_time(milliseconds: Any) -> Any:
    count = whole(milliseconds)
    return UNDEFINED if count is None else format_time(count * 10_000)
