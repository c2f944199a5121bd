"""Retry policies of `@app.retry`: how long to wait before an invocation is tried again."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from local.host.timespan import parse_timespan

FOREVER = -1


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """`max_count` retries after the first attempt (-1: without end), waiting from `low` up to `high` seconds."""

    max_count: int
    low: float
    high: float
    exponential: bool

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Self:
        """From the settings of the decorator. Errors: ValueError."""
        count = int(settings.get("max_retry_count", 0))
        strategy = settings.get("strategy")
        if strategy == "fixed_delay":
            delay = parse_timespan(str(settings.get("delay_interval") or "00:00:00"))
            return cls(count, delay, delay, exponential=False)
        if strategy == "exponential_backoff":
            low = parse_timespan(str(settings.get("minimum_interval") or "00:00:00"))
            high = parse_timespan(str(settings.get("maximum_interval") or "00:15:00"))
            return cls(count, low, high, exponential=True)
        raise ValueError(f"{strategy!r} is not a retry strategy: fixed_delay or exponential_backoff")

    def allows(self, retry: int) -> bool:
        """Whether retry number `retry` (from 1) may run."""
        return self.max_count == FOREVER or retry <= self.max_count

    def delay(self, retry: int) -> float:
        """Seconds before retry number `retry` (from 1)."""
        if not self.exponential:
            return self.low
        grown = max(self.low, 0.1) * float(2 ** min(retry - 1, 30)) * random.uniform(0.8, 1.2)
        return max(self.low, min(self.high, grown))


class Backoff:
    """Growing pauses between polls that find nothing: doubled each time, give or take a fifth, back to the start on success."""

    def __init__(self, low: float, high: float) -> None:
        self._low = low
        self._high = high
        self._next = low

    def reset(self) -> None:
        self._next = self._low

    def pause(self) -> float:
        """Seconds to wait now; the next pause is longer."""
        current = self._next
        self._next = min(self._high, current * 2)
        return min(self._high, current * random.uniform(0.8, 1.2))
