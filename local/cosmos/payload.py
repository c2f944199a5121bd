"""JSON in and out: strict parsing of what clients send, and the stored form of an item."""

import json
from typing import Any, Final, NoReturn

from local.cosmos.errors import INVALID_INPUT, bad_request, too_large

MAX_ITEM: Final = 2 * 1024 * 1024
SYSTEM: Final = ("_rid", "_self", "_etag", "_attachments", "_ts")
_FORBIDDEN: Final = frozenset("/\\?#\t\r\n\0")


def _reject(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_DECODER: Final = json.JSONDecoder(parse_constant=_reject)
_ENCODER: Final = json.JSONEncoder(separators=(",", ":"), allow_nan=False)
decode = _DECODER.decode

_scan: Final = json.JSONDecoder().raw_decode


def stored(text: str) -> Any:
    """The item in a text that this server wrote: nothing around it, nothing wrong with it."""
    return _scan(text)[0]


def loads(body: bytes) -> Any:
    """Parse a request body. Raises 400 for anything that is not JSON as the standard has it (no NaN)."""
    try:
        return decode(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise bad_request("The request body is not valid JSON.") from None


def loads_object(body: bytes) -> dict[str, Any]:
    """Parse a request body that has to be an object."""
    value = loads(body)
    if not isinstance(value, dict):
        raise bad_request(INVALID_INPUT)
    return value


def dumps(value: Any) -> str:
    """Compact JSON, ASCII only, so that lone surrogates survive. Raises 400 for numbers beyond a double."""
    try:
        return _ENCODER.encode(value)
    except ValueError:
        raise bad_request("The request body holds a number that is out of range.") from None


def check_size(body: bytes) -> None:
    """Raises 413 for more than 2 MB."""
    if len(body) > MAX_ITEM:
        raise too_large()


def check_id(name: Any, limit: int) -> str:
    """An id of a resource. Raises 400 if it is not a usable one; `limit` is the first length refused."""
    if name is None:
        raise bad_request("The input content is invalid because the required properties - 'id; ' - are missing")
    if not isinstance(name, str) or not name or len(name.encode("utf-8", "surrogatepass")) >= limit:
        raise bad_request(
            f"The input name '{str(name)[:300]}' is invalid. "
            f"Ensure to provide a unique non-empty string less than '{limit}' characters."
        )
    if not _FORBIDDEN.isdisjoint(name):
        raise bad_request(f"The input name '{name}' is invalid: it contains one of / \\ ? # or a control character.")
    return name


def check_ttl(item: dict[str, Any]) -> int | None:
    """The item's own time to live in seconds. Raises 400 unless it is absent, -1 or positive."""
    if "ttl" not in item:
        return None
    ttl = item["ttl"]
    if isinstance(ttl, bool) or not isinstance(ttl, int) or ttl == 0 or not -1 <= ttl <= 0x7FFFFFFF:
        raise bad_request(
            f"The input ttl '{ttl}' is invalid. Ensure to provide a nonzero positive integer less than or equal to "
            "'2147483647', or -1."
        )
    return ttl


def strip_system(item: dict[str, Any]) -> dict[str, Any]:
    """Forget the system properties a client sent back."""
    for name in SYSTEM:
        item.pop(name, None)
    return item


def compose(item: dict[str, Any], rid: str, container_link: str, etag: str, ts: int) -> str:
    """The stored and returned text of an item: the client's properties, then the system's."""
    text = dumps(item)
    comma = "," if item else ""
    return (
        f'{text[:-1]}{comma}"_rid":"{rid}","_self":"{container_link}docs/{rid}/","_etag":"{etag[1:-1].join(_QUOTES)}",'
        f'"_attachments":"attachments/","_ts":{ts}}}'
    )


_QUOTES: Final = ('\\"', '\\"')
