"""Work on files nobody trusts, in a child process that cannot take the worker down.

The child gets no setting of the app and no open file, works in a folder of its own, and is bounded in wall clock, processor time,
memory and output (setrlimit(2)). What it says comes back as JSON and as files in that folder. It is no wall against code that runs
inside it: the account it runs under is the worker's.
"""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from shared.kit.sandboxed import SOURCE

MIB = 1024 * 1024
ANSWER_BYTES = 4 * MIB  # of result.json
_ROOT = Path(__file__).resolve().parents[2]
_TIME_UP = frozenset({-signal.SIGXCPU, -signal.SIGALRM})


@dataclass(frozen=True, slots=True)
class Bounds:
    """`seconds` hold for the wall clock and for the processor; `output_bytes` for each file and for all of them together."""

    seconds: int
    memory_bytes: int
    output_bytes: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the task returned, and what it took."""

    result: dict[str, Any]
    peak_bytes: int
    cpu_seconds: float


class SandboxFailed(Exception):
    """`reason` is timed_out, out_of_memory, output_too_large, crashed, or what the task refused its input for."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SourceTooLarge(SandboxFailed):
    def __init__(self) -> None:
        super().__init__("too_large")


class Sandbox:
    """Runs at most `slots` children at once; the others wait, and their waiting does not count as their time."""

    def __init__(self, slots: int = 2) -> None:
        self._slots = asyncio.Semaphore(slots)

    async def run(self, task: str, folder: Path, arguments: dict[str, Any], bounds: Bounds) -> Outcome:
        """Run `module:function` as `function(folder, arguments)`, which returns JSON. Errors: SandboxFailed."""
        async with self._slots:
            child = _Child(task, folder, bounds)
            request = json.dumps({"arguments": arguments, "limits": asdict(bounds)})
            running = asyncio.ensure_future(asyncio.to_thread(child.run, request))
            try:
                return await asyncio.shield(running)
            except asyncio.CancelledError:
                child.kill()
                await asyncio.wait([running])
                raise


class _Child:
    """One process and its descendants. Waited for in a thread: that works in every event loop and needs no signal handler."""

    def __init__(self, task: str, folder: Path, bounds: Bounds) -> None:
        self._task, self._folder, self._bounds = task, folder, bounds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock, self._unwanted = threading.Lock(), False

    def run(self, request: str) -> Outcome:
        (self._folder / "request.json").write_text(request)
        with self._lock:
            if self._unwanted:
                raise SandboxFailed("crashed")
            self._process = self._start()
        try:
            code = self._process.wait(self._bounds.seconds)
        except subprocess.TimeoutExpired:
            raise SandboxFailed("timed_out") from None
        finally:
            self.kill()
            self._process.wait()
        return self._read(code)

    def kill(self) -> None:
        """The whole process group: what the child started ends with it."""
        with self._lock:
            self._unwanted = True
            if self._process is not None:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-P", "-B", "-m", "shared.kit.sandboxed", str(self._folder), self._task]
        return subprocess.Popen(  # noqa: S603 (our own interpreter and module; the file's bytes are no argument)
            command,
            cwd=self._folder,
            env=_environment(self._folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def _read(self, code: int) -> Outcome:
        if code in _TIME_UP:
            raise SandboxFailed("timed_out")
        answer = self._folder / "result.json"
        if code != 0 or not answer.is_file():
            raise SandboxFailed("crashed")
        written = sum(path.stat().st_size for path in self._folder.iterdir() if path.name != SOURCE)
        if answer.stat().st_size > ANSWER_BYTES or written > self._bounds.output_bytes:
            raise SandboxFailed("output_too_large")
        try:
            said = json.loads(answer.read_bytes())
        except ValueError:
            raise SandboxFailed("crashed") from None
        if (refused := said.get("refused")) is not None:
            raise SandboxFailed(str(refused))
        return Outcome(said["result"], said["usage"]["peakBytes"], said["usage"]["cpuSeconds"])


def _environment(folder: Path) -> dict[str, str]:
    """Where to find modules and the interpreter's libraries, and nothing else: the worker's environment holds secrets."""
    kept = ("PATH", "LD_LIBRARY_PATH", "LANG")
    own = {name: os.environ[name] for name in kept if name in os.environ}  # noqa: TID251 (handed on, not read)
    places = [str(_ROOT), *(str(Path(place).resolve()) for place in sys.path)]
    return {**own, "PYTHONPATH": os.pathsep.join(dict.fromkeys(places)), "HOME": str(folder), "TMPDIR": str(folder)}


@contextmanager
def workspace() -> Iterator[Path]:
    """A folder for one file and what is made of it, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="petroconnect-work-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


async def save_source(folder: Path, chunks: AsyncIterator[bytes], limit: int, *, cut: bool = False) -> bool:
    """Write the file under work, a chunk at a time. True when `cut` let it end at `limit` bytes. Errors: SourceTooLarge."""
    written = 0
    with (folder / SOURCE).open("wb") as file:
        async for chunk in chunks:
            if written + len(chunk) > limit and not cut:
                raise SourceTooLarge
            part = chunk[: limit - written]
            await asyncio.to_thread(file.write, part)
            written += len(part)
            if len(part) < len(chunk):
                return True
    return False
