"""The text form of a .NET TimeSpan, as host.json, retry policies and timer schedules use it."""

import re

_PATTERN = re.compile(
    r"(?:(?P<days>\d+)\.)?(?P<hours>\d{1,2}):(?P<minutes>\d{1,2})(?::(?P<seconds>\d{1,2})(?P<part>\.\d+)?)?"
)


def parse_timespan(text: str) -> float:
    """Seconds in `[d.]hh:mm[:ss[.fff]]`. Errors: ValueError.

    .NET also reads a bare number, as days; host.json has none of those and a bare number there is a mistake, so it is refused.
    """
    match = _PATTERN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a time span like 00:05:00")
    hours, minutes, seconds = int(match["hours"]), int(match["minutes"]), int(match["seconds"] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        raise ValueError(f"{text!r} is out of range: days go before a dot, as in 1.00:00:00")
    whole = int(match["days"] or 0) * 86_400 + hours * 3_600 + minutes * 60 + seconds
    return whole + float(match["part"] or 0)


def format_timespan(seconds: float) -> str:
    """Whole seconds as `[d.]hh:mm:ss`."""
    days, rest = divmod(int(seconds), 86_400)
    text = f"{rest // 3_600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{days}.{text}" if days else text
