"""Mathematics on numbers; anything else, and any result that is no finite number, is undefined."""

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from random import SystemRandom
from typing import Any, Final

from local.cosmos.sql.functions.registry import Builtin, Registry
from local.cosmos.sql.values import NUMBERS, UNDEFINED

BUILTINS: Final = Registry()
_define = BUILTINS.define
_WIDE: Final = Context(prec=400)
_random: Final = SystemRandom()


def guarded(operation: Callable[..., Any]) -> Callable[..., Any]:
    """The operation on finite numbers only: a wrong type, a domain error or an overflow is undefined."""

    def apply(*numbers: Any) -> Any:
        for number in numbers:
            if type(number) not in NUMBERS:
                return UNDEFINED
        try:
            result = operation(*numbers)
            return result if type(result) is int or math.isfinite(result) else UNDEFINED
        except (ValueError, OverflowError, ZeroDivisionError):
            return UNDEFINED

    return apply


def _truncate(number: float) -> int | float:
    return math.trunc(number) if abs(number) < 2**63 else number


def _half_up(number: float, digits: float = 0) -> int | float:
    """Halves away from zero, on the decimal the number is written as."""
    if digits != int(digits) or not -300 <= digits <= 300:
        raise ValueError(digits)
    step = Decimal(1).scaleb(-int(digits))
    rounded = Decimal(repr(number)).quantize(step, rounding=ROUND_HALF_UP, context=_WIDE)
    return int(rounded) if digits <= 0 else float(rounded)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _log(number: float, base: float = math.e) -> float:
    return math.log(number) if base == math.e else math.log(number, base)


def _power(base: float, exponent: float) -> float:
    result = math.pow(base, exponent)
    return int(result) if result.is_integer() and abs(result) < 2**53 else result


def _cotangent(number: float) -> float:
    return 1 / math.tan(number)


_TABLE: Final[tuple[tuple[str, int, int, Callable[..., Any]], ...]] = (
    ("ABS", 1, 1, abs),
    ("ACOS", 1, 1, math.acos),
    ("ASIN", 1, 1, math.asin),
    ("ATAN", 1, 1, math.atan),
    ("ATN2", 2, 2, math.atan2),
    ("CEILING", 1, 1, math.ceil),
    ("COS", 1, 1, math.cos),
    ("COT", 1, 1, _cotangent),
    ("DEGREES", 1, 1, math.degrees),
    ("EXP", 1, 1, math.exp),
    ("FLOOR", 1, 1, math.floor),
    ("LOG", 1, 2, _log),
    ("LOG10", 1, 1, math.log10),
    ("POWER", 2, 2, _power),
    ("RADIANS", 1, 1, math.radians),
    ("ROUND", 1, 2, _half_up),
    ("SIGN", 1, 1, _sign),
    ("SIN", 1, 1, math.sin),
    ("SQRT", 1, 1, math.sqrt),
    ("SQUARE", 1, 1, lambda number: number * number),
    ("TAN", 1, 1, math.tan),
    ("TRUNC", 1, 1, _truncate),
)
BUILTINS.listed.extend(Builtin(name, guarded(operation), least, most) for name, least, most, operation in _TABLE)


@_define("PI", 0)
def pi() -> float:
    return math.pi


@_define("RAND", 0)
def rand() -> float:
    return _random.random()


def _whole(number: Any) -> int | None:
    """A number as a 64-bit integer, None if it is not one: what the Int functions work on."""
    if type(number) not in NUMBERS or not math.isfinite(number) or number != int(number):
        return None
    return int(number) if -(2**63) <= number < 2**63 else None


def _on_integers(operation: Callable[[int, int], int]) -> Callable[[Any, Any], Any]:
    def apply(first: Any, second: Any) -> Any:
        left, right = _whole(first), _whole(second)
        if left is None or right is None:
            return UNDEFINED
        try:
            result = operation(left, right)
        except (ValueError, ZeroDivisionError):
            return UNDEFINED
        return result if -(2**63) <= result < 2**63 else UNDEFINED

    return apply


def _divide(first: int, second: int) -> int:
    quotient = abs(first) // abs(second)
    return quotient if (first < 0) == (second < 0) else -quotient


def _wrap(number: int) -> int:
    return (number + 2**63) % 2**64 - 2**63


def _shift(count: int) -> int:
    if not 0 <= count < 64:
        raise ValueError(count)
    return count


_INTEGERS: Final[tuple[tuple[str, Callable[[int, int], int]], ...]] = (
    ("INTADD", lambda a, b: a + b),
    ("INTSUB", lambda a, b: a - b),
    ("INTMUL", lambda a, b: a * b),
    ("INTDIV", _divide),
    ("INTMOD", lambda a, b: a - b * _divide(a, b)),
    ("INTBITAND", lambda a, b: a & b),
    ("INTBITOR", lambda a, b: a | b),
    ("INTBITXOR", lambda a, b: a ^ b),
    ("INTBITLEFTSHIFT", lambda a, b: _wrap(a << _shift(b))),
    ("INTBITRIGHTSHIFT", lambda a, b: a >> _shift(b)),
)
BUILTINS.listed.extend(Builtin(name, _on_integers(operation), 2, 2) for name, operation in _INTEGERS)


@_define("INTBITNOT", 1)
def int_bit_not(number: Any) -> Any:
    value = _whole(number)
    return UNDEFINED if value is None else ~value


@_define("NUMBERBIN", 1, 2)
def number_bin(number: Any, size: Any = 1) -> Any:
    """The multiple of `size` at or below the number; undefined for a size of 0."""
    if type(number) not in NUMBERS or type(size) not in NUMBERS or not size:
        return UNDEFINED
    return math.floor(number / size) * size
