"""python -m local.mail: takes every letter the product sends, shows it on a page, and delivers none. For this machine only."""

import argparse
import asyncio
import contextlib
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import uvicorn

from local.mail import smtp, web
from local.mail.letters import Letterbox


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m local.mail", description=__doc__)
    parser.add_argument("--smtp-port", required=True, type=int)
    parser.add_argument("--port", required=True, type=int, help="of the page")
    parser.add_argument("--folder", required=True, type=Path, help="where the letters are kept as .eml")
    given = parser.parse_args()
    try:
        asyncio.run(_run(Letterbox(given.folder), given.smtp_port, given.port))
    except OSError as error:
        print(f"Mail: {error}", file=sys.stderr)
        return 2
    return 0


async def _run(letterbox: Letterbox, smtp_port: int, port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    config = uvicorn.Config(
        web.application(letterbox),
        host="127.0.0.1",
        port=port,
        log_level="warning",
        lifespan="off",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    listening = await smtp.listen(letterbox, smtp_port)
    page = _Page(config)
    serving = asyncio.create_task(page.serve())
    stopped = asyncio.create_task(stop.wait())
    print(f"Mail listens on 127.0.0.1:{smtp_port} and shows letters on http://127.0.0.1:{port}/", flush=True)
    await asyncio.wait([serving, stopped], return_when=asyncio.FIRST_COMPLETED)
    stopped.cancel()
    page.should_exit = True
    listening.close()
    await serving


class _Page(uvicorn.Server):
    """Signals end both servers, not this one alone."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


if __name__ == "__main__":
    sys.exit(main())
