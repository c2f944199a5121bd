"""Passwords: argon2id with OWASP's minimum (19 MiB, 2 passes), in threads so that the event loop goes on, a few at a time."""

import asyncio
import functools
from typing import TYPE_CHECKING, Annotated

from pydantic import StringConstraints

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MIN_LENGTH = 12
MAX_LENGTH = 128
AT_ONCE = 4  # x 19 MiB of memory

# A blank at either end is part of a password.
GivenPassword = Annotated[str, StringConstraints(min_length=1, max_length=MAX_LENGTH, strip_whitespace=False)]
NewPassword = Annotated[str, StringConstraints(min_length=MIN_LENGTH, max_length=MAX_LENGTH, strip_whitespace=False)]


class Passwords:
    """Hashes and verifies; verifying somebody who does not exist takes as long as somebody who does."""

    def __init__(self) -> None:
        self._slots: asyncio.Semaphore | None = None

    async def hash(self, password: str) -> str:
        async with self._slot():
            return await asyncio.to_thread(_hasher().hash, password)

    async def verify(self, hashed: str | None, password: str) -> bool:
        """False for a wrong password, and for nobody (`hashed` None) after the same work."""
        async with self._slot():
            correct = await asyncio.to_thread(_verify, hashed or _hash_of_nobody(), password)
        return correct and hashed is not None

    def is_outdated(self, hashed: str) -> bool:
        """Was it made with other parameters than today's?"""
        return _hasher().check_needs_rehash(hashed)

    def _slot(self) -> asyncio.Semaphore:
        if self._slots is None:
            self._slots = asyncio.Semaphore(AT_ONCE)
        return self._slots


@functools.cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


@functools.cache
def _hash_of_nobody() -> str:
    return _hasher().hash("nobody has this password")


def _verify(hashed: str, password: str) -> bool:
    from argon2.exceptions import VerificationError

    try:
        return _hasher().verify(hashed, password)
    except VerificationError:
        return False
