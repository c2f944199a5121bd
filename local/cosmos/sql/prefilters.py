"""Conditions on one column that SQLite decides: each lets through at least what the query language lets through."""

import re
from dataclasses import dataclass
from typing import Any, Final

from local.cosmos.sql.values import NUMBERS

_EXACT: Final = 2**31
_WIDEST: Final = 1e300
_MOST_VALUES: Final = 5_000
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True)
class Prefilter:
    """sql: "" or a boolean SQLite expression over the column `body`; arguments: its parameters in order.

    equal: the columns it compares with one value each, by `=` or `IS`, as SQLite expressions; limited: those it compares with several.
    """

    sql: str
    arguments: tuple[Any, ...]
    equal: tuple[str, ...] = ()
    limited: tuple[str, ...] = ()


NOTHING: Final = Prefilter("", ())


def _storable(text: str) -> bool:
    """Whether SQLite can hold the text as it is: no lone surrogates, and no NUL, where its JSON text ends."""
    return not _UNSTORABLE.search(text)


def _margin(number: float) -> tuple[Any, Any] | None:
    """The bounds that surely enclose a number read from JSON by SQLite, whose reading may be off in the last digits."""
    if type(number) is int and abs(number) < _EXACT:
        return number, number
    if not 1e-300 < abs(number) < _WIDEST and number != 0:
        return None
    width = abs(float(number)) * 1e-14
    return float(number) - width, float(number) + width


def one_of(column: str, values: list[Any]) -> Prefilter | None:
    """The column equals one of the values; None if one of them cannot be told in SQLite."""
    if len(values) > _MOST_VALUES:
        return None
    exact: list[Any] = []
    others: list[str] = []
    bounds: list[Any] = []
    for value in values:
        if value is None:
            others.append(f"{column} IS NULL")
        elif type(value) is bool:
            exact.append(int(value))
        elif type(value) is str and _storable(value):
            exact.append(value)
        elif type(value) in NUMBERS and (margin := _margin(value)) is not None:
            if margin[0] == margin[1]:
                exact.append(margin[0])
            else:
                others.append(f"{column} BETWEEN ? AND ?")
                bounds.extend(margin)
        else:
            return None
    if len(others) > 100:
        return None
    if exact or not others:
        marks = ",".join("?" * len(exact))
        others.insert(0, f"{column} = ?" if len(exact) == 1 else f"{column} IN ({marks})")
    sql = others[0] if len(others) == 1 else f"({' OR '.join(others)})"
    is_one = sql in (f"{column} = ?", f"{column} IS NULL")
    return Prefilter(sql, (*exact, *bounds), (column,) if is_one else (), () if is_one else (column,))


def bounded(column: str, symbol: str, value: Any) -> Prefilter | None:
    """A range that includes its bound, even for < and >: two texts or numbers that differ may read the same."""
    upper = symbol in ("<", "<=")
    if type(value) is str and _storable(value):
        return Prefilter(f"{column} {'<=' if upper else '>='} ?", (value,))
    if type(value) in NUMBERS and (margin := _margin(value)) is not None:
        return Prefilter(f"{column} {'<=' if upper else '>='} ?", (margin[1] if upper else margin[0],))
    return None


def prefixed(column: str, prefix: Any) -> Prefilter | None:
    """Text from the prefix up to, without, the next text of its length that does not start with it."""
    if type(prefix) is not str or not prefix or not _storable(prefix):
        return None
    last = ord(prefix[-1])
    following = 0xE000 if last == 0xD7FF else last + 1
    if following > 0x10FFFF:
        return Prefilter(f"{column} >= ?", (prefix,))
    return Prefilter(f"{column} >= ? AND {column} < ?", (prefix, prefix[:-1] + chr(following)))


def loosely_prefixed(column: str, prefix: Any) -> Prefilter | None:
    """A prefix whatever the case. SQLite knows the case of ASCII only, so text with anything else in it is let through."""
    if type(prefix) is not str or not prefix.isascii() or not _storable(prefix):
        return None
    pattern = re.sub(r"([%_~])", r"~\1", prefix) + "%"
    sql = f"({column} LIKE ? ESCAPE '~' OR {column} GLOB '*[^ -~]*')"
    return Prefilter(sql, (pattern,), limited=(column,))


def like(column: str, pattern: Any) -> Prefilter | None:
    """The characters before the first wildcard."""
    if type(pattern) is not str:
        return None
    return prefixed(column, re.split(r"[%_\[]", pattern, maxsplit=1)[0])
