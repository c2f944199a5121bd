"""PDF: one report is that report; several are a cover, a summary and each of them. Imported where one is drawn: it loads reportlab."""

from collections import defaultdict
from collections.abc import Sequence

from reportlab.platypus import Spacer

from shared.exports.cover import ABOUT_HASH, Cover, Tally
from shared.exports.pdf.book import Book, Heading, new_page
from shared.exports.pdf.front import cover as cover_page
from shared.exports.pdf.front import define_proof, summary
from shared.exports.pdf.look import CELL, DRAWING, register_fonts, words
from shared.exports.pdf.report import heading_of, story
from shared.exports.pdf.streamed import StreamedCanvas
from shared.exports.pdf.tables import described, headline
from shared.exports.rendering import Sink
from shared.exports.rows import ReportRow
from shared.exports.trends import Listed, place_of
from shared.reports.definitions import Registry


class PdfRenderer:
    """`listed` are all reports that will come, `earlier` others of the same subjects, for the charts of one report."""

    suffix, content_type = ".pdf", "application/pdf"

    def __init__(
        self, about: Cover, sink: Sink, definitions: Registry, listed: Sequence[Listed], earlier: Sequence[Listed] = ()
    ) -> None:
        register_fonts()
        self._about, self._definitions, self._tally = about, definitions, Tally()
        self._by_subject: dict[tuple[str, str, str], list[Listed]] = defaultdict(list)
        for one in {one.id: one for one in (*earlier, *listed)}.values():
            self._by_subject[one.place].append(one)
        self._is_one = about.selected == 1
        title = {
            "title": about.title,
            "author": about.organisation,
            "subject": about.export_id,
            "creator": "PetroConnect",
        }
        self._book = Book(sink, title)
        self._begun = False
        if not self._is_one:
            self._draw_front(listed)

    def add(self, report: ReportRow) -> None:
        definition = self._definitions.get(report.type, report.version)
        heading = heading_of(report, self._about.organisation, definition)
        earlier = self._by_subject[place_of(report.type, report.site.code, report.subject)]
        with DRAWING:
            flowables = story(report, definition, self._about.units, earlier)
            if self._begun:
                self._book.flow([*new_page(heading), *flowables])
            else:
                self._book.heading, self._begun = heading, True
                self._book.flow(flowables)
        self._tally.count(report)

    def finish(self) -> Tally:
        with DRAWING:
            if self._is_one:
                known = [*self._about.facts()[1:], *self._tally.proof(self._about)]
                end = [*headline("About this file"), *described(known), Spacer(0, 4), words(ABOUT_HASH, CELL)]
                self._book.flow(end)
            self._book.finish(self._define)
        return self._tally

    def close(self) -> None:
        """Nothing waits."""

    def _draw_front(self, listed: Sequence[Listed]) -> None:
        about = self._about
        as_of = f"Data as of {about.data_as_of:%Y-%m-%d %H:%M} UTC · Export {about.export_id}"
        heading = Heading(about.organisation, about.title, f"{about.selected} reports", as_of)
        with DRAWING:
            self._book.heading, self._begun = heading, True
            self._book.flow([*cover_page(about), *new_page(heading), *summary(listed, about.units)])

    def _define(self, canvas: StreamedCanvas) -> None:
        if not self._is_one:
            define_proof(canvas, self._about, self._tally)
