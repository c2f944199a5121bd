"""Partition keys: the definition of a container, the key in a header, the key in an item."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from local.cosmos import epk
from local.cosmos.errors import INVALID_INPUT, bad_request, key_mismatch

_LIST: Final = json.JSONEncoder(separators=(",", ":"))
_LIMIT: Final = 2048  # bytes of one component, as documented for large partition keys


@dataclass(frozen=True, slots=True)
class Key:
    """A partition key value: canonical JSON text (equal keys have equal text) and its number of components."""

    text: str
    count: int

    @property
    def components(self) -> list[Any]:
        """The values; `{}` stands for undefined."""
        return json.loads(self.text)  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class KeyDefinition:
    """How a container finds the key in an item and where on the ring it lies."""

    paths: tuple[tuple[str, ...], ...]
    kind: str
    version: int

    @property
    def is_hierarchical(self) -> bool:
        return self.kind == "MultiHash"

    def of_item(self, item: Mapping[str, Any]) -> Key:
        """The key of an item. Raises 400/1001 if a level of a hierarchical key is missing."""
        components = [_value_at(item, path) for path in self.paths]
        if self.is_hierarchical and any(component == {} for component in components):
            raise key_mismatch()
        return canonical(components)

    def of_header(self, text: str | None) -> Key:
        """The complete key of a point operation. Raises 400 if it is missing, 400/1001 if it has the wrong length."""
        if text is None:
            raise bad_request("PartitionKey value must be supplied for this operation.")
        key = parse_header(text)
        if key.count == 0 and not self.is_hierarchical:
            return UNDEFINED_KEY
        if key.count != len(self.paths):
            raise key_mismatch()
        return key

    def effective(self, key: Key) -> str:
        """The effective partition key, also of a prefix."""
        return _effective(key.text, self.kind, self.version)


@lru_cache(maxsize=16384)
def _effective(text: str, kind: str, version: int) -> str:
    return epk.effective_key(json.loads(text), kind, version)


def _value_at(item: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = item
    for step in path:
        if not isinstance(value, Mapping) or step not in value:
            return {}
        value = value[step]
    return {} if isinstance(value, Mapping | list) else value  # only scalars count; clients see it the same way


def canonical(components: Sequence[Any]) -> Key:
    """A key from values; integral floats become ints, so that 1 and 1.0 are the same key."""
    values = [_normal(value) for value in components]
    return Key(_LIST.encode(values), len(values))


def _normal(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and len(value) > _LIMIT // 4 and len(value.encode("utf-8", "surrogatepass")) > _LIMIT:
        raise bad_request("Partition key value is too long: the limit is 2048 bytes.")
    return value


UNDEFINED_KEY: Final = canonical([{}])


@lru_cache(maxsize=16384)
def parse_header(text: str) -> Key:
    """The key of the `x-ms-documentdb-partitionkey` header. Raises 400 if it is not a list of scalars."""
    try:
        values = json.loads(text)
    except ValueError:
        raise bad_request(INVALID_INPUT) from None
    if not isinstance(values, list) or any(isinstance(v, list) or (isinstance(v, dict) and v) for v in values):
        raise bad_request(INVALID_INPUT)
    return canonical(values)


def parse_path(text: str) -> tuple[str, ...]:
    """The steps of an index or key path such as `/a/"b c"/d`. Raises 400 if it is not one."""
    if not text.startswith("/") or len(text) < 2:
        raise bad_request(f"The path '{text}' is invalid: it has to start with '/'.")
    steps: list[str] = []
    rest = text
    while rest:
        if not rest.startswith("/"):
            raise bad_request(f"The path '{text}' is invalid.")
        rest = rest[1:]
        step, rest = _step(rest, text)
        steps.append(step)
    return tuple(steps)


def _step(rest: str, whole: str) -> tuple[str, str]:
    if rest[:1] not in {'"', "'"}:
        step, slash, tail = rest.partition("/")
        if not step:
            raise bad_request(f"The path '{whole}' is invalid.")
        return step, slash + tail
    quote = rest[0]
    end = 1
    while end < len(rest) and rest[end] != quote:
        end += 2 if rest[end] == "\\" else 1
    if end >= len(rest):
        raise bad_request(f"The path '{whole}' is invalid.")
    return rest[1:end].replace("\\" + quote, quote), rest[end + 1 :]
