"""Counting per window: in Redis when there is one, in this process otherwise. What is counted, and how far, is for others to say."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from shared.kit import telemetry
from shared.kit.cache import RETRY_AFTER_FAILURE
from shared.kit.redis_pool import RedisSettings, open_pool

if TYPE_CHECKING:
    from limits.aio.storage import MemoryStorage

PREFIX = "petroconnect"
SWEEP_EVERY = 10.0  # seconds


@dataclass(slots=True)
class Counters:
    """The storages of `limits`, imported at first use. A Redis that fails is left alone for a while: losing counts is better than
    refusing, or failing, everybody.
    """

    settings: RedisSettings | None
    _pool: Any = None
    _redis: Any = None
    _memory: "MemoryStorage | None" = None
    _quiet_until: float = 0.0

    async def hit(self, key: str, seconds: int) -> int:
        """Count one more, and answer how many there are: one round trip. The count is forgotten `seconds` after its first."""
        if self._redis_answers:
            try:
                return int(await self._shared().incr(key, seconds))
            except self._failures() as error:
                self._leave_alone(error)
        return await self._hit_here(key, seconds)

    async def clear(self, *keys: str) -> None:
        """Forget these counts."""
        for key in keys:
            if self._redis_answers:
                try:
                    await self._shared().clear(key)
                except self._failures() as error:
                    self._leave_alone(error)
            if self._memory is not None:
                await self._memory.clear(key)

    async def close(self) -> None:
        pool, self._pool, self._redis = self._pool, None, None
        if pool is not None:
            await pool.aclose()

    async def _hit_here(self, key: str, seconds: int) -> int:
        if self._memory is None:
            from limits.aio.storage import MemoryStorage

            self._memory = MemoryStorage()
        count = await self._memory.incr(key, seconds)
        if not isinstance(self._memory.timer, _Pause):
            self._memory.timer = _Pause(self._memory.timer)  # type: ignore[assignment]
        return int(count)

    @property
    def _redis_answers(self) -> bool:
        return self.settings is not None and time.monotonic() >= self._quiet_until

    def _shared(self) -> Any:
        if self._redis is None:
            from limits.aio.storage import RedisStorage

            assert self.settings is not None
            self._pool = open_pool(self.settings)
            where = self.settings.url or f"rediss://{self.settings.endpoint}"
            self._redis = RedisStorage(
                f"async+{where}", implementation="redispy", key_prefix=PREFIX, connection_pool=self._pool
            )
        return self._redis

    def _leave_alone(self, error: BaseException) -> None:
        self._quiet_until = time.monotonic() + RETRY_AFTER_FAILURE
        telemetry.event("counters.unreachable", error=type(error).__name__)

    @staticmethod
    def _failures() -> tuple[type[Exception], ...]:
        from redis import RedisError

        return (RedisError, OSError, TimeoutError)


@dataclass(frozen=True, slots=True)
class _Pause:
    """The storage starts a look through all its keys at each hit, unless the last one is still going on. This one goes on for a while."""

    sweep: Any
    until: float = field(default_factory=lambda: time.monotonic() + SWEEP_EVERY)

    def done(self) -> bool:
        return time.monotonic() >= self.until

    def cancel(self) -> None:
        """Called when the storage is thrown away."""
        self.sweep.cancel()
