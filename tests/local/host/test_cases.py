"""Every case has a test, and all but the explained ones have a test that any host can take."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.local.host.cases import CASES, WHITE_BOX

NUMBERS = re.compile(r"test_((?:\d\d_)+)")
pytestmark = pytest.mark.whitebox("about the suite itself")


def found_tests() -> Iterator[tuple[str, set[int], list[pytest.Mark]]]:
    """Name, cases and marks of every test of this folder."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        module = importlib.import_module(f"tests.local.host.{path.stem}")
        for name, value in vars(module).items():
            if name.startswith("test_"):
                found = NUMBERS.match(name)
                numbers = {int(number) for number in found[1].strip("_").split("_")} if found else set()
                yield f"{path.stem}::{name}", numbers, marks(module) + marks(value)


def marks(of: ModuleType | Any) -> list[pytest.Mark]:
    found = getattr(of, "pytestmark", [])
    return [getattr(one, "mark", one) for one in (found if isinstance(found, list) else [found])]


def test_there_are_seventy_cases() -> None:
    assert list(CASES) == list(range(1, 71))


def test_every_case_has_a_test() -> None:
    covered = {number for _, numbers, _ in found_tests() for number in numbers}
    assert covered == set(CASES)


def test_only_the_explained_cases_have_no_test_from_outside() -> None:
    outside = {
        n for _, numbers, marks in found_tests() for n in numbers if all(mark.name != "whitebox" for mark in marks)
    }
    assert set(CASES) - outside == set(WHITE_BOX)


def test_every_look_inside_is_explained() -> None:
    marked = [(name, mark) for name, _, marks in found_tests() for mark in marks if mark.name == "whitebox"]
    assert [name for name, mark in marked if not (mark.args and mark.args[0])] == []
