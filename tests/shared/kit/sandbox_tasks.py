"""Tasks that behave, and tasks that do not, for the sandbox's tests."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from shared.kit.sandboxed import Refused

Arguments = dict[str, Any]


def measure(folder: Path, arguments: Arguments) -> dict[str, Any]:
    size = (folder / "source").stat().st_size
    (folder / "made.txt").write_text("made")
    return {
        "size": size,
        "given": arguments,
        "environment": sorted(os.environ),
        "cwd": str(Path.cwd()),
        "seconds": resource.getrlimit(resource.RLIMIT_CPU),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
    }


def refuse(_folder: Path, arguments: Arguments) -> None:
    raise Refused(arguments["reason"])


def fail(_folder: Path, _arguments: Arguments) -> None:
    raise ValueError("with the file's own words in it")


def sleep(folder: Path, arguments: Arguments) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    (folder / "pids").write_text(f"{os.getpid()} {child.pid}")
    time.sleep(arguments["seconds"])


def leave_a_child(folder: Path, _arguments: Arguments) -> dict[str, int]:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    return {"pid": child.pid}


def spin(_folder: Path, _arguments: Arguments) -> None:
    while True:
        sum(range(100_000))


def swallow_memory(_folder: Path, _arguments: Arguments) -> int:
    return len(bytearray(4 * 1024**3))


def die(_folder: Path, _arguments: Arguments) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def write(folder: Path, arguments: Arguments) -> dict[str, Any]:
    for number in range(arguments["files"]):
        (folder / f"{number}.bin").write_bytes(bytes(arguments["bytes"]))
    return {}


def say(_folder: Path, arguments: Arguments) -> str:
    return "x" * arguments["bytes"]


def leave_without_a_word(_folder: Path, _arguments: Arguments) -> None:
    os._exit(0)


def lie(folder: Path, _arguments: Arguments) -> None:
    (folder / "result.json").write_text("{not json")
    os._exit(0)
