"""Continuation tokens: opaque to clients, bound to the container and the query they came from.

Tokens outlive a split of the range they were given in: what was read of a range stays read in the ranges it was split into.
"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from typing import Any, Final

from local.cosmos.errors import CosmosError, bad_request
from local.cosmos.ranges import Layout

_VERSION: Final = 2
# Azure's own form starts with the rid of an item of the container it came from. None is from here, and Azure passes
# over a token with the rid of another container (the SDK's tests count on it).
_AZURE: Final = re.compile(r"[+-]RID:~[A-Za-z0-9+/=-]+#")


@dataclass(frozen=True, slots=True)
class Position:
    """Where the next page starts.

    Streamed rows continue at an item (`number`, and `ring` where rows come in ring order), after the first `skip` rows that
    item gives. Where ranges are read in turn, `part` is the one whose turn it is (None: the first), and `later` has the
    places (part, number, skip) of ranges to come that do not start at their beginning. Computed rows continue after `skip`
    rows of the slice `extent` of the ring (None: the slice is the request's), with `number` 0.
    """

    part: int | None = None
    number: int = 0
    ring: str = ""
    skip: int = 0
    later: tuple[tuple[int, int, int], ...] = ()
    extent: tuple[str, str] | None = None

    def located(self, layout: Layout) -> "Position":
        """The same position in the ranges of today. Raises 400 for a range this container never had."""
        part = layout.ranges[0].id if self.part is None else self.part
        heirs = layout.heirs(part)
        if not heirs:
            raise _foreign()
        first, *others = heirs
        later = [(other, self.number, self.skip) for other in others if self.number]
        later += [(heir, number, skip) for old, number, skip in self.later for heir in layout.heirs(old)]
        return replace(self, part=first, later=tuple(later))

    def following(self, parts: tuple[int, ...]) -> "Position | None":
        """The start of the next range after this one is done; None after the last."""
        rest = parts[parts.index(self.part) + 1 :] if self.part is not None else ()
        if not rest:
            return None
        number, skip = next(((number, skip) for part, number, skip in self.later if part == rest[0]), (0, 0))
        return Position(rest[0], number, "", skip, tuple(one for one in self.later if one[0] != rest[0]))


START = Position()


def fingerprint(rid: str, text: str) -> int:
    """Binds a token to a container and a query text."""
    return zlib.crc32(f"{rid}\n{text}".encode("utf-8", "surrogatepass"))


def write(position: Position, mark: int) -> str:
    """The token of a position."""
    raw = json.dumps([_VERSION, mark, *astuple(position)], separators=(",", ":"))
    return base64.b64encode(raw.encode()).decode("ascii")


def read(token: str | None, mark: int) -> Position:
    """The position of a token. Raises 400 for anything but a token of this query."""
    if not token or _AZURE.match(token):
        return START
    try:
        version, given, part, number, ring, skip, later, extent = json.loads(base64.b64decode(token, validate=True))
        position = Position(part, number, ring, skip, tuple(map(tuple, later)), extent and tuple(extent))
    except (ValueError, TypeError, binascii.Error):
        raise bad_request("The continuation token is malformed.") from None
    if version != _VERSION or given != mark or not all(_well_typed(position)):
        raise _foreign()
    return position


def after(position: Position, *, by_ring: bool) -> tuple[str, tuple[int | str, ...]]:
    """The SQL condition that starts a scan at a position, and its arguments."""
    if position.number == 0:
        return "1", ()
    if by_ring:
        return "(epk, number) >= (?, ?)", (position.ring, position.number)
    return "number >= ?", (position.number,)


def _well_typed(position: Position) -> Iterator[bool]:
    yield all(_is_count(value) for value in (position.part or 0, position.number, position.skip))
    yield isinstance(position.ring, str)
    yield all(len(one) == 3 and all(map(_is_count, one)) for one in position.later)
    yield position.extent is None or [type(bound) for bound in position.extent] == [str, str]


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _foreign() -> CosmosError:
    return bad_request("The continuation token does not belong to this query.")
