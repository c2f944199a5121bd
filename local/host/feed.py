"""The change-feed trigger: leases per feed range, batches in order, at least once each.

A lease document per feed range holds where the function has read to. It is written with its ETag after the function succeeded,
so a batch that fails, or whose host dies, comes again. Names of its fields follow the change feed processor of the .NET SDK.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, Self

Document = Mapping[str, Any]


class LeaseLost(Exception):
    """Somebody else changed the lease document."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Who reads a feed range and up to where; `continuation` is empty before the first read."""

    id: str
    feed_range: Mapping[str, Any]
    owner: str = ""
    continuation: str = ""
    renewed: datetime = field(default_factory=lambda: datetime.now(UTC))
    etag: str = ""

    def to_document(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "FeedRange": dict(self.feed_range),
            "Owner": self.owner or None,
            "ContinuationToken": self.continuation or None,
            "timestamp": self.renewed.isoformat(),
            "version": 1,
        }

    @classmethod
    def of(cls, document: Document) -> Self:
        return cls(
            id=document["id"],
            feed_range=document["FeedRange"],
            owner=document.get("Owner") or "",
            continuation=document.get("ContinuationToken") or "",
            renewed=datetime.fromisoformat(document["timestamp"]),
            etag=document.get("_etag", ""),
        )

    def is_free(self, me: str, now: datetime, expiry: timedelta) -> bool:
        return self.owner in ("", me) or now - self.renewed > expiry


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a feed range that was split, and where to read on in it; an empty continuation is its start."""

    feed_range: Mapping[str, Any]
    continuation: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Changed items, oldest first, and where to read on; without items the continuation is still worth keeping.

    `parts` is not empty when the range was split: together they cover it, and go on after these items.
    """

    items: Sequence[Document]
    continuation: str
    parts: Sequence[Part] = ()


class Feed(Protocol):
    """The change feed of one container."""

    async def identity(self) -> str:
        """What tells this container from every other, also from one of the same name made later."""
        ...

    async def ranges(self) -> list[Mapping[str, Any]]: ...

    async def read(self, feed_range: Mapping[str, Any], continuation: str, limit: int) -> Batch:
        """The next changes of a range; with an empty continuation from where the trigger is configured to start."""
        ...


Held = list[Lease]


class LeaseStore(Protocol):
    """The lease container."""

    async def list(self, prefix: str) -> list[Lease]:
        """Leases whose id starts with a prefix."""
        ...

    async def create(self, lease: Lease) -> None:
        """Add a lease; does nothing if there is one of that id."""
        ...

    async def replace(self, lease: Lease) -> Lease:
        """Write a lease over the version it was read as. Errors: LeaseLost."""
        ...

    async def delete(self, lease: Lease) -> None:
        """Remove a lease in the version it was read as. Errors: LeaseLost."""
        ...


class Leases:
    """The leases of one function on one container: made once, taken, renewed, given back."""

    def __init__(self, store: LeaseStore, prefix: str, owner: str, expiry: timedelta) -> None:
        self._store = store
        self._prefix = prefix
        self._owner = owner
        self._expiry = expiry

    async def bootstrap(self, feed: Feed) -> None:
        """One lease per feed range, unless there are leases: those cover the whole container, whatever its ranges are today."""
        prefix = await self.key(feed)
        if any(lease.id == f"{prefix}.info" for lease in await self._store.list(prefix)):
            return
        for feed_range in await feed.ranges():
            await self._store.create(Lease(f"{prefix}..{range_name(feed_range)}", feed_range))
        # Written last: a host that died half-way did not write it, and the next one makes the rest.
        await self._store.create(Lease(f"{prefix}.info", {}))

    async def key(self, feed: Feed) -> str:
        return f"{self._prefix}{await feed.identity()}"

    async def acquire(self, feed: Feed, held: set[str]) -> list[Lease]:
        """Take leases nobody works on, up to our even share among the owners seen; if there are none, one from the busiest owner.

        The rule of the change feed processor of the .NET SDK: whoever loses a lease notices when it next writes it.
        """
        now = datetime.now(UTC)
        prefix = await self.key(feed)
        leases = [lease for lease in await self._store.list(prefix) if lease.id != f"{prefix}.info"]
        free = [lease for lease in leases if lease.id not in held and lease.is_free(self._owner, now, self._expiry)]
        busy = Counter(lease.owner for lease in leases if not lease.is_free(self._owner, now, self._expiry))
        share = -(-len(leases) // (len(busy) + 1))
        wanted = share - len(held)
        if wanted <= 0:
            return []
        if not free and busy:
            owner, count = busy.most_common(1)[0]
            if count > share - (wanted > 1):
                free = [lease for lease in leases if lease.owner == owner][:1]
        return await self._take(sorted(free, key=lambda lease: (lease.owner != self._owner, lease.id)), wanted)

    async def _take(self, leases: Sequence[Lease], most: int) -> Held:
        taken: Held = []
        for lease in leases:
            if len(taken) == most:
                break
            with contextlib.suppress(LeaseLost):
                taken.append(await self.write(lease, lease.continuation))
        return taken

    async def split(self, lease: Lease, parts: Sequence[Part]) -> None:
        """Put one lease per part in the place of a lease, free for whoever comes first. Errors: LeaseLost.

        The parts are made first: a host that dies in between leaves a range read twice, never one that nobody reads.
        """
        stem = lease.id.rpartition("..")[0]
        for part in parts:
            new = Lease(f"{stem}..{range_name(part.feed_range)}", part.feed_range, continuation=part.continuation)
            await self._store.create(new)
        await self._store.delete(lease)

    async def write(self, lease: Lease, continuation: str) -> Lease:
        """Record progress, which also renews. Errors: LeaseLost."""
        return await self._store.replace(
            Lease(lease.id, lease.feed_range, self._owner, continuation, datetime.now(UTC), lease.etag)
        )

    async def give_back(self, lease: Lease, continuation: str) -> None:
        """Leave it to whoever comes next, without waiting for it to expire."""
        try:
            await self._store.replace(
                Lease(lease.id, lease.feed_range, "", continuation, datetime.now(UTC), lease.etag)
            )
        except LeaseLost:
            return


class HeldLease:
    """A lease in use: its ETag changes with every write, so writes wait for each other.

    `position` is where to read on: beyond what the lease says while there is nothing but empty pages. `lost` says that it is
    another's now, `divided` that leases of its parts are in its place.
    """

    def __init__(self, leases: Leases, lease: Lease) -> None:
        self._leases = leases
        self.lease = lease
        self.position = lease.continuation
        self.lost = self.divided = False
        self._lock = asyncio.Lock()

    async def advance(self, continuation: str) -> None:
        """Errors: LeaseLost."""
        async with self._lock:
            self.lease = await self._leases.write(self.lease, continuation)
            self.position = continuation

    async def renew(self) -> None:
        """Errors: LeaseLost."""
        async with self._lock:
            self.lease = await self._leases.write(self.lease, self.position)

    async def split(self, parts: Sequence[Part]) -> None:
        """Errors: LeaseLost."""
        async with self._lock:
            await self._leases.split(self.lease, parts)
            self.lost = self.divided = True

    async def give_back(self) -> None:
        async with self._lock:
            await self._leases.give_back(self.lease, self.position)


def range_name(feed_range: Mapping[str, Any]) -> str:
    """A part of an item id for a feed range; the SDK documents ranges as opaque, so unknown shapes are named by content."""
    inner = feed_range.get("Range")
    if isinstance(inner, Mapping) and "min" in inner and "max" in inner:
        return f"{inner['min'] or '0'}-{inner['max']}"
    return "".join(character if character.isalnum() else "-" for character in str(feed_range))[:200]
