"""Workbooks: a cover, and a sheet for each table. Rows wait on the disk, not in memory (xlsxwriter's constant_memory).

Every cell is written by the type of its column, never by what it looks like: a text is text whatever it begins with, and no formula is
ever written. A sheet ends at Excel's last row; the next rows go on in another one.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from shared.exports.columns import Cell, CellKind, Column, Table
from shared.exports.cover import ABOUT_HASH, Cover, Tally
from shared.exports.measures import unit_text
from shared.exports.rendering import Sink
from shared.exports.rows import ReportRow

if TYPE_CHECKING:
    from xlsxwriter.workbook import Format, Workbook, Worksheet

LAST_ROW = 1_048_576
HEADER_ROWS = 3  # section, unit, label; the label comes last, so that filters stand right above the rows
FROZEN_COLUMNS = 5
_WIDTHS = {CellKind.TEXT: 18, CellKind.NUMBER: 11, CellKind.DATE: 11, CellKind.MOMENT: 16, CellKind.BOOL: 8}
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (what a workbook counts from; it knows no zone)
_FIRST_DAY = _EPOCH.date()
_COUNTED = date(
    1900, 3, 1
)  # from here on every program has the same day for a number: Excel counts a 29 February 1900 as well
_OPTIONS = {
    "constant_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


@dataclass(slots=True)
class _Open:
    """A sheet being written. `base` is its name, `number` counts sheets of one table."""

    table: Table
    base: str
    number: int
    sheet: Worksheet
    row: int = HEADER_ROWS


class XlsxRenderer:
    suffix = ".xlsx"
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def __init__(self, cover: Cover, tables: Sequence[Table], sink: Sink, *, last_row: int = LAST_ROW) -> None:
        from xlsxwriter import Workbook

        self._cover, self._tables, self._tally, self._last_row = cover, tables, Tally(), last_row
        self._folder = tempfile.TemporaryDirectory(prefix="petroconnect-xlsx-", ignore_cleanup_errors=True)
        self._book = Workbook(sink, {**_OPTIONS, "tmpdir": self._folder.name})
        self._formats = _formats(self._book)
        self._front = self._book.add_worksheet("Cover")
        self._sheets: dict[str, _Open] = {}
        about = {
            "title": cover.title,
            "company": cover.organisation,
            "author": cover.asked_by,
            "created": cover.asked_at,
        }
        self._book.set_properties(about)

    def add(self, report: ReportRow) -> None:
        for table in self._tables:
            if table.type == report.type:
                for cells in table.rows(report):
                    self._add_row(table, cells)
        self._tally.count(report)

    def finish(self) -> Tally:
        for one in self._sheets.values():
            _filter(one)
        for table in self._tables:
            if table.section is None and table.key not in self._sheets:
                self._sheets[table.key] = self._begin(table, 1)
        self._write_cover()
        self._book.close()
        return self._tally

    def close(self) -> None:
        """Rows of what is not finished are deleted: putting them together first would take long."""
        self._book.fileclosed = True
        for sheet in self._book.worksheets():
            sheet.row_data_fh.close()
        self._folder.cleanup()

    def _add_row(self, table: Table, cells: Sequence[Cell]) -> None:
        at = self._sheets.get(table.key)
        if at is None:
            at = self._sheets[table.key] = self._begin(table, 1)
        elif at.row >= self._last_row:
            _filter(at)
            at = self._sheets[table.key] = self._begin(table, at.number + 1)
        row, sheet, formats = at.row, at.sheet, self._formats
        for place, (cell, column) in enumerate(zip(cells, table.columns, strict=True)):
            if cell is not None:
                _WRITERS[column.kind](sheet, row, place, cell, formats)
        at.row += 1
        self._tally.add_row(table.name)

    def _begin(self, table: Table, number: int) -> _Open:
        base = sheet_name(table, alone=len({one.type for one in self._tables}) == 1)
        taken = {sheet.get_name() for sheet in self._book.worksheets()}
        sheet = self._book.add_worksheet(_free_name(base, taken))
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _WIDTHS[column.kind])
        _write_header(sheet, table.columns, self._formats)
        sheet.freeze_panes(HEADER_ROWS, FROZEN_COLUMNS)
        return _Open(table, base, number, sheet)

    def _write_cover(self) -> None:
        sheet, formats = self._front, self._formats
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 80)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, self._cover.title, formats["title"])
        row = 2
        for lines in (self._cover.facts(), self._tally.proof(self._cover)):
            for label, words in lines:
                sheet.write_string(row, 0, label, formats["label"])
                sheet.write_string(row, 1, words, formats["wrapped"])
                row += 1
            row += 1
        sheet.write_string(row, 0, "About this hash", formats["label"])
        sheet.write_string(row, 1, ABOUT_HASH, formats["wrapped"])
        sheet.activate()


def sheet_name(table: Table, *, alone: bool) -> str:
    """At most 31 characters, none of those that Excel refuses. `alone`: all tables are of one type."""
    name = table.name.partition(": ")[2].capitalize() if alone and table.section else table.name
    return re.sub(r"[\[\]:*?/\\]", "", name)[:31].strip()


def _free_name(base: str, taken: set[str]) -> str:
    """Of the second sheet of a table, or of two whose names begin alike."""
    folded = {name.casefold() for name in taken}
    name, number = base, 1
    while name.casefold() in folded:
        number += 1
        name = f"{base[: 31 - len(f' {number}')]} {number}"
    return name


def _write_header(sheet: Worksheet, columns: Sequence[Column], formats: dict[str, Format]) -> None:
    last = None
    for place, column in enumerate(columns):
        if column.group and column.group != last:
            sheet.write_string(0, place, column.group, formats["section"])
        last = column.group
    for place, column in enumerate(columns):
        if column.unit is not None:
            sheet.write_string(1, place, unit_text(column.unit), formats["unit"])
    for place, column in enumerate(columns):
        sheet.write_string(2, place, column.label, formats["head"])


def _filter(one: _Open) -> None:
    one.sheet.autofilter(HEADER_ROWS - 1, 0, max(one.row - 1, HEADER_ROWS - 1), len(one.table.columns) - 1)


def _formats(book: Workbook) -> dict[str, Format]:
    head = {"bold": True, "bg_color": "#16324F", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16, "font_color": "#16324F"}),
        "label": book.add_format({"bold": True, "valign": "top"}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        "section": book.add_format({"bold": True, "font_color": "#16324F"}),
        "unit": book.add_format({"italic": True, "font_color": "#5B6B7A"}),
        "head": book.add_format(head),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
    }


_Write = Callable[["Worksheet", int, int, Any, "dict[str, Format]"], Any]


def _text(sheet: Worksheet, row: int, column: int, cell: str, _: dict[str, Format]) -> None:
    """Lines end as they do in cells, wherever the text was written."""
    sheet.write_string(row, column, cell.replace("\r\n", "\n"))


def _number(sheet: Worksheet, row: int, column: int, cell: float, _: dict[str, Format]) -> None:
    sheet.write_number(row, column, cell)


def _day(sheet: Worksheet, row: int, column: int, cell: date, formats: dict[str, Format]) -> None:
    if cell < _COUNTED:
        sheet.write_string(row, column, cell.isoformat())
    else:
        sheet.write_number(row, column, (cell - _FIRST_DAY).days, formats["date"])


def _moment(sheet: Worksheet, row: int, column: int, cell: datetime, formats: dict[str, Format]) -> None:
    """The clock on the wall: a workbook knows no zone."""
    if cell.date() < _COUNTED:
        sheet.write_string(row, column, f"{cell.date()} {cell:%H:%M}")
        return
    since = cell.replace(tzinfo=None) - _EPOCH
    sheet.write_number(row, column, since.days + since.seconds / 86400, formats["moment"])


def _truth(sheet: Worksheet, row: int, column: int, cell: bool, _: dict[str, Format]) -> None:
    sheet.write_boolean(row, column, cell)


_WRITERS: dict[CellKind, _Write] = {
    CellKind.TEXT: _text,
    CellKind.NUMBER: _number,
    CellKind.DATE: _day,
    CellKind.MOMENT: _moment,
    CellKind.BOOL: _truth,
}
