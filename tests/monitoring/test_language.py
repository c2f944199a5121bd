"""What Microsoft's own parser of KQL says of the queries: syntax, tables, columns, functions and types."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from local import toolchain
from tests.monitoring.workspace import SCHEMA, names, query

MANIFEST = Path(__file__).parent / "language"
FOLDER = toolchain.ROOT / ".local" / "kusto"
WRONG = {
    "column": "AppRequests | where Duration > 1",
    "table": "AppRequest | take 1",
    "function": "AppRequests | summarize Longest = maximum(DurationMs)",
    "type": "AppRequests | summarize sum(Name)",
    "syntax": "AppRequests | summarise count()",
}


@pytest.fixture(scope="module")
def parser() -> Path:
    lock = MANIFEST / "package-lock.json"
    if not toolchain.is_stamped(FOLDER, lock):
        toolchain.say("fetching Microsoft's parser of KQL (npm)")
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copyfile(MANIFEST / name, FOLDER / name)
        toolchain.run_npm("ci", "--omit=dev", "--ignore-scripts", "--engine-strict=false", cwd=FOLDER)
        toolchain.stamp(FOLDER, lock)
    return FOLDER


def diagnostics(folder: Path, queries: dict[str, str]) -> dict[str, list[str]]:
    run = subprocess.run(
        [str(toolchain.node()[0]), str(MANIFEST / "check.cjs")],
        cwd=folder,
        env=toolchain.node_environment(),
        input=json.dumps({"schema": SCHEMA, "queries": queries}),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(run.stdout)


def test_every_query_binds_to_the_tables_of_a_workspace(parser):
    said = diagnostics(parser, {name: query(name) for name in names()})
    assert set(said) == set(names()) and said
    assert {name: texts for name, texts in said.items() if texts} == {}


def test_the_parser_finds_what_is_wrong(parser):
    assert [name for name, texts in diagnostics(parser, WRONG).items() if not texts] == []
