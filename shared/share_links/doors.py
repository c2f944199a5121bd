"""What opening any link begins with: attempts are counted, passwords compared."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from shared.errors import NotFound
from shared.identity.passwords import Passwords
from shared.identity.throttle import Attempt, Throttle
from shared.share_links.errors import LinkPasswordWrong
from shared.share_links.link import Link, Visitor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Door:
    """`opening` and `guessing` are how attempts at this kind of link, and at its passwords, are counted."""

    passwords: Passwords
    throttle: Throttle
    opening: Attempt
    guessing: Attempt

    async def admit(self, visitor: Visitor) -> None:
        """Before anything is looked up. Errors: TooManyAttempts."""
        await self.throttle.admit(self.opening, "", visitor.address)

    async def check_password(
        self, link: Link, password: str | None, visitor: Visitor, note_wrong: Callable[[], Awaitable[object]]
    ) -> None:
        """Counted before anything is computed, once there is something to compare. Errors: LinkPasswordWrong, TooManyAttempts."""
        if link.password_hash is None:
            return
        if password is None:
            raise LinkPasswordWrong
        await self.throttle.admit(self.guessing, link.id, visitor.address)
        if not await self.passwords.verify(link.password_hash, password):
            await note_wrong()
            raise LinkPasswordWrong
        await self.throttle.succeeded(self.guessing, link.id, visitor.address)


async def found(asked: Awaitable[T]) -> T | None:
    try:
        return await asked
    except NotFound:
        return None
