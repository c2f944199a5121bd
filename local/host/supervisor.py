"""Owns the socket and the worker processes: restarts them when files change, a function hangs or a process dies."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from local.host.logs import console
from local.host.polling import LEASE
from local.host.retry import Backoff
from local.host.watching import forget_bytecode, watch
from local.host.worker import DRAIN, RESTART

ROOT = Path(__file__).resolve().parents[2]
# The worker must find `local` wherever the app is, and the app must not find anything of ours by accident.
BOOT = "import sys; sys.path.insert(0, sys.argv.pop(1)); from local.host.worker import main; sys.path.pop(0); main(sys.argv[1:])"
HEALTHY = 60.0  # seconds after which a worker's end says nothing about the next one


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run. `groups` gives every function that is not HTTP a process of its own, as Flex Consumption does."""

    app: Path
    address: str
    port: int
    cors: str = ""
    groups: bool = False
    reload: bool = True
    enable_auth: bool = False
    queue_lease: float = LEASE
    functions: Sequence[str] = ()
    background: Sequence[str] = field(default_factory=tuple)  # functions that are not HTTP; only with `groups`


class PortTaken(Exception):
    """Somebody else listens there."""


def bind(address: str, port: int) -> socket.socket:
    """A listening socket. It outlives the workers: a request that comes during a restart waits in its queue. Errors: PortTaken."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((address, port))
        sock.listen(2048)
    except OSError as error:
        sock.close()
        raise PortTaken(
            f"Port {port} of {address} is unavailable ({error.strerror}). Choose another with --port."
        ) from error
    sock.set_inheritable(True)
    return sock


class Supervisor:
    def __init__(self, plan: Plan, sock: socket.socket) -> None:
        self._plan = plan
        self._socket = sock
        self._changed = asyncio.Event()
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Until SIGTERM or SIGINT."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stopping.set)
        watching = asyncio.create_task(self._watch()) if self._plan.reload else None
        groups: list[list[str] | None] = [None]
        if self._plan.groups:
            groups = [[], *([name] for name in self._plan.background)]
        lives = [asyncio.create_task(self._live(group, first=position == 0)) for position, group in enumerate(groups)]
        try:
            await asyncio.gather(*lives)
        finally:
            if watching is not None:
                watching.cancel()
                await asyncio.gather(watching, return_exceptions=True)
            self._socket.close()

    async def _live(self, group: list[str] | None, *, first: bool) -> None:
        """One worker after another, until stopping."""
        backoff = Backoff(0.5, 10.0)
        while not self._stopping.is_set():
            changed = self._changed  # taken before the worker reads a file, so that no change after that is missed
            began = time.monotonic()
            reader, writer = os.pipe()
            try:
                process = await self._spawn(group, reader, serves=first)
                os.close(reader)
                code = await self._until_over(process, changed)
            finally:
                os.close(writer)
            if code is None or time.monotonic() - began > HEALTHY:
                backoff.reset()
            if code not in (None, RESTART) and not self._stopping.is_set():
                console.line(f"The worker process ended with code {code}; it is started again.")
                await self._first_of(self._changed, seconds=backoff.pause())

    async def _spawn(self, group: list[str] | None, reader: int, *, serves: bool) -> asyncio.subprocess.Process:
        plan = self._plan
        arguments = [
            "--app",
            str(plan.app),
            "--port",
            str(plan.port),
            "--address",
            plan.address,
            "--parent",
            str(reader),
        ]
        handed = [reader]
        if serves:
            arguments += ["--fd", str(self._socket.fileno())]
            handed.append(self._socket.fileno())
        if plan.cors:
            arguments += ["--cors", plan.cors]
        arguments += ["--queue-lease", str(plan.queue_lease)]
        if plan.enable_auth:
            arguments.append("--enable-auth")
        if plan.functions:
            arguments += ["--functions", *plan.functions]
        if group is not None:
            arguments += ["--listen", *group]
        return await asyncio.create_subprocess_exec(
            sys.executable, "-c", BOOT, str(ROOT), *arguments, cwd=plan.app, pass_fds=handed, start_new_session=True
        )

    async def _until_over(self, process: asyncio.subprocess.Process, changed: asyncio.Event) -> int | None:
        """Wait for the end of a worker; None when it was ended because files changed or the host stops."""
        ended = asyncio.create_task(process.wait())
        await self._first_of(changed, ended)
        if ended.done():
            return ended.result()
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(DRAIN + 1):
                await ended
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        return None

    async def _watch(self) -> None:
        try:
            await watch(self._plan.app, self._files_changed)
        except (OSError, RuntimeError) as error:
            console.line(f"Files are not watched any more, restart by hand after changes: {error}")

    def _files_changed(self, paths: list[Path]) -> None:
        names = sorted({path.name for path in paths})
        console.line(f"{', '.join(names[:3])} changed; restarting.")
        forget_bytecode(paths)
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    async def _first_of(self, changed: asyncio.Event, *others: asyncio.Task[int], seconds: float | None = None) -> None:
        """Wait for a change, the end of the host, other tasks or some seconds, whichever comes first."""
        own = [asyncio.create_task(changed.wait()), asyncio.create_task(self._stopping.wait())]
        await asyncio.wait([*own, *others], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for task in own:
            task.cancel()
