"""Which unit a quantity is exported in: as it was entered, or one for all rows of its column."""

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from shared.kit.units import UNITS, decimals_of, fixed, shown


class UnitSystem(StrEnum):
    ENTERED = "entered"
    METRIC = "metric"
    FIELD = "field"


UNIT_SYSTEMS = {
    UnitSystem.ENTERED: "as entered",
    UnitSystem.METRIC: "metric",
    UnitSystem.FIELD: "oil field",
}
"""In words."""

_METRIC = (
    "m", "bar", "Sm3", "degC", "g/cm3", "m/h", "deg/30m", "kN", "kN.m", "L/min", "m/s", "t", "mm", "Pa", "mg/L", "cP", "deg", "rpm",
)  # fmt: skip
_FIELD = (
    "ft", "psi", "bbl", "Mscf", "degF", "ppg", "ft/h", "deg/100ft", "klbf", "ft.lbf", "gpm", "kn", "lb", "in", "lb/100ft2", "mg/L", "cP",
    "deg", "rpm",
)  # fmt: skip
_PREFERRED = {UnitSystem.METRIC: _METRIC, UnitSystem.FIELD: _FIELD}
_DIGITS = 14  # that a figure is shown with at most
_TIE = 1e-4  # so near to a half the exact way decides
_SURE = 1e10  # beyond that a float does not know so exactly where the half is


def unit_of(system: UnitSystem, units: tuple[str, ...]) -> str | None:
    """The one of a field's units that a column is in; None for as entered, where each figure says its unit.

    So it is also in a field whose units measure different things, as `%` and `1/64 in` of a choke: no way leads from one to the other.
    """
    if system is UnitSystem.ENTERED or any(_way(units[0], other) is None for other in units):
        return None
    return next((unit for unit in _PREFERRED[system] if unit in units), units[0])


def figure(quantity: Mapping[str, Any] | None, into: str | None) -> float | None:
    """The number for a column in `into`, as finely as it was entered; None for what is missing or of another kind of unit."""
    if quantity is None or (value := quantity.get("value")) is None:
        return None
    unit = quantity["unit"]
    if into is None or unit == into:
        return float(value)
    return None if (way := _way(unit, into)) is None else way.taken(_typed(value))[0]


def figure_text(quantity: Mapping[str, Any] | None, into: str | None) -> str:
    """With its unit, for people; "" for what is missing."""
    if quantity is None or quantity.get("value") is None:
        return ""
    value, unit = _typed(quantity["value"]), quantity["unit"]
    way = None if into is None or into == unit else _way(unit, into)
    if way is None:
        return f"{shown(value, unit)} {unit_text(unit)}"
    return f"{fixed(way.exact(value), way.taken(value)[1])} {unit_text(into or unit)}"


def _typed(value: float) -> float:
    """As a person wrote it: a float gives 15 digits back, and what follows them (1209.6000000000001) is what a sum left there."""
    return float(f"{value:.15g}")


def plain(quantity: Mapping[str, Any] | None, into: str) -> float | None:
    """Not rounded, for charts and sums; None for what is missing or of another kind of unit."""
    if quantity is None or quantity.get("value") is None:
        return None
    way = _way(quantity["unit"], into)
    return None if way is None else float(way.exact(float(quantity["value"])))


def unit_text(unit: str) -> str:
    """As people write it."""
    return _WRITTEN.get(unit, unit)


_WRITTEN = {
    "degC": "°C", "degF": "°F", "deg": "°", "deg/30m": "°/30 m", "deg/100ft": "°/100 ft", "Sm3": "Sm³", "m3": "m³", "g/cm3": "g/cm³",
    "lb/100ft2": "lb/100 ft²", "N.m": "N·m", "kN.m": "kN·m", "ft.lbf": "ft·lbf", "kg/m3": "kg/m³", "m3/d": "m³/d", "Sm3/d": "Sm³/d",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Way:
    """From a unit into another: value * `factor` + `offset`. `finer` is how many digits behind the point that brings."""

    factor: Fraction
    offset: Fraction
    times: float
    plus: float
    finer: float

    def exact(self, value: float) -> Fraction:
        return Fraction(repr(value)) * self.factor + self.offset

    def taken(self, value: float) -> tuple[float, int]:
        """What `shared.kit.units.shown` says, as a number, and its digits behind the point. In floats, but for what may be a half."""
        near = value * self.times + self.plus
        decimals = math.ceil(decimals_of(repr(value)) + self.finer - 1e-9)
        largest = math.floor(math.log10(abs(near))) if near else 0
        decimals = min(max(decimals, 0), max(_DIGITS - largest, 0))
        scaled = abs(near) * 10.0**decimals
        if scaled > _SURE or abs(scaled % 1 - 0.5) < _TIE:
            exact = self.exact(value)
            whole = int(abs(exact) * 10**decimals + Fraction(1, 2))
            return float(Fraction(-whole if exact < 0 else whole, 10**decimals)), decimals
        return round(near, decimals) + 0.0, decimals  # no minus before a zero


@functools.cache
def _way(unit: str, into: str) -> _Way | None:
    """None between two kinds of unit.

    Liquids in `bbl` and `Sm3` are of two kinds, and a field takes both: custom passes over the 0.6 degC between them
    (shared/kit/units.py).
    """
    of, to = UNITS[unit], UNITS[into]
    if of.kind != to.kind and {of.kind, to.kind} != {"volume", "standard volume"}:
        return None
    factor, offset = of.factor / to.factor, (of.offset - to.offset) / to.factor
    return _Way(factor, offset, float(factor), float(offset), -math.log10(float(factor)))
