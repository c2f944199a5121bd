"""Type tests and conversions."""

import json
import re
from math import isfinite
from typing import Any, Final

from local.cosmos.sql.functions.registry import Registry
from local.cosmos.sql.values import NUMBERS, UNDEFINED

BUILTINS: Final = Registry()
_define = BUILTINS.define
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_PRIMITIVES: Final = frozenset({bool, int, float, str, type(None)})


@_define("IS_DEFINED", 1)
def is_defined(value: Any) -> bool:
    return value is not UNDEFINED


@_define("IS_NULL", 1)
def is_null(value: Any) -> bool:
    return value is None


@_define("IS_BOOL", 1)
def is_bool(value: Any) -> bool:
    return type(value) is bool


@_define("IS_NUMBER", 1)
def is_number(value: Any) -> bool:
    return type(value) in NUMBERS


@_define("IS_INTEGER", 1)
def is_integer(value: Any) -> bool:
    """A number without a fraction that fits 64 bits; 5.0 is one."""
    if type(value) is float and not value.is_integer():
        return False
    return type(value) in NUMBERS and bool(-(2**63) <= value < 2**63)


@_define("IS_FINITE_NUMBER", 1)
def is_finite_number(value: Any) -> bool:
    return type(value) is int or (type(value) is float and isfinite(value))


@_define("IS_STRING", 1)
def is_string(value: Any) -> bool:
    return type(value) is str


@_define("IS_ARRAY", 1)
def is_array(value: Any) -> bool:
    return type(value) is list


@_define("IS_OBJECT", 1)
def is_object(value: Any) -> bool:
    return type(value) is dict


@_define("IS_PRIMITIVE", 1)
def is_primitive(value: Any) -> bool:
    return type(value) in _PRIMITIVES


@_define("TOSTRING", 1)
def to_string(value: Any) -> Any:
    """Strings as they are, anything else as compact JSON; whole floats without a fraction."""
    if value is UNDEFINED or type(value) is str:
        return value
    return json.dumps(_whole(value), ensure_ascii=False, separators=(",", ":"))


def _whole(value: Any) -> Any:
    if type(value) is float and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if type(value) is list:
        return [_whole(item) for item in value]
    if type(value) is dict:
        return {name: _whole(item) for name, item in value.items()}
    return value


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _json(text: Any, kind: type) -> Any:
    """The JSON value in `text` if it is of `kind`, UNDEFINED otherwise."""
    if type(text) is not str:
        return UNDEFINED
    try:
        value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return UNDEFINED
    return value if type(value) is kind else UNDEFINED


@_define("STRINGTONUMBER", 1)
def string_to_number(text: Any) -> Any:
    if type(text) is not str or not _NUMBER.fullmatch(text.strip(" \t\r\n")):
        return UNDEFINED
    value = json.loads(text)
    return value if type(value) is int or isfinite(value) else UNDEFINED


@_define("STRINGTOBOOLEAN", 1)
def string_to_boolean(text: Any) -> Any:
    return _json(text, bool)


@_define("STRINGTONULL", 1)
def string_to_null(text: Any) -> Any:
    return _json(text, type(None))


@_define("STRINGTOARRAY", 1)
def string_to_array(text: Any) -> Any:
    return _json(text, list)


@_define("STRINGTOOBJECT", 1)
def string_to_object(text: Any) -> Any:
    return _json(text, dict)


@_define("IIF", 3)
def iif(test: Any, then: Any, otherwise: Any) -> Any:
    """`then` only for true; null, numbers and strings are not true."""
    return then if test is True else otherwise
