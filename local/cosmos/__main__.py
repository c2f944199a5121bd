"""`python -m local.cosmos`: serve one data file on one port."""

import argparse
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import uvicorn

from local.cosmos.asgi import Application
from local.cosmos.engine import Engine
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
    parser.add_argument("--no-auth", action="store_true", help="accept requests without a valid signature")
    parser.add_argument("--key", default=EMULATOR_KEY, help="the master key; the well-known emulator key by default")
    return parser.parse_args(argv)


def _options(arguments: argparse.Namespace) -> Options:
    ranges = 0 if arguments.ranges == "auto" else int(arguments.ranges)
    if not 0 <= ranges <= 100:
        raise ValueError("--ranges has to be auto or between 1 and 100")
    return Options(
        ranges=ranges,
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
    try:
        engine = Engine.open(arguments.db, options)
    except StoreError as error:
        listener.close()
        print(f"Cosmos: {error}", file=sys.stderr)
        return 2
    scheme = "https" if arguments.https else "http"
    port = listener.getsockname()[1]
    print(f"Cosmos listens on {scheme}://{arguments.host}:{port}/ with {arguments.db}", flush=True)
    try:
        uvicorn.Server(_config(engine, arguments)).run(sockets=[listener])
    finally:
        listener.close()
        engine.close()
    return 0


def _config(engine: Engine, arguments: argparse.Namespace) -> uvicorn.Config:
    secured: dict[str, Any] = {}
    if arguments.https:
        from local.cosmos.tls import certificate  # cryptography is slow to import and seldom needed

        chain, secret = certificate(arguments.db.parent)
        secured = {"ssl_certfile": str(chain), "ssl_keyfile": str(secret)}
    return uvicorn.Config(
        Application(engine),
        lifespan="off",
        access_log=False,
        log_level="warning",
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=120,
        timeout_graceful_shutdown=3,
        **secured,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
