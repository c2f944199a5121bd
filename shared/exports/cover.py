"""What an export says of itself: what was asked for, as of when, and that everything that was selected is in it.

A file cannot hold its own hash: that of the whole file is in the record of the export. The cover holds the hashes of what it covers, the
files beside it, and one over the reports themselves: SHA-256 over a line for each report in the order of the file, which is its id, its
revision with four digits, its receipt and a line feed (`01J....0002 9f86...\\n`; a draft that was never submitted has `-` for a receipt).
Receipts are over what was submitted (docs/adr/0020), so whoever has the reports can make that hash again.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.exports.measures import UNIT_SYSTEMS, UnitSystem
from shared.exports.rows import ReportRow
from shared.kit.clock import to_wire

ABOUT_HASH = (
    "A file cannot hold its own hash: that of this file is in the record of the export and in its manifest. The hash above is SHA-256 "
    "over one line for each report in the order of this file: its id, a full stop, its revision with four digits, a space, its receipt "
    "(- for a draft that was never submitted) and a line feed."
)
"""For people."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Known before the first report. `filter` are label and words for people; `selected` is how many reports matched.

    `zone` is the IANA name of the clock that all times have; "" for the clock of each report's site.
    """

    export_id: str
    organisation: str
    title: str
    asked_by: str
    asked_at: datetime
    data_as_of: datetime
    filter: Sequence[tuple[str, str]]
    zone: str
    units: UnitSystem
    selected: int

    def facts(self) -> list[tuple[str, str]]:
        """For people, in the order of a cover."""
        return [
            ("Organisation", self.organisation),
            *self.filter,
            ("Times", self.zone or "clock of each report's site"),
            ("Units", UNIT_SYSTEMS[self.units]),
            ("Data as of", _written(self.data_as_of)),
            ("Asked for by", self.asked_by),
            ("Asked for at", _written(self.asked_at)),
            ("Export", self.export_id),
        ]


@dataclass(frozen=True, slots=True)
class FileHash:
    name: str
    size_bytes: int
    sha256: str
    rows: int | None = None


@dataclass(slots=True)
class Tally:
    """What was written so far."""

    reports: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    _digest: Any = field(default_factory=hashlib.sha256)

    def count(self, report: ReportRow) -> None:
        self.reports += 1
        self._digest.update(f"{report.id}.{report.revision:04d} {report.receipt or '-'}\n".encode())

    def add_row(self, table: str) -> None:
        self.rows[table] = self.rows.get(table, 0) + 1

    @property
    def sha256(self) -> str:
        """Over the receipts, as the top of this module says."""
        return str(self._digest.hexdigest())

    def proof(self, cover: Cover) -> list[tuple[str, str]]:
        """For people: is it complete?"""
        return [
            ("Reports selected", str(cover.selected)),
            ("Reports written", str(self.reports)),
            ("Complete", "yes" if self.reports == cover.selected else "NO"),
            *((f"Rows of {name}", str(rows)) for name, rows in self.rows.items()),
            ("SHA-256 of the receipts", self.sha256),
        ]


def manifest(cover: Cover, tally: Tally, files: Sequence[FileHash]) -> dict[str, Any]:
    """JSON."""
    return {
        "export": cover.export_id,
        "organisation": cover.organisation,
        "title": cover.title,
        "askedBy": cover.asked_by,
        "askedAt": to_wire(cover.asked_at),
        "dataAsOf": to_wire(cover.data_as_of),
        "filter": dict(cover.filter),
        "zone": cover.zone or "site",
        "units": cover.units.value,
        "reportsSelected": cover.selected,
        "reportsWritten": tally.reports,
        "complete": tally.reports == cover.selected,
        "rows": tally.rows,
        "receiptsSha256": tally.sha256,
        "files": [
            {"name": one.name, "sizeBytes": one.size_bytes, "sha256": one.sha256}
            | ({} if one.rows is None else {"rows": one.rows})
            for one in files
        ],
    }


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
