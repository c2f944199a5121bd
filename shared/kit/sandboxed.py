"""The child of `shared.kit.sandbox`: bounds itself, runs one task, leaves its answer in a file.

Called as `python -P -m shared.kit.sandboxed FOLDER MODULE:FUNCTION`, with `request.json` in the folder.
"""

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

SOURCE = "source"  # the file under work, in every folder
GRACE = 2  # seconds after which a child ends by itself although nobody is left to end it


class Refused(Exception):
    """The task says no to this input, for a reason in one word; the same input will be refused again."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def main(folder: Path, task: str) -> None:
    request = json.loads((folder / "request.json").read_bytes())
    _bound(request["limits"])
    module, _, function = task.partition(":")
    try:
        answer = {"result": getattr(importlib.import_module(module), function)(folder, request["arguments"])}
    except Refused as refused:
        answer = {"refused": refused.reason}
    except MemoryError:
        answer = {"refused": "out_of_memory"}
    _answer(folder, answer)


def _bound(limits: dict[str, Any]) -> None:
    """Processor, wall clock, memory and file size end this process, not the worker; so does the kernel when memory is short."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits["seconds"], limits["seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["output_bytes"], limits["output_bytes"]))
    signal.setitimer(signal.ITIMER_REAL, limits["seconds"] + GRACE)
    if sys.platform == "linux":  # elsewhere the address space cannot be limited reliably
        resource.setrlimit(resource.RLIMIT_AS, (limits["memory_bytes"], limits["memory_bytes"]))
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("1000")
    with contextlib.suppress(OSError):
        os.nice(10)


def _answer(folder: Path, answer: dict[str, Any]) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    answer["usage"] = {"peakBytes": _peak(usage.ru_maxrss), "cpuSeconds": usage.ru_utime + usage.ru_stime}
    (folder / "result.json").write_text(json.dumps(answer))


def _peak(measured: int) -> int:
    """Bytes. On Linux getrusage(2) also counts the worker this was forked from; proc(5) has this program's own."""
    if sys.platform != "linux":
        return measured
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    from shared.kit import sandboxed  # under its own name, so that tasks and this process mean the same `Refused`

    sandboxed.main(Path(sys.argv[1]), sys.argv[2])
