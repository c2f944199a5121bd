"""What the host adds to an app before its first request: case 70. Its throughput is measured by `python -m tests.bench --only host`."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.local.host.hosting import APP, ROOT

pytestmark = pytest.mark.whitebox("the modules of our host")
HEAVY = (
    "azure.cosmos",
    "azure.storage",
    "azure.identity",
    "azure.core",
    "aiohttp",
    "requests",
    "pydantic",
    "starlette",
)
SCRIPT = """
import json, sys
from pathlib import Path
from local.host import worker
loaded = worker.load(Path(sys.argv[1]), "localhost", frozenset())
worker.Worker(worker.Arguments(Path(sys.argv[1]), 0, "localhost", -1, -1, "", False, [], None), loaded)
print(json.dumps([len(loaded.functions), sorted(sys.modules)]))
"""


def test_70_the_host_imports_no_sdk_before_a_trigger_needs_it(tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(ROOT), "SCHEDULE": "0 0 0 1 1 *", "SLOW_SCHEDULE": "0 0 0 1 1 *"}
    command = [sys.executable, "-c", SCRIPT, str(APP)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    functions, modules = json.loads(done.stdout.splitlines()[-1])
    assert functions > 50
    assert [name for name in HEAVY if name in modules] == []


def test_70_the_host_knows_nothing_of_the_product() -> None:
    sources = "\n".join(path.read_text() for path in (ROOT / "local" / "host").glob("*.py"))
    assert "petroconnect" not in sources.casefold()
