"""The journey through the page in Debian's Chromium: sign in, upload, download the same bytes, trash, sign out; somebody new joins."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from local.toolchain import ROOT, debian, node, node_environment
from tests.stack import running_stack

LARGE = int(os.environ.get("JOURNEY_LARGE_MB", "200")) * 1_000_000
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
ELF = b"\x7fELF\x02\x01\x01" + bytes(200)


@pytest.mark.browser
@pytest.mark.slow
def test_a_person_uploads_watches_and_gets_the_same_bytes_back(tmp_path: Path):
    chromium = debian("chromium")
    assert chromium, "Chromium is not there and could not be installed: the journey needs it"
    large, small, fake = tmp_path / "survey-raw.bin", tmp_path / "handover.pdf", tmp_path / "invoice.pdf"
    with large.open("wb") as out:
        for _ in range(LARGE // 1_000_000):
            out.write(os.urandom(1_000_000))
    small.write_bytes(PDF)
    fake.write_bytes(ELF)
    with running_stack(tmp_path / "data") as stack:
        run = subprocess.run(
            [
                str(node()[0]),
                "e2e/journey.mjs",
                stack.base_url,
                stack.mail_url,
                chromium,
                str(tmp_path),
                str(large),
                str(small),
                str(fake),
            ],
            cwd=ROOT / "web",
            env=node_environment(),
            capture_output=True,
            text=True,
            timeout=420,
            check=False,
        )
    assert run.returncode == 0, run.stderr[-3000:]
    seen = json.loads(run.stdout.strip().splitlines()[-1])
    assert seen["errors"] == []
    assert seen["downloads"] == [{"name": large.name, "same": True}, {"name": small.name, "same": True}]
    assert "program" in seen["rejection"]
    assert seen["document"] == {"revised": True, "fitsPhone": True}
    assert seen["restored"] and seen["stillSignedIn"] and seen["fitsPhone"] and seen["signedOut"]
    assert not seen["viewerMayUpload"] and not seen["viewerMayTrash"]
    assert seen["newcomer"] == {"joined": True, "recoveryCodes": 10}
