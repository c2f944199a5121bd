"""Payloads as people see them: fields, quantities and rows that are known by their own ids, wherever they stand.

An address names a field in a way that survives rows being moved: `/timeLog/id:R7/remark`. `pointer_of` gives its JSON pointer in a payload.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Json = Any
MISSING = type("Missing", (), {"__repr__": lambda _: "MISSING"})()
_ROW = "id:"


def is_quantity(value: Json) -> bool:
    return isinstance(value, Mapping) and {"value", "unit"} <= value.keys() <= {"value", "unit", "si"}


def is_group(value: Json) -> bool:
    """Something with fields of its own. A quantity is one value."""
    return isinstance(value, Mapping) and not is_quantity(value)


def is_table(value: Json) -> bool:
    """Rows with ids. A list of anything else is one value; an empty one is both."""
    return isinstance(value, list) and all(is_group(row) and isinstance(row.get("id"), str) for row in value)


def same(one: Json, other: Json) -> bool:
    """Equal as JSON: absent is null, 1 is 1.0 but not true, and no row stands for another."""
    one, other = _plain(one), _plain(other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return all(same(one.get(name), other.get(name)) for name in one.keys() | other.keys())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


def _plain(value: Json) -> Json:
    return None if value is MISSING else value


def rows_of(value: Json) -> dict[str, Mapping[str, Json]]:
    """By id, in their order."""
    return {row["id"]: row for row in value} if isinstance(value, list) else {}


def row_address(address: str, row_id: str) -> str:
    return f"{address}/{_ROW}{escaped(row_id)}"


def escaped(name: str) -> str:
    """RFC 6901."""
    return name.replace("~", "~0").replace("/", "~1")


def pointer_of(payload: Json, address: str) -> str | None:
    """The JSON pointer of an address in one payload; None if the row is not there."""
    pointer, here = "", payload
    for step in address.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if isinstance(here, Sequence) and not isinstance(here, str):
            ids = [row["id"] for row in here]
            if name.removeprefix(_ROW) not in ids:
                return None
            index = ids.index(name.removeprefix(_ROW))
            pointer, here = f"{pointer}/{index}", here[index]
        else:
            pointer, here = f"{pointer}/{step}", here.get(name) if isinstance(here, Mapping) else None
    return pointer
