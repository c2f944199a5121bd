"""Functions on arrays and objects. Equality is deep and typed; sets keep the first of equal items, in order."""

from typing import Any, Final

from local.cosmos.sql.functions.registry import Registry
from local.cosmos.sql.functions.text import whole
from local.cosmos.sql.values import UNDEFINED, equal, identity

BUILTINS: Final = Registry()
_define = BUILTINS.define
_UNBOUNDED: Final = 2**63 - 1


@_define("ARRAY_CONTAINS", 2, 3)
def array_contains(items: Any, wanted: Any, partial: Any = False) -> Any:
    """partial: an object is also found in one that has all its properties, and more."""
    if partial is UNDEFINED:
        partial = False
    if type(items) is not list or wanted is UNDEFINED or type(partial) is not bool:
        return UNDEFINED
    if partial and type(wanted) is dict:
        return any(_has_properties(item, wanted) for item in items)
    if type(wanted) is str:
        return wanted in items
    return any(equal(item, wanted) for item in items)


def _has_properties(item: Any, wanted: dict[str, Any]) -> bool:
    if type(item) is not dict:
        return False
    return all(name in item and equal(item[name], value) for name, value in wanted.items())


@_define("ARRAY_CONTAINS_ANY", 2, None)
def array_contains_any(items: Any, *wanted: Any) -> Any:
    if type(items) is not list:
        return UNDEFINED
    present = {identity(item) for item in items}
    return any(identity(value) in present for value in wanted if value is not UNDEFINED)


@_define("ARRAY_CONTAINS_ALL", 2, None)
def array_contains_all(items: Any, *wanted: Any) -> Any:
    if type(items) is not list:
        return UNDEFINED
    present = {identity(item) for item in items}
    return all(value is not UNDEFINED and identity(value) in present for value in wanted)


@_define("ARRAY_LENGTH", 1)
def array_length(items: Any) -> Any:
    return len(items) if type(items) is list else UNDEFINED


@_define("ARRAY_CONCAT", 2, None)
def array_concat(*arrays: Any) -> Any:
    if any(type(array) is not list for array in arrays):
        return UNDEFINED
    return [item for array in arrays for item in array]


@_define("ARRAY_SLICE", 2, 3)
def array_slice(items: Any, start: Any, count: Any = _UNBOUNDED) -> Any:
    """A negative start counts from the end, a negative count takes nothing."""
    first, size = whole(start), whole(count)
    if type(items) is not list or first is None or size is None:
        return UNDEFINED
    if first < 0:
        first = max(first + len(items), 0)
    return items[first : first + max(size, 0)]


def _unique(items: list[Any]) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for item in items:
        found.setdefault(identity(item), item)
    return found


@_define("SETINTERSECT", 2)
def set_intersect(first: Any, second: Any) -> Any:
    if type(first) is not list or type(second) is not list:
        return UNDEFINED
    other = _unique(second)
    return [item for key, item in _unique(first).items() if key in other]


@_define("SETUNION", 2)
def set_union(first: Any, second: Any) -> Any:
    if type(first) is not list or type(second) is not list:
        return UNDEFINED
    return list(_unique(first + second).values())


@_define("SETDIFFERENCE", 2)
def set_difference(first: Any, second: Any) -> Any:
    if type(first) is not list or type(second) is not list:
        return UNDEFINED
    other = _unique(second)
    return [item for key, item in _unique(first).items() if key not in other]


@_define("SETEQUAL", 2)
def set_equal(first: Any, second: Any) -> Any:
    if type(first) is not list or type(second) is not list:
        return UNDEFINED
    return _unique(first).keys() == _unique(second).keys()


@_define("OBJECTTOARRAY", 1, 3)
def object_to_array(value: Any, name: Any = "k", content: Any = "v") -> Any:
    """[{"k": property, "v": value}, ...]; the two names can be given."""
    if type(value) is not dict or type(name) is not str or type(content) is not str:
        return UNDEFINED
    return [{name: key, content: item} for key, item in value.items()]


@_define("CHOOSE", 2, None)
def choose(position: Any, *choices: Any) -> Any:
    """The choice at a position counted from 1."""
    place = whole(position)
    return choices[place - 1] if place is not None and 1 <= place <= len(choices) else UNDEFINED
