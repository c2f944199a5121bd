"""Starts and stops the server as people do: a process of its own."""

import contextlib
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]


@dataclass
class Server:
    """A running server; `first_line` is what it printed when it began to listen."""

    process: subprocess.Popen[str]
    url: str
    first_line: str

    def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        self.process.kill()
        self.process.wait(20)


def start(db: Path, *flags: str) -> Server:
    """A server on a free port, listening."""
    command = [sys.executable, "-m", "local.cosmos", "--db", str(db), "--port", "0", *flags]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"https?://\S+", line)
    if found is None:
        process.kill()
        rest = process.communicate()[0]
        raise AssertionError(f"the server did not start: {line}{rest}")
    return Server(process, found[0], line)


@contextlib.contextmanager
def serving(db: Path, *flags: str) -> Iterator[Server]:
    """A server that is stopped afterwards, politely unless it is gone already."""
    server = start(db, *flags)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.communicate(timeout=20)
