"""Whatever can be stored can be exported, in every format: one report that cannot would keep all others from the office for good."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from shared.exports.cover import Cover
from shared.exports.measures import UnitSystem
from shared.exports.model import Format, Order, Wanted
from shared.exports.pdf.charts import BarChart, ticks_of
from shared.exports.renderers import open_renderer
from shared.exports.rendering import Sink, rendered
from shared.exports.rows import ReportRow, Warned
from shared.reports.definitions import DEFINITIONS
from tests.exports import a_cover, a_row, listed_of
from tests.reports import a_payload
from tests.shared.exports.test_pdf import a_drilling_row, a_pdf, pages_of
from tests.shared.exports.test_xlsx import cells, read, workbook

BEGAN, ENDED = "2026-05-04T06:00:00+02:00", "2026-05-04T06:06:00+02:00"
WIDE = ["W", "😀", "Ж", "a "]


def drilled(**sections: Any) -> ReportRow:
    return a_row("daily_drilling", {**a_payload("daily_drilling"), **sections})


def a_failure(**facts: Any) -> ReportRow:
    return drilled(failures=[{"id": "f", "time": BEGAN, "equipment": "Top drive", **facts}])


def with_wide_rows(letter: str) -> ReportRow:
    line, metres = letter * 100, {"value": 14999.123456789, "unit": "m"}
    log = {"start": BEGAN, "end": ENDED, "phase": line, "code": line, "state": "ok", "endMd": metres, "nptCode": line}
    bit = {"number": line, "make": line, "serial": line, "dullGrade": line, "depthIn": metres, "depthOut": metres}
    failed = {"time": BEGAN, "equipment": line, "failureClass": line, "depth": metres, "repairedAt": ENDED}
    return drilled(
        timeLog=[{"id": "t", **log, "remark": letter * 2000}],
        bits=[{"id": "b", **bit}],
        failures=[{"id": "f", **failed, "remark": f"{letter * 9}\n" * 200}],
    )


def with_lines_of_lines(end: str) -> ReportRow:
    """What is one line in a form may hold ends of lines all the same."""
    line, header = f"a{end}" * (200 // (1 + len(end))), a_payload("daily_drilling")["header"]
    return drilled(header={**header, "rig": line, "wellbore": line}, bits=[{"id": "b", "number": line, "make": line}])


def of_every_code(count: int = 60) -> ReportRow:
    log = [{"id": f"r{number}", "start": BEGAN, "end": ENDED, "code": f"code {number}"} for number in range(count)]
    return drilled(timeLog=log)


def produced(value: float) -> list[ReportRow]:
    payload = a_payload(**{"/volumes/oil": {"value": value, "unit": "Sm3"}})
    first = date(2026, 5, 1)
    return [a_row(payload=payload, id=f"01K{number:023}", day=first + timedelta(days=number)) for number in range(3)]


EXTREMES: dict[str, list[ReportRow]] = {
    "never repaired": [a_failure(repairedAt="9999-12-31T23:59:00-05:00")],
    "failed long ago": [a_failure(time="0001-01-01T00:30:00+05:00")],
    "a reason of many lines": [a_row(warnings=[Warned("Oil is negative.", "a\n" * 500)])],
    "an activity for every code": [of_every_code()],
    "hardly anything produced": produced(1e-11),
    "next to nothing produced": produced(5e-324),
    "all taken back": produced(-1e7),
    **{f"lines of lines ending with {end!r}": [with_lines_of_lines(end)] for end in ("\n", "\r", "\r\n")},
    **{f"wide texts of {letter.strip()}": [with_wide_rows(letter)] for letter in WIDE},
}


def exported(form: Format, reports: Sequence[ReportRow], cover: Cover | None = None) -> bytes:
    content = bytearray()
    sink, cover = Sink(content.extend), cover or a_cover(len(reports))
    order = Order(format=form, wanted=Wanted(types=(reports[0].type,)))
    listed = [listed_of(one) for one in reports]
    with closing(open_renderer(order, cover, sink, DEFINITIONS, listed)) as renderer:
        for report in reports:
            renderer.add(report)
        assert rendered(renderer, cover, sink).tally.reports == len(reports)
    return bytes(content)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("reports", EXTREMES.values(), ids=EXTREMES)
def test_whatever_can_be_stored_can_be_exported(reports: list[ReportRow], form: Format) -> None:
    for report in reports:
        DEFINITIONS.newest(report.type).check(report.payload)
    assert exported(form, reports)


def test_what_goes_on_in_another_row_is_not_lost_in_the_first_column() -> None:
    names = [f"n{number:03}" for number in range(45)]
    page = " ".join(pages_of(a_pdf([drilled(bits=[{"id": "b", "number": "\n".join(names[:40]), "make": "x"}])])[0]))
    assert [name for name in names if name in page] == names[:40]


def test_a_moment_that_no_clock_shows_there_is_written_as_it_was_entered() -> None:
    report = a_failure(repairedAt="9999-12-31T23:59:00-05:00")
    sheet = read(workbook([report]))["Equipment failures"]
    assert cells(sheet)["Repaired at"].value.isoformat() == "9999-12-31T23:59:00"
    assert "31 Dec 9999 23:59" in " ".join(pages_of(a_pdf([report])[0]))


@pytest.mark.parametrize("text", ["0202-05-04", "1899-12-31", "1900-01-05", "1900-02-28"])
def test_a_date_that_a_workbook_counts_otherwise_is_a_text(text: str) -> None:
    """A year typed short is no wrong day of 1900, nor a cell full of signs."""
    sheet = read(workbook([drilled(header={"spudDate": text})]))["Daily drilling"]
    spud = cells(sheet)["Well and report: Spud date"]
    assert (spud.value, spud.is_date) == (text, False)
    sheet = read(workbook([a_failure(time=f"{text}T12:30:00+01:00")]))["Equipment failures"]
    assert str(cells(sheet)["When"].value).startswith(text)


def test_lines_of_a_cell_end_as_workbooks_have_them() -> None:
    sheet = read(workbook([a_row(payload=a_payload(**{"/remarks/comments": "one\r\ntwo"}))]))["Daily production"]
    assert cells(sheet)["Remarks: Comments"].value == "one\ntwo"


def test_activities_that_a_page_has_no_room_for_are_one_bar() -> None:
    text = " ".join(pages_of(a_pdf([of_every_code(60)])[0]))
    assert f"{60 - BarChart.MOST + 1} others {6.0 * (60 - BarChart.MOST + 1) / 60:.2f}" in text
    assert "others" not in " ".join(pages_of(a_pdf([of_every_code(BarChart.MOST)])[0]))


@pytest.mark.parametrize(("lowest", "highest"), [(0, 1e-11), (0, 5e-324), (-1e7, -1e7 + 1e-9), (-1e-300, 0)])
def test_ticks_are_apart_whatever_was_measured(lowest: float, highest: float) -> None:
    ticks = ticks_of(lowest, highest)
    assert ticks[0] < ticks[-1]
    assert ticks[0] <= lowest
    assert ticks[-1] >= highest


def test_a_filter_of_many_sites_stands_on_the_cover_whole() -> None:
    sites = ", ".join(f"A-SITE-WITH-A-LONG-CODE-{number:03}" for number in range(100))
    reports = [a_row(), a_row(id="01K000000000000000000000R2")]
    cover = a_cover(2, filter=[("Sites", sites), ("Period", "all days")])
    text = "".join("".join(pages_of(exported(Format.PDF, reports, cover))).split())
    assert "".join(sites.split()) in text
    assert exported(Format.PDF, reports[:1], replace(cover, selected=1))


def test_what_happened_after_the_day_has_its_date() -> None:
    """Half past twelve of the next night is not half past twelve of this one."""
    midnight = a_failure(time="2026-05-05T01:00:00+02:00", repairedAt="2026-05-05T06:30:00+02:00")
    assert "01:00 Top drive 5 May 2026 06:30" in " ".join(pages_of(a_pdf([midnight])[0]))


def test_lost_hours_are_no_endless_figure() -> None:
    lost = {"id": "a", "start": "2026-05-04T06:00:00+02:00", "end": "2026-05-04T06:20:00+02:00"}
    text = pages_of(a_pdf([drilled(timeLog=[{**lost, "code": "interruption -- repair"}])])[0])[0]
    assert "0.33 h" in text
    assert "0.333" not in text


def test_without_a_time_log_nobody_knows_what_was_lost() -> None:
    for log in (None, []):
        text = pages_of(a_pdf([drilled(timeLog=log, status={"drillingHours": 4.5})])[0])[0]
        assert "0 h" not in text.replace("24 h", "")


def test_a_day_ends_at_24() -> None:
    last = {
        "id": "a",
        "start": "2026-05-04T22:30:00+02:00",
        "end": "2026-05-05T00:00:00+02:00",
        "code": "drilling -- trip",
    }
    first = {"id": "b", "start": "2026-05-04T00:00:00+02:00", "end": "2026-05-04T22:30:00+02:00"}
    report = a_drilling_row()
    at_midnight = {"begin": report.begin - timedelta(hours=6), "end": report.end - timedelta(hours=6)}
    text = " ".join(pages_of(a_pdf([replace(drilled(timeLog=[first, last]), **at_midnight)])[0]))
    assert "00:00 22:30 22.5" in text
    assert "22:30 24:00 1.5" in text


def test_a_draft_was_submitted_by_nobody() -> None:
    draft = a_row(state="draft", revision=0, receipt=None, submitted_at=None, reviewer=None, reviewed_at=None)
    text = " ".join(pages_of(a_pdf([draft], units=UnitSystem.METRIC)[0]))
    assert "Written by Olga Operator" in text
    assert "Submitted by" not in text
