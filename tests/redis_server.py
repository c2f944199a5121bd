"""A Redis of its own for the tests that need a real one."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from local.toolchain import debian
from tests.azurite import free_ports, wait_for_port


@dataclass(frozen=True)
class Redis:
    url: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


@contextmanager
def running_redis() -> Iterator[Redis]:
    """Empty, on a free port, nothing written to disk."""
    command = debian("redis-server")
    if command is None:
        pytest.skip("redis-server is not there and cannot be installed without root")
    (port,) = free_ports(1)
    with tempfile.TemporaryDirectory(prefix="petroconnect-redis-") as folder:
        log = Path(folder) / "out.log"
        arguments = [command, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        with log.open("wb") as out:
            process = subprocess.Popen(arguments, cwd=folder, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
        redis = Redis(f"redis://127.0.0.1:{port}/0", process)
        try:
            wait_for_port(port, process, log)
            yield redis
        finally:
            redis.stop()


@pytest.fixture
def redis(monkeypatch: pytest.MonkeyPatch) -> Iterator[Redis]:
    """It is there; that a busy machine lets it wait is no reason to go on without it."""
    monkeypatch.setattr("shared.kit.redis_pool.SOCKET_TIMEOUT", 60.0)
    with running_redis() as running:
        yield running
