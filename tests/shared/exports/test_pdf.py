"""Finished reports as another program reads them (PDFium): every page says where it belongs, and nothing that was typed is lost."""

import ctypes
import itertools
import re
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from typing import Any
from unittest import mock

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from shared.exports.measures import UnitSystem
from shared.exports.pdf.charts import LineChart, Series, ticks_of
from shared.exports.pdf.look import register_fonts
from shared.exports.pdf.renderer import PdfRenderer
from shared.exports.pdf.report import depth_chart
from shared.exports.pdf.tables import pieces_of
from shared.exports.rendering import Rendered, Sink, rendered
from shared.exports.rows import Attached, ReportRow, ReportSite, Warned
from shared.exports.trends import Listed
from shared.reports.definitions import DEFINITIONS
from tests.exports import a_cover, a_jpeg, a_photo, a_row, demo_rows, listed_of
from tests.reports import a_payload

REMARK = "Drilled 12 1/4\" hole f/ 2,310' to 2,402'. Held 41.5° ±0.3°, Δp 12 bar, ≥ 3 m³/h. Ж λ ł"


def a_pdf(
    reports: Sequence[ReportRow],
    earlier: Sequence[Listed] = (),
    units: UnitSystem = UnitSystem.ENTERED,
    selected: int = 0,
) -> tuple[bytes, Rendered]:
    content = bytearray()
    sink, cover = Sink(content.extend), a_cover(selected or len(reports), units=units)
    with closing(PdfRenderer(cover, sink, DEFINITIONS, [listed_of(one) for one in reports], earlier)) as renderer:
        for report in reports:
            renderer.add(report)
        done = rendered(renderer, cover, sink)
    return bytes(content), done


def pages_of(content: bytes) -> list[str]:
    """The text of each page, all white space one blank: lines end where the page wanted them to."""
    with closing(pdfium.PdfDocument(content)) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def fonts_of(content: bytes) -> dict[str, bool]:
    """Whether each font that draws something is embedded."""
    found = {}
    with closing(pdfium.PdfDocument(content)) as document:
        for page in document:
            for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3):
                font = raw.FPDFTextObj_GetFont(drawn.raw)
                name = ctypes.create_string_buffer(200)
                raw.FPDFFont_GetBaseFontName(font, name, 200)
                found[name.value.decode()] = bool(raw.FPDFFont_GetIsEmbedded(font))
    return found


def pictures_in(content: bytes) -> int:
    with closing(pdfium.PdfDocument(content)) as document:
        return sum(len(list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))) for page in document)


def a_drilling_row(rows: int = 3, remark: str = "Held toolbox talk.", **changes: Any) -> ReportRow:
    report = next(iter(demo_rows("daily_drilling", days=2)))
    line = report.payload["timeLog"][0]
    log = [{**line, "id": f"r{number}", "remark": f"{number} {remark}"} for number in range(rows)]
    return a_row("daily_drilling", {**report.payload, "timeLog": log}, **changes)


def test_pages_say_whose_they_are_and_how_many_there_are() -> None:
    pages = pages_of(a_pdf([a_drilling_row(120, revision=2)])[0])
    assert len(pages) > 3
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Demo Energy" in text
        assert "Revision 2 · Approved" in text
        assert "Receipt SHA-256" in text


def test_a_time_log_breaks_across_pages_below_its_header_and_loses_no_row() -> None:
    pages = pages_of(a_pdf([a_drilling_row(120)])[0])
    with_rows = [text for text in pages if "Held toolbox talk." in text]
    assert len(with_rows) > 2
    assert all("From To Hours Activity" in text for text in with_rows)
    numbers = [int(found) for found in re.findall(r"(\d+) Held toolbox talk\.", " ".join(pages))]
    assert numbers == list(range(120))


def test_what_people_type_is_there_letter_by_letter_in_embedded_fonts() -> None:
    content, _ = a_pdf([a_drilling_row(2, REMARK)])
    assert " ".join(REMARK.split()) in " ".join(pages_of(content))
    fonts = fonts_of(content)
    assert fonts
    assert all(fonts.values()), fonts
    assert b"Helvetica" not in content


@pytest.mark.parametrize(
    "remark",
    ["<b>not bold</b> &amp; </para><br/>", "\n\n", "tab\tand \u200f mark", "😀", "&#65; %s {} \\ )("],
    ids=["markup", "blank", "signs", "no such letter", "of PDF"],
)
def test_any_remark_can_be_printed(remark: str) -> None:
    text = " ".join(pages_of(a_pdf([a_drilling_row(3, f"begin {remark} fertig")])[0]))
    assert text.count("begin") == text.count("fertig") >= 3
    if remark.isascii():
        assert text.count(" ".join(f"begin {remark} fertig".split())) == 3


@pytest.mark.parametrize(("piece", "times"), [("x", 4000), ("word ", 800), ("line\n", 800)])
def test_remarks_of_4000_characters_go_on_over_pages(piece: str, times: int) -> None:
    text = " ".join(pages_of(a_pdf([a_drilling_row(3, piece * times)])[0]))
    assert text.count(piece.strip()) >= 3 * times


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        ("draft", "DRAFT"),
        ("submitted", "NOT APPROVED"),
        ("in_review", "IN REVIEW"),
        ("changes_requested", "NOT APPROVED"),
    ],
)
def test_what_is_not_in_force_says_so_across_every_page(state: str, mark: str) -> None:
    pages = pages_of(a_pdf([a_drilling_row(90, state=state)])[0])
    assert all(mark in text for text in pages)
    for finished in ("approved", "final"):
        text = " ".join(pages_of(a_pdf([a_drilling_row(3, state=finished)])[0]))
        assert "DRAFT" not in text
        assert "NOT APPROVED" not in text


def test_charts_are_lines_and_letters() -> None:
    days = [one for one in demo_rows("daily_drilling", days=12) if one.site.code == "NV-A"]
    content, _ = a_pdf(days[-1:], [listed_of(one) for one in days])
    text = " ".join(pages_of(content))
    assert "Depth MD by day" in text
    assert "Time by activity" in text
    assert pictures_in(content) == 0
    assert "ft" in " ".join(pages_of(a_pdf(days[-1:], [listed_of(one) for one in days], UnitSystem.FIELD)[0]))


def test_photos_are_an_appendix_and_are_read_when_their_page_is_drawn() -> None:
    read: list[int] = []
    photo, broken = a_photo(), a_photo("broken.jpg", b"no picture")

    def picture() -> bytes:
        read.append(1)
        return a_jpeg()

    asked = Attached("A", "asked.jpg", 10, "ab" * 32, picture)
    plan = Attached("B", "plan.pdf", 10, "cd" * 32)
    content, _ = a_pdf([a_row("hse_observation", attachments=[photo, asked, broken, plan])])
    text = " ".join(pages_of(content))
    assert read == [1]
    assert pictures_in(content) == 2
    for words in (
        "Photo 1: deck.jpg",
        "Photo 3: broken.jpg",
        "This picture cannot be shown here.",
        "plan.pdf: 10 bytes",
    ):
        assert words in text


def test_a_checklist_names_its_photos_as_the_appendix_does() -> None:
    payload = a_payload("equipment_inspection")
    lines = [{"id": "c1", "item": "Hook", "outcome": "fail", "attachmentId": "gauge.jpg"}]
    row = a_row("equipment_inspection", {**payload, "checklist": lines}, attachments=[a_photo(), a_photo("gauge.jpg")])
    assert "Hook Fail Photo 2" in " ".join(pages_of(a_pdf([row])[0]))


def test_warnings_stand_with_their_reasons() -> None:
    row = a_row(warnings=[Warned("Oil is negative.", "Correction of Monday.")])
    assert "Oil is negative. Reason: Correction of Monday." in " ".join(pages_of(a_pdf([row])[0]))


def test_missing_figures_are_not_zero() -> None:
    row = a_row(payload=a_payload(**{"/volumes/oil": None, "/volumes/gas": None, "/volumes/water": None}))
    text = pages_of(a_pdf([row])[0])[0]
    assert "Oil – " in text or re.search(r"Oil Gas Water .*– – –", text)
    assert "0 Sm³" not in text


def test_what_nobody_answered_is_not_answered_with_no() -> None:
    unanswered = a_payload("equipment_inspection", **{"/inspection/outOfService": None, "/inspection/result": None})
    text = pages_of(a_pdf([a_row("equipment_inspection", unanswered)])[0])[0]
    assert not re.search(r"\bNo\b", text)
    assert text.count(" – ") >= 2


def test_many_are_a_cover_a_summary_and_each_of_them() -> None:
    reports = [one for one in demo_rows("daily_production", days=31) if one.subject == "NV-A-P1"]
    content, done = a_pdf(reports)
    pages = pages_of(content)
    assert "Reports selected 31 Reports written 31 Complete yes" in pages[0]
    assert done.tally.sha256 in pages[0]
    assert "Summary" in pages[1]
    assert "Oil, all wells" in pages[1]
    of_reports = [text for text in pages if "Receipt SHA-256" in text]
    assert len(of_reports) == 31
    assert all(f"{one.day.day} May 2026" in text for one, text in zip(reports, of_reports, strict=True))
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_a_cover_says_when_something_is_missing() -> None:
    content, _ = a_pdf([a_row(), a_row(id="01K000000000000000000000R2")], selected=3)
    assert "Reports selected 3 Reports written 2 Complete NO" in pages_of(content)[0]


def test_no_report_is_an_answer_too() -> None:
    content = bytearray()
    sink, cover = Sink(content.extend), a_cover(0)
    rendered(PdfRenderer(cover, sink, DEFINITIONS, []), cover, sink)
    assert "No report matched." in " ".join(pages_of(bytes(content)))


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    day = date(2026, 10, 24)
    log = [
        {"id": "a", "start": "2026-10-25T02:30+02:00", "end": "2026-10-25T02:30+01:00", "code": "drilling -- trip"},
    ]
    report = a_drilling_row()
    text = " ".join(pages_of(a_pdf([a_row("daily_drilling", {**report.payload, "timeLog": log}, day=day)])[0]))
    assert "02:30 (+0200) 02:30 (+0100) 1 drilling -- trip" in text
    assert "25 h: the clocks changed" in text


def test_pages_leave_while_others_are_drawn() -> None:
    """What waits in memory at any time is a page or two."""
    sizes: list[int] = []
    sink, reports = Sink(lambda _: None), list(demo_rows("daily_production", days=20))
    cover = a_cover(len(reports))
    renderer = PdfRenderer(cover, sink, DEFINITIONS, [listed_of(one) for one in reports])
    for report in reports:
        renderer.add(report)
        sizes.append(sink.size)
    assert len(set(sizes)) > len(reports) * 0.9
    rendered(renderer, cover, sink)
    assert sink.size - sizes[-1] < 200_000  # fonts, the last page and where everything is


@pytest.mark.parametrize(("lowest", "highest"), [(0, 1), (-457.8, 12), (0, 0), (5, 5), (0, 0.003), (0, 4_500_000)])
def test_ticks_are_round_and_hold_all_values(lowest: float, highest: float) -> None:
    ticks = ticks_of(lowest, highest)
    assert ticks[0] <= lowest
    assert ticks[-1] >= highest
    assert 2 <= len(ticks) <= 8
    steps = {round(after - before, 8) for before, after in itertools.pairwise(ticks)}
    assert len(steps) == 1


def test_pieces_of_a_text_make_it_again() -> None:
    text = "".join(f"word{number} " for number in range(400)) + "\n" * 90 + "end"
    pieces = pieces_of(text)
    assert all(len(piece) <= 600 and piece.count("\n") <= 30 for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert pieces_of("") == [""]


def lines_of_chart(points: list[tuple[date, float | None]]) -> int:
    return lines_drawn(LineChart("Oil", "Sm³ a day", [Series("Oil", points)], (200, 100)))


def lines_drawn(chart: LineChart) -> int:
    """Those that are neither of the grid nor level."""
    canvas = mock.Mock()
    chart.canv = canvas
    chart.draw()
    across = [
        call.args
        for call in canvas.line.call_args_list
        if call.args[0] != call.args[2] and call.args[1] != call.args[3]
    ]
    return len(across)


def test_what_was_not_measured_leaves_a_gap() -> None:
    """A line over a day without a value, or without a report, would be made up."""
    register_fonts()
    first = date(2026, 5, 1)
    days = [(first + timedelta(days=number), float(number)) for number in range(5)]
    assert lines_of_chart([*days]) == 4
    assert lines_of_chart([*days[:2], (days[2][0], None), *days[3:]]) == 2
    assert lines_of_chart([*days[:2], *days[3:]]) == 2


def test_wellbores_of_one_name_at_two_sites_are_two_lines() -> None:
    """Nor does the depth of one stand in the chart of the other."""
    first, other = (ReportSite(code, code, "Europe/Oslo") for code in ("NV-A", "NV-B"))
    rows = [
        a_row(
            "daily_drilling",
            a_payload("daily_drilling", **{"/status/endMd": {"value": depth, "unit": "m"}}),
            id=f"01K{site.code}{number}",
            site=site,
            subject=subject,
            day=date(2026, 5, 1) + timedelta(days=number),
        )
        for site, depth, subject in ((first, 1000.0, "A-1"), (other, 4000.0, "a-1 "))
        for number in range(3)
    ]
    text = pages_of(a_pdf(rows)[0])
    assert "NV-A A-1 NV-B a-1" in text[1]
    chart = depth_chart([listed_of(one) for one in rows], UnitSystem.ENTERED, (200, 100))
    assert lines_drawn(chart) == 0  # each is as deep as the day before: nothing leads from one to the other
    of_first = next(page for page in text if "A-1 · NV-A (NV-A) · 1 May 2026" in page)
    assert "4000" not in of_first


def test_what_a_well_takes_is_drawn_as_what_it_gives() -> None:
    """An injector has no chart of oil without a point in it."""
    rows = [one for one in demo_rows("daily_production", days=9) if one.subject == "NV-A-P10"]
    assert rows[-1].payload["volumes"]["waterInjected"]
    text = pages_of(a_pdf(rows[-1:], [listed_of(one) for one in rows])[0])[0]
    assert text.count("Water injected") == 3  # its tile, its chart, its field
    assert "Oil" not in text
    assert "Nothing was measured." not in text
    assert "Water injected, all wells" in pages_of(a_pdf(rows)[0])[1]


def test_water_that_a_producer_takes_hides_none_that_it_gives() -> None:
    taken = {"value": 3.5, "unit": "Sm3"}
    text = pages_of(a_pdf([a_row(payload=a_payload(**{"/volumes/waterInjected": taken}))])[0])[0]
    assert text.count("7.13 Sm³") == text.count("3.5 Sm³") == 2  # as a tile and as a field
