"""How many requests a caller may make, and the header fields that tell how they stand.

A window of the clock per limit and caller: one count per request is one round trip, and its answer is all the fields need. The price is
that up to twice the amount passes around the end of a window. Fields as in draft-ietf-httpapi-ratelimit-headers-10.
"""

import hashlib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from shared.errors import LimitReached
from shared.kit.counters import Counters

GENERAL = "general"  # the deployment's own, one count for all endpoints that declare nothing
UNLIMITED = "unlimited"
_WRITTEN = re.compile(r"^([1-9]\d*)/(second|minute|hour|day)$")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `amount` requests of one caller in a window of `seconds`."""

    name: str
    amount: int
    seconds: int

    @classmethod
    def parse(cls, name: str, written: str) -> Self:
        """`10/minute`; also per second, hour and day. Errors: ValueError."""
        found = _WRITTEN.match(written)
        if found is None:
            raise ValueError(f"{name}: a limit is written 10/minute, not {written!r}")
        return cls(name, int(found[1]), _SECONDS[found[2]])


@dataclass(frozen=True, slots=True)
class Standing:
    """How a caller stands after a request: `used` of the limit, and `seconds` until it starts afresh."""

    limit: Limit
    used: int
    seconds: int

    @property
    def headers(self) -> dict[str, str]:
        name, left = self.limit.name, max(0, self.limit.amount - self.used)
        return {
            "RateLimit-Policy": f'"{name}";q={self.limit.amount};w={self.limit.seconds}',
            "RateLimit": f'"{name}";r={left};t={self.seconds}',
        }

    def check(self) -> None:
        """Errors: LimitReached."""
        if self.used > self.limit.amount:
            raise LimitReached(retry_after=self.seconds)


@dataclass(frozen=True, slots=True)
class RateLimits:
    """`general` counts whatever has no limit of its own."""

    counters: Counters
    general: Limit
    now: Callable[[], datetime]

    async def count(self, limit: Limit | None, caller: str) -> Standing:
        """Count a request. `caller` names an actor or a place; only a hash of it is kept."""
        limit = limit or self.general
        moment = self.now().timestamp()
        window = int(moment) // limit.seconds
        subject = hashlib.blake2b(caller.encode(), digest_size=16).hexdigest()
        used = await self.counters.hit(f"requests:{limit.name}:{window}:{subject}", limit.seconds)
        return Standing(limit, used, math.ceil((window + 1) * limit.seconds - moment))
