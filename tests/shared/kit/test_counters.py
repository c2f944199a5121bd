"""Counting in Redis, in memory, and in memory because Redis does not answer."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from types import SimpleNamespace
from unittest import mock

from redis.asyncio.connection import AbstractConnection

from shared.kit import counters as module
from shared.kit.counters import Counters
from shared.kit.redis_pool import RedisSettings
from tests.redis_server import Redis, redis

__all__ = ["redis"]


@asynccontextmanager
async def counting(url: str | None) -> AsyncIterator[Counters]:
    counters = Counters(RedisSettings(url) if url else None)
    try:
        yield counters
    finally:
        await counters.close()


@contextmanager
def counted_commands() -> Iterator[list[object]]:
    """Everything sent to Redis inside."""
    sent: list[object] = []
    send = AbstractConnection.send_packed_command

    async def recording(self: AbstractConnection, command: object, check_health: bool = True) -> None:
        sent.append(command)
        await send(self, command, check_health)  # type: ignore[arg-type]

    with mock.patch.object(AbstractConnection, "send_packed_command", recording):
        yield sent


async def hits(counters: Counters, key: str, times: int) -> list[int]:
    return [await counters.hit(key, 60) for _ in range(times)]


async def test_in_memory_each_key_counts_for_itself_until_it_is_cleared() -> None:
    async with counting(None) as counters:
        assert await hits(counters, "a", 3) == [1, 2, 3]
        assert await hits(counters, "b", 1) == [1]
        await counters.clear("a", "unknown")
        assert await hits(counters, "a", 2) == [1, 2]
        assert await hits(counters, "b", 1) == [2]


async def test_in_memory_a_count_is_forgotten_and_gives_its_place_back(monkeypatch) -> None:
    now = [time.time()]
    monkeypatch.setattr("limits.aio.storage.memory.time", SimpleNamespace(time=lambda: now[0]))
    monkeypatch.setattr(module, "SWEEP_EVERY", 0.0)
    async with counting(None) as counters:
        assert await hits(counters, "a", 2) == [1, 2]
        now[0] += 60
        assert await hits(counters, "b", 1) == [1]
        await asyncio.sleep(0)  # the sweep runs beside the request
        assert set(counters._memory.storage) == {"b"}  # type: ignore[union-attr]
        assert await hits(counters, "a", 1) == [1]


async def test_in_memory_keys_are_looked_through_once_in_a_while_and_not_at_every_hit() -> None:
    async with counting(None) as counters:
        await counters.hit("a", 60)
        first = counters._memory.timer  # type: ignore[union-attr]
        await hits(counters, "a", 5)
        assert counters._memory.timer is first  # type: ignore[union-attr]


async def test_processes_that_share_a_redis_share_the_counts(redis: Redis) -> None:
    async with counting(redis.url) as one, counting(redis.url) as other:
        assert [await counters.hit("a", 60) for counters in (one, other, one)] == [1, 2, 3]
        await other.clear("a")
        assert await hits(one, "a", 1) == [1]


async def test_a_hit_is_one_round_trip(redis: Redis) -> None:
    async with counting(redis.url) as counters:
        await hits(counters, "a", 2)  # connected, and the script is known
        with counted_commands() as sent:
            assert await hits(counters, "a", 3) == [3, 4, 5]
        assert len(sent) == 3


async def test_counts_in_redis_end_by_themselves(redis: Redis) -> None:
    async with counting(redis.url) as counters:
        await hits(counters, "a", 2)
        assert 0 < await counters._shared().get_expiry("a") - time.time() <= 61


async def test_a_redis_that_goes_away_fails_nobody(redis: Redis, caplog) -> None:
    caplog.set_level("INFO", "petroconnect")
    async with counting(redis.url) as counters:
        assert await hits(counters, "a", 3) == [1, 2, 3]
        redis.stop()
        assert await hits(counters, "a", 3) == [1, 2, 3]
        await counters.clear("a")
        assert await hits(counters, "a", 1) == [1]
    assert caplog.text.count("counters.unreachable") == 1  # asked once, then left alone


async def test_a_redis_that_comes_back_is_used_again(redis: Redis, unused_tcp_port: int, monkeypatch) -> None:
    monkeypatch.setattr(module, "RETRY_AFTER_FAILURE", 0.0)
    async with counting(f"redis://127.0.0.1:{unused_tcp_port}/0") as counters, counting(redis.url) as good:
        await good.hit("a", 60)
        assert await hits(counters, "a", 1) == [1]
        counters._pool, counters._redis = good._pool, good._shared()
        assert await hits(counters, "a", 1) == [2]
        counters._pool = None


async def test_a_redis_that_never_answers_costs_one_time_out() -> None:
    silent: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _, writer: silent.append(writer), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        async with counting(f"redis://127.0.0.1:{port}/0") as counters:
            assert await hits(counters, "a", 5) == [1, 2, 3, 4, 5]
        assert len(silent) == 1
        for writer in silent:
            writer.close()
