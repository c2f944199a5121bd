"""What `import function_app` costs beside the imports no Functions app can do without."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7
TARGET = 1.5
QUIET = "import threading; threading.Thread.start = lambda self: None;"  # the prewarming is measured by nobody
BASE = "import azure.functions, pydantic; pydantic.BaseModel"


def report() -> str:
    base, ours = [], []
    for _ in range(ROUNDS):
        base.append(_seconds(QUIET + BASE))
        ours.append(_seconds(QUIET + "import function_app"))
    first, second = statistics.median(base), statistics.median(ours)
    return (
        f"import function_app: {second * 1000:.0f} ms, azure.functions + pydantic: {first * 1000:.0f} ms, "
        f"ratio {second / first:.2f} (target <= {TARGET})"
    )


def _seconds(code: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    return time.perf_counter() - started
