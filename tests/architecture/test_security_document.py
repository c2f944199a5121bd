"""The threat model names tests as proofs: each of them exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROOFS = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", (ROOT / "docs/security.md").read_text())


def test_there_are_proofs() -> None:
    assert len(PROOFS) > 40


@pytest.mark.parametrize(("file", "name"), sorted(set(PROOFS)), ids=lambda part: part.rpartition("/")[2])
def test_the_proof_exists(file: str, name: str) -> None:
    assert re.search(rf"^(async )?def {name}\(", (ROOT / file).read_text(), re.MULTILINE)
