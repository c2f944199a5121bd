"""The timer that looks at queues, and which ones."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import functions.documents.background  # noqa: F401 (its queues are heard of by this)
from functions.health.background import measure_queues
from shared.app import App
from shared.kit import telemetry
from shared.kit.jobs import Job
from tests.conftest import Clock, Queues

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, threading
threading.Thread.start = lambda self: None
import function_app
from shared.kit.jobs.handlers import heard
print(json.dumps(sorted(heard)))
"""


def test_every_queue_of_the_app_is_looked_at():
    run = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == sorted(json.loads((ROOT / "infra/data.json").read_text())["queues"])


async def test_what_waits_is_told_with_its_age(app: App, clock: Clock, queues: Queues, monkeypatch):
    told = []
    monkeypatch.setattr(telemetry, "record_queue", lambda *facts: told.append(facts))
    before = datetime.now(UTC).replace(microsecond=0)
    await app.queue.send("documents-verify", Job.of("document.verify", "ORG", "DOC"))
    clock.now = datetime.now(UTC) + timedelta(minutes=10)
    await measure_queues(app)
    ((queue, waiting, seconds),) = told
    assert (queue, waiting) == ("documents-verify", 1)
    assert 599 < seconds <= (clock.now - before).total_seconds()
