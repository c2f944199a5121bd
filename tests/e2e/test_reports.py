"""A report with a photo goes from its author to a reviewer, back, is approved and exported, through the page in Debian's Chromium."""

import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from local.toolchain import ROOT, debian, node, node_environment
from tests.stack import running_stack


@pytest.mark.browser
@pytest.mark.slow
def test_a_report_is_written_sent_back_corrected_approved_and_exported(tmp_path: Path) -> None:
    chromium = debian("chromium")
    assert chromium, "Chromium is not there and could not be installed: the journey needs it"
    day = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
    with running_stack(tmp_path / "data") as stack:
        run = subprocess.run(
            [str(node()[0]), "e2e/reports.mjs", stack.base_url, chromium, day],
            cwd=ROOT / "web",
            env=node_environment(),
            capture_output=True,
            text=True,
            timeout=420,
            check=False,
        )
    assert run.returncode == 0, run.stderr[-3000:]
    seen = json.loads(run.stdout.strip().splitlines()[-1])
    assert seen == {
        "errors": [],
        "blocked": True,
        "formFitsPhone": True,
        "photo": True,
        "changes": 1,
        "approved": True,
        "listed": True,
        "exported": {"same": True, "complete": True},
    }
