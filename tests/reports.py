"""Reports as tests need them: correct ones of every type, and changes of them."""

import copy
import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "shared" / "reports"
_FINDINGS = json.loads((FOLDER / "vectors" / "findings.json").read_text(encoding="utf-8"))
PLANTED: list[dict[str, Any]] = _FINDINGS["planted"]
CORRECT: dict[str, dict[str, Any]] = _FINDINGS["correct"]


def a_payload(kind: str = "daily_production", **changes: Any) -> dict[str, Any]:
    """A correct one of version 1; `changes` by JSON pointer."""
    return with_changes(CORRECT[f"{kind}.1"]["payload"], changes)


def a_context(kind: str = "daily_production", **changes: Any) -> dict[str, Any]:
    """What the server knows of it."""
    return with_changes(CORRECT[f"{kind}.1"]["context"], changes)


def with_changes(document: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A copy with other values at these JSON pointers."""
    made = copy.deepcopy(document)
    for pointer, value in changes.items():
        *path, last = pointer.split("/")[1:]
        place: Any = made
        for step in path:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = value
    return made
