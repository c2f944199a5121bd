import asyncio
from types import SimpleNamespace

import pytest

from shared.kit.cache import MemoryCache, RedisCache, open_cache
from shared.kit.redis_pool import RedisSettings


async def test_what_was_put_is_there_until_it_expires(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("shared.kit.cache.time", SimpleNamespace(monotonic=lambda: now[0]))
    cache = MemoryCache()
    await cache.put("a", b"1", seconds=10)
    assert await cache.get("a") == b"1"
    now[0] += 10
    assert await cache.get("a") is None


async def test_the_least_recently_used_goes_first():
    cache = MemoryCache(max_entries=2)
    await cache.put("a", b"1", 60)
    await cache.put("b", b"2", 60)
    await cache.get("a")
    await cache.put("c", b"3", 60)
    assert [await cache.get(key) for key in "abc"] == [b"1", None, b"3"]


async def test_deleting_what_is_not_there_is_fine():
    cache = MemoryCache()
    await cache.put("a", b"1", 60)
    await asyncio.gather(cache.delete("a"), cache.delete("a"))
    assert await cache.get("a") is None


async def test_without_a_redis_the_process_remembers_for_itself(unused_tcp_port):
    cache = RedisCache(RedisSettings(f"redis://127.0.0.1:{unused_tcp_port}"))
    await cache.put("a", b"1", 60)
    assert await cache.get("a") == b"1"
    await cache.delete("a")
    assert await cache.get("a") is None
    await cache.close()


@pytest.mark.parametrize(
    ("settings", "kind"), [(None, MemoryCache), (RedisSettings("redis://127.0.0.1:1"), RedisCache)]
)
async def test_redis_is_used_when_it_is_configured(settings, kind):
    cache = open_cache(settings)
    assert isinstance(cache, kind)
    await cache.close()
