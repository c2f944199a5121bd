"""Passwords: argon2id with OWASP's minimum (2 passes over 19 MiB), in threads so that the event loop goes on, a few at a time so that
memory holds.
"""

import asyncio
import base64
import functools
import unicodedata
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MIN_LENGTH = 12
MAX_LENGTH = 128
TIME_COST = 2  # passes
MEMORY_COST = 19_456  # KiB
PARALLELISM = 1
AT_ONCE = 4  # x 19 MiB

_HIDDEN = Field(repr=False, json_schema_extra={"format": "password", "writeOnly": True})
NewPassword = Annotated[
    str, StringConstraints(strip_whitespace=False, min_length=MIN_LENGTH, max_length=MAX_LENGTH), _HIDDEN
]
GivenText = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1, max_length=MAX_LENGTH)]
GivenPassword = Annotated[GivenText, _HIDDEN]


class Passwords:
    """Hashes and verifies; verifying somebody who does not exist takes as long as somebody who does."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def hash(self, password: str) -> str:
        async with self._slots:
            return await asyncio.to_thread(lambda: _hasher().hash(canonical(password)))

    async def verify(self, hashed: str | None, password: str) -> bool:
        """False for a wrong password, and for nobody (`hashed` None) after the same work."""
        async with self._slots:
            correct = await asyncio.to_thread(_verify, hashed or HASH_OF_NOBODY, canonical(password))
        return correct and hashed is not None

    def is_outdated(self, hashed: str) -> bool:
        """Was it made with other parameters than today's?"""
        return _hasher().check_needs_rehash(hashed)


def canonical(password: str) -> str:
    """One spelling per character, whatever keyboard it was typed on (NIST SP 800-63B section 5.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


def _encoded(length: int) -> str:
    return base64.b64encode(bytes(length)).decode().rstrip("=")


# Well formed, with today's parameters, and the answer to no password: nothing has to be computed before the first use.
HASH_OF_NOBODY = f"$argon2id$v=19$m={MEMORY_COST},t={TIME_COST},p={PARALLELISM}${_encoded(16)}${_encoded(32)}"


@functools.cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=TIME_COST, memory_cost=MEMORY_COST, parallelism=PARALLELISM)


def _verify(hashed: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False
