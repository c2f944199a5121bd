"""At the end of the run nothing may keep hold of DuckDB."""

import gc


def pytest_sessionfinish() -> None:
    """Hypothesis leaves a callback with the garbage collector. What hangs on it outlives every module, and DuckDB calls that a leak."""
    gc.callbacks[:] = [callback for callback in gc.callbacks if "hypothesis" not in getattr(callback, "__module__", "")]
