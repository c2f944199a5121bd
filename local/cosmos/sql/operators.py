"""The operators, as closures over their compiled operands.

Equality with undefined is undefined; across types `=` is false and `!=` true. Order is defined only between two
nulls, booleans, numbers or strings. Arithmetic is defined only on numbers, and only where the result is finite.
"""

import operator
from collections.abc import Callable
from math import fmod, isfinite
from typing import Any, Final

from local.cosmos.sql.scope import Evaluate, Row
from local.cosmos.sql.values import NUMBERS, UNDEFINED, equal, identity

_ORDERED: Final = frozenset({bool, str})
_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def equality(left: Evaluate, right: Evaluate, negated: bool) -> Evaluate:
    """left = right, or left != right."""

    def evaluate(row: Row) -> Any:
        first, second = left(row), right(row)
        if first is UNDEFINED or second is UNDEFINED:
            return UNDEFINED
        return equal(first, second) is not negated

    return evaluate


def equality_with_text(left: Evaluate, text: str, negated: bool) -> Evaluate:
    """Equality with a constant string, the commonest filter of all."""

    def evaluate(row: Row) -> Any:
        value = left(row)
        if value is UNDEFINED:
            return UNDEFINED
        return (value == text) is not negated

    return evaluate


def ordered(symbol: str, first: Any, second: Any) -> Any:
    """first < second and the like; UNDEFINED unless both are of one scalar type."""
    kind = type(first)
    if kind in NUMBERS:
        return _COMPARE[symbol](first, second) if type(second) in NUMBERS else UNDEFINED
    if kind is not type(second):
        return UNDEFINED
    if kind in _ORDERED:
        return _COMPARE[symbol](first, second)
    return symbol in ("<=", ">=") if first is None else UNDEFINED


def comparison(symbol: str, left: Evaluate, right: Evaluate) -> Evaluate:
    def evaluate(row: Row) -> Any:
        return ordered(symbol, left(row), right(row))

    return evaluate


def between(operand: Evaluate, low: Evaluate, high: Evaluate, negated: bool) -> Evaluate:
    """operand >= low AND operand <= high, with AND's three values."""

    def evaluate(row: Row) -> Any:
        value = operand(row)
        above, below = ordered(">=", value, low(row)), ordered("<=", value, high(row))
        if above is False or below is False:
            return negated
        if above is UNDEFINED or below is UNDEFINED:
            return UNDEFINED
        return not negated

    return evaluate


def membership(operand: Evaluate, items: list[Evaluate], negated: bool) -> Evaluate:
    """operand IN (items): undefined only for an undefined operand."""

    def evaluate(row: Row) -> Any:
        value = operand(row)
        if value is UNDEFINED:
            return UNDEFINED
        for item in items:
            other = item(row)
            if other is not UNDEFINED and equal(value, other):
                return not negated
        return negated

    return evaluate


def membership_of_constants(operand: Evaluate, constants: list[Any], negated: bool) -> Evaluate:
    """IN over constants only: one look-up, however long the list."""
    known = frozenset(identity(constant) for constant in constants if constant is not UNDEFINED)

    def evaluate(row: Row) -> Any:
        value = operand(row)
        if value is UNDEFINED:
            return UNDEFINED
        return (identity(value) in known) is not negated

    return evaluate


def conjunction(terms: list[Evaluate]) -> Evaluate:
    """False if any term is false, else undefined if any is not a boolean, else true."""

    def evaluate(row: Row) -> Any:
        result: Any = True
        for term in terms:
            value = term(row)
            if value is False:
                return False
            if value is not True:
                result = UNDEFINED
        return result

    return evaluate


def disjunction(terms: list[Evaluate]) -> Evaluate:
    """True if any term is true, else undefined if any is not a boolean, else false."""

    def evaluate(row: Row) -> Any:
        result: Any = False
        for term in terms:
            value = term(row)
            if value is True:
                return True
            if value is not False:
                result = UNDEFINED
        return result

    return evaluate


def negation(operand: Evaluate) -> Evaluate:
    def evaluate(row: Row) -> Any:
        value = operand(row)
        return (not value) if value is True or value is False else UNDEFINED

    return evaluate


def _int32(number: float) -> int:
    """The low 32 bits of a number as a signed integer, as bitwise operators see it."""
    return (int(number) + 2**31) % 2**32 - 2**31


def _modulo(first: float, second: float) -> float:
    if type(first) is int and type(second) is int:
        remainder = abs(first) % abs(second)
        return -remainder if first < 0 else remainder
    return fmod(first, second)


def _divide(first: float, second: float) -> float:
    """Whole results of whole numbers stay whole, so that they read the same in JSON."""
    if type(first) is int and type(second) is int and first % second == 0:
        return first // second
    return first / second


_ARITHMETIC: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _divide,
    "%": _modulo,
    "&": lambda first, second: _int32(first) & _int32(second),
    "|": lambda first, second: _int32(first) | _int32(second),
    "^": lambda first, second: _int32(first) ^ _int32(second),
}


def arithmetic(symbol: str, left: Evaluate, right: Evaluate) -> Evaluate:
    operation = _ARITHMETIC[symbol]

    def evaluate(row: Row) -> Any:
        first, second = left(row), right(row)
        if type(first) not in NUMBERS or type(second) not in NUMBERS:
            return UNDEFINED
        try:
            result = operation(first, second)
        except (ZeroDivisionError, OverflowError, ValueError):
            return UNDEFINED
        return result if type(result) is int or isfinite(result) else UNDEFINED

    return evaluate


def sign(symbol: str, operand: Evaluate) -> Evaluate:
    """-x, +x and ~x."""

    def evaluate(row: Row) -> Any:
        value = operand(row)
        if type(value) not in NUMBERS:
            return UNDEFINED
        if symbol == "~":
            return ~_int32(value)
        return -value if symbol == "-" else value

    return evaluate


def concatenation(left: Evaluate, right: Evaluate) -> Evaluate:
    def evaluate(row: Row) -> Any:
        first, second = left(row), right(row)
        return first + second if type(first) is str and type(second) is str else UNDEFINED

    return evaluate
