"""What the pages about delivery and operations point at is there."""

import json
import re
from pathlib import Path

import pytest

from tests.registered import registered

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


def test_every_queue_that_may_be_poisoned_is_explained() -> None:
    text = (ROOT / "docs" / "runbooks" / "poison.md").read_text(encoding="utf-8")
    explained = re.findall(
        r"`([a-z-]+)`", " ".join(line.split("|")[1] for line in text.splitlines() if line[:3] == "| `")
    )
    queues = json.loads((ROOT / "infra" / "data.json").read_text(encoding="utf-8"))["queues"]
    assert sorted(explained) == sorted(name.removesuffix("-poison") for name in queues if name.endswith("-poison"))


def test_functions_that_are_switched_off_exist() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"AzureWebJobs\.(\w+)\.Disabled", text)) - {"NAME"}
    assert named
    assert named <= {str(one.get_function_name()) for one in registered()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_say_what_they_act_on(page: Path) -> None:
    """Whoever is woken at night copies them."""
    text = re.sub(r"\\\n\s*", "", page.read_text(encoding="utf-8"))
    commands = re.findall(r"az (?:functionapp|keyvault|cosmosdb|storage|staticwebapp|lock) [^`\n]*", text)
    for command in commands:
        if not command.startswith("az functionapp list-flexconsumption-locations"):
            assert re.search(r' (-g|-n|--name|--resource-group|--vault-name|--account-name) "?\$', command), command
