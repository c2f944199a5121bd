"""What the indexing policy lets a query sort by."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from local.cosmos.errors import NO_COMPOSITE_INDEX, ORDER_BY_EXCLUDED, SqlRefusal, bad_request
from local.cosmos.partitionkey import parse_path
from local.cosmos.sql import OrderPath

_ALWAYS: Final = (("id",), ("_ts",))


def check_order(policy: Mapping[str, Any], order: Sequence[OrderPath]) -> None:
    """Raises 400 unless the policy serves this ORDER BY: one indexed path, or a composite index of just these paths."""
    if len(order) > 1 and not _has_composite(policy, order):
        raise bad_request(NO_COMPOSITE_INDEX)
    if len(order) == 1 and not is_indexed(policy, order[0].path):
        raise SqlRefusal("2206", ORDER_BY_EXCLUDED, 0, 0)


def _has_composite(policy: Mapping[str, Any], order: Sequence[OrderPath]) -> bool:
    wanted = [(one.path, one.descending) for one in order]
    turned = [(path, not descending) for path, descending in wanted]
    for index in policy.get("compositeIndexes", ()):
        offered = [(_pattern(entry["path"])[0], entry["order"] == "descending") for entry in index]
        if offered in (wanted, turned):
            return True
    return False


def is_indexed(policy: Mapping[str, Any], path: tuple[str, ...]) -> bool:
    """Whether a property is in the index; the most precise of the matching included and excluded paths decides."""
    if policy["indexingMode"] == "none":
        return False
    if path in _ALWAYS:
        return True
    included = max((_precision(entry["path"], path) for entry in policy["includedPaths"]), default=-1)
    excluded = max((_precision(entry["path"], path) for entry in policy["excludedPaths"]), default=-1)
    return included > excluded


def _precision(pattern: str, path: tuple[str, ...]) -> int:
    """How closely a policy path matches; -1 if it does not. `/a/?` is the value itself, `/a/*` all below."""
    prefix, exact = _pattern(pattern)
    if exact:
        return 2 * len(prefix) + 1 if prefix == path else -1
    return 2 * len(prefix) if path[: len(prefix)] == prefix else -1


@lru_cache(maxsize=1024)
def _pattern(text: str) -> tuple[tuple[str, ...], bool]:
    steps = parse_path(text)
    if steps[-1] in ("*", "?"):
        return steps[:-1], steps[-1] == "?"
    return steps, True
