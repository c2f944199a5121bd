"""What starts functions without a request: a task that listens, pauses and stops on demand."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any

from local.host.logs import console, traceback_text
from local.host.retry import Backoff


class Outage:
    """Says once that a service is away and once that it is back."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._away = False

    def failed(self, error: Exception) -> None:
        if not self._away:
            first = (str(error).strip() or type(error).__name__).splitlines()[0]
            console.line(f"{self._what}: not reachable, trying again ({first})")
        self._away = True

    def over(self) -> None:
        if self._away:
            console.line(f"{self._what}: reachable again")
        self._away = False


class Listener:
    """Runs `listen` until stopped; if it breaks it is started again after a pause."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._stopped = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def stopping(self) -> bool:
        return self._stopped.is_set()

    def start(self) -> None:
        self._stopped = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    def stop(self) -> None:
        """Accept no more work; what runs finishes."""
        self._stopped.set()

    async def stopped(self) -> None:
        """Wait until the work it accepted is done."""
        if self._task is not None:
            await asyncio.wait([self._task])

    async def listen(self) -> None:
        """Do the work; returns soon after `stopping`, when what it accepted is done."""
        raise NotImplementedError

    async def pause(self, seconds: float) -> None:
        """Sleep, at most until stopped."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopped.wait()

    async def first(self, work: Coroutine[Any, Any, Any], seconds: float | None = None) -> None:
        """Wait for something, at most until stopped, or for some seconds."""
        tasks = [asyncio.ensure_future(work), asyncio.ensure_future(self._stopped.wait())]
        try:
            await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        backoff = Backoff(0.5, 5.0)
        while not self.stopping:
            try:
                await self.listen()
            except Exception as error:
                known = type(error).__module__.startswith(("azure.core", "azure.cosmos"))
                details = str(error).splitlines()[0] if known and str(error) else traceback_text(error)
                console.line(f"The listener for function 'Functions.{self.name}' was unable to start: {details}")
                await self.pause(backoff.pause())
