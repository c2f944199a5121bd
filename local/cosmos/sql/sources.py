"""FROM: from a row to the rows of its inputs, one more slot per input that is not the document itself."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from local.cosmos.sql.compiler import CompileSubquery
from local.cosmos.sql.nodes import Query, Source
from local.cosmos.sql.paths import value_getter
from local.cosmos.sql.scope import Path, Row, Scope
from local.cosmos.sql.values import UNDEFINED

Expand = Callable[[Row], Iterable[Row]]


def compile_from(query: Query, scope: Scope, nested: bool, compile_subquery: CompileSubquery) -> list[Expand]:
    """The steps that turn a document's row into the rows of FROM; binds the aliases in `scope`.

    The first name of an outer FROM stands for the container whatever it is called; in a sub-query, and after the
    first input, names have to be known.
    """
    steps: list[Expand] = []
    for place, source in enumerate(query.sources):
        is_container = place == 0 and not nested and source.query is None
        if is_container and not source.path and not source.iterated:
            scope.bind(source.alias, 0, (), source.alias_at)
            continue
        steps.append(_step(source, scope, is_container, compile_subquery))
    return steps


def _step(source: Source, scope: Scope, is_container: bool, compile_subquery: CompileSubquery) -> Expand:
    path: Path | None = None
    if source.query is not None:
        results = compile_subquery(source.query, scope)
        produce: Callable[[Row], Iterable[Any]] = _items_of_each(results) if source.iterated else results
    else:
        base = 0 if is_container else scope.resolve(source.root, source.root_at, source.root_at + len(source.root))
        start = () if is_container else scope.paths.get(source.root)
        if start is not None:
            path = start + tuple(key if isinstance(key, str) else "[]" for key in source.path)
            path += ("[]",) if source.iterated else ()
        value = value_getter(lambda row: row[base], source.path)
        produce = _items_of(value) if source.iterated else _only(value)
    slot = scope.width
    scope.width += 1
    scope.bind(source.alias, slot, path, source.alias_at)
    return _extend(produce)


def _items_of_each(results: Callable[[Row], Iterable[Any]]) -> Callable[[Row], Iterable[Any]]:
    def produce(row: Row) -> Iterator[Any]:
        for array in results(row):
            if type(array) is list:
                yield from array

    return produce


def _items_of(value: Callable[[Row], Any]) -> Callable[[Row], Iterable[Any]]:
    def produce(row: Row) -> Iterable[Any]:
        found = value(row)
        return found if type(found) is list else ()

    return produce


def _only(value: Callable[[Row], Any]) -> Callable[[Row], Iterable[Any]]:
    def produce(row: Row) -> Iterable[Any]:
        found = value(row)
        return () if found is UNDEFINED else (found,)

    return produce


def _extend(produce: Callable[[Row], Iterable[Any]]) -> Expand:
    return lambda row: ((*row, value) for value in produce(row))


def expanded(row: Row, steps: list[Expand]) -> Iterator[Row]:
    """All rows of FROM for one row: the cross product of the inputs, each of which may use the ones before it."""
    if not steps:
        yield row
        return
    first, *rest = steps
    for longer in first(row):
        yield from expanded(longer, rest)
