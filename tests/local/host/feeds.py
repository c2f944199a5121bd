"""A change feed and a lease container in memory, with the rules of the real ones: order per range, ETags."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from azure.core.exceptions import ServiceRequestError

from local.host.feed import Batch, Lease, LeaseLost, Part


@dataclass
class MemoryFeed:
    """Changes by range name; a continuation is the number of changes read. A part keeps None where its range had another's change."""

    changes: dict[str, list[dict[str, Any] | None]] = field(default_factory=lambda: {"a": [], "b": []})
    from_now: bool = False
    away: bool = False
    name: str = "container"
    gone: dict[str, list[str]] = field(default_factory=dict)  # the parts of ranges that were split

    async def identity(self) -> str:
        return self.name

    async def ranges(self) -> list[Mapping[str, Any]]:
        return [_range(name) for name in self.changes]

    async def read(self, feed_range: Mapping[str, Any], continuation: str, limit: int) -> Batch:
        await asyncio.sleep(0)
        if self.away:
            raise ServiceRequestError("away")
        name = feed_range["Range"]["min"]
        if name in self.gone:
            return Batch([], continuation, [Part(_range(part), continuation) for part in self.gone[name]])
        changes = self.changes[name]
        start = int(continuation) if continuation else len(changes) if self.from_now else 0
        items = changes[start : start + limit]
        return Batch([item for item in items if item is not None], str(start + len(items)))

    def split(self, name: str) -> None:
        """Cut a range in two: every other change goes to the second part."""
        changes = self.changes.pop(name)
        for part in (0, 1):
            self.changes[f"{name}{part}"] = [one if place % 2 == part else None for place, one in enumerate(changes)]
        self.gone[name] = [f"{name}0", f"{name}1"]


def _range(name: str) -> dict[str, Any]:
    return {"Range": {"min": name, "max": f"{name}z"}}


@dataclass
class MemoryLeases:
    stored: dict[str, Lease] = field(default_factory=dict)
    version: int = 0
    fail_after: int = -1  # creations until the store breaks

    async def list(self, prefix: str) -> list[Lease]:
        await asyncio.sleep(0)
        return [lease for lease in self.stored.values() if lease.id.startswith(prefix)]

    async def create(self, lease: Lease) -> None:
        await asyncio.sleep(0)
        if self.fail_after == 0:
            raise ServiceRequestError("away")
        self.fail_after -= 1
        if lease.id not in self.stored:
            self._put(lease)

    async def replace(self, lease: Lease) -> Lease:
        await asyncio.sleep(0)
        known = self.stored.get(lease.id)
        if known is None or known.etag != lease.etag:
            raise LeaseLost(lease.id)
        return self._put(lease)

    async def delete(self, lease: Lease) -> None:
        await asyncio.sleep(0)
        known = self.stored.get(lease.id)
        if known is None or known.etag != lease.etag:
            raise LeaseLost(lease.id)
        del self.stored[lease.id]

    def steal(self, lease_id: str, owner: str) -> None:
        self._put(replace(self.stored[lease_id], owner=owner))

    def named(self, end: str) -> Lease:
        """The lease whose id ends so; an empty one before it is made."""
        return next((lease for lease in self.stored.values() if lease.id.endswith(end)), Lease("", {}))

    def _put(self, lease: Lease) -> Lease:
        self.version += 1
        self.stored[lease.id] = Lease.of({**lease.to_document(), "_etag": str(self.version)})
        return self.stored[lease.id]
