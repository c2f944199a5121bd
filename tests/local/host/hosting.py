"""Starts hosts and Azurite for the tests, and cleans up after them."""

import asyncio
import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
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
START = 120.0  # seconds a host may take to start; the Core Tools fetch their extensions the first time
HOST_COMMAND = os.environ.get("HOST_COMMAND", "")  # another host to test: `func start --port {port}`
PATIENCE = 90.0 if HOST_COMMAND else 30.0  # seconds until something that must happen counts as not happening
KEPT = ("PATH", "HOME", "LANG", "SYSTEMROOT", "VIRTUAL_ENV", "DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT")


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
    """A running host, ours or the one of HOST_COMMAND, and what it printed."""

    process: subprocess.Popen[bytes]
    log: Path
    record: Path
    url: str = ""

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

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

    def state(self) -> str | None:
        """What the host says of itself, None while it says nothing."""
        try:
            return str(httpx.get(f"{self.url}/admin/host/status", timeout=10).json()["state"])
        except (httpx.HTTPError, ValueError, KeyError):
            return None

    def worker_id(self) -> int:
        """The process id of the process that runs the app, which has the function `process_id`."""
        return int(httpx.get(f"{self.url}/api/process_id", timeout=PATIENCE).text)

    def wait_for_other_worker(self, before: int) -> None:
        """Until the app runs in another process than that."""

        def changed() -> bool:
            try:
                return self.worker_id() != before
            except (httpx.HTTPError, ValueError):
                return False

        wait_for("another worker process", changed)

    def kill_worker(self) -> None:
        before = self.worker_id()
        os.kill(before, signal.SIGKILL)
        wait_for("the end of the worker", lambda: not Path(f"/proc/{before}").exists())

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
    failing: bool = False,
    records: Path | None = None,
    secrets: Path | None = None,
    port: int | None = None,
    **settings: str,
) -> Iterator[Host]:
    """A host with the given arguments and app settings; its log and records are in `folder`.

    `failing` expects an app that cannot be loaded, `secrets` is a folder with keys, `port` the one the app's own settings name.
    """
    folder = Path(tempfile.mkdtemp(dir=folder))
    log, record = folder / "host.log", records or folder / "record.jsonl"
    plan = (_foreign if HOST_COMMAND else _own)(folder, app, arguments, secrets, port)
    environment = {name: value for name, value in os.environ.items() if name in KEPT}
    environment |= {"RECORD": str(record), "SCHEDULE": YEARLY, "SLOW_SCHEDULE": YEARLY, "RETRY_SCHEDULE": YEARLY}
    environment |= {"QUEUE_PREFIX": "none"} | plan.environment | settings
    with log.open("ab") as output:
        process = subprocess.Popen(
            plan.command,
            cwd=plan.folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    host = Host(process, log, record, plan.url)
    try:
        _wait_until_ready(host, failing=failing)
        yield host
    finally:
        if process.poll() is None:
            host.stop()
        if HOST_COMMAND:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # its workers are processes of its own group


@dataclass(frozen=True)
class Plan:
    """How to start a host."""

    command: list[str]
    folder: Path
    url: str
    environment: dict[str, str]


def _own(folder: Path, app: Path, arguments: tuple[str, ...], secrets: Path | None, port: int | None) -> Plan:
    command = [sys.executable, "-m", "local.host", "--app", str(app), *arguments]
    if port is None:
        port = free_port()
        command += ["--port", str(port)]
    environment = {"PYTHONPATH": str(ROOT)}
    if secrets is not None:
        environment["FUNCTIONS_SECRETS_PATH"] = str(secrets)
    return Plan(command, folder, f"http://127.0.0.1:{port}", environment)


def _foreign(folder: Path, app: Path, arguments: tuple[str, ...], secrets: Path | None, port: int | None) -> Plan:
    """HOST_COMMAND in a copy of the fixture app (it writes there), or in the app a test made for itself."""
    if app == APP:
        app = Path(shutil.copytree(APP, folder / "app", ignore=shutil.ignore_patterns("__pycache__")))
    port = port or free_port()
    command = shlex.split(HOST_COMMAND.format(port=port)) + [one for one in arguments if one != "--no-reload"]
    temporary = folder / "tmp"
    temporary.mkdir()
    if secrets is not None:
        shutil.copytree(secrets, temporary / "secrets" / "functions" / "secrets")  # where the Core Tools look
    environment = {
        "FUNCTIONS_WORKER_RUNTIME": "python",
        "FUNCTIONS_CORE_TOOLS_TELEMETRY_OPTOUT": "1",
        "AzureWebJobsStorage": os.environ.get("HOST_STORAGE", "UseDevelopmentStorage=true"),
        "AzureWebJobsSecretStorageType": "files",
        "AzureFunctionsWebHost__hostid": uuid.uuid4().hex,  # hosts that follow each other share no locks
        "TMPDIR": str(temporary),
    }
    if secrets is not None:
        environment["FUNCTIONS_SECRETS_PATH"] = str(secrets)  # where others look
    return Plan(command, app, f"http://127.0.0.1:{port}", environment)


def _wait_until_ready(host: Host, *, failing: bool) -> None:
    def ready() -> bool:
        if host.process.poll() is not None:
            raise AssertionError(f"the host ended:\n{host.printed()}")
        state = host.state()
        return state == "Running" or (failing and state == "Error") or _needs_key(host.url)

    try:
        wait_for("the start of the host", ready, START)
        if not HOST_COMMAND:
            host.wait_for_line("Host is in error." if failing else "Host started (")
    except AssertionError as error:
        raise AssertionError(f"{error}:\n{host.printed()}") from None


def _needs_key(url: str) -> bool:
    """A host that asks for keys answers so as soon as it runs."""
    try:
        return httpx.get(f"{url}/admin/host/status", timeout=10).status_code == 401
    except httpx.HTTPError:
        return False


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
