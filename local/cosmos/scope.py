"""Which items a query or feed reads: one logical partition, a slice of the ring, or everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import Any, Final

from local.cosmos import wire
from local.cosmos.catalog import Container
from local.cosmos.errors import CosmosError, bad_request, key_mismatch
from local.cosmos.paging import Position
from local.cosmos.partitionkey import Key, canonical, parse_header
from local.cosmos.ranges import Range
from local.cosmos.wire import Request

_MOST_KEYS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Scope:
    """`where` and `arguments` select rows; `by_ring` says whether they come in the order of the ring first.

    `part` is the range that answers, None if several do; `is_everything`: the whole container is read; `is_key`: one logical
    partition; `is_few`: some that the filter names. `extent`: the slice of the ring, where the request names one, from (inclusive)
    to (exclusive).
    """

    where: str
    arguments: tuple[Any, ...]
    part: int | None
    by_ring: bool = False
    is_everything: bool = False
    is_key: bool = False
    is_few: bool = False
    extent: tuple[str, str] | None = None

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
    owner = None if range_id is None else _range(container, range_id)
    if owner is not None and (start is None or end is None):
        return _of_range(owner)
    if start is None or end is None:
        raise bad_request("A slice of the ring needs both of its ends.")
    return _of_slice(container, owner, start.upper(), end.upper())


def _of_slice(container: Container, owner: Range | None, low: str, high: str) -> Scope:
    if owner is None:
        owner = _range(container, str(container.part_of(low)))
        if high > owner.high:
            raise _gone(f"{low}-{high}")  # more than one range: the client still knows the one that was split
    if low <= owner.low and high >= owner.high:
        return _of_range(owner)
    if low == high:
        return Scope("epk = ?", (low,), owner.id)
    return slice_of((max(low, owner.low), min(high, owner.high)), owner.id)


def _of_range(owner: Range) -> Scope:
    return Scope("part = ?", (owner.id,), owner.id, extent=(owner.low, owner.high))


def slice_of(extent: tuple[str, str], part: int | None) -> Scope:
    """A slice of the ring."""
    return Scope("epk >= ? AND epk < ?", extent, part, by_ring=True, extent=extent)


def _range(container: Container, text: str) -> Range:
    # Some clients send "<container rid>,<range id>".
    name = text.rpartition(",")[2]
    found = container.layout.get(int(name)) if name.isdecimal() else None
    if found is None:
        raise _gone(text)
    return found


def _gone(text: str) -> CosmosError:
    return CosmosError(410, f"The partition key range '{text}' is gone.", 1002)


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
    parts = container.parts
    return Scope("1", (), parts[0] if len(parts) == 1 else None, is_everything=True)


def turn(scope: Scope, container: Container, position: Position) -> tuple[Scope, Position]:
    """What a page of streamed rows reads, from where: of several ranges the one whose turn it is, never two."""
    if scope.is_everything:
        position = position.located(container.layout)
        if len(container.parts) == 1:
            return scope, position  # a condition on the range would only cost the order of the table
        part = position.part
        return replace(
            scope, where=f"({scope.where}) AND part = ?", arguments=(*scope.arguments, part), part=part
        ), position
    # The order of the first page stays, though after a split the same slice may be named differently.
    return (replace(scope, by_ring=bool(position.ring)), position) if position.number else (scope, position)


def resumed(scope: Scope, position: Position) -> Scope | None:
    """What later pages of computed rows read. They are counted in the slice of the first page: if its range was split since,
    the half with the lower end gives all that is left, and the others nothing (None)."""
    if position.extent is None or scope.extent is None or position.extent == scope.extent:
        return scope
    if position.extent[0] != scope.extent[0]:
        return None
    return slice_of(position.extent, scope.part)


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
    levels = [pinned.get(".".join(path), ()) for path in container.key.paths]
    if not scope.is_key and 0 < prod(map(len, levels)) <= _MOST_KEYS:
        keys = [values for values in product(*levels) if not any(isinstance(value, dict | list) for value in values)]
        rings = tuple({container.key.effective(canonical(list(values))) for values in keys})
        return replace(_and(scope, f"epk IN ({_marks(rings)})", rings), is_few=len(levels) > 1)
    return scope


def _marks(values: Sequence[Any]) -> str:
    if len(values) > 20_000:
        raise bad_request("The query lists too many values.")
    return ",".join("?" * len(values))


def _and(scope: Scope, where: str, arguments: tuple[Any, ...]) -> Scope:
    return replace(scope, where=f"({scope.where}) AND {where}", arguments=scope.arguments + arguments)
