"""Hosts that come and go, ranges that split, leases that are stolen, functions and services that fail: no change is lost."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import pytest

from local.host.feed import Lease
from local.host.retry import RetryPolicy
from tests.local.host.feeds import MemoryFeed, MemoryLeases
from tests.local.host.test_changes import Recorder, listening, until

pytestmark = pytest.mark.whitebox("drives listeners over a feed in memory")
STEPS = 60
AT_ONCE = RetryPolicy(-1, 0, 0, exponential=False)


class Flaky(Recorder):
    """A function that fails one batch in five."""

    def __init__(self, source: random.Random) -> None:
        super().__init__()
        self._source = source

    async def __call__(self, documents: Any) -> None:
        self.failures = int(self._source.random() < 0.2)
        await asyncio.sleep(self._source.random() * 0.01)
        await super().__call__(documents)


class Storm:
    """One run, decided by its seed but for the interleaving of the listeners."""

    def __init__(self, seed: int) -> None:
        self._source = random.Random(seed)
        self.feed, self.leases = MemoryFeed(), MemoryLeases()
        self.made: list[str] = []
        self.recorders: list[Recorder] = []
        self._hosts: list[AsyncExitStack] = []

    async def host_comes(self) -> None:
        stack, recorder = AsyncExitStack(), Flaky(self._source)
        self.recorders.append(recorder)
        owner = f"host{len(self.recorders)}"
        await stack.enter_async_context(listening(self.feed, self.leases, recorder, owner, AT_ONCE))
        self._hosts.append(stack)

    async def host_goes(self) -> None:
        if len(self._hosts) > 1:
            await self._hosts.pop(self._source.randrange(len(self._hosts))).aclose()

    async def change(self) -> None:
        for _ in range(5):
            self.made.append(str(len(self.made)))
            self.feed.changes[self._source.choice(list(self.feed.changes))].append({"id": self.made[-1]})

    async def range_splits(self) -> None:
        if len(self.feed.changes) < 8:
            self.feed.split(self._source.choice(list(self.feed.changes)))

    async def lease_is_stolen(self) -> None:
        """By somebody who never does anything with it: it must expire."""
        held = [lease.id for lease in self.leases.stored.values() if lease.owner]
        if held:
            self.leases.steal(self._source.choice(held), "thief")

    async def service_goes_or_comes(self) -> None:
        self.feed.away = not self.feed.away

    async def run(self) -> None:
        steps: list[Callable[[], Awaitable[None]]] = [
            self.host_comes, self.host_goes, self.change, self.change, self.change, self.range_splits, self.lease_is_stolen,
            self.service_goes_or_comes,
        ]  # fmt: skip
        await self.host_comes()
        for _ in range(STEPS):
            await self._source.choice(steps)()
            await asyncio.sleep(self._source.random() * 0.02)
        self.feed.away = False
        await until(lambda: self.working() and all(self._is_done(lease) for lease in self.working()))
        for stack in self._hosts:
            await stack.aclose()

    def working(self) -> list[Lease]:
        return [lease for lease in self.leases.stored.values() if not lease.id.endswith(".info")]

    def _is_done(self, lease: Lease) -> bool:
        name = lease.feed_range["Range"]["min"]
        return name in self.feed.changes and lease.continuation == str(len(self.feed.changes[name]))


@pytest.mark.parametrize("seed", range(6))
async def test_no_change_is_lost(seed: int) -> None:
    storm = Storm(seed)
    await storm.run()
    taken = {one for recorder in storm.recorders for one in recorder.taken}
    assert taken == set(storm.made)
    assert {lease.feed_range["Range"]["min"] for lease in storm.working()} == set(storm.feed.changes)
