"""The process that runs an app: loads it, serves it, drains. Started and replaced by the supervisor."""

import argparse
import asyncio
import contextlib
import io
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from local.host.admin import Admin
from local.host.application import Application, load
from local.host.blobs import Blobs
from local.host.byhand import ByHand
from local.host.cors import Cors
from local.host.edge import Edge
from local.host.engine import Engine
from local.host.feed_cosmos import Accounts
from local.host.functions import Function
from local.host.keys import load_keys
from local.host.listener import Listener
from local.host.logs import configure_logging, console
from local.host.outputs import OutputWriter, Runner
from local.host.polling import LEASE
from local.host.requests import BODY_LIMIT
from local.host.settings import Settings, current_environment
from local.host.storage import Storage
from local.host.triggers import Surroundings
from local.host.webhooks import Webhooks

DRAIN = 10.0  # seconds running work gets when the host stops
LAST_REQUESTS = 0.1  # seconds for the request of a connection that was accepted just before the end
RESTART = 75  # exit code: a function ran out of time, start a new process


@dataclass(slots=True)
class Arguments:
    app: Path
    port: int
    address: str
    fd: int
    parent: int
    cors: str
    enable_auth: bool
    functions: list[str]
    listen: list[str] | None
    queue_lease: float = LEASE
    began: float = field(default_factory=time.monotonic)


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers: the worker drains triggers and HTTP together."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept nothing more, then answer what was accepted: a connection whose request is still on its way would be reset."""
        for server in self.servers:
            server.close()
        await asyncio.sleep(LAST_REQUESTS)
        await super().shutdown(sockets)


class Worker:
    """One life of an app, from loading to the end of its drain."""

    def __init__(self, arguments: Arguments, application: Application) -> None:
        self._began = arguments.began
        self._arguments = arguments
        self._application = application
        self._stop = asyncio.Event()
        self._exit_code = 0
        self._manual: set[asyncio.Task[None]] = set()
        settings = Settings(current_environment())
        threads = settings.find("PYTHON_THREADPOOL_THREAD_COUNT")
        self._engine = Engine(application.options, self._timed_out, int(threads) if threads else None)
        storage = Storage()
        self._outputs = OutputWriter(settings, storage, application.options.queues)
        self._runner = Runner(self._engine, self._outputs)
        blobs = Blobs(settings, storage, self._runner)
        self._by_hand = ByHand(self._runner, blobs)
        owner = f"{socket.gethostname()}:{arguments.port}:{arguments.app}"
        self._around = Surroundings(
            settings,
            application.options,
            self._runner,
            storage,
            Accounts(),
            blobs,
            application.host_id,
            owner,
            arguments.queue_lease,
        )
        self._listeners: list[Listener] = self._around.listeners(self._listening())
        self._settings = settings

    async def run(self, sock: socket.socket | None) -> int:
        """Serve until told to stop; the exit code."""
        loop = asyncio.get_running_loop()
        console.attach(loop)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        self._engine.start()
        server, serving = self._serve(sock)
        self._announce()
        for listener in self._listeners:
            listener.start()
        await self._stop.wait()
        await self._drain(server, serving)
        console.attach(None)
        return self._exit_code

    def _listening(self) -> list[Function]:
        wanted = self._arguments.listen
        functions = self._application.functions
        return functions if wanted is None else [function for function in functions if function.name in wanted]

    def _serve(self, sock: socket.socket | None) -> tuple[_Server | None, asyncio.Task[None] | None]:
        if sock is None:
            return None, None
        config = uvicorn.Config(
            self._edge(),
            http="httptools",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=int(DRAIN),
            timeout_keep_alive=130,
        )
        server = _Server(config)
        return server, asyncio.create_task(server.serve(sockets=[sock]))

    def _edge(self) -> Edge:
        application, settings = self._application, self._settings
        origins = application.origins(self._arguments.cors)
        keys = None
        if self._arguments.enable_auth:
            folder = settings.find("FUNCTIONS_SECRETS_PATH")
            keys, new = load_keys(Path(folder) if folder else None)
            if new:
                console.line(f"Master key: {keys.master}  host key: {next(iter(keys.host))}")
        limit = settings.find("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT")
        return Edge(
            application.router,
            self._engine,
            self._outputs,
            self._admin(),
            Webhooks(application.functions, self._runner, self._around.enqueue_blob),
            application.options.http,
            cors=Cors(frozenset(origins), application.local.cors_credentials),
            keys=keys,
            homepage=not settings.flag("AzureWebJobsDisableHomepage"),
            body_limit=int(limit) if limit else BODY_LIMIT,
        )

    def _admin(self) -> Admin:
        application = self._application
        return Admin(
            application.host_id,
            application.functions,
            base_url=self._base_url,
            problems=application.problems,
            paths={route.name: application.router.path(route) for route in application.router.routes},
            invoke=self._invoke_by_hand,
            drain=self._stop_listening,
            resume=self._resume,
            outstanding=lambda: len(self._engine.running),
        )

    @property
    def _base_url(self) -> str:
        shown = (
            "localhost" if self._arguments.address in ("127.0.0.1", "0.0.0.0", "::1", "::") else self._arguments.address
        )
        return f"http://{shown}:{self._arguments.port}"

    def _announce(self) -> None:
        application = self._application
        console.line("Worker process started and initialized.")
        problems = {**application.router.refused, **self._around.problems}
        for line in application.summary(self._base_url, set(problems), self._arguments.listen):
            console.plain(line)
        for name, problem in sorted(problems.items()):
            console.line(f"The '{name}' function is in error: {problem}")
        for problem in application.problems:
            console.line(problem)
        took = (time.monotonic() - self._began) * 1000
        console.line("Host is in error." if application.problems else f"Host started ({took:.0f}ms)")

    def _invoke_by_hand(self, function: Function, text: str) -> None:
        task = asyncio.create_task(self._by_hand.run(function, text))
        self._manual.add(task)
        task.add_done_callback(self._manual.discard)

    def _stop_listening(self) -> None:
        for listener in self._listeners:
            listener.stop()

    async def _resume(self) -> None:
        for listener in self._listeners:
            if listener.stopping:
                await listener.stopped()
                listener.start()

    def _timed_out(self) -> None:
        self._exit_code = RESTART
        self._stop.set()

    async def _drain(self, server: _Server | None, serving: asyncio.Task[None] | None) -> None:
        """Take nothing new, finish what runs, at most `DRAIN` seconds; after a time-out nothing is waited for."""
        self._stop_listening()
        if self._exit_code == RESTART:
            return
        if server is not None:
            server.should_exit = True
        waiting = {asyncio.create_task(listener.stopped()) for listener in self._listeners} | self._manual
        if serving is not None:
            waiting.add(serving)
        late = (await asyncio.wait(waiting, timeout=DRAIN))[1] if waiting else ()
        if late:
            console.line(
                f"{len(self._engine.running)} invocations did not finish within {DRAIN:.0f} seconds and are abandoned."
            )
        else:
            self._engine.stop()
            await self._around.close()


def follow(fd: int) -> None:
    """End this process at once when the supervisor is gone, even if it was killed: the pipe it holds then closes."""

    def watch() -> None:
        while os.read(fd, 1):
            pass
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="supervisor-watch").start()


def parse(argv: list[str]) -> Arguments:
    parser = argparse.ArgumentParser(prog="local.host.worker")
    parser.add_argument("--app", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--address", required=True)
    parser.add_argument("--fd", type=int, default=-1)
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--cors", default="")
    parser.add_argument("--enable-auth", action="store_true")
    parser.add_argument("--functions", nargs="*", default=[])
    parser.add_argument("--listen", nargs="*")
    parser.add_argument("--queue-lease", type=float, default=LEASE)
    found = parser.parse_args(argv)
    return Arguments(**vars(found))


def main(argv: list[str]) -> None:
    """Never returns: threads of the app may be stuck, and the process must end all the same."""
    arguments = parse(argv)
    follow(arguments.parent)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # what the app prints appears when it is printed, also in a file
    application = load(arguments.app, f"{arguments.address}:{arguments.port}", frozenset(arguments.functions))
    configure_logging(application.options.level("Function"))
    sock = socket.socket(fileno=arguments.fd) if arguments.fd >= 0 else None

    async def life() -> int:
        return await Worker(arguments, application).run(sock)

    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        code = runner.run(life())
        console.flush()
        sys.stderr.flush()
        os._exit(code)


def _loop_factory() -> type[asyncio.AbstractEventLoop] | None:
    try:
        import uvloop
    except ImportError:
        return None  # Windows has none
    return uvloop.Loop
