"""The seconds between a worker's start and its exporter of telemetry, which a thread attaches beside the first request or job."""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

MOST = 10_000  # measurements that are kept


class Arrival:
    """Whether it has come. Nobody is to come, unless `expect` says so."""

    def __init__(self) -> None:
        self._there = threading.Event()
        self._there.set()
        self._early: deque[tuple[Callable[..., None], float, Mapping[str, Any]]] = deque(maxlen=MOST)
        self._turn = threading.Lock()

    def expect(self) -> Callable[[], None]:
        """What is measured from here on is kept until the answer is called: it has come, or will not. Then it is told."""
        self._there.clear()
        return self._came

    async def wait(self, seconds: float) -> bool:
        """At most so long; true when it is there."""
        until = time.perf_counter() + seconds
        while not self._there.is_set() and time.perf_counter() < until:  # noqa: ASYNC110 (a thread sets it)
            await asyncio.sleep(0.02)
        return self._there.is_set()

    def measure(self, tell: Callable[..., None], amount: float, facts: Mapping[str, Any]) -> None:
        """Tell it now, or when there is somebody to tell."""
        if not self._there.is_set():
            with self._turn:
                if not self._there.is_set():
                    self._early.append((tell, amount, facts))
                    return
        tell(amount, facts)

    def _came(self) -> None:
        with self._turn:
            while self._early:
                tell, amount, facts = self._early.popleft()
                tell(amount, facts)
            self._there.set()
