"""Real field data that may not be part of this repository: tests that replay it find it beside the repository, or are not run.

`FIELD_DATA` names a folder with `volve/` in it: drilling activities of wellbore 15/9-F-12 as JSON lines, daily and monthly
production of three wellbores as CSV, made public by Equinor and the former Volve licence partners.
"""

import csv
import json
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

ZONE = "Europe/Oslo"


def folder() -> Path | None:
    named = os.environ.get("FIELD_DATA")
    found = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "data"
    return found / "volve" if (found / "volve").is_dir() else None


def production() -> list[dict[str, str]]:
    return _table("production-daily.csv")


def monthly() -> list[dict[str, str]]:
    return _table("production-monthly.csv")


def drilling_days() -> dict[str, list[dict[str, Any]]]:
    """Activities by the day they are of, in the order of the report."""
    days: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (_found() / "drilling-15_9-F-12.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        days[row["period_start_date"]].append(row)
    return dict(sorted(days.items()))


def _table(name: str) -> list[dict[str, str]]:
    with (_found() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _found() -> Path:
    found = folder()
    assert found is not None, "the field data is not there"
    return found
