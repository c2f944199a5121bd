"""From a renderer in its thread to the blocks of a blob: what was rendered leaves memory a block at a time."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from shared.kit.jobs.running import PULSE, Going
from shared.kit.large_blobs import BLOCK, StagedBlob

T = TypeVar("T")
RENDERING = ThreadPoolExecutor(max_workers=2, thread_name_prefix="render")
"""Threads of its own: rendering waits for blocks to be stored, and must not hold up the threads that storing needs."""


class Stopped(Exception):
    """Nobody wants what is being rendered."""


class Outlet:
    """To be made on the loop; `send` is called in the renderer's thread."""

    def __init__(self, blob: StagedBlob) -> None:
        self._blob, self._pending, self._stopped = blob, bytearray(), threading.Event()
        self._loop = asyncio.get_running_loop()

    def send(self, content: bytes) -> None:
        """Errors: Stopped, Unavailable."""
        if self._stopped.is_set():
            raise Stopped
        self._pending += content
        while len(self._pending) >= BLOCK:
            block = bytes(self._pending[:BLOCK])
            del self._pending[:BLOCK]
            asyncio.run_coroutine_threadsafe(self._blob.stage(block), self._loop).result()

    async def commit(self, content_type: str) -> None:
        """What is left goes, and the blob is there."""
        if self._pending:
            await self._blob.stage(bytes(self._pending))
            self._pending.clear()
        await self._blob.commit(content_type)

    async def run(self, going: Going[Any], work: Callable[[], T]) -> T:
        """In the thread, while it is noted every second that somebody is at it. Errors: what the note raises, and the work."""
        task = self._loop.run_in_executor(RENDERING, work)
        try:
            while not (await asyncio.wait({task}, timeout=PULSE))[0]:
                await going.come(going.run.after, 0)
        except BaseException:
            self._stopped.set()
            await asyncio.wait({task})
            task.exception()
            raise
        return task.result()
