"""What a SELECT with aggregates or GROUP BY may name, and how its groups are projected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from local.cosmos.sql.aggregates import AGGREGATE, Aggregate
from local.cosmos.sql.compiler import AGGREGATES
from local.cosmos.sql.errors import SqlError, not_grouped, wrong_arity
from local.cosmos.sql.nodes import Call, Index, Member, Name, Node, Query, Subquery
from local.cosmos.sql.scope import Evaluate, Row
from local.cosmos.sql.values import identity


def is_aggregate(node: Node | None) -> bool:
    return isinstance(node, Call) and node.key in AGGREGATES


def selected(query: Query) -> list[Node]:
    """The expressions of SELECT."""
    return [query.value] if query.value is not None else [item.expression for item in query.items]


def aggregate_argument(call: Call) -> Node:
    """The one argument of an aggregate; SC2050 for another number, SC2101 for an aggregate or sub-query in it."""
    if len(call.arguments) != 1:
        raise wrong_arity(call.key, 1, 1, call.start, call.end)
    (argument,) = call.arguments
    if any(is_aggregate(node) or isinstance(node, Subquery) for node in walk(argument)):
        message = "Cannot perform an aggregate function on an expression containing an aggregate or a subquery."
        raise SqlError("SC2101", message, call.start, call.end)
    return argument


def children(node: Node) -> Iterator[Node]:
    """The expressions directly inside an expression; a sub-query is a world of its own."""
    if isinstance(node, Subquery):
        return
    for part in fields(node):
        yield from _nodes(getattr(node, part.name))


def _nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)


def walk(node: Node) -> Iterator[Node]:
    """An expression and all inside it, outside first."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(children(current))


def check_grouped(query: Query) -> None:
    """SC2102 for the first selected path that neither is grouped by nor stands inside an aggregate."""
    for expression in selected(query):
        if not is_aggregate(expression):
            _check(expression, query)


def _check(expression: Node, query: Query) -> None:
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if node in query.group_by:
            continue
        if isinstance(node, Subquery):
            raise not_grouped(query.text[node.start : node.end], node.start, node.end)
        if isinstance(node, Name) or (isinstance(node, Member | Index) and not _base_is_grouped(node, query)):
            raise not_grouped(query.text[node.start : node.end], node.start, node.end)
        if not isinstance(node, Member | Index):
            waiting.extend(reversed(list(children(node))))


def _base_is_grouped(node: Node, query: Query) -> bool:
    """Whether a path goes through something grouped by, or starts from what is no input at all."""
    while isinstance(node, Member | Index):
        if node in query.group_by:
            return True
        node = node.base
    return node in query.group_by or not isinstance(node, Name)


@dataclass(slots=True)
class Column:
    """One selected expression: over the rows of a group if `aggregate` is set, else of any row of the group."""

    evaluate: Evaluate
    aggregate: Aggregate | None = None

    def over(self, rows: list[Row]) -> Any:
        """Without rows only constants are left to evaluate: everything else has to be grouped by."""
        if self.aggregate is not None:
            return self.aggregate(map(self.evaluate, rows))
        return self.evaluate(rows[0] if rows else ())


def groups(rows: Iterable[Row], keys: list[Evaluate]) -> Iterator[list[Row]]:
    """The rows of equal keys together, in the order the keys first appear; undefined is a key like any other."""
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(tuple([identity(key(row)) for key in keys]), []).append(row)
    yield from found.values()


def aggregate_of(node: Node) -> Aggregate | None:
    return AGGREGATE[node.key] if isinstance(node, Call) and node.key in AGGREGATES else None
