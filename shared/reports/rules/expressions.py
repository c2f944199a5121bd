"""The small language of rules: JSON that Python and TypeScript both run, to the same results.

An expression is a literal (null, true, 12.5, "text") or an object with one operator. Three things hold everywhere:
- null is unknown, never zero: arithmetic and comparisons with it are null, `and`/`or`/`not` are Kleene's, division by zero is null;
- a value of the wrong type is unknown as well, and nothing ever raises;
- numbers are doubles, added from left to right (not by `sum`, which corrects errors in Python 3.12 and would differ from a browser).

    {"get": "/status/endMd"}  of the payload    {"context": "/period/hours"}    {"row": "/end"}, {"previous": "/end"}  of a table
    {"in": [x, "m"]}  a quantity in a unit      {"unit": x}  its unit          {"minutes": x}  of a moment    {"days": x}  of a date
    {"+": [..]} {"*": [..]} {"-": [a, b]} {"/": [a, b]} {"abs": x} {"min": [..]} {"max": [..]} {"near": [a, b, tolerance]}
    {"=": [a, b]} "!=" "<" "<=" ">" ">="      {"and": [..]} {"or": [..]} {"not": x} {"if": [c, a, b]} {"else": [a, b ..]}  the first known
    {"known": x}  not null, blank or empty    {"oneOf": [x, a, b ..]}    {"startsWith": [x, "text"]}    {"code": [x, "list"]}
    {"sum": [rows, x]} {"count": [rows, x]} {"any": [rows, x]} {"all": [rows, x]}  with x evaluated for each row
    {"find": [rows, "/name", x, "/onHand"]}  of the first row whose name is x      {"clock": x}  "HH:MM" of a moment

`web/src/reports/expressions.ts` is the same in TypeScript; both run `tests/shared/reports/vectors/expressions.json`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from shared.reports.rules.operators import OPERATORS, walk

Json: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression can see. `codes`: lists of codes by name."""

    payload: Json
    context: Json
    codes: Mapping[str, frozenset[str]]
    row: Json = None
    previous: Json = None


Evaluate: TypeAlias = Callable[[Scope], Json]
_PLACES = {"get": "payload", "context": "context", "row": "row", "previous": "previous"}
_OVER_ROWS = {"sum", "count", "any", "all"}


def compiled(expression: Json) -> Evaluate:
    """Errors: ValueError for what is no expression."""
    if expression is None or isinstance(expression, bool | str):
        return lambda _: expression
    if isinstance(expression, int | float):
        number = float(expression)
        return lambda _: number
    if not isinstance(expression, Mapping) or len(expression) != 1:
        raise ValueError(f"not an expression: {expression!r}")
    ((operator, given),) = expression.items()
    if operator in _PLACES:
        return _place(_PLACES[operator], given)
    arguments = given if isinstance(given, list) else [given]
    if operator == "code":
        return _code(compiled(arguments[0]), arguments[1])
    if operator in _OVER_ROWS:
        return _over_rows(operator, compiled(arguments[0]), compiled(arguments[1]))
    if operator not in OPERATORS:
        raise ValueError(f"no such operator: {operator}")
    fewest, most, apply = OPERATORS[operator]
    if not fewest <= len(arguments) <= most:
        raise ValueError(f"{operator} has {fewest} to {most} arguments: {expression!r}")
    inner = [compiled(argument) for argument in arguments]
    return lambda scope: apply(*(argument(scope) for argument in inner))


def _place(name: str, pointer: str) -> Evaluate:
    steps = pointer.split("/")[1:]
    return lambda scope: walk(getattr(scope, name), steps)


def _code(value: Evaluate, name: str) -> Evaluate:
    def known(scope: Scope) -> bool | None:
        code = value(scope)
        return code in scope.codes.get(name, frozenset()) if isinstance(code, str) else None

    return known


def _over_rows(operator: str, rows: Evaluate, inner: Evaluate) -> Evaluate:
    fold = _FOLDS[operator]

    def folded(scope: Scope) -> Json:
        table = rows(scope)
        if not isinstance(table, list):
            return None
        scopes = (Scope(scope.payload, scope.context, scope.codes, row, before) for before, row in pairs(table))
        return fold([inner(here) for here in scopes])

    return folded


def pairs(table: list[Json]) -> list[tuple[Json, Json]]:
    """Each row with the one before it, None for the first."""
    return list(zip([None, *table], table, strict=False))


def _sum(values: list[Json]) -> Json:
    return OPERATORS["+"][2](0.0, *values)


def _count(values: list[Json]) -> float | None:
    return None if any(value is None for value in values) else float(sum(value is True for value in values))


_FOLDS: Mapping[str, Callable[[list[Json]], Json]] = {
    "sum": _sum,
    "count": _count,
    "any": lambda values: OPERATORS["or"][2](False, *values),
    "all": lambda values: OPERATORS["and"][2](True, *values),
}
