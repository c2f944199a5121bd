"""Time-ordered identifiers: ULIDs, 26 characters of Crockford base 32, sorted as text by creation time."""

import re
import secrets
import threading
import time
from typing import Annotated

from pydantic import StringConstraints

LENGTH = 26
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PATTERN = re.compile(r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$")

Id = Annotated[str, StringConstraints(pattern=_PATTERN.pattern, min_length=LENGTH, max_length=LENGTH)]


class _Sequence:
    """Two ids of one process never tie and never go back, even within one millisecond (ULID spec, monotonicity)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        fresh = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
        with self._lock:
            self._last = fresh if fresh >> 80 > self._last >> 80 else self._last + 1
            return self._last


_sequence = _Sequence()


def new_id() -> str:
    """A fresh id: 48 bits of milliseconds, 80 bits of chance."""
    value = _sequence.next()
    return "".join(ALPHABET[(value >> shift) & 31] for shift in range(125, -1, -5))


def is_id(text: str) -> bool:
    return _PATTERN.fullmatch(text) is not None
