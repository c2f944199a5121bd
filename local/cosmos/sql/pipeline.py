"""One SELECT, compiled: FROM, WHERE, ORDER BY, GROUP BY and aggregates, projection, DISTINCT, TOP, OFFSET LIMIT."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from local.cosmos.sql.compiler import Compiler
from local.cosmos.sql.dispatch import compile_filter
from local.cosmos.sql.errors import ORDER_BY_NOT_A_PATH, SqlError
from local.cosmos.sql.grouping import (
    Column,
    aggregate_argument,
    aggregate_of,
    check_grouped,
    groups,
    is_aggregate,
    selected,
)
from local.cosmos.sql.nodes import Call, Node, Query
from local.cosmos.sql.parser import check_count
from local.cosmos.sql.paths import document_path
from local.cosmos.sql.scope import Context, Evaluate, Path, Row, Scope
from local.cosmos.sql.sources import compile_from, expanded
from local.cosmos.sql.values import UNDEFINED, identity, sort_key

Project = Callable[[Row], Any]


class Pipeline:
    """The stages of one query. Of a sub-query when an outer scope is given."""

    def __init__(self, query: Query, context: Context, outer: Scope | None = None) -> None:
        self.query = query
        self.scope = outer.child() if outer else Scope(context)
        compiler = Compiler(self.scope, compile_subquery)
        self.steps = compile_from(query, self.scope, outer is not None, compile_subquery)
        _check_star(query)
        self.where = compile_filter(query.where, compiler) if query.where is not None else None
        self.keys = compiler.all(query.group_by)
        self.is_aggregate = any(is_aggregate(node) for node in selected(query))
        self.is_grouped = self.is_aggregate or bool(query.group_by)
        self.columns = [_column(node, compiler) for node in selected(query)]
        if query.group_by and query.order_by:
            raise SqlError("", "'ORDER BY' is not supported in presence of GROUP BY.", *query.order_span)
        if self.is_grouped:
            check_grouped(query)
        self.orders = [_order(item.expression, self.scope, compiler) for item in query.order_by]
        self.top, self.offset, self.limit = _counts(query, context)
        self.project = self._projection()

    def _projection(self) -> Project:
        query = self.query
        if query.star is not None:
            slot = self.scope.names[query.sources[0].alias] if query.sources[0].alias else self.scope.width - 1
            return lambda row: row[slot]
        if query.value is not None:
            return self.columns[0].evaluate
        pairs = [(item.alias, column.evaluate) for item, column in zip(query.items, self.columns, strict=True)]

        def project(row: Row) -> Any:
            values = [(name, value(row)) for name, value in pairs]
            return {name: value for name, value in values if value is not UNDEFINED}

        return project

    def matching(self, start: Row) -> Iterator[Row]:
        """The rows of FROM that WHERE keeps, for one document or one outer row."""
        rows: Iterable[Row] = expanded(start, self.steps) if self.steps else (start,)
        where = self.where
        if where is None:
            yield from rows
            return
        for row in rows:
            if where(row) is True:
                yield row

    def sorted_rows(self, rows: Iterable[Row]) -> Iterable[Row]:
        """In the order of ORDER BY. By a single path, rows without it are left out, as its index has no entry.

        Rows that tie keep the order they came in.
        """
        items = self.query.order_by
        if not items:
            return rows
        keyed = [([order(row) for order in self.orders], row) for row in rows]
        if len(items) == 1:
            keyed = [entry for entry in keyed if entry[0][0] is not UNDEFINED]
        for place in range(len(items) - 1, -1, -1):
            keyed.sort(key=_by(place), reverse=items[place].descending)
        return [row for _, row in keyed]

    def grouped(self, rows: Iterable[Row]) -> Iterator[Any]:
        """One result per group; without GROUP BY the whole is one group, even when empty."""
        if self.query.group_by:
            members: Iterable[list[Row]] = groups(rows, self.keys)
        else:
            members = [list(rows)]
        names = [item.alias for item in self.query.items]
        for group in members:
            values = [column.over(group) for column in self.columns]
            if self.query.value is not None:
                yield values[0]
            else:
                yield {name: value for name, value in zip(names, values, strict=True) if value is not UNDEFINED}

    def results(self, rows: Iterable[Row]) -> Iterator[Any]:
        """The stages after WHERE."""
        ordered = self.sorted_rows(rows)
        values = self.grouped(ordered) if self.is_grouped else map(self.project, ordered)
        defined = (value for value in values if value is not UNDEFINED)
        return self.page(distinct(defined) if self.query.distinct else defined)

    def page(self, values: Iterator[Any]) -> Iterator[Any]:
        if self.offset is not None and self.limit is not None:
            return islice(values, self.offset, self.offset + self.limit)
        return values if self.top is None else islice(values, self.top)


def compile_subquery(query: Query, outer: Scope) -> Callable[[Row], Iterator[Any]]:
    """A nested query as a function from an outer row to its results."""
    pipeline = Pipeline(query, outer.context, outer)
    width = outer.width

    def run(row: Row) -> Iterator[Any]:
        return pipeline.results(pipeline.matching(row[:width]))

    return run


def distinct(values: Iterable[Any]) -> Iterator[Any]:
    """The first of equal values."""
    seen: set[Any] = set()
    for value in values:
        key = identity(value)
        if key not in seen:
            seen.add(key)
            yield value


def order_path(node: Node, scope: Scope) -> Path:
    """The document path an ORDER BY item stands for; 2206 if it is anything else."""
    path = document_path(node, scope)
    if not path:
        raise SqlError("2206", ORDER_BY_NOT_A_PATH, node.start, node.end)
    return path


def _by(place: int) -> Callable[[tuple[list[Any], Row]], Any]:
    return lambda entry: sort_key(entry[0][place])


def _order(node: Node, scope: Scope, compiler: Compiler) -> Evaluate:
    evaluate = compiler.compile(node)
    order_path(node, scope)
    return evaluate


def _column(node: Node, compiler: Compiler) -> Column:
    aggregate = aggregate_of(node)
    if aggregate is not None and isinstance(node, Call):
        return Column(compiler.compile(aggregate_argument(node)), aggregate)
    return Column(compiler.compile(node))


def _check_star(query: Query) -> None:
    if query.star is None:
        return
    start, end = query.star.start, query.star.end
    if query.group_by:
        raise SqlError("SC2041", "'SELECT *' is not allowed with GROUP BY.", start, end)
    if not query.sources:
        raise SqlError("SC2040", "'SELECT *' is not valid if FROM clause is omitted.", start, end)
    if len(query.sources) > 1:
        raise SqlError("SC2040", "'SELECT *' is only valid with a single input set.", start, end)


def _counts(query: Query, context: Context) -> tuple[int | None, int | None, int | None]:
    """TOP, OFFSET and LIMIT as numbers, parameters resolved."""
    counts: list[int | None] = []
    for clause, node in (("TOP", query.top), ("OFFSET", query.offset), ("LIMIT", query.limit)):
        value: Any = node.value if node is not None else None
        if node is not None and isinstance(value, str):
            if value not in context.parameters:
                raise SqlError("", f"The query parameter '{value}' was not supplied.", node.start, node.end)
            value = check_count(clause, context.parameters[value], node.start, node.end)
        counts.append(value)
    top, offset, limit = counts
    if top is not None and offset is not None:
        raise SqlError("", "TOP cannot be combined with OFFSET LIMIT.", *query.page_span)
    return top, offset, limit
