"""Which items a query or feed reads: one logical partition, a slice of the ring, or everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from local.cosmos import wire
from local.cosmos.catalog import Container
from local.cosmos.errors import CosmosError, bad_request, key_mismatch
from local.cosmos.partitionkey import Key, canonical, parse_header
from local.cosmos.wire import Request


@dataclass(frozen=True, slots=True)
class Scope:
    """`where` and `arguments` select rows; `by_ring` says whether they come in the order of the ring first.

    `part` is the range that answers, None if several do; `is_everything`: the whole container is read; `is_key`: one logical
    partition.
    """

    where: str
    arguments: tuple[Any, ...]
    part: int | None
    by_ring: bool = False
    is_everything: bool = False
    is_key: bool = False

    @property
    def order(self) -> str:
        return "epk, number" if self.by_ring else "number"


def named(container: Container, request: Request) -> Scope | None:
    """The scope the headers name: a key, a prefix of one, a range, a slice of a range. None if they name none."""
    headers = request.headers
    text = headers.get(wire.PARTITION_KEY)
    if text is not None:
        return _of_header(container, text)
    start, end = headers.get(wire.START_EPK), headers.get(wire.END_EPK)
    range_id = headers.get(wire.RANGE_ID)
    if range_id is None and start is None:
        return None
    part = None if range_id is None else _part(container, range_id)
    if start is None or end is None:
        return Scope("part = ?", (part,), part)
    low, high = start.upper(), end.upper()
    if part is None:
        part = container.part_of(low)
    elif low <= container.bounds[part] and high >= container.bounds[part + 1]:
        return Scope("part = ?", (part,), part)
    if low == high:
        return Scope("epk = ?", (low,), part)
    return Scope("epk >= ? AND epk < ?", (low, high), part, by_ring=True)


def _part(container: Container, text: str) -> int:
    # Some clients send "<container rid>,<range id>".
    name = text.rpartition(",")[2]
    if not name.isdecimal() or int(name) >= len(container.lsns):
        raise CosmosError(410, f"The partition key range '{text}' is gone.", 1002)
    return int(name)


def _of_header(container: Container, text: str) -> Scope:
    key = parse_header(text)
    definition = container.key
    if definition.is_hierarchical and key.count < len(definition.paths):
        return of_prefix(container, key)
    if key.count > len(definition.paths):
        raise key_mismatch()
    return of_key(container, definition.of_header(text))


def of_key(container: Container, key: Key) -> Scope:
    """One logical partition."""
    effective = container.key.effective(key)
    return Scope("epk = ? AND pk = ?", (effective, key.text), container.part_of(effective), is_key=True)


def of_prefix(container: Container, key: Key) -> Scope:
    """Every logical partition under the first levels of a hierarchical key."""
    if key.count == 0:
        return everything(container)
    low = container.key.effective(key)
    high = low + "FF"
    part = container.part_of(low)
    single = part if container.part_of(high) == part else None
    return Scope("epk >= ? AND epk < ?", (low, high), single, by_ring=True)


def everything(container: Container) -> Scope:
    """The whole container."""
    return Scope("1", (), 0 if len(container.lsns) == 1 else None, is_everything=True)


def turn(scope: Scope, container: Container, part: int) -> Scope:
    """Of a scope that covers several ranges the one whose turn it is: a page never spans two of them."""
    if not scope.is_everything or len(container.lsns) == 1:
        return scope
    if part >= len(container.lsns):
        raise bad_request("The continuation token does not belong to this container.")
    return Scope(f"({scope.where}) AND part = ?", (*scope.arguments, part), part, is_everything=True)


def pinned_key(container: Container, pinned: Mapping[str, Sequence[Any]]) -> Key | None:
    """The one complete key a filter allows, or None."""
    values = []
    for path in container.key.paths:
        constants = pinned.get(".".join(path), ())
        if len(constants) != 1 or isinstance(constants[0], dict | list):
            return None
        values.append(constants[0])
    return canonical(values)


def narrowed(scope: Scope, container: Container, pinned: Mapping[str, Sequence[Any]]) -> Scope:
    """The scope cut down by what the filter fixes: ids, else partition keys. Turns read-many queries into look-ups."""
    if "id" in pinned:
        names = tuple(dict.fromkeys(name for name in pinned["id"] if isinstance(name, str)))
        return _and(scope, f"id IN ({_marks(names)})", names)
    paths = container.key.paths
    constants = pinned.get(".".join(paths[0]), ())
    if len(paths) == 1 and len(constants) > 1:
        rings = tuple(
            {container.key.effective(canonical([value])) for value in constants if not isinstance(value, dict | list)}
        )
        return _and(scope, f"epk IN ({_marks(rings)})", rings)
    return scope


def _marks(values: Sequence[Any]) -> str:
    if len(values) > 20_000:
        raise bad_request("The query lists too many values.")
    return ",".join("?" * len(values))


def _and(scope: Scope, where: str, arguments: tuple[Any, ...]) -> Scope:
    return replace(scope, where=f"({scope.where}) AND {where}", arguments=scope.arguments + arguments)
