"""Throttling on demand: a container that used more than its request units in a second answers 429 until it has paid.

As in the service a request is let in while anything is left of the budget and is charged afterwards, so one large query
overdraws it and the next requests wait. The budget refills continuously and never exceeds one second's worth.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from local.cosmos import wire
from local.cosmos.errors import CosmosError, bad_request
from local.cosmos.wire import Response

_TOO_MANY = (
    "Request rate is large. More Request Units may be needed, so no changes were made. Please retry this request later. "
    "Learn more: http://aka.ms/cosmosdb-error-429"
)


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Throttle:
    """One budget per container; `rate` in request units per second, 0 for none."""

    def __init__(self, rate: float = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate = rate
        self.refused = 0
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}

    def limit(self, body: Any) -> None:
        """Set the rate from `{"ruPerSecond": number}`; budgets start full. Raises 400."""
        rate: Any = body.get("ruPerSecond") if isinstance(body, dict) and len(body) == 1 else None
        if type(rate) not in (int, float) or not 1 <= rate <= 1_000_000:
            raise bad_request('A throttle is {"ruPerSecond": a number from 1 to 1000000}.')
        self.lift()
        self.rate = rate

    def lift(self) -> None:
        """Throttle no more."""
        self.rate = 0
        self.refused = 0
        self._buckets.clear()

    def admit(self, container: str) -> None:
        """Raises 429/3200 with `x-ms-retry-after-ms` while the budget of a container is used up."""
        if not self.rate:
            return
        bucket = self._refilled(container)
        if bucket.left > 0:
            return
        self.refused += 1
        wait = math.ceil(-bucket.left / self.rate * 1000) + 1
        raise CosmosError(429, _TOO_MANY, 3200, {"x-ms-retry-after-ms": str(wait), wire.CHARGE: "0"})

    def pay(self, container: str, response: Response) -> None:
        """Take what an answer cost out of the budget."""
        if self.rate:
            self._refilled(container).left -= float(response.headers.get(wire.CHARGE, 0))

    def _refilled(self, container: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.setdefault(container, _Bucket(self.rate, now))
        bucket.left = min(self.rate, bucket.left + (now - bucket.at) * self.rate)
        bucket.at = now
        return bucket

    def shown(self) -> dict[str, Any]:
        """The setting, and how many requests it turned away."""
        return {"ruPerSecond": self.rate, "refused": self.refused}
