"""Partial updates: add, set, replace, remove, incr and move on an item."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from local.cosmos.errors import SqlRefusal, bad_request, precondition_failed
from local.cosmos.sql import SqlError, condition

MAX_OPERATIONS: Final = 10
_SYSTEM: Final = frozenset({"id", "_rid", "_self", "_etag", "_ts", "_attachments"})


def apply_patch(item: dict[str, Any], change: Any, key_paths: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    """The changed item (the argument is changed in place).

    `change` is `{"condition": "from c where ...", "operations": [...]}`. Raises 412 if the condition is not true and 400
    for an operation that cannot be applied; nothing must be stored then.
    """
    if not isinstance(change, Mapping) or not isinstance(change.get("operations"), list):
        raise bad_request("The patch request has to be an object with the list 'operations'.")
    operations = change["operations"]
    if not operations:
        raise bad_request("The patch request has no operations.")
    if len(operations) > MAX_OPERATIONS:
        raise bad_request("The number of patch operations can't exceed '10'.")
    if change.get("condition") is not None and not _holds(change["condition"], item):
        raise precondition_failed()
    for number, operation in enumerate(operations, start=1):
        _apply(item, operation, number, key_paths)
    return item


def _holds(text: Any, item: dict[str, Any]) -> bool:
    if not isinstance(text, str):
        raise bad_request("The patch condition has to be a string.")
    try:
        return condition(text)(item)
    except SqlError as error:
        raise SqlRefusal(error.code, error.message, error.start, error.end) from None


def _apply(item: dict[str, Any], operation: Any, number: int, key_paths: tuple[tuple[str, ...], ...]) -> None:
    if not isinstance(operation, Mapping) or not isinstance(operation.get("path"), str):
        raise bad_request(f"For Operation({number}): the operation has to be an object with 'op' and 'path'.")
    name = operation.get("op")
    act = _OPERATIONS.get(name) if isinstance(name, str) else None
    if act is None:
        raise bad_request(f"For Operation({number}): the operation '{name}' is unknown.")
    path = _pointer(operation["path"], number)
    _protect(path, key_paths, number)
    try:
        if name == "move":
            origin = _pointer(operation.get("from"), number)
            _protect(origin, key_paths, number)
            _move(item, origin, path)
        elif name == "remove":
            _remove(item, path)
        elif "value" not in operation:
            raise bad_request("a value is required.")
        else:
            act(item, path, operation["value"])
    except _Refused as refused:
        raise bad_request(f"For Operation({number}): {refused}") from None


class _Refused(Exception):
    """Why one operation cannot be applied."""


def _pointer(text: Any, number: int) -> list[str]:
    if not isinstance(text, str) or not text.startswith("/") or text == "/":
        raise bad_request(f"For Operation({number}): the path '{text}' is invalid.")
    return [step.replace("~1", "/").replace("~0", "~") for step in text[1:].split("/")]


def _protect(path: list[str], key_paths: tuple[tuple[str, ...], ...], number: int) -> None:
    if path[0] in _SYSTEM or any(tuple(path) == key[: len(path)] for key in key_paths):
        raise bad_request(
            f"For Operation({number}): the id, system properties and the partition key cannot be patched."
        )


def _parent(item: dict[str, Any], path: list[str]) -> Any:
    value: Any = item
    for step in path[:-1]:
        match value:
            case dict() if step in value:
                value = value[step]
            case list() if step.isdecimal() and int(step) < len(value):
                value = value[int(step)]
            case _:
                raise _Refused(f"the parent of the path '/{'/'.join(path)}' does not exist.")
    if not isinstance(value, dict | list):
        raise _Refused(f"the parent of the path '/{'/'.join(path)}' is not an object or array.")
    return value


def _index(array: list[Any], step: str, *, end: bool) -> int:
    """A position in an array; `end` allows the one after the last, also written `-`."""
    if step == "-" and end:
        return len(array)
    if not step.isdecimal() or int(step) >= len(array) + (1 if end else 0):
        raise _Refused(f"the array index '{step}' is out of range.")
    return int(step)


def _add(item: dict[str, Any], path: list[str], value: Any) -> None:
    parent = _parent(item, path)
    if isinstance(parent, dict):
        parent[path[-1]] = value
    else:
        parent.insert(_index(parent, path[-1], end=True), value)


def _set(item: dict[str, Any], path: list[str], value: Any) -> None:
    parent = _parent(item, path)
    if isinstance(parent, dict):
        parent[path[-1]] = value
        return
    index = _index(parent, path[-1], end=True)
    if index == len(parent):
        parent.append(value)
    else:
        parent[index] = value


def _replace(item: dict[str, Any], path: list[str], value: Any) -> None:
    parent = _parent(item, path)
    if isinstance(parent, dict):
        if path[-1] not in parent:
            raise _Refused(f"the path '/{'/'.join(path)}' to be replaced does not exist.")
        parent[path[-1]] = value
    else:
        parent[_index(parent, path[-1], end=False)] = value


def _take(item: dict[str, Any], path: list[str]) -> Any:
    parent = _parent(item, path)
    if isinstance(parent, dict):
        if path[-1] not in parent:
            raise _Refused(f"the path '/{'/'.join(path)}' to be removed does not exist.")
        return parent.pop(path[-1])
    return parent.pop(_index(parent, path[-1], end=False))


def _remove(item: dict[str, Any], path: list[str], _: Any = None) -> None:
    _take(item, path)


def _increment(item: dict[str, Any], path: list[str], value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Refused("the value of an increment has to be a number.")
    parent = _parent(item, path)
    if isinstance(parent, dict):
        step: Any = path[-1]
        parent.setdefault(step, 0)
    else:
        step = _index(parent, path[-1], end=False)
    current = parent[step]
    if isinstance(current, bool) or not isinstance(current, int | float):
        raise _Refused(f"the value at '/{'/'.join(path)}' is not a number.")
    parent[step] = current + value


def _move(item: dict[str, Any], origin: list[str], path: list[str]) -> None:
    if path[: len(origin)] == origin and len(path) > len(origin):
        raise _Refused("a value cannot be moved into itself.")
    _add(item, path, _take(item, origin))


_OPERATIONS: Final[dict[str, Callable[[dict[str, Any], list[str], Any], None]]] = {
    "add": _add,
    "set": _set,
    "replace": _replace,
    "remove": _remove,
    "incr": _increment,
    "increment": _increment,
    "move": _set,
}
