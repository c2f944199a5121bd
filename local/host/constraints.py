"""Inline route constraints of ASP.NET Core: what `{id:int}` or `{code:regex(^[a-z]+$)}` accepts."""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation

Check = Callable[[str], bool]

_INTEGER = re.compile(r"\s*[+-]?[0-9]+\s*")
_GUIDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[0-9a-f]{32}",
        r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        r"\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}",
        r"\([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\)",
    )
)
_DATES = ("%m/%d/%Y", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M:%S %p")


def constraint(name: str, arguments: str | None) -> Check:
    """The check for a constraint as written. Errors: ValueError for one that does not exist or is given wrongly."""
    plain = {
        "int": _integer(-(2**31), 2**31 - 1),
        "long": _integer(-(2**63), 2**63 - 1),
        "bool": lambda text: text.strip().casefold() in ("true", "false"),
        "guid": lambda text: any(pattern.fullmatch(text.strip()) for pattern in _GUIDS),
        "alpha": lambda text: re.fullmatch(r"[a-z]*", text, re.IGNORECASE | re.ASCII) is not None,
        "required": lambda text: text != "",
        "float": _number,
        "double": _number,
        "decimal": _decimal,
        "datetime": _date,
    }
    if arguments is None:
        if name not in plain:
            raise ValueError(f"the constraint reference '{name}' could not be resolved")
        return plain[name]
    return _with_arguments(name, arguments)


def _with_arguments(name: str, arguments: str) -> Check:
    if name == "regex":
        try:
            pattern = re.compile(arguments, re.IGNORECASE)
        except re.error as error:
            raise ValueError(f"the regular expression '{arguments}' is not valid: {error}") from error
        return lambda text: pattern.search(text) is not None
    numbers = [int(part) for part in arguments.split(",")]
    match (name, numbers):
        case ("minlength", [low]):
            return lambda text: len(text) >= low
        case ("maxlength", [high]):
            return lambda text: len(text) <= high
        case ("length", [exact]):
            return lambda text: len(text) == exact
        case ("length", [low, high]):
            return lambda text: low <= len(text) <= high
        case ("min", [low]):
            return _integer(low, 2**63 - 1)
        case ("max", [high]):
            return _integer(-(2**63), high)
        case ("range", [low, high]):
            return _integer(low, high)
    raise ValueError(f"the constraint reference '{name}({arguments})' could not be resolved")


def _integer(low: int, high: int) -> Check:
    return lambda text: _INTEGER.fullmatch(text) is not None and low <= int(text) <= high


def _number(text: str) -> bool:
    try:
        float(text.replace(",", ""))
    except ValueError:
        return False
    return "_" not in text


def _decimal(text: str) -> bool:
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return False
    return value.is_finite() and "_" not in text and "e" not in text.casefold()


def _date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return any(_parses(text, pattern) for pattern in _DATES)
    return True


def _parses(text: str, pattern: str) -> bool:
    try:
        datetime.strptime(text, pattern)  # noqa: DTZ007  only whether it is a date matters
    except ValueError:
        return False
    return True
