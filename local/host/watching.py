"""Which files of an app restart it when they change."""

import asyncio
import importlib.util
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from watchfiles import Change, awatch

TIMES: Any = {"debounce": 100, "step": 50, "rust_timeout": 1000}  # milliseconds
SETTINGS = ("host.json", "local.settings.json")
IGNORED = {"__pycache__", ".venv", "venv", "node_modules", ".git", ".local", ".python_packages", ".mypy_cache"}


class SourceFilter:
    """Source and settings of the app; not what running it writes, nor what .funcignore keeps out of the deployed app."""

    def __init__(self, app: Path) -> None:
        self._app = app
        ignored = app / ".funcignore"
        lines = ignored.read_text(encoding="utf-8").splitlines() if ignored.is_file() else []
        self._patterns = [line.strip().strip("/") for line in lines if line.strip() and not line.startswith(("#", "!"))]

    def __call__(self, _: Change, path: str) -> bool:
        parts = Path(path).relative_to(self._app).parts
        if len(parts) == 1 and parts[0] in SETTINGS:
            return True
        return path.endswith(".py") and not self.leaves_out(parts)

    def leaves_out(self, parts: tuple[str, ...]) -> bool:
        """Whether nothing at or below this path counts."""
        whole = "/".join(parts)
        return not IGNORED.isdisjoint(parts) or any(
            fnmatch(whole, pattern) or any(fnmatch(part, pattern) for part in parts) for pattern in self._patterns
        )


async def watch(app: Path, on_change: Callable[[list[Path]], None]) -> None:
    """Tell changed files that matter, a burst at a time, until cancelled.

    Folders that do not count are not watched at all: node_modules alone would take thousands of watches.
    Errors: OSError, RuntimeError when the system cannot watch so many folders.
    """
    found = SourceFilter(app)
    moved: list[
        Path
    ] = []  # folders that came or went, told when the new ones are watched: so no file in them is missed
    while True:
        folders = _folders(app, found)
        below = asyncio.create_task(_watch_below(folders, found, on_change)) if folders else None
        try:
            await asyncio.sleep(0)
            if moved:
                on_change(moved)
                moved = []
            async for changes in awatch(app, watch_filter=None, recursive=False, **TIMES):
                if paths := [Path(path) for change, path in changes if found(change, path)]:
                    on_change(paths)
                if (now := _folders(app, found)) != folders:
                    moved = sorted(now - folders) or sorted(folders - now)
                    break
                if below is not None and below.done():
                    break
        finally:
            if below is not None:
                below.cancel()
                await asyncio.wait([below])
        if below is not None and not below.cancelled():
            below.result()


async def _watch_below(folders: set[Path], found: SourceFilter, on_change: Callable[[list[Path]], None]) -> None:
    async for changes in awatch(*folders, watch_filter=found, **TIMES):
        on_change([Path(path) for _, path in changes])


def _folders(app: Path, found: SourceFilter) -> set[Path]:
    return {path for path in app.iterdir() if path.is_dir() and not found.leaves_out((path.name,))}


def forget_bytecode(paths: Iterable[Path]) -> None:
    """Remove what was compiled from changed sources: bytecode knows its source by second and size, and edits are faster than that."""
    for path in paths:
        if path.suffix == ".py":
            Path(importlib.util.cache_from_source(str(path))).unlink(missing_ok=True)
