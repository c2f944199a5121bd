"""Two people changed one report: their changes are brought together where they touch different fields, and listed where they do not.

Nothing is lost in silence. Where both changed the same field, the merged payload holds what the server has (`theirs`) and the conflict
holds all three values, for somebody to choose.
"""

from dataclasses import dataclass, field
from typing import Any

from shared.reports.rows import MISSING, escaped, is_group, is_table, row_address, rows_of, same


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field, row (None: removed) or order of rows (`{"order": ids}`) that both changed. `address`: shared/reports/rows.py."""

    address: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    payload: Any
    conflicts: list[Conflict] = field(default_factory=list)


def merge(base: Any, mine: Any, theirs: Any) -> Merged:
    """`base` is what both began with. Who of the two is `mine` matters to conflicts only, and to the order of rows both added."""
    merged = Merged(None)
    payload = _merged(merged.conflicts, "", base, mine, theirs)
    return Merged(payload, merged.conflicts)


def _merged(conflicts: list[Conflict], address: str, base: Any, mine: Any, theirs: Any) -> Any:
    if same(base, mine) or same(mine, theirs):
        return theirs
    if same(base, theirs):
        return mine
    sides = (base, mine, theirs)
    if all(is_group(side) or _absent(side) for side in sides):
        return _group(conflicts, address, *({} if _absent(side) else side for side in sides))
    if all(is_table(side) or _absent(side) for side in sides):
        return _table(conflicts, address, *([] if _absent(side) else side for side in sides))
    conflicts.append(Conflict(address, *(None if _absent(side) else side for side in sides)))
    return theirs


def _absent(side: Any) -> bool:
    return side is MISSING or side is None


def _group(conflicts: list[Conflict], address: str, base: Any, mine: Any, theirs: Any) -> dict[str, Any]:
    made = {
        name: _merged(
            conflicts, f"{address}/{escaped(name)}", *(side.get(name, MISSING) for side in (base, mine, theirs))
        )
        for name in dict.fromkeys([*theirs, *mine])
    }
    return {name: value for name, value in made.items() if value is not MISSING}


def _table(conflicts: list[Conflict], address: str, base: Any, mine: Any, theirs: Any) -> list[Any]:
    sides = [rows_of(side) for side in (base, mine, theirs)]
    rows = {
        row_id: _row(conflicts, row_address(address, row_id), *(side.get(row_id) for side in sides))
        for row_id in dict.fromkeys([*sides[2], *sides[1]])
    }
    return [rows[row_id] for row_id in _order(conflicts, address, *map(list, sides)) if rows.get(row_id)]


def _row(conflicts: list[Conflict], address: str, base: Any, mine: Any, theirs: Any) -> Any:
    """None: it is removed. Removed by one and changed by the other, it stays, for the change is what could be lost."""
    if base is None or (mine and theirs):
        return _merged(conflicts, address, base, mine, theirs)
    if (mine or theirs) and not same(base, mine or theirs):
        conflicts.append(Conflict(address, base, mine, theirs))
        return mine or theirs
    return None


def _order(conflicts: list[Conflict], address: str, base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Of whoever reordered; rows of the other come behind the row they followed there."""
    common = set(base) & set(mine) & set(theirs)
    began, here, there = ([row_id for row_id in side if row_id in common] for side in (base, mine, theirs))
    leading, other = (mine, theirs) if began == there else (theirs, mine)
    if began not in (here, there) and here != there:
        conflicts.append(Conflict(address, {"order": base}, {"order": mine}, {"order": theirs}))
    order = list(leading)
    for place, row_id in enumerate(other):
        if row_id not in order:
            order.insert(order.index(other[place - 1]) + 1 if place else 0, row_id)
    return order
