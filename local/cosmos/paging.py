"""Continuation tokens: opaque to clients, bound to the container and the query they came from."""

import base64
import binascii
import json
import zlib
from dataclasses import dataclass

from local.cosmos.errors import bad_request


@dataclass(frozen=True, slots=True)
class Position:
    """Where the next page starts.

    Streamed rows continue in a range (`part`, where several are read in turn) at an item (`number`, and `ring` where rows
    come in ring order), after the first `skip` rows that item gives; computed results continue after `skip` rows, with
    `number` 0.
    """

    part: int = 0
    number: int = 0
    ring: str = ""
    skip: int = 0


START = Position()


def fingerprint(rid: str, text: str) -> int:
    """Binds a token to a container and a query text."""
    return zlib.crc32(f"{rid}\n{text}".encode("utf-8", "surrogatepass"))


def write(position: Position, mark: int) -> str:
    """The token of a position."""
    raw = json.dumps([1, mark, position.part, position.number, position.ring, position.skip], separators=(",", ":"))
    return base64.b64encode(raw.encode()).decode("ascii")


def read(token: str | None, mark: int) -> Position:
    """The position of a token. Raises 400 for anything but a token of this query."""
    if not token:
        return START
    try:
        version, given, part, number, ring, skip = json.loads(base64.b64decode(token, validate=True))
    except (ValueError, TypeError, binascii.Error):
        raise bad_request("The continuation token is malformed.") from None
    well_typed = all(isinstance(value, int) and value >= 0 for value in (part, number, skip)) and isinstance(ring, str)
    if version != 1 or given != mark or not well_typed:
        raise bad_request("The continuation token does not belong to this query.")
    return Position(part, number, ring, skip)


def after(position: Position, *, by_ring: bool) -> tuple[str, tuple[int | str, ...]]:
    """The SQL condition that starts a scan at a position, and its arguments."""
    if position.number == 0:
        return "1", ()
    if by_ring:
        return "(epk, number) >= (?, ?)", (position.ring, position.number)
    return "number >= ?", (position.number,)
