"""One Azurite for a whole test run, on free ports, with its data in a temporary folder."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from local.toolchain import azurite as azurite_command
from local.toolchain import node_environment

ACCOUNT = "devstoreaccount1"
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="  # Azurite's public key
START_TIMEOUT = 60


@dataclass(frozen=True)
class Azurite:
    blob_url: str
    queue_url: str

    @property
    def connection_string(self) -> str:
        return (
            f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};"
            f"BlobEndpoint={self.blob_url};QueueEndpoint={self.queue_url};"
        )


@pytest.fixture(scope="session")
def azurite() -> Iterator[Azurite]:
    blob, queue = free_ports(2)
    with tempfile.TemporaryDirectory(prefix="petroconnect-azurite-") as folder:
        log = Path(folder) / "out.log"
        command = [
            *azurite_command(), "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence",
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", str(blob), "--queuePort", str(queue), "--tablePort", "0",
        ]  # fmt: skip
        with log.open("wb") as out:
            process = subprocess.Popen(
                command, cwd=folder, env=node_environment(), stdout=out, stderr=out, stdin=subprocess.DEVNULL
            )
        try:
            for port in (blob, queue):
                wait_for_port(port, process, log)
            yield Azurite(f"http://127.0.0.1:{blob}/{ACCOUNT}", f"http://127.0.0.1:{queue}/{ACCOUNT}")
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on right now, all different."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def wait_for_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(
                f"{process.args} ended with {process.returncode}: {log.read_text(errors='replace')[-2000:]}"
            )
        with socket.socket() as attempt:
            attempt.settimeout(1)
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nothing listens on port {port} after {START_TIMEOUT} s (pid {process.pid}, {os.getpid()})")
