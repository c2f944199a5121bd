"""What becomes of stored values when a field is given another type: every value goes by the way people write it down.

Pure, and the same for a dry run and the real one: each value is converted, or refused with a reason. What the rules do not know
how to write down or to read (people: a name is not an id) is refused as a whole by `fields.can_become`.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.document_types.fields import FieldSpec, FieldType, can_become
from shared.document_types.validation import Unfit, normalised
from shared.kit.units import UNITS

_QUANTITY = re.compile(
    r"([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?)(?:\s*([A-Za-z%].*)|\s+(1/64 in))?", re.ASCII
)
_SPELLED = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Converted:
    """`value` in stored form; `exact` is False when the value reads otherwise than before (`DRILL` became `Drill`)."""

    value: Any
    exact: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """The value cannot be kept: `code` and `message` as for input."""

    code: str
    message: str


Outcome = Converted | Refused


def convert(value: Any, before: FieldSpec, after: FieldSpec) -> Outcome:
    """One stored value of `before` as a value of `after`. It keeps to what `after` asks for, or is refused."""
    if not can_become(before.shape, after.shape):
        return Refused("not_convertible", f"{before.shape} does not become {after.shape}")
    if before.type is after.type is FieldType.USER:
        return Converted(value, True)
    written = as_written(before, value)
    try:
        read = normalised(after, read_as(after, written), lambda _: False)
    except Unfit as unfit:
        return Refused(unfit.code, unfit.message)
    return Converted(read, as_written(after, read) == written)


def as_written(field: FieldSpec, value: Any) -> str:
    """A stored value as people write it: `12.5 ft`, `2026-05-04`."""
    if field.type is not FieldType.NUMBER:
        return str(value)
    number = repr(value["value"]).removesuffix(".0")
    return f"{number} {value['unit']}" if value["unit"] else number


def read_as(field: FieldSpec, text: str) -> Any:
    """What somebody who writes this means: a value to be normalised. Errors: Unfit."""
    if field.type is FieldType.NUMBER:
        return _quantity(text)
    if field.type is FieldType.DATE:
        return _day(text)
    if field.type is FieldType.CHOICE:
        return _option(field, text)
    return text


def _quantity(text: str) -> dict[str, Any]:
    """`12.5`, `12.5 ft`, `1e3 m`. A comma may be a point or a thousand, so it is refused."""
    if (found := _QUANTITY.fullmatch(text.strip())) is None:
        raise Unfit("number_expected", "does not read as a number with or without a unit")
    number = float(found[1])
    whole = int(number) if number.is_integer() and abs(number) < 2**53 else number
    if not (unit := found[2] or found[3]):
        return {"value": whole}
    names = [name for name in UNITS if name == unit] or [name for name in UNITS if name.casefold() == unit.casefold()]
    if len(names) != 1:
        raise Unfit("unit_unknown", "its unit is not known")
    return {"value": whole, "unit": names[0]}


def _day(text: str) -> str:
    """`2026-05-04`, and the two ways a month is spelled out: `4 May 2026`, `04-MAY-2026`. All figures are ambiguous."""
    if (found := _SPELLED.fullmatch(text.strip())) is None:
        return text
    day, month, year = found.groups()
    if month.lower() not in _MONTHS:
        return text
    try:
        return date(int(year), _MONTHS.index(month.lower()) + 1, int(day)).isoformat()
    except ValueError:
        return text


def _option(field: FieldSpec, text: str) -> str:
    """The option with these letters, large and small alike."""
    return next((option for option in field.options or () if option.casefold() == text.strip().casefold()), text)
