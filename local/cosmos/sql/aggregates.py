"""Aggregates over the values of a group. Undefined values are left out by all of them."""

from collections.abc import Callable, Iterable
from math import fsum, isfinite
from typing import Any, Final

from local.cosmos.sql.values import NUMBERS, UNDEFINED, sort_key

Aggregate = Callable[[Iterable[Any]], Any]


def count(values: Iterable[Any]) -> Any:
    return sum(1 for value in values if value is not UNDEFINED)


def count_if(values: Iterable[Any]) -> Any:
    return sum(1 for value in values if value is True)


def _numbers(values: Iterable[Any]) -> list[Any] | None:
    """The defined values, None if one of them is not a number."""
    known = [value for value in values if value is not UNDEFINED]
    return known if all(type(value) in NUMBERS for value in known) else None


def total(values: Iterable[Any]) -> Any:
    """SUM: undefined if any value is not a number; 0 of nothing. Whole numbers stay whole."""
    numbers = _numbers(values)
    if numbers is None:
        return UNDEFINED
    if all(type(number) is int for number in numbers):
        return sum(numbers)
    try:
        result = fsum(numbers)
    except OverflowError:
        return UNDEFINED
    return result if isfinite(result) else UNDEFINED


def average(values: Iterable[Any]) -> Any:
    """AVG: undefined if any value is not a number, or there is none."""
    numbers = _numbers(values)
    if not numbers:
        return UNDEFINED
    result = total(numbers)
    return UNDEFINED if result is UNDEFINED else result / len(numbers)


def partial_average(values: Iterable[Any]) -> Any:
    """What one range answers for AVG: the sum and count that the client divides."""
    numbers = _numbers(values)
    if numbers is None:
        return UNDEFINED
    result = total(numbers)
    return UNDEFINED if result is UNDEFINED else {"sum": result, "count": len(numbers)}


def _extreme(values: Iterable[Any], choose: Callable[..., Any]) -> Any:
    """The first or last in the order of types and values; undefined if there is none, or an array or object."""
    known = [value for value in values if value is not UNDEFINED]
    if not known or any(type(value) in (list, dict) for value in known):
        return UNDEFINED
    return choose(known, key=sort_key)


def smallest(values: Iterable[Any]) -> Any:
    return _extreme(values, min)


def largest(values: Iterable[Any]) -> Any:
    return _extreme(values, max)


AGGREGATE: Final[dict[str, Aggregate]] = {
    "COUNT": count,
    "COUNTIF": count_if,
    "SUM": total,
    "AVG": average,
    "MIN": smallest,
    "MAX": largest,
}
PLAN_NAMES: Final = {
    "COUNT": "Count",
    "COUNTIF": "CountIf",
    "SUM": "Sum",
    "AVG": "Average",
    "MIN": "Min",
    "MAX": "Max",
}
