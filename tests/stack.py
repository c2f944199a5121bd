"""The whole stack as people start it, in a process of its own, on free ports with its data in a temporary folder."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.azurite import free_ports

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 240  # the first start may have to fetch and build
STOP_SECONDS = 30


@dataclass(frozen=True)
class RunningStack:
    base_url: str
    data: Path
    ports: Mapping[str, int]
    process: subprocess.Popen[bytes]

    @property
    def mail_url(self) -> str:
        return f"http://127.0.0.1:{self.ports['mailpage']}"

    @property
    def provisioning_key(self) -> str:
        return (self.data / "provisioning-key").read_text()


@contextmanager
def running_stack(data: Path, *options: str, environment: Mapping[str, str] | None = None) -> Iterator[RunningStack]:
    """Started with `options` (`--no-web`, `--no-seed` ...), ready when it says so, stopped by SIGTERM."""
    names = ("page", "host", "cosmos", "blob", "queue", "redis", "mail", "mailpage")
    ports = dict(zip(names, free_ports(len(names)), strict=True))
    command = [
        sys.executable,
        "-m",
        "local",
        "--data",
        str(data),
        "--port",
        str(ports["page"]),
        "--no-reload",
        *options,
    ]
    for name in names[1:]:
        command += [f"--{name}-port", str(ports[name])]
    data.mkdir(parents=True, exist_ok=True)
    output = data / "output.txt"
    with output.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=out,
            stderr=out,
            stdin=subprocess.DEVNULL,
        )
    try:
        _wait_until_up(process, output)
        yield RunningStack(f"http://127.0.0.1:{ports['page']}", data, ports, process)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(STOP_SECONDS)


def _wait_until_up(process: subprocess.Popen[bytes], output: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while "PetroConnect is up" not in output.read_text(errors="replace"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(
                f"the stack did not start ({process.poll()}):\n{output.read_text(errors='replace')[-3000:]}"
            )
        time.sleep(0.2)


def api(stack: RunningStack) -> httpx.Client:
    return httpx.Client(base_url=f"{stack.base_url}/api/v1", timeout=30)
