"""The values of the query language: JSON plus `undefined`, one total order, one notion of equality.

JSON is held as the standard decoder gives it: None, bool, int, float, str, list, dict. Python's own `==` is not
the language's (`True == 1` in Python), so containers and mixed types go through `equal` and `identity`.
"""

from collections.abc import Callable
from functools import cmp_to_key
from typing import Any, Final


class _Undefined:
    """The type of UNDEFINED: what a missing property evaluates to."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "undefined"


UNDEFINED: Final = _Undefined()

_RANKS: Final[dict[type, int]] = {
    _Undefined: 0,
    type(None): 1,
    bool: 2,
    int: 3,
    float: 3,
    str: 4,
    list: 5,
    dict: 6,
}
NUMBERS: Final = frozenset({int, float})


def rank(value: Any) -> int:
    """The place of a value's type: undefined 0 < null < bool < number < string < array < object 6."""
    return _RANKS[type(value)]


def identity(value: Any) -> Any:
    """A hashable stand-in: two values are equal in the language exactly when these are equal in Python."""
    kind = type(value)
    if kind is str or kind is int or kind is float or value is None:
        return value
    if kind is bool:
        return ("bool", value)
    if kind is list:
        return ("array", tuple([identity(item) for item in value]))
    if kind is dict:
        return ("object", frozenset([(name, identity(item)) for name, item in value.items()]))
    return value


def equal(left: Any, right: Any) -> bool:
    """Deep equality of two defined values; values of different types differ, 1 equals 1.0."""
    kind = type(left)
    if kind is str:
        return type(right) is str and bool(left == right)
    if kind in NUMBERS:
        return type(right) in NUMBERS and bool(left == right)
    if kind is not type(right):
        return False
    if kind is list:
        return len(left) == len(right) and all(map(equal, left, right))
    if kind is dict:
        return len(left) == len(right) and all(
            name in right and equal(item, right[name]) for name, item in left.items()
        )
    return bool(left == right)


def compare(a: Any, b: Any) -> int:
    """-1, 0 or 1 in the total order undefined < null < bool < number < string < array < object.

    Strings compare by code point, the order of their UTF-8 bytes. Arrays compare item by item, then by length;
    objects by their properties sorted by name. The service leaves those two unspecified.
    """
    first, second = rank(a), rank(b)
    if first != second:
        return -1 if first < second else 1
    if first < 2:
        return 0
    if first == 5:
        return _compare_items(a, b)
    if first == 6:
        return _compare_objects(a, b)
    return int(a > b) - int(a < b)


def _compare_items(a: list[Any], b: list[Any]) -> int:
    for left, right in zip(a, b, strict=False):
        if order := compare(left, right):
            return order
    return int(len(a) > len(b)) - int(len(a) < len(b))


def _compare_objects(a: dict[str, Any], b: dict[str, Any]) -> int:
    for (name, left), (other, right) in zip(sorted(a.items()), sorted(b.items()), strict=False):
        if name != other:
            return -1 if name < other else 1
        if order := compare(left, right):
            return order
    return int(len(a) > len(b)) - int(len(a) < len(b))


_ordered: Final[Callable[[Any], Any]] = cmp_to_key(compare)


def sort_key(value: Any) -> Any:
    """A key for `sorted` that follows `compare`; cheap for scalars."""
    place = _RANKS[type(value)]
    if place < 2:
        return (place, 0)
    if place < 5:
        return (place, value)
    return (place, _ordered(value))


def defined(values: list[Any]) -> list[Any]:
    """The values without the undefined ones."""
    return [value for value in values if value is not UNDEFINED]
