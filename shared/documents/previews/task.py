"""What the sandbox runs: draw the first pages of `source`."""

import importlib
from pathlib import Path
from typing import Any

from shared.documents.previews.limits import PreviewLimits
from shared.documents.previews.pictures import PictureWriter
from shared.kit.sandboxed import SOURCE, Refused


def draw(folder: Path, arguments: dict[str, Any]) -> dict[str, Any]:
    """`drawer` is module:function."""
    module, _, function = arguments["drawer"].partition(":")
    writer = PictureWriter(folder, PreviewLimits(**arguments["limits"]))
    getattr(importlib.import_module(module), function)(folder / SOURCE, writer)
    if not writer.pages:
        raise Refused("timed_out")
    return {"pages": writer.pages, "total": writer.total, "truncated": sorted(writer.truncated)}
