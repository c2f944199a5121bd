"""Values of custom fields, held against the version of a type and brought into the one form that is stored."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from shared.document_types.fields import LARGEST, MAX_FIELDS, FieldSpec, FieldType
from shared.document_types.model import TypeVersion
from shared.document_types.patterns import matches
from shared.errors import FieldError, Invalid
from shared.identity.names import visible
from shared.kit.ids import is_id
from shared.kit.units import UNITS

MAX_LINK = 2000
Values: TypeAlias = dict[str, Any]
FindUser = Callable[[str], object]


class Unfit(Exception):
    """One value does not fit; the code is for programs, the message for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def validate_fields(kept_to: TypeVersion, values: Mapping[str, Any], *, find_user: FindUser) -> Values:
    """All values of one document in stored form, in the order of the type's fields; null and blank text are no value.

    `find_user` answers something true for the id of somebody in the organisation. Stored: text, choice, user and link as text, a
    date as `2026-05-04`, a number as `{"value", "unit", "si"}`. Errors: Invalid naming every `fields.<key>` that does not fit.
    """
    known = {field.key for field in kept_to.fields}
    faults = [
        FieldError(f"fields.{str(key)[:40]}", "unknown_field", "is not a field of this document type")
        for key in list(values)[: len(known) + MAX_FIELDS]
        if key not in known
    ]
    stored: Values = {}
    for field in kept_to.fields:
        try:
            value = normalised(field, values.get(field.key), find_user)
        except Unfit as unfit:
            faults.append(FieldError(f"fields.{field.key}", unfit.code, unfit.message))
            continue
        if value is not None:
            stored[field.key] = value
        elif field.required:
            faults.append(FieldError(f"fields.{field.key}", "required", "must have a value"))
    if faults:
        raise Invalid(fields=faults[:MAX_FIELDS])
    return stored


def named_users(kept_to: TypeVersion, values: Mapping[str, Any]) -> set[str]:
    """Ids of people that the values name: who is to be looked up before `validate_fields`."""
    named = (values.get(field.key) for field in kept_to.fields if field.type is FieldType.USER)
    return {value for value in named if isinstance(value, str) and is_id(value)}


def normalised(field: FieldSpec, value: Any, find_user: FindUser) -> Any:
    """One value in stored form, None for no value. Errors: Unfit."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if field.type is FieldType.NUMBER:
        return _number(field, value)
    if not isinstance(value, str):
        raise Unfit("text_expected", "must be text")
    if field.type is FieldType.USER:
        return _user(value, find_user)
    return _READERS[field.type](field, value.strip())


def _number(field: FieldSpec, value: Any) -> dict[str, Any]:
    unit = field.unit
    if isinstance(value, Mapping):
        if not {"value"} <= value.keys() <= {"value", "unit", "si"}:
            raise Unfit("number_expected", "must be a number, or an object with `value` and `unit`")
        unit, value = value.get("unit", unit), value["value"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unfit("number_expected", "must be a number")
    if not abs(value) <= LARGEST:  # neither is what is no number
        raise Unfit("number_too_large", "is too large")
    if field.unit is None:
        if unit is not None:
            raise Unfit("unit_not_allowed", "has no unit")
        entered = float(value)
    else:
        entered = _in_si(unit, value, UNITS[field.unit].kind)
    _within(field, entered)
    return {"value": value, "unit": unit, "si": entered}


def _in_si(unit: Any, value: float, kind: str) -> float:
    if not isinstance(unit, str) or unit not in UNITS or UNITS[unit].kind != kind:
        fitting = ", ".join(name for name, known in UNITS.items() if known.kind == kind)
        raise Unfit("unit_unknown", f"its unit must be one of {fitting}")
    si = UNITS[unit].to_si(value)
    if kind == "temperature" and si < 0:
        raise Unfit("too_small", "is below absolute zero")
    return si


def _within(field: FieldSpec, entered: float) -> None:
    def bound(value: float) -> float:
        return UNITS[field.unit].to_si(value) if field.unit else value

    suffix = f" {field.unit}" if field.unit else ""
    if field.minimum is not None and entered < bound(field.minimum):
        raise Unfit("too_small", f"must be at least {field.minimum:.15g}{suffix}")
    if field.maximum is not None and entered > bound(field.maximum):
        raise Unfit("too_large", f"must be at most {field.maximum:.15g}{suffix}")


def _user(value: str, find_user: FindUser) -> str:
    if not is_id(value) or not find_user(value):
        raise Unfit("unknown_user", "must be the id of somebody in the organisation")
    return value


def _text(field: FieldSpec, value: str) -> str:
    text = _shown(value)
    if len(text) > field.length:
        raise Unfit("too_long", f"has at most {field.length} characters")
    if field.pattern is not None and not matches(field.pattern, text):
        raise Unfit("pattern", f"must look like {field.pattern}")
    return text


def _date(field: FieldSpec, value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise Unfit("date_expected", "must be a date as 2026-05-04") from error
    if day.isoformat() != value:  # other ways of writing one: 20260504, 2026-W19-1
        raise Unfit("date_expected", "must be a date as 2026-05-04")
    if field.earliest is not None and day < field.earliest:
        raise Unfit("too_early", f"must be {field.earliest} or later")
    if field.latest is not None and day > field.latest:
        raise Unfit("too_late", f"must be {field.latest} or earlier")
    return value


def _choice(field: FieldSpec, value: str) -> str:
    chosen = _shown(value)
    if chosen not in (field.options or ()):
        raise Unfit("option_unknown", "must be one of the options")
    return chosen


def _link(_: FieldSpec, value: str) -> str:
    """`https` to a named host, written in ASCII: nothing that only looks like another address, and no credentials."""
    unfit = Unfit("link_expected", "must be an address that begins with https://")
    if len(value) > MAX_LINK or not value.isascii() or any(sign <= " " or sign in '\x7f\\"<>`{|}^' for sign in value):
        raise unfit
    try:
        parts = urlsplit(value)
        has_host = bool(parts.hostname) and parts.port != 0  # reading the port checks it
    except ValueError as error:
        raise unfit from error
    if parts.scheme != "https" or not has_host or "@" in parts.netloc:
        raise unfit
    return value


def _shown(value: str) -> str:
    try:
        return visible(value)
    except ValueError as error:
        raise Unfit("value_error", str(error)) from error


_READERS: Mapping[FieldType, Callable[[FieldSpec, str], str]] = {
    FieldType.TEXT: _text,
    FieldType.DATE: _date,
    FieldType.CHOICE: _choice,
    FieldType.LINK: _link,
}
