"""Composition root: what the product consists of, built once per process on first use.

Everything heavy is imported inside, so that a cold start pays for what it uses (docs/adr/0001).
"""

from __future__ import annotations

import asyncio
import functools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.kit.clock import utc_now

if TYPE_CHECKING:
    from shared.config import Settings
    from shared.kit.blobs import BlobStore
    from shared.kit.cache import Cache
    from shared.kit.cosmos import Database
    from shared.kit.http.idempotency import IdempotencyStore
    from shared.kit.jobs import JobQueue


@dataclass(frozen=True, slots=True)
class App:
    """The services that functions call, and what they stand on."""

    settings: Settings
    now: Callable[[], datetime]
    database: Database
    blobs: BlobStore
    queue: JobQueue
    cache: Cache
    idempotency: IdempotencyStore

    async def ping(self) -> None:
        """One request to each of the services this stands on. Errors: Unavailable, NotFound when one is not set up."""
        await asyncio.gather(
            self.database.container("documents").ping(),
            self.blobs.ping("library"),
            self.queue.ping("documents-verify"),
        )

    async def close(self) -> None:
        """Give back every connection; for tests and tools, the worker simply ends."""
        for resource in (self.database, self.blobs, self.queue, self.cache):
            await resource.close()


def build_app(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    cosmos_transport: Any = None,
    cache: Cache | None = None,
) -> App:
    """Wire everything. `cosmos_transport` replaces the network to Cosmos (tests run its emulator in process)."""
    from shared.kit.blobs import BlobStore
    from shared.kit.cache import open_cache
    from shared.kit.cosmos import Database
    from shared.kit.http.idempotency import IdempotencyStore
    from shared.kit.jobs import JobQueue

    database = Database(settings.cosmos_settings, transport=cosmos_transport)
    blobs = BlobStore(settings.blob_settings)
    queue = JobQueue(settings.queue_settings)
    return App(
        settings=settings,
        now=now,
        database=database,
        blobs=blobs,
        queue=queue,
        cache=cache or open_cache(settings.redis_settings),
        idempotency=IdempotencyStore(database.container("idempotency"), now),
    )


@functools.cache
def current_app() -> App:
    """The app of this process, with the settings of its environment."""
    from shared.config import Settings

    return build_app(Settings())


def prewarm() -> None:
    """Import the SDKs and attach the telemetry exporter beside the first request instead of inside it."""
    threading.Thread(target=_prewarm, name="prewarm", daemon=True).start()


def _prewarm() -> None:
    import azure.cosmos.aio
    import azure.storage.blob.aio
    import azure.storage.queue.aio  # noqa: F401

    from shared.kit.telemetry import attach_exporter

    attach_exporter(current_app().settings.telemetry_settings)
