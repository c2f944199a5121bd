"""What the pages about delivery and operations point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "runbooks").glob("*.md")) + [
    ROOT / "docs" / f"{name}.md" for name in ("delivery", "cost", "scale")
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_scripts_and_targets_that_are_named_exist(page: Path) -> None:
    text, makefile = page.read_text(encoding="utf-8"), (ROOT / "Makefile").read_text()
    for link in re.findall(r"\]\(([^)#]+)", text):
        assert link.startswith("http") or (page.parent / link).exists(), link
    for script in re.findall(r"(?:infra/|tests/)?(?:scripts|infra)/[\w/]+\.(?:py|sh)", text):
        assert (ROOT / script).is_file(), script
    for module in re.findall(r"python -m ((?:scripts|local|tests)\.[\w.]+)", text):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module
    for target in re.findall(r"`make ([a-z-]+)", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_queries_an_incident_is_looked_at_with_exist() -> None:
    text = (ROOT / "docs" / "runbooks" / "incident.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line.startswith(('| "', "| nothing"))]
    named = {name for row in rows for name in re.findall(r"`([a-z_]+)`", row[2])} - {"entra"}
    assert len(named) > 10
    known = {path.stem for path in (ROOT / "infra" / "monitoring" / "queries").glob("*.kql")}
    assert named <= known, named - known
