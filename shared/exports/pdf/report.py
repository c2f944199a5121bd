"""One report, finished: what it is and where it stands, its figures, its charts, everything that was entered, its photos."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from shared.exports.measures import UnitSystem, unit_text
from shared.exports.pdf.book import Heading
from shared.exports.pdf.charts import BarChart, LineChart, Series
from shared.exports.pdf.highlights import Tiles, hours_by_activity, hours_of, is_lost, tiles_of
from shared.exports.pdf.look import AMBER, CELL, SAND, SUBTITLE, TABLE_FONT, TITLE, WIDTH, words
from shared.exports.pdf.photos import photo_names, photos
from shared.exports.pdf.tables import described, headline, pieces_of, rows, section
from shared.exports.pdf.values import Field, Values, day_text
from shared.exports.rows import STATES, ReportRow
from shared.exports.trends import Listed, measured, unit_for, values
from shared.reports.definitions import Definition

WATERMARKS = {
    "draft": "DRAFT",
    "submitted": "NOT APPROVED",
    "in_review": "IN REVIEW",
    "changes_requested": "NOT APPROVED",
}
"""What is printed across the pages of a report that is not in force."""
_TREND = timedelta(days=45)
_BESIDE = 3  # charts in one row


def heading_of(report: ReportRow, organisation: str, definition: Definition) -> Heading:
    revision = f"Revision {report.revision}" if report.revision else "Not submitted"
    about = " · ".join(filter(None, [definition.label, report.site.name, report.subject, day_text(report.day)]))
    receipt = "No receipt: never submitted" if report.receipt is None else f"Receipt SHA-256 {report.receipt}"
    state = STATES.get(report.state, report.state)
    return Heading(
        organisation, about, f"{revision} · {state}", receipt, report.state, WATERMARKS.get(report.state, "")
    )


def story(report: ReportRow, definition: Definition, system: UnitSystem, earlier: Sequence[Listed]) -> list[Flowable]:
    """`earlier` are reports of the same subject, this one among them."""
    shown = Values(ZoneInfo(report.site.zone), system, report.begin, report.end, photo_names(report.attachments))
    found: list[Flowable] = [
        words(definition.label, TITLE),
        words(_subtitle(report), SUBTITLE),
        *described(_facts(report)),
    ]
    tiles = tiles_of(report, shown)
    if tiles:
        found += [Spacer(0, 6), Tiles(tiles)]
    found += _warnings(report)
    found += _charts(report, system, earlier)
    for part in definition.to_json()["sections"]:
        fields = [Field.of(one) for one in part["fields"]]
        content = report.payload.get(part["pointer"].removeprefix("/"))
        if part["table"]:
            lines = list(content or ())
            if {"start", "end"} <= {field.name for field in fields}:
                place = next(number for number, field in enumerate(fields) if field.name == "end") + 1
                fields.insert(place, Field("hours", "Hours", "number"))
                lines = [{**line, "hours": _rounded(hours_of(line))} for line in lines]
            found += rows(part["label"], fields, lines, shown)
        else:
            found += section(part["label"], fields, content, shown)
    return [*found, *photos(report.attachments)]


def _subtitle(report: ReportRow) -> str:
    return " · ".join(filter(None, [report.subject, f"{report.site.name} ({report.site.code})", day_text(report.day)]))


def _facts(report: ReportRow) -> list[tuple[str, str]]:
    """Hours are said where they are not 24: the clocks changed."""
    zone = ZoneInfo(report.site.zone)
    begin, end = report.begin.astimezone(zone), report.end.astimezone(zone)
    period = f"{_clock(begin)} to {_clock(end)}"
    if report.hours != 24:
        period += f" ({report.hours:g} h: the clocks changed)"
    known = [
        ("Report", report.title),
        ("Reporting day", period),
        ("Status", STATES.get(report.state, report.state)),
        ("Revision", str(report.revision) if report.revision else "not submitted"),
        (
            "Written by" if report.submitted_at is None else "Submitted by",
            _signed(report.author, report.submitted_at, zone),
        ),
        ("Reviewed by", _signed(report.reviewer, report.reviewed_at, zone)),
        ("Form", f"{report.type}, version {report.version}"),
        ("Clock", report.site.zone),
    ]
    return [(label, text) for label, text in known if text]


def _signed(name: str | None, at: datetime | None, zone: ZoneInfo) -> str:
    if name is None:
        return ""
    return name if at is None else f"{name}, {_clock(at.astimezone(zone))}"


def _clock(moment: datetime) -> str:
    return f"{day_text(moment.date())} {moment:%H:%M}"


def _warnings(report: ReportRow) -> list[Flowable]:
    """What the rules warned of, with the author's reason for each."""
    if not report.warnings:
        return []
    texts = [f"{one.text}\nReason: {one.reason or 'none given'}" for one in report.warnings]
    lines = [[words(piece, CELL)] for text in texts for piece in pieces_of(text)]
    style = [
        TABLE_FONT,
        ("BACKGROUND", (0, 0), (-1, -1), SAND),
        ("LINEBEFORE", (0, 0), (0, -1), 2.5, AMBER),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    return [*headline("Submitted with warnings"), Table(lines, colWidths=[WIDTH], style=style)]


def _charts(report: ReportRow, system: UnitSystem, earlier: Sequence[Listed]) -> list[Flowable]:
    since = report.day - _TREND
    known = [one for one in earlier if since <= one.day <= report.day]
    if report.type == "daily_drilling":
        return _drilling_charts(report, system, known)
    if report.type == "daily_production" and len(known) > 1 and measured(known):
        return [Spacer(0, 6), KeepTogether([production_charts(known, system)])]
    return []


def _drilling_charts(report: ReportRow, system: UnitSystem, known: Sequence[Listed]) -> list[Flowable]:
    bars = hours_by_activity(report.payload)
    lost = frozenset(name for name, _ in bars if is_lost(name))
    activity = BarChart("Time by activity", "hours; lost time in red", bars, WIDTH / 2 - 8, lost) if bars else None
    if len(known) < 2:
        return [] if activity is None else [Spacer(0, 6), activity]
    chart = depth_chart(known, system, (WIDTH / 2 - 8, max(150.0, activity.height if activity else 0)))
    if activity is None:
        return [Spacer(0, 6), chart]
    both = Table([[chart, activity]], colWidths=[WIDTH / 2 + 8, WIDTH / 2 - 8], style=_BARE)
    return [Spacer(0, 6), both]


_BARE = [TABLE_FONT, ("VALIGN", (0, 0), (-1, -1), "TOP")] + [
    (f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
]


def depth_chart(listed: Sequence[Listed], system: UnitSystem, size: tuple[float, float]) -> LineChart:
    """A line for each wellbore, which says its site where another has one of the same name."""
    unit = unit_for("depth", system, (one.figures.get("depth") for one in listed))
    wellbores: dict[tuple[str, str, str], list[Listed]] = {}
    for one in listed:
        wellbores.setdefault(one.place, []).append(one)
    sites = Counter(subject for _, _, subject in wellbores)
    lines = []
    for (_, site, subject), some in wellbores.items():
        name = some[0].subject or ""
        lines.append(Series(f"{site} {name}" if sites[subject] > 1 else name, values(some, "depth", unit)))
    return LineChart("Depth MD by day", unit, lines, size, downwards=True)


def production_charts(listed: Sequence[Listed], system: UnitSystem) -> Table:
    """Of what was measured, each in a unit of its own, side by side. At least one figure was."""
    width = (WIDTH - 16) / _BESIDE
    charts: list[Flowable | str] = []
    for name, label in measured(listed):
        unit = unit_for(name, system, (one.figures.get(name) for one in listed))
        points = values(listed, name, unit)
        charts.append(LineChart(label, f"{unit_text(unit)} a day", [Series(label, points)], (width, 130)))
    charts += [""] * (-len(charts) % _BESIDE)
    lines = [charts[begin : begin + _BESIDE] for begin in range(0, len(charts), _BESIDE)]
    return Table(lines, colWidths=[width + 8, width + 8, width], style=_BARE)


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, 2)
