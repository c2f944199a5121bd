"""Child processes that never outlive the stack: own process groups, one log, restart with back-off, stop in order."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

RESTARTS = 5  # in a row without getting healthy in between; then everything stops
LAST_WORDS = 15  # lines
Check = Callable[[], Awaitable[bool]]


class StackError(RuntimeError):
    """The stack cannot go on; the message says why and what to do."""


@dataclass
class Child:
    """`is_healthy` is asked until it says yes, at most `start_seconds`; `stop_seconds` is how long SIGTERM gets."""

    name: str
    command: list[str]
    is_healthy: Check
    environment: Mapping[str, str] = field(default_factory=dict)
    start_seconds: float = 60
    stop_seconds: float = 12
    process: asyncio.subprocess.Process | None = None
    last_words: deque[str] = field(default_factory=lambda: deque(maxlen=LAST_WORDS))


class Family:
    """All children of one stack."""

    def __init__(self, log: IO[str], say: Callable[[str], None], cwd: Path) -> None:
        self._log = log
        self._say = say
        self._cwd = cwd
        self._children: list[Child] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False
        self.failed: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def start(self, child: Child) -> None:
        """Start it and wait until it is healthy. Errors: StackError with its last words."""
        self._children.append(child)
        await self._spawn(child)
        await self._wait_until_healthy(child)
        self._watch(self._keep_alive(child))

    async def stop(self) -> None:
        """Ask each to end, the last one started first; kill what does not."""
        self._stopping = True
        for child in reversed(self._children):
            await self._end(child)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _spawn(self, child: Child) -> None:
        child.process = await asyncio.create_subprocess_exec(
            *child.command,
            cwd=self._cwd,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **child.environment},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            limit=1024 * 1024,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )
        self._watch(self._pump(child, child.process))

    async def _pump(self, child: Child, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None
        while True:
            try:
                line = await process.stdout.readline()
            except ValueError:  # a line longer than the limit: the reader has dropped it
                continue
            if not line:
                return
            text = line.decode(errors="replace").rstrip()
            child.last_words.append(text)
            self._log.write(f"{child.name:<8} {text}\n")
            self._log.flush()

    async def _wait_until_healthy(self, child: Child) -> None:
        deadline = asyncio.get_running_loop().time() + child.start_seconds
        while not await child.is_healthy():
            if child.process is not None and child.process.returncode is not None:
                raise StackError(f"{child.name} ended with {child.process.returncode}:\n" + "\n".join(child.last_words))
            if asyncio.get_running_loop().time() > deadline:
                raise StackError(
                    f"{child.name} was not ready after {child.start_seconds:.0f} s:\n" + "\n".join(child.last_words)
                )
            await asyncio.sleep(0.05)

    async def _keep_alive(self, child: Child) -> None:
        failures = 0
        while failures <= RESTARTS:
            assert child.process is not None
            code = await child.process.wait()
            if self._stopping:
                return
            self._say(
                f"{child.name} ended unexpectedly with {code}; its last words:\n    " + "\n    ".join(child.last_words)
            )
            await asyncio.sleep(min(2**failures / 4, 8))
            self._say(f"starting {child.name} again")
            await self._spawn(child)
            failures += 1
            with contextlib.suppress(StackError):  # it ended or hangs: the next turn counts it
                await self._wait_until_healthy(child)
                failures = 0
        if not self.failed.done():
            self.failed.set_result(f"{child.name} keeps ending; the log says why")

    async def _end(self, child: Child) -> None:
        process = child.process
        if process is None or process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            await asyncio.wait_for(process.wait(), child.stop_seconds)
        except TimeoutError:
            self._say(f"{child.name} did not stop within {child.stop_seconds:.0f} s and is killed")
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # and whatever it left behind in its group
        await process.wait()

    def _watch(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _die_with_parent() -> None:
    """Linux: the kernel ends the child when the stack dies, even by SIGKILL (prctl PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)
