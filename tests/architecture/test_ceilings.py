"""No module and no function grows beyond what one reads in one go; over it, it is split by meaning."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULE, TEST, FUNCTION = 300, 400, 40  # lines


def too_long(name: str, text: str) -> Iterator[str]:
    most = TEST if name.startswith("tests/") else MODULE
    if (lines := len(text.splitlines())) > most:
        yield f"{name}: {lines} lines of {most}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION:
                yield f"{name}: {node.name} has {lines} lines of {FUNCTION}"


def test_modules_and_functions_can_be_read_in_one_go() -> None:
    listed = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]
    assert "shared/app.py" in names
    assert [found for name in names for found in too_long(name, (ROOT / name).read_text())] == []


def test_what_is_too_long_is_found() -> None:
    body = "    pass\n"
    assert list(too_long("a.py", "def short():\n" + body * 39)) == []
    assert list(too_long("a.py", "def long():\n" + body * 40)) == ["a.py: long has 41 lines of 40"]
    assert list(too_long("a.py", "pass\n" * 301)) == ["a.py: 301 lines of 300"]
    assert list(too_long("tests/a.py", "pass\n" * 400)) == []
