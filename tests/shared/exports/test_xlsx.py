"""Workbooks as an independent reader sees them: typed cells, real dates, no formula whatever a text says."""

import io
import zipfile
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from shared.exports.columns import tables_of
from shared.exports.measures import UnitSystem
from shared.exports.rendering import Sink, rendered
from shared.exports.rows import ReportRow, ReportSite
from shared.exports.xlsx import HEADER_ROWS, LAST_ROW, XlsxRenderer, sheet_name
from shared.reports.definitions import DEFINITIONS
from tests.exports import a_cover, a_row, demo_rows
from tests.reports import a_payload


def workbook(reports: Iterable[ReportRow], units: UnitSystem = UnitSystem.ENTERED, last_row: int = LAST_ROW) -> bytes:
    every = list(reports)
    kinds = {report.type for report in every} or {"daily_production"}
    content = bytearray()
    sink, cover = Sink(content.extend), a_cover(len(every), units=units)
    tables = tables_of([one for one in DEFINITIONS.all() if one.kind in kinds], units)
    with closing(XlsxRenderer(cover, tables, sink, last_row=last_row)) as renderer:
        for report in every:
            renderer.add(report)
        rendered(renderer, cover, sink)
    return bytes(content)


def read(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(sheet: Any, row: int = HEADER_ROWS + 1) -> dict[str, Any]:
    """Of one row by section and label."""
    found, section = {}, ""
    for place in range(1, sheet.max_column + 1):
        section = sheet.cell(1, place).value or section
        found[f"{section}: {sheet.cell(3, place).value}".removeprefix(": ")] = sheet.cell(row, place)
    return found


def test_cells_have_types() -> None:
    content = workbook([a_row(payload=a_payload(**{"/volumes/oil": {"value": -457.84, "unit": "Sm3"}}))])
    sheet = read(content)["Daily production"]
    found = cells(sheet)
    assert found["Volumes: Oil"].value == -457.84
    assert found["Volumes: Oil: unit"].value == "Sm3"
    assert found["Day"].value.isoformat() == "2026-05-04T00:00:00"
    assert found["Day"].is_date
    assert found["Report: From"].value.isoformat() == "2026-05-04T06:00:00"
    assert sheet.freeze_panes == "F4"
    assert sheet.auto_filter.ref is not None
    inspected = cells(read(workbook([a_row("equipment_inspection")]))["Equipment inspection"])
    assert inspected["Inspection: Out of service"].value in (True, False, None)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "http://x.test", "007", "1/64"])
def test_no_text_becomes_anything_else(text: str) -> None:
    content = workbook([a_row(payload=a_payload(**{"/remarks/comments": text}))])
    cell = cells(read(content)["Daily production"])["Remarks: Comments"]
    assert cell.data_type in {"s", "inlineStr"}
    assert cell.value.replace("_x000D_", "\r").replace("_x0009_", "\t") == text
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not any(b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name) for name in parts.namelist())


def test_units_stand_in_a_row_of_their_own() -> None:
    payload = a_payload(**{"/volumes/oil": {"value": 100.0, "unit": "Sm3"}, "/volumes/gas": None})
    sheet = read(workbook([a_row(payload=payload)], UnitSystem.FIELD))["Daily production"]
    found = cells(sheet)
    oil, gas = found["Volumes: Oil"], found["Volumes: Gas"]
    assert (oil.value, sheet.cell(2, oil.column).value) == (629, "bbl")
    assert (gas.value, sheet.cell(2, gas.column).value) == (None, "Mscf")


def test_each_table_of_a_form_is_a_sheet_and_the_cover_counts_them() -> None:
    reports = list(demo_rows())
    book = read(workbook(reports))
    assert book.sheetnames[0] == "Cover"
    cover = {row[0].value: row[1].value for row in book["Cover"].iter_rows() if row[0].value}
    assert cover["Reports selected"] == cover["Reports written"] == str(len(reports))
    assert cover["Complete"] == "yes"
    logged = sum(len(report.payload.get("timeLog", [])) for report in reports)
    assert cover["Rows of Daily drilling: time log"] == str(logged)
    assert book["Daily drilling time log"].max_row == HEADER_ROWS + logged
    assert cover["Types"] == "all"
    assert len(cover["SHA-256 of the receipts"]) == 64


def test_of_one_type_sheets_are_called_what_the_form_calls_them() -> None:
    names = read(workbook(demo_rows("daily_drilling", days=2))).sheetnames
    assert names[:3] == ["Cover", "Daily drilling", "Time log"]
    every = tables_of(DEFINITIONS.all(), UnitSystem.ENTERED)
    assert all(0 < len(sheet_name(table, alone=False)) <= 31 for table in every)
    assert len({sheet_name(table, alone=False) for table in every}) == len(every)


def test_rows_that_a_sheet_has_no_room_for_go_on_in_another() -> None:
    reports = list(demo_rows("daily_production", days=2))
    book = read(workbook(reports, last_row=HEADER_ROWS + 10))
    names = ["Daily production", "Daily production 2", "Daily production 3"]
    assert book.sheetnames == ["Cover", *names]
    assert [book[name].max_row - HEADER_ROWS for name in names] == [10, 10, 4]
    written = [row[0].value for name in names for row in book[name].iter_rows(min_row=HEADER_ROWS + 1)]
    assert written == [report.id for report in reports]


def test_the_clock_on_the_wall_is_written_on_days_it_changes() -> None:
    book = read(workbook([a_row(day=date(2026, 10, 24), payload={}), a_row(day=date(2026, 3, 28), payload={})]))
    autumn, spring = (cells(book["Daily production"], row) for row in (4, 5))
    assert (autumn["Report: Hours of the day"].value, spring["Report: Hours of the day"].value) == (25, 23)
    assert autumn["Report: To"].value.isoformat() == "2026-10-25T06:00:00"
    texas = a_row(site=ReportSite("MID-1", "Midland 5", "America/Chicago"), payload={})
    assert cells(read(workbook([texas]))["Daily production"])["Report: From"].value.isoformat() == "2026-05-04T06:00:00"


def test_a_day_of_activities_of_twenty_minutes_adds_up_to_24_hours() -> None:
    begin = datetime(2026, 5, 4, 6, tzinfo=ZoneInfo("Europe/Oslo"))
    at = [(begin + timedelta(minutes=20 * number)).isoformat() for number in range(73)]
    log = [{"id": start[11:16].replace(":", "-"), "start": start, "end": end} for start, end in pairwise(at)]
    sheet = read(workbook([a_row("daily_drilling", {"timeLog": log})]))["Time log"]
    place = cells(sheet)["Hours"].column
    hours = [sheet.cell(row, place).value for row in range(HEADER_ROWS + 1, sheet.max_row + 1)]
    assert len(hours) == 72
    assert sum(hours) == pytest.approx(24, abs=1e-9)


def test_without_reports_there_are_the_cover_and_the_header() -> None:
    book = read(workbook([]))
    assert book.sheetnames == ["Cover", "Daily production"]
    assert book["Daily production"].max_row == HEADER_ROWS


def test_what_is_given_up_sends_nothing() -> None:
    content = bytearray()
    tables = tables_of([DEFINITIONS.newest("daily_production")], UnitSystem.ENTERED)
    renderer = XlsxRenderer(a_cover(), tables, Sink(content.extend))
    renderer.add(a_row())
    renderer.close()
    assert content == b""
