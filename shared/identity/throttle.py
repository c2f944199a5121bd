"""How often somebody may try to sign in: per account from one place, per account, and per place.

Counted in windows of the clock, in the cache. Nobody can lock somebody else out for good: the limit that strangers can use up does not
apply to a place from which the owner has signed in before, and every window starts afresh.
"""

import hashlib
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.identity.errors import TooManyAttempts
from shared.kit.cache import Cache

WINDOW = 15 * 60  # seconds
PER_ACCOUNT_AND_PLACE = 10
PER_ACCOUNT = 50
PER_PLACE = 300  # a whole platform may sit behind one address
KNOWN_PLACE_KEPT = 30 * 24 * 3600  # seconds
IPV6_PREFIX = 64  # what one subscriber gets; single addresses cost an attacker nothing


@dataclass(frozen=True, slots=True)
class SignInThrottle:
    cache: Cache
    now: Callable[[], datetime]

    async def admit(self, email: str, address: str) -> None:
        """Count an attempt before anything is looked up or computed. Errors: TooManyAttempts."""
        place = place_of(address)
        await self._count("place", PER_PLACE, place)
        await self._count("pair", PER_ACCOUNT_AND_PLACE, email, place)
        try:
            await self._count("account", PER_ACCOUNT, email)
        except TooManyAttempts:
            if await self.cache.get(_key("known", email, place)) is None:
                raise

    async def succeeded(self, email: str, address: str) -> None:
        """The owner was here: earlier slips are forgiven, and the place is known from now on."""
        place = place_of(address)
        await self.cache.delete(self._window_key("pair", email, place))
        await self.cache.put(_key("known", email, place), b"1", KNOWN_PLACE_KEPT)

    async def _count(self, what: str, limit: int, *subject: str) -> None:
        if await self.cache.increment(self._window_key(what, *subject), WINDOW) > limit:
            raise TooManyAttempts(retry_after=WINDOW - self.now().timestamp() % WINDOW)

    def _window_key(self, what: str, *subject: str) -> str:
        return _key(what, str(int(self.now().timestamp()) // WINDOW), *subject)


def place_of(address: str) -> str:
    """An IPv4 address, or the network of an IPv6 one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, IPV6_PREFIX), strict=False))
    return str(parsed)


def _key(*parts: str) -> str:
    """Addresses of both kinds are personal data: the cache holds a hash."""
    return f"sign-in:{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:32]}"
