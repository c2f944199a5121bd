"""Going down into values: objects by name, arrays by position; anything else is undefined."""

from collections.abc import Sequence
from typing import Any

from local.cosmos.sql.nodes import Member, Name, Node
from local.cosmos.sql.scope import Evaluate, Path, Row, Scope
from local.cosmos.sql.values import UNDEFINED

Key = str | int


def member_chain(node: Node) -> tuple[Node, list[Key]]:
    """What `a.b[0].c` starts from, and the keys in order. Not recursive: paths may be long."""
    keys: list[Key] = []
    while isinstance(node, Member):
        keys.append(node.key)
        node = node.base
    keys.reverse()
    return node, keys


def document_path(node: Node, scope: Scope) -> Path | None:
    """Where in the document a path expression points, "[]" for any position of an array; None if nowhere fixed."""
    base, keys = member_chain(node)
    if not isinstance(base, Name):
        return None
    start = scope.paths.get(base.name)
    return None if start is None else start + tuple(key if isinstance(key, str) else "[]" for key in keys)


def index_into(value: Any, key: Any) -> Any:
    """value[key]; a position may be a float without fraction."""
    if type(value) is dict:
        return value.get(key, UNDEFINED) if type(key) is str else UNDEFINED
    if type(value) is list:
        if type(key) is float and key.is_integer():
            key = int(key)
        if type(key) is int and 0 <= key < len(value):
            return value[key]
    return UNDEFINED


def member_getter(slot: int, keys: Sequence[Key]) -> Evaluate:
    """The closure for a path from an input; the shapes almost every query has get their own."""
    if len(keys) == 1 and isinstance(keys[0], str):
        return _one_name(slot, keys[0])
    if all(isinstance(key, str) for key in keys):
        return _names(slot, tuple(keys))
    return value_getter(lambda row: row[slot], keys)


def _one_name(slot: int, name: str) -> Evaluate:
    def evaluate(row: Row) -> Any:
        value = row[slot]
        return value.get(name, UNDEFINED) if type(value) is dict else UNDEFINED

    return evaluate


def _names(slot: int, names: tuple[Key, ...]) -> Evaluate:
    def evaluate(row: Row) -> Any:
        value = row[slot]
        for name in names:
            if type(value) is not dict:
                return UNDEFINED
            value = value.get(name, UNDEFINED)
        return value

    return evaluate


def value_getter(base: Evaluate, keys: Sequence[Key]) -> Evaluate:
    """The closure for a path from any expression."""
    if not keys:
        return base

    def evaluate(row: Row) -> Any:
        value = base(row)
        for key in keys:
            value = index_into(value, key)
        return value

    return evaluate
