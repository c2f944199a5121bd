"""`python -m local.cosmos`: serve one data file on one port."""

import argparse
import asyncio
import signal
import socket
import ssl
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from local.cosmos.engine import Engine
from local.cosmos.http1 import Connection
from local.cosmos.options import EMULATOR_KEY, Options
from local.cosmos.store import StoreError


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m local.cosmos", description="Cosmos DB (NoSQL) on SQLite.")
    parser.add_argument("--db", required=True, type=Path, help="the data file; created if missing")
    parser.add_argument("--port", required=True, type=int, help="0 takes a free one")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--ranges", default="auto", help="auto, or at least N partition key ranges per new container")
    parser.add_argument("--https", action="store_true", help="with a self-signed certificate kept beside the data file")
    parser.add_argument("--lenient", action="store_true", help="accept queries the service refuses")
    parser.add_argument("--serverless", action="store_true", help="refuse throughput settings")
    parser.add_argument("--throttle", type=float, default=0, metavar="RU", help="answer 429 above RU/s per container")
    parser.add_argument("--no-auth", action="store_true", help="accept requests without a valid signature")
    parser.add_argument("--key", default=EMULATOR_KEY, help="the master key; the well-known emulator key by default")
    return parser.parse_args(argv)


def _options(arguments: argparse.Namespace) -> Options:
    ranges = 0 if arguments.ranges == "auto" else int(arguments.ranges)
    if not 0 <= ranges <= 100:
        raise ValueError("--ranges has to be auto or between 1 and 100")
    if not 0 <= arguments.throttle <= 1_000_000:
        raise ValueError("--throttle has to be between 0 and 1000000")
    return Options(
        ranges=ranges,
        throttle=arguments.throttle,
        strict=not arguments.lenient,
        serverless=arguments.serverless,
        authorise=not arguments.no_auth,
        key=arguments.key,
    )


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(512)
    except OSError:
        listener.close()
        raise
    return listener


def main(argv: Sequence[str]) -> int:
    """Serve until SIGTERM or Ctrl-C; 0 after a clean stop, 2 if the port or the file cannot be had."""
    arguments = _arguments(argv)
    try:
        options = _options(arguments)
        listener = _listen(arguments.host, arguments.port)
    except (OSError, ValueError) as error:
        print(f"Cosmos: cannot listen on port {arguments.port}: {error}", file=sys.stderr)
        return 2
    with listener:
        try:
            engine = Engine.open(arguments.db, options)
        except StoreError as error:
            print(f"Cosmos: {error}", file=sys.stderr)
            return 2
        try:
            with asyncio.Runner(loop_factory=_loop_factory()) as runner:
                runner.run(_serve(engine, listener, arguments))
        finally:
            engine.close()
    return 0


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        from uvloop import new_event_loop  # not on Windows
    except ImportError:
        return None
    return new_event_loop


def _tls(arguments: argparse.Namespace) -> ssl.SSLContext | None:
    if not arguments.https:
        return None
    from local.cosmos.tls import certificate  # cryptography is slow to import and seldom needed

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate(arguments.db.absolute().parent))
    return context


async def _serve(engine: Engine, listener: socket.socket, arguments: argparse.Namespace) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: the loop has none
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    scheme = "https" if arguments.https else "http"
    connections: set[Connection] = set()
    server = await loop.create_server(
        lambda: Connection(engine, scheme, connections), sock=listener, ssl=_tls(arguments)
    )
    port = listener.getsockname()[1]
    print(f"Cosmos listens on {scheme}://{arguments.host}:{port}/ with {arguments.db}", flush=True)
    await stop.wait()
    # Requests are answered inline, so none is half done here.
    server.close()
    for connection in list(connections):
        connection.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
