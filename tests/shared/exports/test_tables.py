"""CSV and JSON: every report is there, as it was, and no cell does anything."""

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from shared.exports.columns import MAX_TEXT, Table, tables_of
from shared.exports.cover import Cover
from shared.exports.csv_files import BOM, CsvRenderer, CsvZipRenderer
from shared.exports.json_file import JsonRenderer
from shared.exports.measures import UnitSystem
from shared.exports.rendering import Rendered, Renderer, Sink, rendered
from shared.exports.rows import Attached, ReportRow, ReportSite, Warned
from shared.reports.definitions import DEFINITIONS
from tests.exports import a_cover, a_row, demo_rows
from tests.reports import a_payload


def tables(*kinds: str, units: UnitSystem = UnitSystem.ENTERED) -> list[Table]:
    return tables_of([one for one in DEFINITIONS.all() if one.kind in kinds], units)


def finished(renderer: Renderer, cover: Cover, sink: Sink, reports: Iterable[ReportRow]) -> Rendered:
    with closing(renderer):
        for report in reports:
            renderer.add(report)
        return rendered(renderer, cover, sink)


def csv_of(*reports: ReportRow, units: UnitSystem = UnitSystem.ENTERED, bom: bool = False) -> tuple[bytes, Rendered]:
    content = bytearray()
    sink, cover = Sink(content.extend), a_cover(len(reports), units=units)
    done = finished(CsvRenderer(tables(reports[0].type, units=units)[0], sink, bom=bom), cover, sink, reports)
    return bytes(content), done


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_one_table_is_one_file_with_a_manifest_that_proves_it() -> None:
    content, done = csv_of(*demo_rows("daily_production"))
    rows = rows_of(content)
    manifest = json.loads(done.manifest)
    assert len(rows) == 12 * 31 == manifest["reportsSelected"] == manifest["reportsWritten"]
    assert manifest["complete"] is True
    assert manifest["rows"] == {"Daily production": len(rows)}
    (file,) = manifest["files"]
    assert file["sha256"] == hashlib.sha256(content).hexdigest() == done.file.sha256
    assert file["sizeBytes"] == len(content)
    receipts = "".join(f"{row['Report']}.{int(row['Revision']):04} {row['Report: Receipt']}\n" for row in rows)
    assert manifest["receiptsSha256"] == hashlib.sha256(receipts.encode()).hexdigest()


def test_lines_end_as_the_standard_says_and_the_mark_is_there_when_asked_for() -> None:
    plain, _ = csv_of(a_row(payload=a_payload(**{"/remarks/comments": "two\nlines"})))
    marked, _ = csv_of(a_row(), bom=True)
    assert not plain.startswith(BOM.encode())
    assert marked.startswith(BOM.encode())
    assert plain.count(b"\r\n") == 2
    assert plain.endswith(b"\r\n")
    assert rows_of(plain)[0]["Remarks: Comments"] == "two\nlines"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", '=HYPERLINK("x")'])
def test_a_text_that_begins_like_a_formula_is_made_harmless(text: str) -> None:
    content, _ = csv_of(a_row(payload=a_payload(**{"/remarks/comments": text})))
    assert rows_of(content)[0]["Remarks: Comments"] == f"'{text}"


def test_numbers_keep_their_sign_and_nothing_becomes_zero() -> None:
    payload = a_payload(**{"/volumes/oil": {"value": -457.84, "unit": "Sm3"}, "/gauges/downholePressure": None})
    row = rows_of(csv_of(a_row(payload=payload))[0])[0]
    assert row["Volumes: Oil"] == "-457.84"
    assert row["Volumes: Oil: unit"] == "Sm3"
    assert row["Gauges: Downhole pressure"] == ""
    assert row["Gauges: Downhole pressure: unit"] == ""


def test_a_draft_without_sections_has_empty_cells() -> None:
    row = rows_of(csv_of(a_row(payload={"header": None}, revision=0, receipt=None, state="draft"))[0])[0]
    assert row["Report: State"] == "Draft"
    assert (row["Revision"], row["Report: Receipt"], row["Volumes: Oil"]) == ("", "", "")


def test_units_are_those_of_the_system_and_stand_in_the_header() -> None:
    payload = a_payload(**{"/volumes/oil": {"value": 100.0, "unit": "Sm3"}})
    row = rows_of(csv_of(a_row(payload=payload), units=UnitSystem.FIELD)[0])[0]
    assert row["Volumes: Oil [bbl]"] == "629"
    assert "Gauges: Choke: unit" in row  # % and 1/64 in are not one
    assert "Volumes: Oil: unit" not in row


def test_clocks_are_those_of_the_site_on_the_days_they_change() -> None:
    spring = rows_of(csv_of(a_row(day=date(2026, 3, 28), payload={}))[0])[0]
    autumn = rows_of(csv_of(a_row(day=date(2026, 10, 24), payload={}))[0])[0]
    assert (spring["Report: From"], spring["Report: To"]) == ("2026-03-28T06:00+01:00", "2026-03-29T06:00+02:00")
    assert float(spring["Report: Hours of the day [h]"]) == 23
    assert float(autumn["Report: Hours of the day [h]"]) == 25
    chicago = ReportSite("MID-1", "Midland 5", "America/Chicago")
    assert rows_of(csv_of(a_row(site=chicago, payload={}))[0])[0]["Report: From"] == "2026-05-04T06:00-05:00"


def test_warnings_carry_their_reasons_and_attachments_their_hashes() -> None:
    row = a_row(
        warnings=[Warned("Oil is negative.", "Correction of Monday.")],
        attachments=[Attached("A1", "gauge.jpg", 2048, "ab" * 32)],
    )
    (found,) = rows_of(csv_of(row)[0])
    assert found["Report: Warnings"] == "Oil is negative. Reason: Correction of Monday."
    assert found["Report: Attachments"] == f"gauge.jpg (2048 bytes, SHA-256 {'ab' * 32})"
    (long,) = rows_of(csv_of(a_row(warnings=[Warned("x" * 4000, "y" * 4000)] * 5))[0])
    assert len(long["Report: Warnings"]) == MAX_TEXT
    assert long["Report: Warnings"].endswith("[…]")


def test_several_tables_are_a_zip_with_the_hash_of_each() -> None:
    content = bytearray()
    reports = list(demo_rows())
    sink, cover = Sink(content.extend), a_cover(len(reports))
    kinds = {report.type for report in reports}
    done = finished(CsvZipRenderer(cover, tables(*kinds), sink, bom=False), cover, sink, reports)
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        assert bundle.testzip() is None
        manifest = json.loads(bundle.read("manifest.json"))
        files = {one["name"]: one for one in manifest["files"]}
        assert set(bundle.namelist()) == {*files, "manifest.json"}
        for name, one in files.items():
            found = bundle.read(name)
            assert (hashlib.sha256(found).hexdigest(), len(found)) == (one["sha256"], one["sizeBytes"])
            assert len(rows_of(found)) == one["rows"]
        log = rows_of(bundle.read("daily_drilling-timeLog.csv"))
    assert manifest["reportsWritten"] == len(reports) == manifest["reportsSelected"]
    drilling = [report for report in reports if report.type == "daily_drilling"]
    assert len(log) == sum(len(report.payload["timeLog"]) for report in drilling)
    of_first = [row for row in log if row["Report"] == drilling[1].id]
    assert sum(float(row["Hours [h]"]) for row in of_first) == drilling[1].hours
    assert done.file.sha256 == hashlib.sha256(content).hexdigest()


def a_json(*reports: ReportRow, units: UnitSystem) -> dict[str, Any]:
    content = bytearray()
    sink, cover = Sink(content.extend), a_cover(len(reports), units=units)
    finished(JsonRenderer(cover, sink, DEFINITIONS), cover, sink, reports)
    loaded: dict[str, Any] = json.loads(content)
    return loaded


def test_json_holds_what_is_stored() -> None:
    reports = list(demo_rows(days=3))
    found = a_json(*reports, units=UnitSystem.ENTERED)
    assert [one["payload"] for one in found["reports"]] == [report.payload for report in reports]
    assert found["manifest"]["complete"] is True
    assert a_json(units=UnitSystem.ENTERED)["reports"] == []


def test_json_in_other_units_keeps_what_was_entered() -> None:
    oil = {"value": 100.0, "unit": "Sm3", "si": 100.0}
    (one,) = a_json(a_row(payload=a_payload(**{"/volumes/oil": oil})), units=UnitSystem.FIELD)["reports"]
    entered = {"value": 100.0, "unit": "Sm3"}
    assert one["payload"]["volumes"]["oil"] == {"value": 629.0, "unit": "bbl", "si": 100.0, "entered": entered}
    (drilling,) = a_json(a_row("daily_drilling"), units=UnitSystem.FIELD)["reports"]
    rows = drilling["payload"]["timeLog"]
    assert {row["endMd"]["unit"] for row in rows if row.get("endMd")} <= {"ft"}


def test_a_manifest_says_when_it_is_not_complete() -> None:
    content = bytearray()
    sink, cover = Sink(content.extend), a_cover(2)
    done = finished(CsvRenderer(tables("daily_production")[0], sink, bom=False), cover, sink, [a_row()])
    assert json.loads(done.manifest)["complete"] is False
    assert ("Complete", "NO") in done.tally.proof(cover)
