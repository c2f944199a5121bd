"""Estimated request charges.

Published anchors: a point read of 1 KB costs 1 RU and of 100 KB 10; an insert of 1 KB costs about 5 and of 100 KB about
50; a replace costs twice an insert. The terms for queries and indexed properties are estimates. All sizes in bytes.
"""

from functools import lru_cache
from typing import Any


def _kilobytes(size: int) -> float:
    return max(1.0, size / 1024)


def read(size: int) -> float:
    """A point read that found an item of this size."""
    return 1 + 9 / 99 * (_kilobytes(size) - 1)


MISS = 1.0  # a point read that found nothing, or 304
METADATA = 1.0


def insert(size: int, indexed_paths: int) -> float:
    """A create, or a delete of an item of this size."""
    return 5 + 45 / 99 * (_kilobytes(size) - 1) + 0.12 * max(0, indexed_paths - 5)


def replace(size: int, indexed_paths: int) -> float:
    """A replace, a patch, or an upsert of an existing item."""
    return 2 * insert(size, indexed_paths)


def query(ranges: int, loaded: int, returned_bytes: int) -> float:
    """One page of a query: ranges visited, items loaded after the index, bytes returned."""
    return 2.3 * max(1, ranges) + 0.03 * loaded + 0.07 * returned_bytes / 1024


@lru_cache(maxsize=4096)
def show(charge: float) -> str:
    """As in the header: two decimals, no trailing zeros."""
    return f"{charge:.2f}".rstrip("0").rstrip(".")


def leaves(value: Any) -> int:
    """The number of scalar properties in an item, arrays counted once per element."""
    if isinstance(value, dict):
        return sum(leaves(child) for child in value.values())
    if isinstance(value, list):
        return sum(leaves(child) for child in value)
    return 1
