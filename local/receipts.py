"""The receipt of a submit as a client computes it: SHA-256 over canonical JSON (docs/offline.md), here for the figures of the demo data.

A client in another language does the same: names sorted, no spaces, numbers as ECMAScript writes them.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def receipt(report_id: str, revision: int, body: Mapping[str, Any]) -> str:
    """Of a submit with this body: 64 hexadecimal digits. Errors: ValueError for numbers that need an exponent."""
    said = {
        "attachments": sorted(body["attachments"], key=lambda one: str(one["id"])),
        "definition": {"type": body["type"], "version": body["version"]},
        "payload": body["payload"],
        "reasons": body["reasons"],
        "reportId": report_id,
        "revision": revision,
    }
    text = json.dumps(_plain(said), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Whole numbers without a point; Python's other numbers are those of ECMAScript as long as no exponent is needed."""
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        if value.is_integer():
            value = int(value)
        elif "e" in repr(value):
            raise ValueError(f"{value!r} needs an exponent")
    return value
