"""What importing the app costs: a cold start pays for every module that function_app.py reaches."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "azure.cosmos", "azure.storage", "azure.identity", "azure.monitor", "msal", "redis", "limits", "aiohttp", "jwt", "cryptography",
    "argon2", "zxcvbn", "pyotp", "segno", "pydantic_settings", "puremagic", "reportlab", "xlsxwriter", "requests", "pypdfium2", "PIL",
)  # fmt: skip
SERVICES = (".service", ".repository", ".cosmos", ".blobs", ".queues", ".config")  # built on first use
SCRIPT = """
import json, sys, threading
threading.Thread.start = lambda self: None  # the prewarming thread imports them beside the first request
import function_app
print(json.dumps(sorted(sys.modules)))
"""


def test_importing_the_app_imports_neither_sdks_nor_services():
    environment = {
        key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ
    }  # and no setting of the product
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(run.stdout))
    assert "function_app" in loaded
    assert [name for name in loaded if name.startswith("shared.") and name.endswith(SERVICES)] == []
    assert [name for name in HEAVY if name in loaded] == []
    assert [name for name in loaded if name.startswith("functions.") and name.endswith("schemas")] == []


def test_the_index_is_what_the_code_declares():
    from scripts.index import TARGET, build

    assert TARGET.read_text() == build()
