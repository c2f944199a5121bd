"""Charts as lines and letters of the page itself. A value that is missing leaves a gap: nothing is drawn where nothing was measured."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from reportlab.platypus import Flowable

from shared.exports.pdf.look import BOLD, FONT, GREY, INK, LINE, NAVY, SERIES, fitted, width_of

_LEFT, _BOTTOM, _TOP = 44.0, 26.0, 30.0
_MOST_DAYS, _DAY_ROOM = 6, 36.0  # that are named below a chart, and what one needs
_LEAST_STEP = 1e-9  # between two ticks, also of the largest figure: below that a float does not tell them apart
Points = Sequence[tuple[date, float | None]]


@dataclass(frozen=True, slots=True)
class Series:
    """In the order of its days."""

    name: str
    points: Points


class LineChart(Flowable):  # type: ignore[misc]
    """Values by day. `downwards`: the larger the lower, as depth is drawn."""

    def __init__(
        self, title: str, unit: str, series: Sequence[Series], size: tuple[float, float], *, downwards: bool = False
    ) -> None:
        super().__init__()
        self._title, self._unit, self._series, self._downwards = title, unit, series, downwards
        self.width, self.height = size

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        days = [day for one in self._series for day, _ in one.points]
        values = [value for one in self._series for _, value in one.points if value is not None]
        _title(self.canv, self._title, self._unit, self.width, self.height)
        if not values:
            self.canv.drawString(_LEFT, self.height / 2, "Nothing was measured.")
            return
        first, last = min(days), max(days)
        ticks = ticks_of(min(0, *values), max(values))
        self._grid(ticks, first, last)
        for number, one in enumerate(self._series):
            self.canv.setStrokeColor(SERIES[number % len(SERIES)])
            self.canv.setFillColor(SERIES[number % len(SERIES)])
            self._draw_line(one.points, first, last, ticks)
        if len(self._series) > 1:
            self._legend()

    def _x(self, day: date, first: date, last: date) -> float:
        span = max((last - first).days, 1)
        return _LEFT + ((day - first).days if last > first else 0.5) / span * (self.width - _LEFT - 8)

    def _y(self, value: float, ticks: Sequence[float]) -> float:
        part = (value - ticks[0]) / (ticks[-1] - ticks[0])
        return _BOTTOM + (1 - part if self._downwards else part) * (self.height - _BOTTOM - _TOP)

    def _grid(self, ticks: Sequence[float], first: date, last: date) -> None:
        canvas = self.canv
        canvas.setFont(FONT, 6.5)
        canvas.setLineWidth(0.4)
        canvas.setStrokeColor(LINE)
        canvas.setFillColor(GREY)
        for tick in ticks:
            y = self._y(tick, ticks)
            canvas.line(_LEFT, y, self.width - 8, y)
            canvas.drawRightString(_LEFT - 4, y - 2.3, f"{tick:.10g}")
        written = "%d %b" if (last - first).days <= 366 else "%b %Y"
        room = int((self.width - _LEFT - 8) / _DAY_ROOM)
        for day in days_of(first, last, max(1, min(_MOST_DAYS, room))):
            x = self._x(day, first, last)
            canvas.line(x, _BOTTOM, x, _BOTTOM - 3)
            canvas.drawCentredString(x, _BOTTOM - 11, format(day, written))

    def _draw_line(self, points: Points, first: date, last: date, ticks: Sequence[float]) -> None:
        """Days that follow each other are joined; a day without a value, or without a report, parts the line."""
        canvas, before = self.canv, None
        canvas.setLineWidth(1.2)
        for day, value in points:
            if value is None:
                before = None
                continue
            here = (day, self._x(day, first, last), self._y(value, ticks))
            if before is not None and day - before[0] <= timedelta(days=1):
                canvas.line(*before[1:], *here[1:])
            canvas.circle(here[1], here[2], 1.3, stroke=0, fill=1)
            before = here

    def _legend(self) -> None:
        x, room = _LEFT, (self.width - _LEFT - 8) / len(self._series)
        for number, one in enumerate(self._series):
            self.canv.setFillColor(SERIES[number % len(SERIES)])
            self.canv.rect(x, 3, 6, 6, stroke=0, fill=1)
            self.canv.setFillColor(INK)
            name = fitted(one.name, room - 14, 6.5)
            self.canv.drawString(x + 9, 4, name)
            x += min(room, width_of(name, 6.5) + 22)


class BarChart(Flowable):  # type: ignore[misc]
    """Hours by name, the longest first; `marked` names are drawn in the colour of lost time. What a page has no room for is one bar."""

    ROW = 13.0
    MOST = 20

    def __init__(
        self, title: str, unit: str, bars: Sequence[tuple[str, float]], width: float, marked: frozenset[str]
    ) -> None:
        super().__init__()
        self._title, self._unit, self._marked = title, unit, marked
        ranked = sorted(bars, key=lambda bar: (-bar[1], bar[0]))
        if len(ranked) > self.MOST:
            rest = ranked[self.MOST - 1 :]
            ranked[self.MOST - 1 :] = [(f"{len(rest)} others", math.fsum(value for _, value in rest))]
        self._bars = ranked
        self.width, self.height = width, _TOP + self.ROW * len(self._bars) + 4

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        _title(canvas, self._title, self._unit, self.width, self.height)
        longest = max((value for _, value in self._bars), default=0) or 1
        named = min(max((width_of(name, 7) for name, _ in self._bars), default=0), self.width * 0.45)
        room = self.width - named - 44
        for number, (name, value) in enumerate(self._bars):
            y = self.height - _TOP - self.ROW * (number + 1) + 3
            canvas.setFont(FONT, 7)
            canvas.setFillColor(INK)
            canvas.drawString(0, y + 1.5, fitted(name, named, 7))
            canvas.setFillColor(SERIES[1] if name in self._marked else SERIES[0])
            canvas.rect(named + 6, y, max(room * value / longest, 0.5), self.ROW - 5, stroke=0, fill=1)
            canvas.setFillColor(GREY)
            canvas.drawString(named + 10 + room * value / longest, y + 1.5, f"{value:.2f}")


def ticks_of(lowest: float, highest: float, count: int = 5) -> list[float]:
    """Round figures from below the lowest to above the highest, about so many steps."""
    span = (highest - lowest) or abs(highest) or 1.0
    least = _LEAST_STEP * max(1.0, abs(lowest), abs(highest))
    power = 10.0 ** math.floor(math.log10(max(span / count, least)))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if span / (size * power) <= count)
    begin, end = math.floor(lowest / step), math.ceil(highest / step)
    return [round(number * step, 10) for number in range(begin, max(end, begin + 1) + 1)]


def days_of(first: date, last: date, count: int) -> list[date]:
    """At most so many, evenly."""
    step = max(1, math.ceil(((last - first).days + 1) / count))
    return [first + timedelta(days=number) for number in range(0, (last - first).days + 1, step)]


def _title(drawn: Any, title: str, unit: str, width: float, height: float) -> None:
    drawn.setFont(BOLD, 8.5)
    drawn.setFillColor(NAVY)
    drawn.drawString(0, height - 12, fitted(title, width, 8.5, BOLD))
    drawn.setFont(FONT, 6.5)
    drawn.setFillColor(GREY)
    drawn.drawString(0, height - 21, unit)
