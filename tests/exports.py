"""Reports as renderers see them, made of the demo year."""

import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from PIL import Image, ImageDraw

from local.demo_reports.model import DemoReport
from local.demo_reports.year import demo_reports
from shared.exports.cover import Cover
from shared.exports.measures import UnitSystem
from shared.exports.rows import Attached, ReportRow, ReportSite
from shared.exports.trends import PLACES, Listed
from shared.reports.definitions import DEFINITIONS
from shared.reports.periods import reporting_day
from tests.reports import a_payload

SITE = ReportSite("NV-A", "Nordvind A", "Europe/Oslo")
AS_OF = datetime(2026, 5, 5, 7, 30, tzinfo=UTC)


def a_cover(selected: int = 1, **changes: Any) -> Cover:
    cover = Cover(
        export_id="01K0000000000000000000EXP1",
        organisation="Demo Energy",
        title="Daily reports of May 2026",
        asked_by="Eirik Engineer",
        asked_at=AS_OF,
        data_as_of=AS_OF,
        filter=[("Types", "all"), ("Period", "2026-05-01 to 2026-05-31")],
        zone="",
        units=UnitSystem.ENTERED,
        selected=selected,
    )
    return replace(cover, **changes)


def a_row(kind: str = "daily_production", payload: dict[str, Any] | None = None, **changes: Any) -> ReportRow:
    """Approved, in revision 1."""
    payload = a_payload(kind) if payload is None else payload
    day = changes.get("day", date(2026, 5, 4))
    site = changes.get("site", SITE)
    period = reporting_day(site.zone, "06:00", day)
    assert period is not None
    row = ReportRow(
        id="01K000000000000000000000R1",
        title=f"{kind} {day}",
        type=kind,
        version=1,
        site=site,
        subject=subject_of(kind, payload),
        day=day,
        begin=period.begin,
        end=period.end,
        state="approved",
        revision=1,
        receipt=hashlib.sha256(f"{kind} {day}".encode()).hexdigest(),
        payload=payload,
        author="Olga Operator",
        submitted_at=datetime(2026, 5, 5, 5, 10, tzinfo=UTC),
        reviewer="Eirik Engineer",
        reviewed_at=datetime(2026, 5, 5, 6, 40, tzinfo=UTC),
    )
    return replace(row, **changes)


def subject_of(kind: str, payload: dict[str, Any]) -> str | None:
    for pointer in DEFINITIONS.newest(kind).subject:
        value: Any = payload
        for step in pointer.split("/")[1:]:
            value = (value or {}).get(step)
        return None if value is None else str(value)
    return None


def demo_row(number: int, report: DemoReport) -> ReportRow:
    return a_row(
        report.type,
        report.payload,
        id=f"01K{number:023}",
        day=report.day,
        title=f"{DEFINITIONS.newest(report.type).label} {report.site.code} {report.day}",
        site=ReportSite(report.site.code, report.site.rig, report.site.zone),
        receipt=hashlib.sha256(str(number).encode()).hexdigest(),
    )


def demo_rows(*kinds: str, days: int = 31, first: date = date(2026, 5, 1)) -> Iterator[ReportRow]:
    """Of these types; of all when none is named."""
    reports: Iterable[DemoReport] = demo_reports(1, first, days)
    for number, report in enumerate(reports):
        if not kinds or report.type in kinds:
            yield demo_row(number, report)


def listed_of(report: ReportRow) -> Listed:
    places = PLACES.get(report.type, {}).items()
    figures = {name: (report.payload.get(section) or {}).get(field) for name, (section, field) in places}
    facts = (report.id, report.title, report.type, report.site.code, report.subject, report.day)
    return Listed(*facts, report.state, report.revision, figures)


def a_jpeg(width: int = 640, height: int = 480, shade: int = 90) -> bytes:
    """A photo of a yellow sun over a deck."""
    picture = Image.new("RGB", (width, height), (60, shade, 140))
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, height * 2 // 3, width, height), fill=(90, 70, 50))
    drawing.ellipse((width // 2, height // 6, width * 2 // 3, height // 2), fill=(240, 200, 60))
    content = io.BytesIO()
    picture.save(content, "JPEG", quality=80)
    return content.getvalue()


def a_photo(name: str = "deck.jpg", content: bytes | None = None) -> Attached:
    content = a_jpeg() if content is None else content
    return Attached(name, name, len(content), hashlib.sha256(content).hexdigest(), lambda: content)
