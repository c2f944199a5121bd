"""Tables to ask, and nothing that keeps hold of DuckDB at the end of the run."""

import gc
from collections.abc import Iterator

import pytest

from tests.monitoring.workspace import Workspace, open_workspace


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with open_workspace() as opened:
        yield opened


def pytest_sessionfinish() -> None:
    """Hypothesis leaves a callback with the garbage collector. What hangs on it outlives every module, and DuckDB calls that a leak."""
    gc.callbacks[:] = [callback for callback in gc.callbacks if "hypothesis" not in getattr(callback, "__module__", "")]
