"""How often somebody may try something that proves who they are: per account from one place, per account, and per place.

Attempts are counted before they are answered. Who has used up the free ones at one account from one place waits, longer each time, up to
`LONGEST_LOCK`; success forgives. Nobody can lock somebody else out for good: a lock holds for one place only, and what strangers can use
up (the attempts of an account as a whole) does not apply to a place the owner has been at before, where no lock grows either.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from shared.identity.errors import TooManyAttempts
from shared.kit.cache import Cache
from shared.kit.counters import Counters
from shared.kit.places import place_of

WINDOW = 15 * 60  # seconds
DAY = 24 * 3600  # seconds
PER_ACCOUNT_AND_PLACE = 10
PER_ACCOUNT = 50
PER_PLACE = 300  # a whole platform may sit behind one address
FIRST_LOCK = 60  # seconds
LONGEST_LOCK = 3600  # seconds
LOCKS_KEPT = DAY  # seconds after the end of a lock until the next one is a first again
KNOWN_PLACE_KEPT = 30 * 24 * 3600  # seconds


class Attempt(StrEnum):
    """What is tried; each is counted by itself."""

    SIGN_IN = "sign-in"
    SECOND_FACTOR = "second-factor"
    PASSWORD_RESET = "password-reset"  # noqa: S105 (a name)
    LINK = "link"
    SHARE_LINK = "share-link"
    SHARE_LINK_PASSWORD = "share-link-password"  # noqa: S105 (a name)
    UPLOAD_LINK = "upload-link"
    UPLOAD_LINK_PASSWORD = "upload-link-password"  # noqa: S105 (a name)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Attempts within `WINDOW`; `per_account_a_day` from places the owner has not been at."""

    per_account_and_place: int = PER_ACCOUNT_AND_PLACE
    per_account: int = PER_ACCOUNT
    per_place: int = PER_PLACE
    per_account_a_day: int | None = None


# the account is the link: many may hold one, and each of them types its password
OF_A_LINK = Allowance(per_account_and_place=5, per_account=100, per_place=100, per_account_a_day=300)
ALLOWANCES = {
    Attempt.SIGN_IN: Allowance(),
    # whoever gets as far as guessing six digits knows the password: a day's luck has to be small
    Attempt.SECOND_FACTOR: Allowance(per_account_and_place=5, per_account=20, per_account_a_day=50),
    Attempt.PASSWORD_RESET: Allowance(per_account_and_place=3, per_account=10, per_place=100),  # each sends a letter
    Attempt.LINK: Allowance(per_place=100),
    # by itself each: whoever opens many links to documents does not keep the office from accepting its invitations
    Attempt.SHARE_LINK: Allowance(per_place=100),
    Attempt.UPLOAD_LINK: Allowance(per_place=100),
    Attempt.SHARE_LINK_PASSWORD: OF_A_LINK,
    Attempt.UPLOAD_LINK_PASSWORD: OF_A_LINK,
}


@dataclass(frozen=True, slots=True)
class Throttle:
    counters: Counters
    cache: Cache
    now: Callable[[], datetime]

    async def admit(self, what: Attempt, account: str, address: str) -> None:
        """Count an attempt before anything is looked up or computed. `account` is whatever names it: an e-mail address, a user id;
        "" when the attempt names none, and only the place counts. Errors: TooManyAttempts with the seconds to wait.
        """
        allowed, place = ALLOWANCES[what], place_of(address)
        await self._count(allowed.per_place, WINDOW, what, "place", place)
        if not account:
            return
        known = await self.cache.get(_key(what, "known", account, place)) is not None
        await self._count_pair(allowed.per_account_and_place, what, account, place, known=known)
        try:
            await self._count(allowed.per_account, WINDOW, what, "account", account)
            if allowed.per_account_a_day is not None:
                await self._count(allowed.per_account_a_day, DAY, what, "account", account)
        except TooManyAttempts:
            if not known:
                raise

    async def admit_link(self, address: str) -> None:
        """A link out of a letter, which nobody guesses: only the place counts. Errors: TooManyAttempts."""
        await self.admit(Attempt.LINK, "", address)

    async def succeeded(self, what: Attempt, account: str, address: str) -> None:
        """The owner was here: earlier slips are forgiven, and the place is known from now on."""
        place = place_of(address)
        pair = (what, "pair", account, place)
        await self.counters.clear(self._window_key(*pair))
        await self.cache.delete(_key(*pair))
        await self.cache.put(_key(what, "known", account, place), b"1", KNOWN_PLACE_KEPT)

    async def _count(self, limit: int, window: int, *subject: str) -> None:
        if await self.counters.hit(self._window_key(*subject, window=window), window) > limit:
            raise TooManyAttempts(retry_after=window - self.now().timestamp() % window)

    async def _count_pair(self, free: int, what: Attempt, account: str, place: str, *, known: bool) -> None:
        """The first round has `free` attempts within a window, each further one a single attempt after a lock twice as long."""
        pair, moment = (what, "pair", account, place), self.now().timestamp()
        lock = await self._lock_of(*pair)
        if moment < lock.until:
            raise TooManyAttempts(retry_after=lock.until - moment)
        following = Lock(0, moment + WINDOW) if known else lock.following(moment)
        left = free if lock.number == 0 else 1
        count = await self.counters.hit(self._round_key(lock, *pair), max(WINDOW, LONGEST_LOCK))
        if count >= left:
            await self.cache.put(_key(*pair), following.to_bytes(), following.until - moment + LOCKS_KEPT)
        if count > left:
            raise TooManyAttempts(retry_after=following.until - moment)

    async def _lock_of(self, *pair: str) -> "Lock":
        stored = await self.cache.get(_key(*pair))
        return Lock(0, 0.0) if stored is None else Lock.from_bytes(stored)

    def _round_key(self, lock: "Lock", *pair: str) -> str:
        """A lock starts a round of its own; the first one starts anew with every window."""
        return self._window_key(*pair) if lock.until == 0 else _key(*pair, str(lock.until))

    def _window_key(self, *subject: str, window: int = WINDOW) -> str:
        return _key(*subject, f"window {int(self.now().timestamp()) // window} of {window}")


@dataclass(frozen=True, slots=True)
class Lock:
    """The `number`-th in a row, until a moment in seconds of the epoch."""

    number: int
    until: float

    def following(self, moment: float) -> "Lock":
        return Lock(self.number + 1, moment + min(FIRST_LOCK * 2**self.number, LONGEST_LOCK))

    def to_bytes(self) -> bytes:
        return f"{self.number} {self.until}".encode()

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Lock":
        number, until = stored.split()
        return cls(int(number), float(until))


def _key(*parts: str) -> str:
    """Addresses of both kinds are personal data: what is kept is a hash."""
    return f"attempt:{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:32]}"
