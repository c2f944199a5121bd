"""Listens to a change feed: holds leases, reads their ranges, runs the function, records progress."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from azure.functions.meta import Datum, get_binding_registry

from local.host.context import Attempt
from local.host.engine import InvocationFailed
from local.host.feed import Batch, Feed, HeldLease, LeaseLost, Leases, LeaseStore
from local.host.functions import COSMOS, Binding, Function
from local.host.listener import Listener, Outage
from local.host.logs import console
from local.host.outputs import Runner
from local.host.retry import FOREVER, RetryPolicy

# What a failing batch gets from a function that asks for no retries. Azure would skip it; see `warn_of_skipping`.
DEFAULT_RETRY = RetryPolicy(FOREVER, 0.5, 30.0, exponential=True)


@dataclass(frozen=True, slots=True)
class FeedOptions:
    """Times in seconds, with the trigger's own defaults."""

    batch: int = 100
    poll_delay: float = 5.0
    acquire_interval: float = 13.0
    renew_interval: float = 17.0
    expiry: float = 60.0
    prefix: str = ""

    @classmethod
    def of(cls, trigger: Binding) -> "FeedOptions":
        return cls(
            batch=max(1, trigger.number("maxItemsPerInvocation", 100)),
            poll_delay=trigger.number("feedPollDelay", 5_000) / 1000,
            acquire_interval=trigger.number("leaseAcquireInterval", 13_000) / 1000,
            renew_interval=trigger.number("leaseRenewInterval", 17_000) / 1000,
            expiry=trigger.number("leaseExpirationInterval", 60_000) / 1000,
            prefix=trigger.text("leaseContainerPrefix"),
        )


def warn_of_skipping(function: Function) -> str | None:
    """A hint for functions that lose changes in Azure, where a batch is not repeated unless a retry policy says so."""
    if function.retry is not None and function.retry.max_count == FOREVER:
        return None
    return (
        f"Functions.{function.name}: in Azure the change-feed trigger goes past a batch whose function failed unless its retry "
        "policy repeats it (@app.retry with max_retry_count='-1' never gives up). This host repeats it in any case."
    )


def documents_argument(items: list[dict[str, Any]], *, raw: bool) -> Any:
    """The DocumentList for a function."""
    text = json.dumps(items)
    if raw:
        return text
    converter: Any = get_binding_registry().get(COSMOS)  # type: ignore[no-untyped-call]
    return converter.decode(Datum(text, "json"), trigger_metadata=None)


class ChangesListener(Listener):
    """`connect` gives the feed and the lease store once both containers are there. `owner` is this host, also after a restart."""

    def __init__(
        self,
        function: Function,
        container: str,
        runner: Runner,
        connect: Callable[[], Awaitable[tuple[Feed, LeaseStore]]],
        options: FeedOptions,
        owner: str,
    ) -> None:
        super().__init__(function.name)
        self._function = function
        self._container = container
        self._runner = runner
        self._connect = connect
        self._options = options
        self._owner = owner
        self._workers: dict[str, asyncio.Task[None]] = {}
        self._divided = asyncio.Event()  # there are new leases: do not wait to take them

    async def listen(self) -> None:
        feed, store = await self._connect()
        leases = Leases(store, self._options.prefix, self._owner, timedelta(seconds=self._options.expiry))
        await leases.bootstrap(feed)
        outage = Outage(f"leases of {self.name}")
        try:
            while not self.stopping:
                await self._acquire(feed, leases, outage)
                await self.first(self._divided.wait(), self._options.acquire_interval)
        finally:
            # A worker finishes its batch and records it before the lease is given back.
            await asyncio.gather(*self._workers.values(), return_exceptions=True)

    async def _acquire(self, feed: Feed, leases: Leases, outage: Outage) -> None:
        from azure.core.exceptions import AzureError

        try:
            taken = await leases.acquire(feed, set(self._workers))
        except AzureError as error:
            outage.failed(error)
            return
        outage.over()
        self._divided.clear()
        for lease in taken:
            held = HeldLease(leases, lease)
            worker = asyncio.create_task(self._work(feed, held))
            self._workers[lease.id] = worker
            worker.add_done_callback(partial(self._forget, held))

    def _forget(self, held: HeldLease, _: asyncio.Task[None]) -> None:
        self._workers.pop(held.lease.id, None)
        if held.divided:
            self._divided.set()

    async def _work(self, feed: Feed, held: HeldLease) -> None:
        """Read one range until stopped, or until the lease is lost or split. A running function is never broken off."""
        from azure.core.exceptions import AzureError

        renewing = asyncio.create_task(self._renew(held))
        try:
            await self._read_on(feed, held)
        except LeaseLost:
            return  # another host has it; it delivers again what was not recorded
        except Exception as error:  # whatever it is, the range must not stay unread
            console.line(f"changes of {self._container}: reading {held.lease.id} broke off: {error!r}")
            return
        finally:
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)
        if not held.lost:
            with contextlib.suppress(AzureError):  # then it expires
                await held.give_back()

    async def _renew(self, held: HeldLease) -> None:
        from azure.core.exceptions import AzureError

        while not held.lost:
            await asyncio.sleep(self._options.renew_interval)
            try:
                await held.renew()
            except LeaseLost:
                held.lost = True
            except AzureError:
                continue  # tried again; if it stays away the lease expires for others

    async def _read_on(self, feed: Feed, held: HeldLease) -> None:
        from azure.core.exceptions import AzureError

        outage = Outage(f"changes of {self._container}")
        while not self.stopping and not held.lost:
            try:
                batch = await feed.read(held.lease.feed_range, held.position, self._options.batch)
                await self._deliver(held, batch)
            except AzureError as error:
                outage.failed(error)
                await self.pause(self._options.poll_delay)
                continue
            outage.over()
            if not batch.items:
                await self.pause(self._options.poll_delay)

    async def _deliver(self, held: HeldLease, batch: Batch) -> None:
        """Run the function until it takes the batch, then record that. Errors: LeaseLost."""
        if batch.items and not await self._accepted(held, [dict(item) for item in batch.items]):
            return
        if batch.parts:
            console.line(f"changes of {self._container}: {held.lease.id} was split into {len(batch.parts)} ranges")
            await held.split(batch.parts)
            return
        # The first continuation of a feed that starts "now" is where "now" was: without it a restart would miss changes.
        if batch.items or not held.lease.continuation:
            await held.advance(batch.continuation)
        else:
            held.position = batch.continuation  # kept with the next renewal: nothing was passed over

    async def _accepted(self, held: HeldLease, items: list[dict[str, Any]]) -> bool:
        """Whether the function took the batch before the host stops or the lease is lost; it is repeated until then."""
        policy = self._function.retry or DEFAULT_RETRY
        retry = 0
        while True:
            argument = documents_argument(items, raw=self._function.raw_input)
            reason = f"New changes on container {self._container} at {datetime.now(UTC).isoformat()}"
            attempt = Attempt(retry, policy.max_count)
            try:
                await self._runner.run(self._function, argument, reason, attempt)
                return True
            except InvocationFailed:
                retry += 1
                if not policy.allows(retry):
                    console.line(
                        f"Functions.{self.name}: retries are used up; Azure would go past {len(items)} changes now"
                    )
                await self.pause(max(0.05, policy.delay(retry)))
                if self.stopping or held.lost:
                    return False
