"""Of many reports: the cover, whose counts are drawn when everything was counted, and the summary of them all."""

from collections import Counter
from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from shared.exports.cover import ABOUT_HASH, Cover, Tally
from shared.exports.measures import UnitSystem, unit_text
from shared.exports.pdf.book import Later
from shared.exports.pdf.charts import LineChart, Series
from shared.exports.pdf.look import (
    BOLD,
    CELL,
    FONT,
    GREEN,
    GREY,
    INK,
    LINE,
    NAVY,
    RED,
    SECTION,
    SUBTITLE,
    TITLE,
    WIDTH,
    fitted,
    words,
)
from shared.exports.pdf.report import depth_chart
from shared.exports.pdf.streamed import StreamedCanvas
from shared.exports.pdf.tables import described, headed, pairs
from shared.exports.pdf.values import Field, day_text
from shared.exports.rows import STATES
from shared.exports.trends import Listed, measured, sums, unit_for

PROOF = "proof"
_ROW = 14.0
_ROWS = 5  # of the proof, as `Tally.proof` has them without tables
_AT_ONCE = 200  # rows of one table: a long one is laid out again at every page
_FIELDS = [
    Field("day", "Day", "date"),
    Field("site", "Site", "line"),
    Field("subject", "Subject", "line"),
    Field("title", "Report", "prose"),
    Field("state", "Status", "choice"),
    Field("revision", "Rev.", "count"),
]


def cover(about: Cover) -> list[Flowable]:
    return [
        Spacer(0, 60),
        words(about.title, TITLE),
        words(about.organisation, SUBTITLE),
        Spacer(0, 12),
        *described(about.facts()[1:]),
        Spacer(0, 14),
        words("Is it complete?", SECTION),
        Later(PROOF, _ROW * (_ROWS - 1) + 6),
        Spacer(0, 6),
        words(ABOUT_HASH, CELL),
    ]


def define_proof(canvas: StreamedCanvas, about: Cover, tally: Tally) -> None:
    """What the cover left room for."""
    canvas.beginForm(PROOF, 0, 0, WIDTH, _ROW * (_ROWS - 1) + 6)
    known = [(label, text) for label, text in tally.proof(about) if not label.startswith("Rows of")]
    for number, (label, text) in enumerate(known):
        y = _ROW * (len(known) - number - 1) + 5
        canvas.setFillColor(GREY)
        canvas.setFont(FONT, 8)
        canvas.drawString(4, y, label)
        canvas.setFillColor({"yes": GREEN, "NO": RED}.get(text, INK))
        canvas.setFont(BOLD, 8)
        canvas.drawString(150, y, fitted(text, WIDTH - 154, 8, BOLD))
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.4)
        canvas.line(0, y - 4, WIDTH, y - 4)
    canvas.setStrokeColor(NAVY)
    canvas.endForm()


def summary(listed: Sequence[Listed], system: UnitSystem) -> list[Flowable]:
    """How many there are of what, how it went over the days, and each of them in a line."""
    if not listed:
        return [words("No report matched.", SECTION)]
    found: list[Flowable] = [words("Summary", TITLE), Spacer(0, 6), pairs(_counts(listed)), *_charts(listed, system)]
    found.append(words("Reports", SECTION))
    parts = [listed[begin : begin + _AT_ONCE] for begin in range(0, len(listed), _AT_ONCE)]
    return [*found, *(headed(_FIELDS, [_line(one) for one in part]) for part in parts)]


def _counts(listed: Sequence[Listed]) -> list[tuple[str, str]]:
    states = Counter(STATES.get(one.state, one.state) for one in listed)
    sites = {one.site for one in listed}
    first, last = min(one.day for one in listed), max(one.day for one in listed)
    return [
        ("Reports", str(len(listed))),
        ("Sites", ", ".join(sorted(sites)[:8]) + (f" and {len(sites) - 8} more" if len(sites) > 8 else "")),
        ("Days", day_text(first) if first == last else f"{day_text(first)} to {day_text(last)}"),
        ("Status", ", ".join(f"{number} {state.lower()}" for state, number in states.most_common())),
    ]


def _charts(listed: Sequence[Listed], system: UnitSystem) -> list[Flowable]:
    found: list[Flowable] = []
    drilled = [one for one in listed if one.type == "daily_drilling"]
    if len({one.day for one in drilled}) > 1:
        found += [Spacer(0, 8), depth_chart(_busiest(drilled), system, (WIDTH, 190))]
    produced = [one for one in listed if one.type == "daily_production"]
    if len({one.day for one in produced}) > 1:
        for name, label in measured(produced):
            unit = unit_for(name, system, (one.figures.get(name) for one in produced))
            points = sums(produced, name, unit)
            chart = LineChart(f"{label}, all wells", f"{unit_text(unit)} a day", [Series(label, points)], (WIDTH, 120))
            found += [Spacer(0, 8), chart]
    return found


def _busiest(listed: Sequence[Listed], count: int = 6) -> list[Listed]:
    """More lines than that nobody tells apart."""
    most = {place for place, _ in Counter(one.place for one in listed).most_common(count)}
    return [one for one in listed if one.place in most]


def _line(one: Listed) -> list[str]:
    state = STATES.get(one.state, one.state)
    return [day_text(one.day), one.site, one.subject or "", one.title, state, str(one.revision or "–")]
