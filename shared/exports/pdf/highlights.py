"""What of a report is seen first: some figures in large letters, by type. Figures that are missing are not shown as zero."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from shared.exports.measures import figure_text, unit_of
from shared.exports.pdf.look import BOLD, FONT, GREEN, GREY, NAVY, RED, SKY, WIDTH, fitted
from shared.exports.pdf.values import Values, choice_text, day_text
from shared.exports.rows import ReportRow
from shared.exports.trends import PRODUCTION
from shared.reports.codes import NON_PRODUCTIVE, non_productive_hours

_UNITS = {
    "depth": ("m", "ft"), "rate": ("m/h", "ft/h"), "liquid": ("Sm3", "bbl"), "gas": ("Sm3", "Mscf"),
}  # fmt: skip
_PRODUCED, _INJECTED = ("oil", "gas", "water"), ("waterInjected", "gasInjected")
_KINDS = {"gas": "gas", "gasInjected": "gas"}
_VERDICTS = {"pass": GREEN, "fail": RED}
_MISSING = "–"


@dataclass(frozen=True, slots=True)
class Tile:
    label: str
    text: str
    colour: Color = NAVY


class Tiles(Flowable):  # type: ignore[misc]
    """In one row."""

    HEIGHT = 42.0

    def __init__(self, tiles: Sequence[Tile]) -> None:
        super().__init__()
        self._tiles, self.width, self.height = tiles, WIDTH, self.HEIGHT + 8

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas, gap = self.canv, 6.0
        width = (WIDTH - gap * (len(self._tiles) - 1)) / len(self._tiles)
        for number, tile in enumerate(self._tiles):
            x = number * (width + gap)
            canvas.setFillColor(SKY)
            canvas.roundRect(x, 4, width, self.HEIGHT, 3, stroke=0, fill=1)
            canvas.setFillColor(GREY)
            canvas.setFont(FONT, 7)
            canvas.drawString(x + 7, self.HEIGHT - 8, fitted(tile.label, width - 12, 7))
            canvas.setFillColor(tile.colour)
            size = 13.0
            while size > 8 and fitted(tile.text, width - 12, size, BOLD) != tile.text:
                size -= 0.5
            canvas.setFont(BOLD, size)
            canvas.drawString(x + 7, 13, fitted(tile.text, width - 12, size, BOLD))


def tiles_of(report: ReportRow, values: Values) -> list[Tile]:
    """Empty for a type that nobody chose figures of."""
    made = _BY_TYPE.get(report.type)
    return [] if made is None else made(report.payload, values)


def hours_by_activity(payload: Mapping[str, Any]) -> list[tuple[str, float]]:
    """Hours of the time log by activity; rows that do not say when are left out."""
    found: dict[str, float] = {}
    for row in payload.get("timeLog") or ():
        hours = hours_of(row)
        if hours is not None:
            found[row.get("code") or "not coded"] = found.get(row.get("code") or "not coded", 0.0) + hours
    return list(found.items())


def hours_of(row: Mapping[str, Any]) -> float | None:
    if row.get("start") is None or row.get("end") is None:
        return None
    span = datetime.fromisoformat(row["end"]) - datetime.fromisoformat(row["start"])
    return span.total_seconds() / 3600


def is_lost(code: str) -> bool:
    return code.startswith(NON_PRODUCTIVE)


def _quantity(part: Mapping[str, Any] | None, name: str, units: str, values: Values) -> str:
    return figure_text((part or {}).get(name), unit_of(values.system, _UNITS[units])) or _MISSING


def _number(value: float | None, unit: str) -> str:
    return _MISSING if value is None else f"{value:.10g} {unit}".strip()


def _drilling(payload: Mapping[str, Any], values: Values) -> list[Tile]:
    status, log = payload.get("status") or {}, payload.get("timeLog")
    lost = non_productive_hours(log) if log else None
    return [
        Tile("Depth MD", _quantity(status, "endMd", "depth", values)),
        Tile("Drilled", _quantity(status, "distanceDrilled", "depth", values)),
        Tile("Average ROP", _quantity(status, "rop", "rate", values)),
        Tile("Drilling", _number(status.get("drillingHours"), "h")),
        Tile("Non-productive", _number(None if lost is None else round(lost, 2), "h"), RED if lost else NAVY),
        Tile("Persons on board", _number((payload.get("people") or {}).get("total"), "")),
    ]


def _production(payload: Mapping[str, Any], values: Values) -> list[Tile]:
    """Of a well that only takes, what it took; else what it gave, and what it took besides."""
    volumes, uptime = payload.get("volumes") or {}, payload.get("uptime") or {}
    injected = [name for name in _INJECTED if volumes.get(name) is not None]
    produced = [name for name in _PRODUCED if volumes.get(name) is not None]
    shown = [*(() if injected and not produced else _PRODUCED), *injected]
    down = uptime.get("downtimeHours")
    return [
        *(Tile(PRODUCTION[name], _quantity(volumes, name, _KINDS.get(name, "liquid"), values)) for name in shown),
        Tile("On stream", _number(uptime.get("hoursOnStream"), "h")),
        Tile("Down", _number(down, "h"), RED if down else NAVY),
    ]


def _observation(payload: Mapping[str, Any], _: Values) -> list[Tile]:
    seen, action = payload.get("observation") or {}, payload.get("action") or {}
    kind, severity = seen.get("kind"), action.get("potentialSeverity")
    safe = kind is not None and kind.startswith("safe")
    tiles = [
        Tile("Observation", _MISSING if kind is None else choice_text(kind), GREEN if safe else RED),
        Tile("Category", _MISSING if seen.get("category") is None else choice_text(seen["category"])),
    ]
    if severity is not None:
        tiles.append(Tile("Potential severity", choice_text(severity), RED if severity == "high" else NAVY))
    if action.get("due") is not None:
        closed = action.get("closed")
        tiles.append(Tile("Action", "Closed" if closed else f"Due {_day(action['due'])}", GREEN if closed else RED))
    return tiles


def _inspection(payload: Mapping[str, Any], _: Values) -> list[Tile]:
    found, checks = payload.get("inspection") or {}, payload.get("checklist") or ()
    failed = sum(row.get("outcome") == "fail" for row in checks)
    result, out = found.get("result"), found.get("outOfService")
    return [
        Tile("Result", _MISSING if result is None else choice_text(result), _VERDICTS.get(result or "", NAVY)),
        Tile("Checks passed", f"{sum(row.get('outcome') == 'pass' for row in checks)} of {len(checks)}"),
        Tile("Checks failed", str(failed), RED if failed else NAVY),
        Tile("Out of service", _MISSING if out is None else "Yes" if out else "No", RED if out else NAVY),
        Tile("Next inspection", _MISSING if found.get("next") is None else _day(found["next"])),
    ]


def _day(text: str) -> str:
    return day_text(date.fromisoformat(text))


_BY_TYPE = {
    "daily_drilling": _drilling,
    "daily_production": _production,
    "hse_observation": _observation,
    "equipment_inspection": _inspection,
}
