"""Starts hosts and Azurite for the tests, and cleans up after them."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from local.toolchain import azurite, node_environment

ROOT = Path(__file__).resolve().parents[3]
APP = Path(__file__).parent / "app"
ACCOUNT = "devstoreaccount1"
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
YEARLY = "0 0 0 1 1 *"
PATIENCE = 30.0  # seconds until something that must happen counts as not happening


def wait_for(what: str, check: Callable[[], Any], seconds: float = PATIENCE) -> Any:
    """The first true result of `check`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := check():
            return found
        time.sleep(0.02)
    raise AssertionError(f"{what} did not happen within {seconds} seconds")


async def eventually(check: Callable[[], Awaitable[Any]], seconds: float = PATIENCE) -> None:
    """Wait for something in this event loop or in another process to come true."""
    async with asyncio.timeout(seconds):
        while True:
            if await check():
                return
            await asyncio.sleep(0.02)


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class Host:
    """A running `python -m local.host` and what it printed."""

    process: subprocess.Popen[bytes]
    log: Path
    record: Path
    url: str = ""

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def wait_for_line(self, text: str, times: int = 1) -> None:
        try:
            wait_for(f"{text!r} in the log", lambda: self.printed().count(text) >= times)
        except AssertionError as error:
            raise AssertionError(f"{error}:\n{self.printed()}") from None

    def recorded(self, function: str) -> list[dict[str, Any]]:
        """What background functions of the fixture app wrote down."""
        if not self.record.exists():
            return []
        lines = [json.loads(line) for line in self.record.read_text(encoding="utf-8").splitlines()]
        return [line for line in lines if line["function"] == function]

    def wait_for_record(self, function: str, times: int = 1) -> list[dict[str, Any]]:
        def enough() -> list[dict[str, Any]] | None:
            found = self.recorded(function)
            return found if len(found) >= times else None

        found: list[dict[str, Any]] = wait_for(f"{function} {times} times", enough)
        return found

    def worker_id(self) -> int:
        """The process id of the process that runs the app."""
        return int(httpx.get(f"{self.url}/admin/host/status").json()["processId"])

    def kill_worker(self) -> None:
        pid = self.worker_id()
        os.kill(pid, signal.SIGKILL)
        self.wait_for_line("ended with code -9")

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Seconds the host took to end."""
        began = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(PATIENCE)
        return time.monotonic() - began


@contextmanager
def hosting(
    folder: Path,
    *arguments: str,
    app: Path = APP,
    ready: str = "Host started.",
    port: str = "0",
    records: Path | None = None,
    **settings: str,
) -> Iterator[Host]:
    """A host with the given arguments and app settings; its log and records are in `folder`. An empty port is not given."""
    folder = Path(tempfile.mkdtemp(dir=folder))
    log, record = folder / "host.log", records or folder / "record.jsonl"
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    environment |= {
        "RECORD": str(record),
        "PYTHONPATH": str(ROOT),
        "SCHEDULE": "0 0 0 1 1 *",
        "QUEUE_PREFIX": "none",
    } | settings
    command = [sys.executable, "-m", "local.host", "--app", str(app), *arguments]
    command += ["--port", port] if port else []
    with log.open("ab") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT)
    host = Host(process, log, record)
    try:
        host.wait_for_line(ready)
        found = re.search(r"Listening on (http://\S+)", host.printed())
        assert found is not None
        host.url = found[1]
        yield host
    finally:
        if process.poll() is None:
            host.stop()
        assert process.returncode is not None


@contextmanager
def azurite_running(folder: Path, blob: int, queue: int) -> Iterator[str]:
    """Azurite with its data in memory; gives the connection string."""
    command = [*azurite(), "--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"]
    command += ["--blobPort", str(blob), "--queuePort", str(queue), "--tablePort", str(free_port())]
    with (folder / "azurite.log").open("ab") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=folder, env=node_environment())
    try:
        wait_for("Azurite", lambda: all(listens(port) for port in (blob, queue)))
        yield connection_string(blob, queue)
    finally:
        process.kill()  # asked politely it waits for the connections of the host, which keeps them open
        process.wait(PATIENCE)


def connection_string(blob: int, queue: int) -> str:
    return (
        f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};"
        f"BlobEndpoint=http://127.0.0.1:{blob}/{ACCOUNT};QueueEndpoint=http://127.0.0.1:{queue}/{ACCOUNT};"
    )


def listens(port: int) -> bool:
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0
