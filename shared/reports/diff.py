"""What is different between two payloads, field by field. Rows are matched by their own ids, so a moved row is moved, not rewritten."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shared.reports.rows import MISSING, escaped, is_group, is_table, row_address, rows_of, same


class ChangeKind(StrEnum):
    CHANGED = "changed"  # of a field; null is a value like any other
    ADDED = "added"  # a row
    REMOVED = "removed"  # a row
    MOVED = "moved"  # a row: `before` and `after` are its places, counted from 0


@dataclass(frozen=True, slots=True)
class Change:
    """`address` as in `shared/reports/rows.py`."""

    kind: ChangeKind
    address: str
    before: Any
    after: Any


def diff(before: Any, after: Any) -> list[Change]:
    """From one payload to another, in the order of the newer one's fields; a field that is absent is null."""
    return list(_differences("", before, after))


def _differences(address: str, before: Any, after: Any) -> Iterator[Change]:
    if same(before, after):
        return
    old, new = _or_empty(before, after), _or_empty(after, before)
    if is_group(old) and is_group(new):
        for name in dict.fromkeys([*new, *old]):
            yield from _differences(f"{address}/{escaped(name)}", old.get(name), new.get(name))
    elif is_table(old) and is_table(new):
        yield from _table(address, old, new)
    else:
        yield Change(ChangeKind.CHANGED, address, before, after)


def _or_empty(value: Any, other: Any) -> Any:
    """A group or table that is not there is an empty one, so that what comes into it is told field by field."""
    if value is None or value is MISSING:
        return {} if is_group(other) else [] if is_table(other) else None
    return value


def _table(address: str, before: Any, after: Any) -> Iterator[Change]:
    old, new = rows_of(before), rows_of(after)
    places = {row_id: place for place, row_id in enumerate(new)}
    for place, row_id in enumerate(old):
        if row_id not in new:
            yield Change(ChangeKind.REMOVED, row_address(address, row_id), before[place], None)
    moved = moved_rows(list(old), list(new))
    for row_id, row in new.items():
        at = row_address(address, row_id)
        if row_id not in old:
            yield Change(ChangeKind.ADDED, at, None, row)
            continue
        if row_id in moved:
            yield Change(ChangeKind.MOVED, at, list(old).index(row_id), places[row_id])
        yield from _differences(at, old[row_id], row)


def moved_rows(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """As few rows as possible whose moving explains the new order: all but a longest run that kept its order."""
    kept = [row_id for row_id in after if row_id in set(before)]
    place = {row_id: number for number, row_id in enumerate(before)}
    tails: list[int] = []  # smallest last place of a run of each length
    lengths: list[int] = []
    for row_id in kept:
        length = bisect_left(tails, place[row_id])
        tails[length : length + 1] = [place[row_id]]
        lengths.append(length + 1)
    wanted, moved = len(tails), set[str]()
    for row_id, length in zip(reversed(kept), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            moved.add(row_id)
    return moved
