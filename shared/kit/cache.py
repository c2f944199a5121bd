"""A small shared memory: Redis when there is one, this process otherwise. Losing it makes things slower, never wrong."""

import time
from collections import OrderedDict
from typing import Any, Protocol

from shared.kit import telemetry
from shared.kit.redis_pool import RedisSettings, open_pool

MAX_ENTRIES = 10_000
RETRY_AFTER_FAILURE = 5.0  # seconds without asking a Redis that failed


class Cache(Protocol):
    async def get(self, key: str) -> bytes | None: ...
    async def put(self, key: str, value: bytes, seconds: float) -> None: ...
    async def delete(self, key: str) -> None: ...
    async def close(self) -> None: ...


class MemoryCache:
    """Least recently used entries go first; lives and dies with the process."""

    def __init__(self, max_entries: int = MAX_ENTRIES) -> None:
        self._entries: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._max = max_entries

    async def get(self, key: str) -> bytes | None:
        value = self._live(key)
        telemetry.record_cache("memory", hit=value is not None)
        return value

    async def put(self, key: str, value: bytes, seconds: float) -> None:
        self._entries[key] = (time.monotonic() + seconds, value)
        self._entries.move_to_end(key)
        while len(self._entries) > self._max:
            self._entries.popitem(last=False)

    async def delete(self, key: str) -> None:
        self._entries.pop(key, None)

    async def close(self) -> None:
        self._entries.clear()

    def _live(self, key: str) -> bytes | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        expires, value = entry
        if expires <= time.monotonic():
            del self._entries[key]
            return None
        self._entries.move_to_end(key)
        return value


class RedisCache:
    """Redis with this process's own memory behind it while Redis does not answer."""

    def __init__(self, settings: RedisSettings) -> None:
        self._settings = settings
        self._redis: Any = None
        self._fallback = MemoryCache()
        self._quiet_until = 0.0

    async def get(self, key: str) -> bytes | None:
        value = await self._ask("get", key)
        if value is _FAILED:
            return await self._fallback.get(key)
        telemetry.record_cache("redis", hit=value is not None)
        return None if value is None else bytes(value)

    async def put(self, key: str, value: bytes, seconds: float) -> None:
        if await self._ask("set", key, value, px=max(1, int(seconds * 1000))) is _FAILED:
            await self._fallback.put(key, value, seconds)

    async def delete(self, key: str) -> None:
        await self._ask("delete", key)
        await self._fallback.delete(key)

    async def close(self) -> None:
        client, self._redis = self._redis, None
        if client is not None:
            await client.aclose()

    async def _ask(self, verb: str, *args: Any, **options: Any) -> Any:
        if time.monotonic() < self._quiet_until:
            return _FAILED
        import redis.asyncio as redis

        if self._redis is None:
            self._redis = redis.Redis.from_pool(open_pool(self._settings))
        try:
            return await getattr(self._redis, verb)(*args, **options)
        except (redis.RedisError, OSError, TimeoutError) as error:
            self._quiet_until = time.monotonic() + RETRY_AFTER_FAILURE
            telemetry.event("cache.unreachable", error=type(error).__name__)
            return _FAILED


_FAILED = object()


def open_cache(settings: RedisSettings | None) -> Cache:
    return RedisCache(settings) if settings is not None else MemoryCache()
