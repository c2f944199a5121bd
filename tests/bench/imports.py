"""What `import function_app` costs beside the imports no Functions app can do without."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15
TARGET = 1.5
QUIET = "import threading; threading.Thread.start = lambda self: None;"  # the prewarming is measured by nobody
BASE = "import azure.functions, pydantic; pydantic.BaseModel"


def report() -> str:
    pairs = [(_cpu_seconds(QUIET + BASE), _cpu_seconds(QUIET + "import function_app")) for _ in range(ROUNDS)]
    base, ours = (statistics.median(times) for times in zip(*pairs, strict=True))
    return (
        f"import function_app: {ours * 1000:.0f} ms, azure.functions + pydantic: {base * 1000:.0f} ms of processor time, "
        f"ratio {ours / base:.2f} (target <= {TARGET})"
    )


def _cpu_seconds(code: str) -> float:
    """Processor time of a process of its own: the clock on the wall would measure the neighbours as well."""
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, code)
    return usage.ru_utime + usage.ru_stime
