"""Operators of rule expressions on plain values. What is unknown or of the wrong type is None."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from shared.kit.units import UNITS

Json: TypeAlias = Any
Operator: TypeAlias = tuple[int, int, Callable[..., Json]]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MANY = 1000

FACTORS: dict[str, tuple[float, float]] = {
    name: (float(unit.factor), float(unit.offset)) for name, unit in UNITS.items()
}
"""What clients are given: doubles, so that both sides convert to the same last digit."""


def number(value: Json) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e300:
        return None
    return float(value)


def walk(value: Json, steps: Sequence[str]) -> Json:
    for step in steps:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isascii() and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _numbers(apply: Callable[..., Json]) -> Callable[..., Json]:
    """None unless all are numbers and so is the result."""

    def applied(*values: Json) -> Json:
        given = [number(value) for value in values]
        if any(value is None for value in given):
            return None
        result = apply(*given)
        return result if isinstance(result, bool) else number(result)

    return applied


def _add(*values: float) -> float:
    total = values[0]
    for value in values[1:]:
        total += value
    return total


def _compared(apply: Callable[[Json, Json], bool]) -> Callable[[Json, Json], bool | None]:
    def applied(one: Json, other: Json) -> bool | None:
        ours, theirs = number(one), number(other)
        if ours is not None and theirs is not None:
            return apply(ours, theirs)
        plain = type(one) is type(other) and isinstance(one, str | bool)
        return apply(one, other) if plain else None

    return applied


def _and(*values: Json) -> bool | None:
    if any(value is False for value in values):
        return False
    return True if all(value is True for value in values) else None


def _or(*values: Json) -> bool | None:
    if any(value is True for value in values):
        return True
    return False if all(value is False for value in values) else None


def _not(value: Json) -> bool | None:
    return not value if isinstance(value, bool) else None


def known(value: Json) -> bool:
    if isinstance(value, str):
        return value.strip(" \t\r\n") != ""
    return value is not None and value != []


def _in_unit(value: Json, unit: Json) -> float | None:
    of, into = FACTORS.get(str(walk(value, ["unit"]))), FACTORS.get(unit) if isinstance(unit, str) else None
    if of is None or into is None or (entered := number(value.get("value"))) is None:
        return None
    if value["unit"] == unit:
        return entered
    return number((entered * of[0] + of[1] - into[1]) / into[0])


def _minutes(value: Json) -> float | None:
    if not isinstance(value, str) or _MOMENT.fullmatch(value) is None:
        return None
    try:
        return (datetime.fromisoformat(value) - _EPOCH).total_seconds() / 60
    except ValueError:
        return None


def _days(value: Json) -> float | None:
    if not isinstance(value, str) or _DATE.fullmatch(value[:10]) is None:
        return None
    try:
        return float(date.fromisoformat(value[:10]).toordinal() - 719_163)
    except ValueError:
        return None


def _clock(value: Json) -> str | None:
    return value[11:16] if isinstance(value, str) and _MOMENT.fullmatch(value) else None


def _find(rows: Json, name: str, value: Json, pointer: str) -> Json:
    for row in rows if isinstance(rows, list) else []:
        if _compared(lambda a, b: a == b)(walk(row, name.split("/")[1:]), value) is True:
            return walk(row, pointer.split("/")[1:])
    return None


def _one_of(value: Json, *options: Json) -> bool | None:
    return None if value is None else any(_compared(lambda a, b: a == b)(value, option) is True for option in options)


OPERATORS: Mapping[str, Operator] = {
    "+": (1, _MANY, _numbers(_add)),
    "*": (1, _MANY, _numbers(lambda *values: math.prod(values))),
    "-": (2, 2, _numbers(lambda a, b: a - b)),
    "/": (2, 2, _numbers(lambda a, b: a / b if b else None)),
    "abs": (1, 1, _numbers(abs)),
    "min": (1, _MANY, _numbers(lambda *values: min(values))),
    "max": (1, _MANY, _numbers(lambda *values: max(values))),
    "near": (3, 3, _numbers(lambda a, b, tolerance: abs(a - b) <= tolerance)),
    "=": (2, 2, _compared(lambda a, b: bool(a == b))),
    "!=": (2, 2, _compared(lambda a, b: bool(a != b))),
    "<": (2, 2, _numbers(lambda a, b: a < b)),
    "<=": (2, 2, _numbers(lambda a, b: a <= b)),
    ">": (2, 2, _numbers(lambda a, b: a > b)),
    ">=": (2, 2, _numbers(lambda a, b: a >= b)),
    "and": (1, _MANY, _and),
    "or": (1, _MANY, _or),
    "not": (1, 1, _not),
    "if": (3, 3, lambda condition, a, b: a if condition is True else b if condition is False else None),
    "else": (1, _MANY, lambda *values: next((value for value in values if value is not None), None)),
    "known": (1, 1, known),
    "oneOf": (2, _MANY, _one_of),
    "startsWith": (2, 2, lambda value, prefix: value.startswith(prefix) if isinstance(value, str) else None),
    "in": (2, 2, _in_unit),
    "unit": (1, 1, lambda value: walk(value, ["unit"])),
    "minutes": (1, 1, _minutes),
    "days": (1, 1, _days),
    "clock": (1, 1, _clock),
    "find": (4, 4, _find),
}
