"""CSV after RFC 4180. One table is one file; several are a ZIP of files with a manifest of their hashes.

Programs for tables run what a cell says when it begins like a formula. Numbers are written as numbers and keep their sign. A text that
begins with = + - @, tab, carriage return or line feed (or the wide forms of these signs) gets an apostrophe before it, which such programs
take as "this is text": the only change that is ever made to a text, and one that can be undone.
"""

import csv
import io
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date, datetime
from typing import IO, Any

from shared.exports.columns import Cell, Column, Table
from shared.exports.cover import Cover, FileHash, Tally
from shared.exports.measures import unit_text
from shared.exports.rendering import Sink, manifest_bytes
from shared.exports.rows import ReportRow

BOM = "\ufeff"
_STARTS_A_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_BUFFER = 64 * 1024  # characters that wait to be encoded
_WHOLE = 1e15  # beyond that a float is no longer every whole number
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class CsvFile:
    """Rows of one table into a sink."""

    def __init__(self, sink: Sink, columns: Sequence[Column], *, bom: bool) -> None:
        self._sink, self._text, self.rows = sink, io.StringIO(newline=""), 0
        self._writer = csv.writer(self._text, lineterminator="\r\n")
        if bom:
            self._text.write(BOM)
        self._writer.writerow([harmless(header(column)) for column in columns])

    def add(self, cells: Sequence[Cell]) -> None:
        self.rows += 1
        self._writer.writerow([_written(cell) for cell in cells])
        if self._text.tell() >= _BUFFER:
            self.flush()

    def flush(self) -> None:
        self._sink.write(self._text.getvalue().encode(errors="replace"))
        self._text.seek(0)
        self._text.truncate()


class CsvRenderer:
    """One table, straight into the sink."""

    suffix, content_type = ".csv", "text/csv; charset=utf-8"

    def __init__(self, table: Table, sink: Sink, *, bom: bool) -> None:
        self._table, self._file, self._tally = table, CsvFile(sink, table.columns, bom=bom), Tally()

    def add(self, report: ReportRow) -> None:
        for cells in self._table.rows(report):
            self._file.add(cells)
            self._tally.add_row(self._table.name)
        self._tally.count(report)

    def finish(self) -> Tally:
        self._file.flush()
        return self._tally

    def close(self) -> None:
        """Nothing waits."""


class CsvZipRenderer:
    """Several tables; each waits on the disk until all are whole, for a ZIP holds one file after the other."""

    suffix, content_type = ".zip", "application/zip"

    def __init__(self, cover: Cover, tables: Sequence[Table], sink: Sink, *, bom: bool) -> None:
        self._cover, self._sink, self._tally, self._waiting = cover, sink, Tally(), ExitStack()
        self._files = [self._open(table, bom=bom) for table in tables]

    def _open(self, table: Table, *, bom: bool) -> tuple[Table, IO[bytes], Sink, CsvFile]:
        waiting = self._waiting.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 (closed by `close`)
        sink = Sink(waiting.write)
        return table, waiting, sink, CsvFile(sink, table.columns, bom=bom)

    def add(self, report: ReportRow) -> None:
        for table, _, _, file in self._files:
            if table.type == report.type:
                for cells in table.rows(report):
                    file.add(cells)
                    self._tally.add_row(table.name)
        self._tally.count(report)

    def finish(self) -> Tally:
        hashes = []
        with zipfile.ZipFile(self._sink, "w") as bundle:  # type: ignore[call-overload]  # it asks for no more than this
            for table, waiting, sink, file in self._files:
                file.flush()
                waiting.seek(0)
                name = f"{table.key}.csv"
                with bundle.open(_entry(name), "w", force_zip64=sink.size >= 2**31) as entry:
                    while chunk := waiting.read(_BUFFER):
                        entry.write(chunk)
                hashes.append(FileHash(name, sink.size, sink.sha256, file.rows))
            bundle.writestr(_entry("manifest.json"), manifest_bytes(self._cover, self._tally, hashes))
        return self._tally

    def close(self) -> None:
        self._waiting.close()


def header(column: Column) -> str:
    """`Volumes: Oil [Sm³]`."""
    words = f"{column.group}: {column.label}" if column.group else column.label
    return words if column.unit is None else f"{words} [{unit_text(column.unit)}]"


def harmless(text: str) -> str:
    """See the top of this module."""
    return f"'{text}" if text[:1] in _STARTS_A_FORMULA else text


def _written(cell: Cell) -> Any:
    if isinstance(cell, str):
        return harmless(cell) if cell else cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < _WHOLE else cell  # 629, not 629.0
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes" if cell.second == 0 else "seconds")
    return cell.isoformat() if isinstance(cell, date) else cell


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
