"""Figures of reports over days, for charts: one small record for each report, made of what is stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.exports.measures import UnitSystem, plain
from shared.reports.model import subject_key

PRODUCTION = {
    "oil": "Oil", "gas": "Gas", "water": "Water", "waterInjected": "Water injected", "gasInjected": "Gas injected",
}  # fmt: skip
"""What people call the figures of a well."""
PLACES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "daily_drilling": {"depth": ("status", "endMd")},
    "daily_production": {name: ("volumes", name) for name in PRODUCTION},
}
"""Section and field of the figures that charts of a type show."""
_UNITS = {
    UnitSystem.METRIC: {"depth": "m", **dict.fromkeys(PRODUCTION, "Sm3")},
    UnitSystem.FIELD: {"depth": "ft", **dict.fromkeys(PRODUCTION, "bbl"), "gas": "Mscf", "gasInjected": "Mscf"},
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as summaries and charts see it. `figures` are quantities by name; None what was not measured."""

    id: str
    title: str
    type: str
    site: str
    subject: str | None
    day: date
    state: str
    revision: int
    figures: Mapping[str, Mapping[str, Any] | None]

    @property
    def place(self) -> tuple[str, str, str]:
        """The same for all reports of one thing: sites may have wellbores of one name."""
        return place_of(self.type, self.site, self.subject)


def place_of(kind: str, site: str, subject: str | None) -> tuple[str, str, str]:
    """`site` is a code."""
    return kind, site, subject_key(subject or "")


def unit_for(name: str, system: UnitSystem, quantities: Iterable[Mapping[str, Any] | None] = ()) -> str:
    """That a chart is in: of the system; as entered, the one of the newest figure."""
    if system is UnitSystem.ENTERED:
        entered = [quantity["unit"] for quantity in quantities if quantity is not None]
        return str(entered[-1]) if entered else _UNITS[UnitSystem.METRIC][name]
    return _UNITS[system][name]


def measured(listed: Sequence[Listed]) -> list[tuple[str, str]]:
    """Names and words of the figures of wells that any of these reports has."""
    return [(name, label) for name, label in PRODUCTION.items() if any(one.figures.get(name) for one in listed)]


def values(listed: Iterable[Listed], name: str, unit: str) -> list[tuple[date, float | None]]:
    """By day, in their order."""
    return [(one.day, plain(one.figures.get(name), unit)) for one in sorted(listed, key=lambda one: one.day)]


def sums(listed: Iterable[Listed], name: str, unit: str) -> list[tuple[date, float | None]]:
    """Of all subjects, by day; None for a day on which none of them was measured."""
    days: dict[date, float | None] = {}
    for day, value in values(listed, name, unit):
        known = days.get(day)
        days[day] = known if value is None else value + (known or 0.0)
    return sorted(days.items())
