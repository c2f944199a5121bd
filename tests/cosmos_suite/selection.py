"""Which tests a list names, which of them are left out, and which passed when the baseline was frozen."""

from collections.abc import Iterable, Mapping
from pathlib import Path

HERE = Path(__file__).parent
LISTS = ("quick", "app", "async", "split", "core")
BASELINE = HERE / "baseline.txt"


def files(name: str) -> list[str]:
    """The test files of a list. `core` has those of `app`, without leaving out a test."""
    return _lines(HERE / "lists" / f"{'app' if name == 'core' else name}.txt")


def left_out(name: str) -> list[str]:
    """Prefixes of the ids of tests that ask for what this server does not have; the file says what."""
    return [] if name == "core" else _lines(HERE / "left_out.txt")


def one_range() -> list[str]:
    """Files and ids of tests whose premise is a container of one partition key range."""
    return _lines(HERE / "one_range.txt")


def baseline() -> set[str]:
    """Ids of the tests that passed."""
    return set(_lines(BASELINE))


def lost(passed_before: Iterable[str], outcomes: Mapping[str, str], ran: Iterable[str]) -> list[str]:
    """The tests of the files that were run which passed before and do not now, or are gone."""
    names = set(ran)
    before = {test for test in passed_before if test.partition("::")[0] in names}
    return sorted(test for test in before if outcomes.get(test) != "passed")


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text().splitlines())
    return [line for line in lines if line and not line.startswith("#")]
