"""What the sandbox runs: read the text of `source` into pages."""

import importlib
from pathlib import Path
from typing import Any

from shared.documents.extraction.markup import DAMAGE
from shared.documents.extraction.pages import PAGES, PageWriter, TextLimits
from shared.kit.sandboxed import SOURCE, Refused


def extract(folder: Path, arguments: dict[str, Any]) -> dict[str, Any]:
    """`reader` is module:function. What breaks off in the middle keeps the pages before it."""
    module, _, function = arguments["reader"].partition(":")
    read = getattr(importlib.import_module(module), function)
    with (folder / PAGES).open("wb") as stream:
        writer = PageWriter(stream, TextLimits(**arguments["limits"]))
        try:
            read(folder / SOURCE, writer)
        except (*DAMAGE, Refused) as error:
            if writer.count == 0:
                raise error if isinstance(error, Refused) else Refused("damaged") from error
            writer.truncated.add("damaged")
    return {
        "pages": writer.count,
        "total": writer.total,
        "bytes": writer.written,
        "truncated": sorted(writer.truncated),
    }
